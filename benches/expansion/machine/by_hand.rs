//! The machine as nested matches.

use std::fmt::Write;

use super::{Arm, Outcome, Payload, Shape};

impl Shape {
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
                let target = self.target(self.working(state + 1), "1");
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
                let _ = writeln!(text, "            {}", arm.by_hand(self));
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
            let _ = writeln!(text, "        {}", arm.by_hand(self));
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
}

impl Arm {
    /// `Event::E1(text) if GUARD => { actions.push(Action); Some(State::Target) }`
    fn by_hand(&self, shape: &Shape) -> String {
        let mut text = self.pattern("Event::");
        if let Some(guard) = &self.guard {
            let _ = write!(text, " if {guard}");
        }
        let outcome = match &self.outcome {
            Outcome::Go(state, value) => format!("Some(State::{})", shape.target(*state, value)),
            Outcome::Stay => "None".to_owned(),
            Outcome::Reject => "return Err(event)".to_owned(),
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
