//! One line of a trace.

use std::fmt;

/// One thing that happened in a component: a line of a [`Trace`](super::Trace).
///
/// Its text is written like the arm that was taken:
///
/// - `initial: Idle` at the beginning;
/// - `Idle: on Dial => Dialing { attempt: 1 } do [Call]` and `Dialing { attempt: 1 }: timeout =>
///   Idle` for what the machine took;
/// - `Idle: on Later => postpone` and `Idle: on Odd => reject` for what it did not;
/// - `Idle: on Dial => fault: ..` for a step that broke off;
/// - `Idle: fault: ..` for a fault outside of a step: of the work, a task, or an action after it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The state before; empty at the beginning.
    pub state: String,
    /// The event, or `timeout`; `None` for what is no step: the beginning, and a fault.
    pub trigger: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The machine took it: its state from then on, perhaps the same, and the actions in order.
    Taken {
        /// The state after.
        next: String,
        /// The actions that are now executed.
        actions: Vec<String>,
    },
    /// It is kept for the next change of state.
    Postponed,
    /// It came from outside and is gone.
    Rejected,
    /// Something went wrong; the error event comes next. The text names its causes too.
    Fault(String),
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.trigger {
            Some(trigger) if trigger == super::trace::TIMEOUT => {
                write!(f, "{}: {trigger}", self.state)?;
            }
            Some(trigger) => write!(f, "{}: on {trigger}", self.state)?,
            None if !self.state.is_empty() => write!(f, "{}:", self.state)?,
            None if matches!(self.outcome, Outcome::Fault(_)) => f.write_str("before it began:")?,
            None => f.write_str("initial:")?,
        }
        match (&self.outcome, &self.trigger) {
            (Outcome::Fault(text), None) => write!(f, " fault: {text}"),
            (outcome, None) => write!(f, " {outcome}"),
            (outcome, Some(_)) => write!(f, " => {outcome}"),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Outcome::Taken { next, actions } if actions.is_empty() => f.write_str(next),
            Outcome::Taken { next, actions } => write!(f, "{next} do [{}]", actions.join(", ")),
            Outcome::Postponed => f.write_str("postpone"),
            Outcome::Rejected => f.write_str("reject"),
            Outcome::Fault(text) => write!(f, "fault: {text}"),
        }
    }
}
