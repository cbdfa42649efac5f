//! The machine in `fsm!`.

use std::fmt::Write;

use super::{Arm, Outcome, Shape};

impl Shape {
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
                let target = self.target(self.working(state + 1), "1");
                let _ = writeln!(text, "        timeout {time} => {target};");
            }
            for arm in self.own_arms(state) {
                let _ = writeln!(text, "        {}", arm.declared(self));
            }
            text.push_str("    }\n");
        }
        text.push_str("    any {\n");
        for arm in self.any_arms() {
            let _ = writeln!(text, "        {}", arm.declared(self));
        }
        text.push_str("    }\n    terminal state Done;\n}\n");
        text
    }
}

impl Arm {
    /// `on E1(text) if GUARD => Target do [Action];`
    fn declared(&self, shape: &Shape) -> String {
        let mut text = format!("on {}", self.pattern(""));
        if let Some(guard) = &self.guard {
            let _ = write!(text, " if {guard}");
        }
        let outcome = match &self.outcome {
            Outcome::Go(state, value) => &shape.target(*state, value),
            Outcome::Stay => "stay",
            Outcome::Reject => "reject",
        };
        let _ = write!(text, " => {outcome}");
        if let Some(action) = &self.action {
            let _ = write!(text, " do [{action}]");
        }
        text.push(';');
        text
    }
}
