use std::fmt;

use crate::fault::causes;
use crate::sync::{Mutex, lock};
use crate::{EventReceiver, Fault, FaultKind, StateVariant};

/// Which way a component ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExitKind {
    /// In a `terminal` state, by `Terminate`, or by `stop` in a machine without a `stop:` event.
    Completed,
    /// In a `failure` state, or because its errors could not be handled.
    Failed,
    /// By `abort`, or because its runtime was shut down.
    Aborted,
}

impl fmt::Display for ExitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ExitKind::Completed => "completed",
            ExitKind::Failed => "failed",
            ExitKind::Aborted => "aborted",
        })
    }
}

/// What a component leaves: events it took out and did not handle, and its closed mailbox.
pub(crate) struct Unhandled<E> {
    pub(crate) events: Vec<E>,
    pub(crate) mailbox: Option<EventReceiver<E>>,
}

/// How a component ended, and what it left: see [`Handle::join`](crate::Handle::join).
pub struct Exit<S, E> {
    pub(crate) kind: ExitKind,
    state: Option<S>,
    faults: Vec<Fault>,
    pub(crate) completion_fault: Option<Fault>,
    unhandled: Mutex<Unhandled<E>>,
    in_hand: Option<&'static str>,
}

impl<S, E> Exit<S, E> {
    pub(crate) fn new(
        kind: ExitKind,
        state: Option<S>,
        faults: Vec<Fault>,
        unhandled: Unhandled<E>,
        in_hand: Option<&'static str>,
    ) -> Self {
        Exit {
            kind,
            state,
            faults,
            completion_fault: None,
            unhandled: Mutex::new(unhandled),
            in_hand,
        }
    }

    /// Which way it ended.
    pub fn kind(&self) -> ExitKind {
        self.kind
    }

    /// The final state; `None` only when an arm that uses `move` panicked and took it along.
    pub fn state(&self) -> Option<&S> {
        self.state.as_ref()
    }

    /// What went wrong, oldest first, the last 32 of it. A fault that the machine recovered from
    /// is here too, so that the first cause of a later failure can be read.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// What went wrong in the completion hook, if it did. It does not change how the component
    /// ended.
    pub fn completion_fault(&self) -> Option<&Fault> {
        self.completion_fault.as_ref()
    }

    /// The accepted events that were never handled, in order: postponed ones, then those still in
    /// the mailbox. Each is given once. An event whose `send` has not returned yet may come with a
    /// later call.
    pub fn take_unhandled(&self) -> Vec<E> {
        let mut left = lock(&self.unhandled);
        let mut events = std::mem::take(&mut left.events);
        if let Some(mailbox) = &mut left.mailbox {
            events.extend(mailbox.drain());
        }
        events
    }

    /// The name of the event whose actions were being executed when the component was aborted.
    pub fn in_hand(&self) -> Option<&'static str> {
        self.in_hand
    }
}

impl<S: StateVariant, E> fmt::Debug for Exit<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = lock(&self.unhandled);
        let mailbox = left.mailbox.as_ref().map_or(0, EventReceiver::len);
        let unhandled = left.events.len() + mailbox;
        f.debug_struct("Exit")
            .field("kind", &self.kind)
            .field("state", &self.state.as_ref().map(S::variant_name))
            .field("faults", &self.faults)
            .field("unhandled", &unhandled)
            .field("in_hand", &self.in_hand)
            .finish()
    }
}

/// One line: which way it ended and in which state, and where it failed by a fault, the last fault
/// with all its causes. What a `failure` state holds is in [`state`](Exit::state).
impl<S: StateVariant, E> fmt::Display for Exit<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_ending(f)?;
        if self.kind != ExitKind::Failed {
            return Ok(());
        }
        let mut last = self.faults.iter().rev();
        let Some(fault) = last.next() else {
            return Ok(());
        };
        write!(f, ", {}", causes(fault))?;
        // That it is stuck is no reason: what it could not get over is.
        match last.next() {
            Some(before) if fault.kind() == FaultKind::Stuck => {
                write!(f, "; before that {}", causes(before))
            }
            _ => Ok(()),
        }
    }
}

impl<S: StateVariant, E> Exit<S, E> {
    fn fmt_ending(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        match &self.state {
            Some(state) => write!(f, " in state `{}`", state.variant_name()),
            None => Ok(()),
        }
    }
}

/// A component that was run in place ended as failed: the error of
/// [`SelfSupervisedExt::run`](crate::SelfSupervisedExt::run). Its source is the last fault.
pub struct RunError<S, E>(pub(crate) Box<Exit<S, E>>);

/// What running a component in place gives: see
/// [`SelfSupervisedExt::run`](crate::SelfSupervisedExt::run).
pub type RunResult<S, E> = Result<Exit<S, E>, RunError<S, E>>;

impl<S, E> RunError<S, E> {
    /// The exit.
    pub fn exit(&self) -> &Exit<S, E> {
        &self.0
    }

    /// The exit, by value.
    pub fn into_exit(self) -> Exit<S, E> {
        *self.0
    }
}

impl<S: StateVariant, E> fmt::Debug for RunError<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RunError").field(&self.0).finish()
    }
}

impl<S: StateVariant, E> fmt::Display for RunError<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the component ")?;
        self.0.fmt_ending(f)
    }
}

impl<S: StateVariant, E> std::error::Error for RunError<S, E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let fault = self.0.faults.last()?;
        Some(fault)
    }
}
