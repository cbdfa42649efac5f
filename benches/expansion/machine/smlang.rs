//! The machine with smlang: a list of transitions, with actions and guards that are methods of the context. An action is
//! given what its state and its event hold, so those of states with different payloads are different methods, and a
//! wildcard cannot stand for them: what all states do alike is a line per kind of payload. A state with a payload that
//! stays as it is returns it anew. There are no clocks: that a state has lasted too long is an event, and whoever sends it
//! asks the state how long it may last. What is not in the list is rejected.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Arm, Outcome, Payload, Shape};

/// The transitions, and the methods that they name.
#[derive(Default)]
struct Listed {
    transitions: String,
    methods: BTreeMap<String, String>,
}

impl Payload {
    fn name(self) -> &'static str {
        match self {
            Payload::None => "bare",
            Payload::Fields => "number",
            Payload::Tuple => "text",
        }
    }

    /// What comes after the name of a state or event that has it.
    fn held(self) -> &'static str {
        match self {
            Payload::None => "",
            Payload::Fields => "(u32)",
            Payload::Tuple => "(String)",
        }
    }

    /// What a method returns for a state that has it.
    fn result(self) -> &'static str {
        match self {
            Payload::None => "()",
            Payload::Fields => "u32",
            Payload::Tuple => "String",
        }
    }

    /// What a method is given of the state it is in.
    fn of_state(self) -> &'static str {
        match self {
            Payload::None => "",
            Payload::Fields => ", own: &u32",
            Payload::Tuple => ", own: &String",
        }
    }
}

impl Shape {
    /// The crate that uses smlang.
    pub fn smlang(&self) -> String {
        let mut text = String::from(
            "#![allow(dead_code, unused_variables)]\n\nuse std::time::Duration;\n\nuse smlang::statemachine;\n\n\
             #[derive(Debug)]\npub enum Action {\n    Beep,\n    Count(u32),\n}\n\n\
             pub struct Context {\n    pub limit: u32,\n    pub patience: Duration,\n    \
             pub actions: Vec<Action>,\n}\n\nstatemachine! {\n    derive_states: [Clone, Debug],\n    \
             derive_events: [Debug],\n    transitions: {\n",
        );
        let mut listed = Listed::default();
        for state in 0..self.states - 1 {
            let timeout = self.timeout(state).map(|_| {
                let target = self.working(state + 1);
                Outcome::Go(target, "1".to_owned())
            });
            if let Some(outcome) = timeout {
                listed.transition(self, &[state], None, &outcome, None, None);
            }
            let arms = self.own_arms(state);
            for (at, arm) in arms.iter().enumerate() {
                listed.arm(self, &[state], &arms[..at], arm);
            }
        }
        for arm in self.any_arms() {
            for payload in [Payload::None, Payload::Fields, Payload::Tuple] {
                let states: Vec<_> = (0..self.states - 1)
                    .filter(|state| self.payload(*state) == payload)
                    .collect();
                if !states.is_empty() {
                    listed.arm(self, &states, &[], &arm);
                }
            }
        }
        // The first of all is marked as the one to start in.
        let _ = write!(text, "        *{}", listed.transitions.trim_start());
        text.push_str("    },\n}\n\nimpl StateMachineContext for Context {\n");
        for method in listed.methods.values() {
            text.push_str(method);
        }
        text.push_str(
            "}\n\nimpl States {\n    /// How long the state may last.\n    \
             pub fn timeout(&self, context: &Context) -> Option<Duration> {\n        match self {\n",
        );
        for state in 0..self.states - 1 {
            if let Some(time) = self.timeout(state) {
                let payload = match self.payload(state) {
                    Payload::None => "",
                    _ => "(_)",
                };
                let _ = writeln!(
                    text,
                    "            States::S{state}{payload} => Some({time}),"
                );
            }
        }
        text.push_str("            _ => None,\n        }\n    }\n}\n");
        text
    }
}

impl Listed {
    /// One line per event of an arm, in states that have the same payload.
    fn arm(&mut self, shape: &Shape, states: &[usize], before: &[Arm], arm: &Arm) {
        for (event, _) in &arm.events {
            let of_event = |other: &&Arm| other.events.iter().any(|(other, _)| other == event);
            // What comes after a guarded one says that its guard did not hold.
            let guard = match &arm.guard {
                Some(guard) => Some(("", guard)),
                None => {
                    let earlier = before.iter().find(of_event);
                    earlier.and_then(|arm| Some(("!", arm.guard.as_ref()?)))
                }
            };
            let action = arm.action.as_deref();
            self.transition(shape, states, Some(*event), &arm.outcome, action, guard);
        }
    }

    /// `S1(u32) + E2(String) [guard] / action = S2(String),` where no event is the one that time is up.
    fn transition(
        &mut self,
        shape: &Shape,
        states: &[usize],
        event: Option<usize>,
        outcome: &Outcome,
        action: Option<&str>,
        guard: Option<(&str, &String)>,
    ) {
        let (name, held) = match event {
            Some(event) => (format!("E{event}"), Payload::of(event)),
            None => ("TimedOut".to_owned(), Payload::None),
        };
        let own = shape.payload(states[0]);
        let (target, value) = match outcome {
            Outcome::Reject => return,
            Outcome::Stay => (None, ""),
            Outcome::Go(state, value) => (Some(*state), value.as_str()),
        };
        let next = target.map_or(own, |target| shape.payload(target));
        let states: Vec<_> = states
            .iter()
            .map(|state| format!("{}{}", shape.name(*state), own.held()))
            .collect();
        let mut line = format!("        {} + {name}{}", states.join(" | "), held.held());
        if let Some((not, guard)) = guard {
            let method = self.guard(own, held, guard);
            let _ = write!(line, " [{not}{method}]");
        }
        // Also a transition without an action has one, where something has to make the next payload.
        if action.is_some() || next != Payload::None {
            let returned = match (target, next) {
                (_, Payload::None) => "()".to_owned(),
                (None, Payload::Fields) => "*own".to_owned(),
                (None, Payload::Tuple) => "own.clone()".to_owned(),
                (Some(_), Payload::Fields) => value.to_owned(),
                (Some(_), Payload::Tuple) => format!("({value}).to_string()"),
            };
            let mut body = String::new();
            if let Some(action) = action {
                let _ = write!(body, "self.actions.push(Action::{action}); ");
            }
            let _ = write!(body, "Ok({returned})");
            let wanted = format!(
                "{}_{}_{}_{}",
                if action.is_some() { "act" } else { "pass" },
                name.to_lowercase(),
                own.name(),
                if target.is_some() {
                    next.name()
                } else {
                    "same"
                },
            );
            let event = match held {
                Payload::None => "",
                Payload::Fields => ", count: u32",
                Payload::Tuple => ", text: String",
            };
            let method = self.method(&wanted, |name| {
                let (own, next) = (own.of_state(), next.result());
                format!("    fn {name}(&mut self{own}{event}) -> Result<{next}, ()> {{ {body} }}\n")
            });
            let _ = write!(line, " / {method}");
        }
        if let Some(target) = target {
            let _ = write!(line, " = {}{}", shape.name(target), next.held());
        }
        let _ = writeln!(self.transitions, "{line},");
    }

    fn guard(&mut self, own: Payload, held: Payload, guard: &str) -> String {
        let guard = guard.replace("*count", "*own").replace("context.", "self.");
        let event = match held {
            Payload::None => "",
            Payload::Fields => ", count: &u32",
            Payload::Tuple => ", text: &String",
        };
        let wanted = format!("limited_{}_{}", own.name(), held.name());
        self.method(&wanted, |name| {
            let own = own.of_state();
            format!("    fn {name}(&self{own}{event}) -> Result<bool, ()> {{ Ok({guard}) }}\n")
        })
    }

    /// The method of this name, or one that is numbered where that is another.
    fn method(&mut self, wanted: &str, write: impl Fn(&str) -> String) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        loop {
            let text = write(&name);
            let kept = self.methods.entry(name.clone()).or_insert(text.clone());
            if *kept == text {
                return name;
            }
            number += 1;
            name = format!("{wanted}_{number}");
        }
    }
}
