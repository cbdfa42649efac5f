//! The machine with statig: a handler per state, and a superstate for what all do alike. It acts at once, so what the
//! others hand out as actions is put into the context. It has no clocks: that a state has lasted too long is an event, and
//! whoever sends it asks the state how long it may last. An event that nobody takes is ignored, not rejected.

use std::fmt::Write;

use super::{Arm, Outcome, Payload, Shape};

impl Shape {
    /// The crate that uses statig.
    pub fn statig(&self) -> String {
        let mut text = String::from(
            "#![allow(dead_code, unused_variables)]\n\nuse std::time::Duration;\n\nuse statig::prelude::*;\n\n\
             #[derive(Debug)]\npub enum Event {\n    TimedOut,\n",
        );
        for event in 0..self.events {
            let _ = writeln!(text, "    E{event}{},", Payload::of(event).declared());
        }
        text.push_str(
            "}\n\n#[derive(Debug)]\npub enum Action {\n    Beep,\n    Count(u32),\n}\n\n\
             pub struct Context {\n    pub limit: u32,\n    pub patience: Duration,\n    \
             pub actions: Vec<Action>,\n}\n\n#[derive(Default)]\npub struct Machine60;\n\n\
             #[state_machine(initial = \"State::s0()\", state(derive(Clone, Debug)))]\nimpl Machine60 {\n",
        );
        for state in 0..self.states - 1 {
            let _ = writeln!(
                text,
                "    #[state(superstate = \"in_any_state\")]\n    fn s{state}(context: &mut Context, {}event: &Event) -> \
                 Outcome<State> {{\n        match event {{",
                match self.payload(state) {
                    Payload::None => "",
                    Payload::Fields => "count: &mut u32, ",
                    Payload::Tuple => "name: &mut String, ",
                },
            );
            if self.timeout(state).is_some() {
                let target = self.transition(self.working(state + 1), "1");
                let _ = writeln!(text, "            Event::TimedOut => {target},");
            }
            let arms = self.own_arms(state);
            // What is rejected is left to the last arm.
            for arm in arms.iter().filter(|arm| !arm.is_rejection()) {
                let _ = writeln!(text, "            {}", arm.statig(self));
            }
            text.push_str("            _ => Super,\n        }\n    }\n\n");
        }
        text.push_str(
            "    #[superstate]\n    fn in_any_state(context: &mut Context, event: &Event) -> Outcome<State> {\n        \
             match event {\n",
        );
        for arm in self.any_arms() {
            let _ = writeln!(text, "            {}", arm.statig(self));
        }
        text.push_str(
            "            _ => Super,\n        }\n    }\n\n    #[state]\n    fn done(event: &Event) -> Outcome<State> {\n        \
             Handled\n    }\n}\n\nimpl State {\n    /// How long the state may last.\n    \
             pub fn timeout(&self, context: &Context) -> Option<Duration> {\n        match self {\n",
        );
        for state in 0..self.states - 1 {
            if let Some(time) = self.timeout(state) {
                let _ = writeln!(
                    text,
                    "            State::S{state} {{ .. }} => Some({time}),"
                );
            }
        }
        text.push_str("            _ => None,\n        }\n    }\n}\n");
        text
    }

    fn transition(&self, state: usize, value: &str) -> String {
        let name = self.name(state).to_lowercase();
        let payload = match self.payload(state) {
            Payload::None => String::new(),
            Payload::Fields => value.to_owned(),
            Payload::Tuple => format!("({value}).to_string()"),
        };
        format!("Transition(State::{name}({payload}))")
    }
}

impl Arm {
    /// `Event::E1(text) if GUARD => { context.actions.push(Action); Transition(State::target()) }`
    fn statig(&self, shape: &Shape) -> String {
        // The event is borrowed.
        let own = |value: &str| value.replace("count", "*count");
        let mut text = self.pattern("Event::");
        if let Some(guard) = &self.guard {
            let _ = write!(text, " if {guard}");
        }
        let outcome = match &self.outcome {
            Outcome::Go(state, value) => shape.transition(*state, &own(value)),
            Outcome::Stay => "Handled".to_owned(),
            Outcome::Reject => "Super".to_owned(),
        };
        match &self.action {
            Some(action) => {
                let action = own(action);
                let _ = write!(
                    text,
                    " => {{ context.actions.push(Action::{action}); {outcome} }}"
                );
            }
            None => {
                let _ = write!(text, " => {outcome},");
            }
        }
        text
    }
}
