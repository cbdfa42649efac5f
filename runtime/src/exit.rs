use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::{Fault, StateVariant};

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

/// How a component ended, and what it left: see [`Handle::join`](crate::Handle::join).
pub struct Exit<S, E> {
    pub(crate) kind: ExitKind,
    state: Option<S>,
    faults: Vec<Fault>,
    pub(crate) completion_fault: Option<Fault>,
    unhandled: Mutex<Vec<E>>,
    in_hand: Option<&'static str>,
}

impl<S, E> Exit<S, E> {
    pub(crate) fn new(
        kind: ExitKind,
        state: Option<S>,
        faults: Vec<Fault>,
        unhandled: Vec<E>,
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
    /// the mailbox. The first call gets them; later ones get nothing.
    pub fn take_unhandled(&self) -> Vec<E> {
        std::mem::take(
            &mut *self
                .unhandled
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// The name of the event whose actions were being executed when the component was aborted.
    pub fn in_hand(&self) -> Option<&'static str> {
        self.in_hand
    }
}

impl<S: StateVariant, E> fmt::Debug for Exit<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unhandled = self
            .unhandled
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .len();
        f.debug_struct("Exit")
            .field("kind", &self.kind)
            .field("state", &self.state.as_ref().map(S::variant_name))
            .field("faults", &self.faults)
            .field("unhandled", &unhandled)
            .field("in_hand", &self.in_hand)
            .finish()
    }
}

impl<S: StateVariant, E> fmt::Display for Exit<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        if let Some(state) = &self.state {
            write!(f, " in state `{}`", state.variant_name())?;
        }
        if let Some(fault) = self.faults.last() {
            write!(f, ", {fault}")?;
        }
        Ok(())
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
        write!(f, "the component {}", self.0)
    }
}

impl<S: StateVariant, E> std::error::Error for RunError<S, E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        // The fault itself stands in the message already.
        self.0
            .faults
            .last()
            .and_then(|fault| std::error::Error::source(fault))
    }
}
