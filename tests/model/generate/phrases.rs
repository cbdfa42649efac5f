//! Random outcomes, targets, actions and expressions.

use super::words::{STATES, Target};
use super::{Cause, Extra, Sight, Writer};

impl Writer {
    pub(super) fn unhandled(&mut self) -> String {
        if self.extra == Extra::Closures && self.random.percent(50) {
            return self.closure("refuse", Cause::Event);
        }
        self.random.pick(&["reject", "stay", "postpone"]).to_owned()
    }

    /// An outcome with its actions and the `;`.
    pub(super) fn deed(&mut self, sight: &Sight, event: &[&'static str], cause: Cause) -> String {
        if self.extra == Extra::Closures && cause != Cause::Either && self.random.percent(20) {
            return format!("{};", self.closure("travel", cause));
        }
        let moves = self.extra == Extra::Moves && sight.own && !sight.bound.is_empty();
        if moves && self.random.percent(30) {
            // What the state held is the arm's own, as what the event holds.
            let names = [sight.bound, event].concat();
            let at = self.random.below(STATES.len());
            let target = self.target(at, |writer| writer.payload(&[], &names, false));
            let actions = self.actions(&[], &names, false);
            return format!("move {target} do {actions};");
        }
        let assigns = cause == Cause::Error && self.random.percent(30);
        let outcome = match if assigns { 18 } else { self.random.below(100) } {
            0..18 => "stay".to_owned(),
            18..30 => {
                if sight.fields.is_empty() {
                    "stay".to_owned()
                } else {
                    let field = self.random.pick(sight.fields);
                    let value = self.ask("value", sight.bound, event);
                    format!("stay {{ {field}: {value} }}")
                }
            }
            30..50 if cause == Cause::Event => "postpone".to_owned(),
            50..58 if cause == Cause::Event => return "reject;".to_owned(),
            58..60 => "Good(7)".to_owned(),
            _ => {
                let at = self.random.below(STATES.len());
                let (bound, event) = (sight.bound, event.to_vec());
                self.target(at, |writer| writer.payload(bound, &event, !sight.own))
            }
        };
        if self.random.percent(45) {
            return format!("{outcome};");
        }
        let actions = self.actions(sight.bound, event, !sight.own);
        format!("{outcome} do {actions};")
    }

    /// A closure that asks the context, for an event or for what has none.
    pub(super) fn closure(&mut self, word: &str, cause: Cause) -> String {
        self.site += 1;
        let site = self.site;
        let mut given = vec!["state.size()"];
        let event = match cause {
            Cause::Event | Cause::Error => {
                given.push("event.size()");
                "event: &Event, "
            }
            Cause::Clock | Cause::Either => "",
        };
        let moves = match self.random.percent(30) {
            true => {
                given.push("home");
                "move "
            }
            false => "",
        };
        let given = given.join(" + ");
        format!("{moves}|state: &Life, {event}context: &mut World| context.{word}({site}, {given})")
    }

    pub(super) fn target(
        &mut self,
        at: usize,
        mut payload: impl FnMut(&mut Writer) -> String,
    ) -> String {
        let name = STATES[at].name;
        match STATES[at].target {
            Target::Unit => name.to_owned(),
            Target::Tuple(count) => {
                let values: Vec<_> = (0..count).map(|_| payload(self)).collect();
                format!("{name}({})", values.join(", "))
            }
            Target::Named(fields) => {
                let values: Vec<_> = fields
                    .iter()
                    .map(|field| format!("{field}: {}", payload(self)))
                    .collect();
                format!("{name} {{ {} }}", values.join(", "))
            }
        }
    }

    /// A number for a payload. What it is made of stays small.
    pub(super) fn payload(&mut self, bound: &[&str], event: &[&str], size: bool) -> String {
        match self.random.below(4) {
            0 => self.random.below(9).to_string(),
            1 if !event.is_empty() => self.random.pick(event).to_owned(),
            1 if !bound.is_empty() => format!("*{}", self.random.pick(bound)),
            _ => self.ask_in("value", bound, event, size),
        }
    }

    pub(super) fn actions(&mut self, bound: &[&str], event: &[&str], size: bool) -> String {
        let mut actions = Vec::new();
        for _ in 0..1 + self.random.below(2) {
            self.site += 1;
            let site = self.site;
            actions.push(match self.random.below(12) {
                0 => format!("Slow({site})"),
                1 => format!("Risk({site})"),
                2..5 => format!("Note({site})"),
                _ => format!("Tell({site}, {})", self.payload(bound, event, size)),
            });
        }
        format!("[{}]", actions.join(", "))
    }

    pub(super) fn guard(&mut self, bound: &[&str], event: &[&str]) -> String {
        let first = self.ask("guard", bound, event);
        match self.random.percent(20) {
            true => format!("{first} && {}", self.ask("guard", bound, event)),
            false => first,
        }
    }

    pub(super) fn ask(&mut self, word: &str, bound: &[&str], event: &[&str]) -> String {
        self.ask_in(word, bound, event, bound.is_empty())
    }

    /// A question to the context; `size` is whether `state` is in scope.
    pub(super) fn ask_in(
        &mut self,
        word: &str,
        bound: &[&str],
        event: &[&str],
        size: bool,
    ) -> String {
        self.site += 1;
        let site = self.site;
        let mut given: Vec<String> = bound.iter().map(|name| format!("*{name}")).collect();
        given.extend(event.iter().map(|name| (*name).to_owned()));
        if size {
            given.push("state.size()".to_owned());
        }
        given.retain(|_| self.random.percent(70));
        if given.is_empty() {
            given.push(self.random.below(9).to_string());
        }
        format!("context.{word}({site}, {})", given.join(" + "))
    }
}
