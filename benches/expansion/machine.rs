//! One machine, written twice: in `fsm!`, and as the nested matches that one would write by hand.
//! Both have the same arms in the same order.

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
    event: usize,
    /// What it binds of the event.
    pattern: &'static str,
    guard: Option<String>,
    /// Where it goes, without the enum's name, or `None` to stay.
    target: Option<String>,
    /// Its action, without the enum's name.
    action: Option<String>,
}

impl Shape {
    fn own_arms(&self, state: usize) -> Vec<Arm> {
        let mut arms = Vec::new();
        for event in self.any..self.events {
            let kind = (state + event) % 5;
            let (pattern, value) = match Payload::of(event) {
                Payload::None => ("", format!("{event}")),
                Payload::Fields if kind == 1 => (" { .. }", format!("{event}")),
                Payload::Fields => (" { count }", "count".to_owned()),
                Payload::Tuple if kind == 1 => ("(_)", format!("{event}")),
                Payload::Tuple => ("(text)", "text.len() as u32".to_owned()),
            };
            let (target, action) = match kind {
                // A value moves from the event into the next state.
                0 => (Some(self.target(state + event, &value)), None),
                1 => (None, None),
                2 => (None, Some(format!("Count({value})"))),
                3 => (
                    Some(self.target(state + 1, &value)),
                    Some("Beep".to_owned()),
                ),
                _ => (None, Some(format!("Count({value})"))),
            };
            if kind == 4 && Payload::of(state) == Payload::Fields {
                arms.push(Arm {
                    event,
                    pattern: Payload::of(event).ignored(),
                    guard: Some("*count > context.limit".to_owned()),
                    target: Some(self.target(state + 2, "0")),
                    action: None,
                });
            }
            arms.push(Arm {
                event,
                pattern,
                guard: None,
                target,
                action,
            });
        }
        arms
    }

    fn any_arms(&self) -> Vec<Arm> {
        (0..self.any)
            .map(|event| {
                let (pattern, value) = match Payload::of(event) {
                    Payload::None => ("", format!("{event}")),
                    Payload::Fields => (" { count }", "count".to_owned()),
                    Payload::Tuple => ("(text)", "text.len() as u32".to_owned()),
                };
                let (target, action) = match event {
                    0 => (Some(self.name(self.states - 1)), Some("Beep".to_owned())),
                    _ if event % 3 == 0 => (Some(self.name(0)), Some(format!("Count({value})"))),
                    _ => (None, Some(format!("Count({value})"))),
                };
                Arm {
                    event,
                    pattern,
                    guard: None,
                    target,
                    action,
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

    /// A state that is not terminal, with a payload made of a number.
    fn target(&self, state: usize, value: &str) -> String {
        let state = state % (self.states - 1);
        let name = self.name(state);
        match self.payload(state) {
            Payload::None => name,
            Payload::Fields => format!("{name} {{ count: {value} }}"),
            Payload::Tuple => format!("{name}(({value}).to_string())"),
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

    /// The crate that uses `fsm!`.
    pub fn declared(&self) -> String {
        let mut text = self.types([", StateVariant", ", EventVariant"]);
        text.push_str("use steadfast::prelude::*;\n\nfsm! {\n    pub struct Machine60;\n\n");
        text.push_str(
            "    state: State;\n    event: Event;\n    context: Context;\n    action: Action;\n    \
             initial: S0;\n\n",
        );
        for state in 0..self.states - 1 {
            let binds = self.binds(state);
            let _ = writeln!(text, "    state {}{binds} {{", self.name(state));
            if let Some(time) = self.timeout(state) {
                let target = self.target(state + 1, "1");
                let _ = writeln!(text, "        timeout {time} => {target};");
            }
            for arm in self.own_arms(state) {
                let _ = writeln!(text, "        {}", arm.declared());
            }
            text.push_str("    }\n");
        }
        text.push_str("    any {\n");
        for arm in self.any_arms() {
            let _ = writeln!(text, "        {}", arm.declared());
        }
        text.push_str("    }\n    terminal state Done;\n}\n");
        text
    }

    fn binds(&self, state: usize) -> &'static str {
        match self.payload(state) {
            Payload::Fields => " { count }",
            payload => payload.ignored(),
        }
    }

    /// The crate that is written by hand.
    pub fn by_hand(&self) -> String {
        let mut text = self.types(["", ""]);
        self.names(&mut text, "State", self.states, |at| {
            (self.name(at), self.payload(at).ignored())
        });
        self.names(&mut text, "Event", self.events, |at| {
            (format!("E{at}"), Payload::of(at).ignored())
        });
        text.push_str(
            "impl State {\n    /// How long the state may last.\n    \
             pub fn timeout(&self, context: &Context) -> Option<Duration> {\n        match self {\n",
        );
        for state in 0..self.states - 1 {
            if let Some(time) = self.timeout(state) {
                let (name, payload) = (self.name(state), self.payload(state).ignored());
                let _ = writeln!(text, "            State::{name}{payload} => Some({time}),");
            }
        }
        text.push_str(
            "            _ => None,\n        }\n    }\n\n    /// What comes when it has lasted so \
             long.\n    pub fn timed_out(&self) -> Option<State> {\n        match self {\n",
        );
        for state in 0..self.states - 1 {
            if self.timeout(state).is_some() {
                let (name, payload) = (self.name(state), self.payload(state).ignored());
                let target = self.target(state + 1, "1");
                let _ = writeln!(
                    text,
                    "            State::{name}{payload} => Some(State::{target}),"
                );
            }
        }
        text.push_str("            _ => None,\n        }\n    }\n}\n\n");
        text.push_str(
            "/// Handles an event, or gives it back.\npub fn step(\n    state: &mut State,\n    \
             event: Event,\n    context: &Context,\n    actions: &mut Vec<Action>,\n) -> \
             Result<(), Event> {\n    let next = match state {\n",
        );
        for state in 0..self.states - 1 {
            let (name, binds) = (self.name(state), self.bound_by_hand(state));
            let _ = writeln!(text, "        State::{name}{binds} => match event {{");
            for arm in self.own_arms(state) {
                let _ = writeln!(text, "            {}", arm.by_hand());
            }
            text.push_str("            event => in_any_state(event, actions)?,\n        },\n");
        }
        text.push_str(
            "        State::Done => return Err(event),\n    };\n    if let Some(next) = next {\n        \
             *state = next;\n    }\n    Ok(())\n}\n\n/// What all states do alike.\nfn in_any_state(\n    \
             event: Event,\n    actions: &mut Vec<Action>,\n) -> Result<Option<State>, Event> {\n    \
             Ok(match event {\n",
        );
        for arm in self.any_arms() {
            let _ = writeln!(text, "        {}", arm.by_hand());
        }
        text.push_str("        event => return Err(event),\n    })\n}\n");
        text
    }

    /// By hand one binds what the arms use.
    fn bound_by_hand(&self, state: usize) -> &'static str {
        let used = self.own_arms(state).iter().any(|arm| arm.guard.is_some());
        if used {
            self.binds(state)
        } else {
            self.payload(state).ignored()
        }
    }

    fn names(
        &self,
        text: &mut String,
        of: &str,
        count: usize,
        variant: impl Fn(usize) -> (String, &'static str),
    ) {
        let _ = writeln!(
            text,
            "impl {of} {{\n    pub fn name(&self) -> &'static str {{\n        match self {{"
        );
        for at in 0..count {
            let (name, payload) = variant(at);
            let _ = writeln!(text, "            {of}::{name}{payload} => \"{name}\",");
        }
        text.push_str("        }\n    }\n}\n\n");
    }

    /// The number of arms that the machine has.
    pub fn arms(&self) -> usize {
        let own: usize = (0..self.states - 1)
            .map(|state| self.own_arms(state).len() + usize::from(self.timeout(state).is_some()))
            .sum();
        own + self.any
    }
}

impl Arm {
    /// `on E1(text) if GUARD => Target do [Action];`
    fn declared(&self) -> String {
        let mut text = format!("on E{}{}", self.event, self.pattern);
        if let Some(guard) = &self.guard {
            let _ = write!(text, " if {guard}");
        }
        let _ = write!(text, " => {}", self.target.as_deref().unwrap_or("stay"));
        if let Some(action) = &self.action {
            let _ = write!(text, " do [{action}]");
        }
        text.push(';');
        text
    }

    /// `Event::E1(text) if GUARD => { actions.push(Action); Some(State::Target) }`
    fn by_hand(&self) -> String {
        let mut text = format!("Event::E{}{}", self.event, self.pattern);
        if let Some(guard) = &self.guard {
            let _ = write!(text, " if {guard}");
        }
        let outcome = match &self.target {
            Some(target) => format!("Some(State::{target})"),
            None => "None".to_owned(),
        };
        match &self.action {
            Some(action) => {
                let _ = write!(text, " => {{ actions.push(Action::{action}); {outcome} }}");
            }
            None => {
                let _ = write!(text, " => {outcome},");
            }
        }
        text
    }
}
