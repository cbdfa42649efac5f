//! The record of a run.

use std::fmt::{self, Debug};
use std::sync::Arc;

use super::entry::{Entry, Outcome};
use crate::fault::causes;
use crate::sync::{Mutex, MutexGuard, lock};
use crate::{EventVariant, Fault, FsmError, Observe, StateVariant, Trigger};

/// The trigger of a clock.
pub(super) const TIMEOUT: &str = "timeout";

/// Records what a component does, step by step: give a clone of it to `spawn_observed`, and compare
/// what it says with what you expect. See [`testing`](crate::testing) for an example.
///
/// States and actions are written by their `Debug`, events too, so that payloads can be compared;
/// [`of_names`](Trace::of_names) leaves payloads out.
#[derive(Clone, Default)]
pub struct Trace {
    record: Arc<Mutex<Record>>,
    names_only: bool,
}

#[derive(Default)]
struct Record {
    entries: Vec<Entry>,
    /// A step that was begun and whose outcome is still to come.
    begun: Option<(String, String)>,
    /// Whether the step in hand was told of already, as postponed.
    told: bool,
}

impl Trace {
    /// An empty trace, which writes payloads too.
    #[must_use]
    pub fn new() -> Self {
        Trace::default()
    }

    /// An empty trace, which writes the names of states, events and actions alone: for payloads that
    /// are long, or not the same every time.
    #[must_use]
    pub fn of_names() -> Self {
        Trace {
            names_only: true,
            ..Trace::default()
        }
    }

    /// What happened so far.
    pub fn entries(&self) -> Vec<Entry> {
        self.record().entries.clone()
    }

    /// What happened so far, one line each.
    pub fn lines(&self) -> Vec<String> {
        self.record().entries.iter().map(Entry::to_string).collect()
    }

    /// What happened since the last call, one line each.
    pub fn take(&self) -> Vec<String> {
        let entries = std::mem::take(&mut self.record().entries);
        entries.iter().map(Entry::to_string).collect()
    }

    /// Compares what happened so far with these lines.
    ///
    /// # Panics
    ///
    /// When they differ, with both and a mark at the first difference.
    #[track_caller]
    pub fn assert<L: AsRef<str>>(&self, expected: impl IntoIterator<Item = L>) {
        let found = self.lines();
        let expected: Vec<_> = expected.into_iter().collect();
        let expected: Vec<_> = expected.iter().map(AsRef::as_ref).collect();
        if let Some(difference) = difference(&found, &expected) {
            panic!("{difference}");
        }
    }

    fn record(&self) -> MutexGuard<'_, Record> {
        lock(&self.record)
    }

    fn text(&self, of: &dyn Debug) -> String {
        let text = format!("{of:?}");
        if !self.names_only {
            return text;
        }
        let name = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        name.take(1).collect()
    }
}

/// Where two traces part, with both; nothing where they do not.
fn difference(found: &[String], expected: &[&str]) -> Option<String> {
    let same = found
        .iter()
        .zip(expected)
        .take_while(|(found, expected)| found == expected)
        .count();
    if same == found.len() && same == expected.len() {
        return None;
    }
    let line = |lines: &mut dyn Iterator<Item = &str>| {
        lines
            .next()
            .map_or_else(|| "(the end)".to_owned(), str::to_owned)
    };
    let mut text = format!(
        "the trace differs from line {}:\n  expected: {}\n  found:    {}\nall of it:\n",
        same + 1,
        line(&mut expected.iter().copied().skip(same)),
        line(&mut found.iter().map(String::as_str).skip(same)),
    );
    for (number, line) in found.iter().enumerate() {
        let mark = if number == same { '>' } else { ' ' };
        text.push_str(&format!("{mark} {line}\n"));
    }
    Some(text)
}

impl<S, E, A> Observe<S, E, A> for Trace
where
    S: StateVariant + Debug,
    E: EventVariant + Debug,
    A: Debug,
{
    fn before(&mut self, state: &S, trigger: &Trigger<E>) {
        let trigger = match trigger {
            Trigger::Event(event) => self.text(event),
            Trigger::Timeout => TIMEOUT.to_owned(),
        };
        let state = self.text(state);
        let mut record = self.record();
        record.told = false;
        record.begun = Some((state, trigger));
    }

    fn after(&mut self, state: &S, actions: &[A]) {
        let next = self.text(state);
        let actions = actions.iter().map(|action| self.text(action)).collect();
        let mut record = self.record();
        if !std::mem::take(&mut record.told) {
            record.end(Outcome::Taken { next, actions });
        }
    }

    fn postponed(&mut self, _: &S) {
        let mut record = self.record();
        record.end(Outcome::Postponed);
        record.told = true;
    }

    fn rejected(&mut self, _: &S, _: &FsmError) {
        self.record().end(Outcome::Rejected);
    }

    fn fault(&mut self, fault: &Fault) {
        let mut record = self.record();
        if record.begun.is_none() {
            record.entries.push(Entry {
                state: fault.state().to_owned(),
                trigger: None,
                outcome: Outcome::Fault(causes(fault)),
            });
        } else {
            record.end(Outcome::Fault(causes(fault)));
        }
    }
}

impl Record {
    fn end(&mut self, outcome: Outcome) {
        let (state, trigger) = match self.begun.take() {
            Some((state, trigger)) => (state, Some(trigger)),
            None => (String::new(), None),
        };
        self.entries.push(Entry {
            state,
            trigger,
            outcome,
        });
    }
}

impl fmt::Debug for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.lines()).finish()
    }
}
