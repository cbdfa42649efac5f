//! One machine, written in `fsm!`, as the nested matches that one would write by hand, and with other libraries. All
//! have the same arms in the same order.

mod by_hand;
mod declared;
mod smlang;
mod statig;

use std::fmt::Write;

/// How large the machine is.
#[derive(Clone, Copy)]
pub struct Shape {
    /// States, the last of them terminal.
    pub states: usize,
    /// Events. The first `any` of them are handled in all states alike, the others in each by its
    /// own arms.
    pub events: usize,
    /// Arms of the `any` block.
    pub any: usize,
    /// How each state handles the events that are its own business.
    pub own: Own,
}

/// The arms of one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Three events do something, in four arms, and a last arm joins all others with `|`.
    Joined,
    /// An arm for each event.
    Separate,
}

/// A third of the states have no payload, a third have fields, a third are tuples.
#[derive(Clone, Copy, PartialEq)]
enum Payload {
    None,
    Fields,
    Tuple,
}

impl Payload {
    fn of(number: usize) -> Self {
        match number % 3 {
            0 => Payload::None,
            1 => Payload::Fields,
            _ => Payload::Tuple,
        }
    }

    fn declared(self) -> &'static str {
        match self {
            Payload::None => "",
            Payload::Fields => " { count: u32 }",
            Payload::Tuple => "(String)",
        }
    }

    /// A pattern that binds nothing.
    fn ignored(self) -> &'static str {
        match self {
            Payload::None => "",
            Payload::Fields => " { .. }",
            Payload::Tuple => "(..)",
        }
    }
}

/// One arm of either spelling.
struct Arm {
    /// Its events, with what it binds of each.
    events: Vec<(usize, &'static str)>,
    guard: Option<String>,
    outcome: Outcome,
    /// Its action, without the enum's name.
    action: Option<String>,
}

enum Outcome {
    /// Enters a state, with a payload made of a number.
    Go(usize, String),
    Stay,
    Reject,
}

impl Shape {
    fn own_arms(&self, state: usize) -> Vec<Arm> {
        match self.own {
            Own::Joined => self.joined_arms(state),
            Own::Separate => self.separate_arms(state),
        }
    }

    fn joined_arms(&self, state: usize) -> Vec<Arm> {
        let own = self.events - self.any;
        let [goes, guarded, counts] = [0, 7, 13].map(|at| self.any + (state + at) % own);
        let guard = match self.payload(state) {
            Payload::Fields => "*count > context.limit",
            _ => "context.limit > 3",
        };
        let (goes_binds, goes_value) = self.bound_for(state + 1, goes);
        let (counts_binds, counts_value) = bound(counts);
        let (guarded_binds, guarded_value) = bound(guarded);
        let others = (self.any..self.events)
            .filter(|event| ![goes, guarded, counts].contains(event))
            .map(|event| (event, Payload::of(event).ignored()))
            .collect();
        vec![
            Arm {
                events: vec![(goes, goes_binds)],
                guard: None,
                outcome: Outcome::Go(self.working(state + 1), goes_value),
                action: None,
            },
            Arm {
                events: vec![(guarded, Payload::of(guarded).ignored())],
                guard: Some(guard.to_owned()),
                outcome: Outcome::Go(self.working(state + 2), "0".to_owned()),
                action: Some("Beep".to_owned()),
            },
            Arm {
                events: vec![(guarded, guarded_binds)],
                guard: None,
                outcome: Outcome::Stay,
                action: Some(format!("Count({guarded_value})")),
            },
            Arm {
                events: vec![(counts, counts_binds)],
                guard: None,
                outcome: Outcome::Stay,
                action: Some(format!("Count({counts_value})")),
            },
            Arm {
                events: others,
                guard: None,
                outcome: if state.is_multiple_of(2) {
                    Outcome::Reject
                } else {
                    Outcome::Stay
                },
                action: None,
            },
        ]
    }

    fn separate_arms(&self, state: usize) -> Vec<Arm> {
        let mut arms = Vec::new();
        for event in self.any..self.events {
            let kind = (state + event) % 5;
            let (pattern, value) = match kind {
                0 => self.bound_for(state + event, event),
                1 => (Payload::of(event).ignored(), String::new()),
                3 => self.bound_for(state + 1, event),
                _ => bound(event),
            };
            let (outcome, action) = match kind {
                // A value moves from the event into the next state.
                0 => (Outcome::Go(self.working(state + event), value), None),
                1 => (Outcome::Stay, None),
                2 => (Outcome::Stay, Some(format!("Count({value})"))),
                3 => (
                    Outcome::Go(self.working(state + 1), value),
                    Some("Beep".to_owned()),
                ),
                _ => (Outcome::Stay, Some(format!("Count({value})"))),
            };
            if kind == 4 && Payload::of(state) == Payload::Fields {
                arms.push(Arm {
                    events: vec![(event, Payload::of(event).ignored())],
                    guard: Some("*count > context.limit".to_owned()),
                    outcome: Outcome::Go(self.working(state + 2), "0".to_owned()),
                    action: None,
                });
            }
            arms.push(Arm {
                events: vec![(event, pattern)],
                guard: None,
                outcome,
                action,
            });
        }
        arms
    }

    fn any_arms(&self) -> Vec<Arm> {
        (0..self.any)
            .map(|event| {
                let (pattern, value) = bound(event);
                let (outcome, action) = match event {
                    0 => (
                        Outcome::Go(self.states - 1, String::new()),
                        "Beep".to_owned(),
                    ),
                    _ if event % 3 == 0 => {
                        (Outcome::Go(0, String::new()), format!("Count({value})"))
                    }
                    _ => (Outcome::Stay, format!("Count({value})")),
                };
                Arm {
                    events: vec![(event, pattern)],
                    guard: None,
                    outcome,
                    action: Some(action),
                }
            })
            .collect()
    }

    fn name(&self, state: usize) -> String {
        if state + 1 == self.states {
            "Done".to_owned()
        } else {
            format!("S{state}")
        }
    }

    fn payload(&self, state: usize) -> Payload {
        if state + 1 == self.states {
            Payload::None
        } else {
            Payload::of(state)
        }
    }

    /// One that is not terminal.
    fn working(&self, state: usize) -> usize {
        state % (self.states - 1)
    }

    /// A state with its payload, without the enum's name.
    fn target(&self, state: usize, value: &str) -> String {
        let name = self.name(state);
        match self.payload(state) {
            Payload::None => name,
            Payload::Fields => format!("{name} {{ count: {value} }}"),
            Payload::Tuple => format!("{name}(({value}).to_string())"),
        }
    }

    /// As [`bound`], for an arm that only enters a state: one that has a place for the number.
    fn bound_for(&self, target: usize, event: usize) -> (&'static str, String) {
        match self.payload(self.working(target)) {
            Payload::None => (Payload::of(event).ignored(), String::new()),
            _ => bound(event),
        }
    }

    /// Which states have a timeout, and how they wait.
    fn timeout(&self, state: usize) -> Option<&'static str> {
        (state.is_multiple_of(4)).then_some("context.patience")
    }

    fn types(&self, derives: [&str; 2]) -> String {
        let mut text = String::from("#![allow(dead_code)]\n\nuse std::time::Duration;\n\n");
        let _ = writeln!(
            text,
            "#[derive(Clone, Debug{})]\npub enum State {{",
            derives[0]
        );
        for state in 0..self.states {
            let payload = self.payload(state).declared();
            let _ = writeln!(text, "    {}{payload},", self.name(state));
        }
        let _ = writeln!(
            text,
            "}}\n\n#[derive(Debug{})]\npub enum Event {{",
            derives[1]
        );
        for event in 0..self.events {
            let _ = writeln!(text, "    E{event}{},", Payload::of(event).declared());
        }
        text.push_str(
            "}\n\n#[derive(Debug)]\npub enum Action {\n    Beep,\n    Count(u32),\n}\n\n\
             pub struct Context {\n    pub limit: u32,\n    pub patience: Duration,\n}\n\n",
        );
        text
    }

    fn binds(&self, state: usize) -> &'static str {
        match self.payload(state) {
            Payload::Fields => " { count }",
            payload => payload.ignored(),
        }
    }

    /// The number of arms that the machine has.
    pub fn arms(&self) -> usize {
        let own: usize = (0..self.states - 1)
            .map(|state| self.own_arms(state).len() + usize::from(self.timeout(state).is_some()))
            .sum();
        own + self.any
    }
}

/// A pattern that binds an event's payload, and a number made of that.
fn bound(event: usize) -> (&'static str, String) {
    match Payload::of(event) {
        Payload::None => ("", format!("{event}")),
        Payload::Fields => (" { count }", "count".to_owned()),
        Payload::Tuple => ("(text)", "text.len() as u32".to_owned()),
    }
}

impl Arm {
    fn is_rejection(&self) -> bool {
        matches!(self.outcome, Outcome::Reject)
    }

    /// Its triggers, joined: each event with its enum's name before it.
    fn pattern(&self, of: &str) -> String {
        let patterns = self.events.iter();
        let patterns = patterns.map(|(event, binds)| format!("{of}E{event}{binds}"));
        patterns.collect::<Vec<_>>().join(" | ")
    }
}
