use std::any::Any;
use std::fmt;

use crate::sync::{Mutex, lock};
use crate::{BoxError, StateVariant};

/// What can go wrong in a machine.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FsmError {
    /// The machine has no way to take this event in this state, or says `reject`.
    #[error("state `{state}` does not take `{event}`")]
    UnhandledEvent {
        /// The state's name.
        state: &'static str,
        /// The event's name, or `timeout` or `every`.
        event: &'static str,
    },

    /// Too many events wait for a change of state; the one that did not fit is handed back.
    #[error("state `{state}` cannot postpone `{event}`: {bound} events are postponed already")]
    PostponeFull {
        /// The state's name.
        state: &'static str,
        /// The event's name.
        event: &'static str,
        /// How many events can be postponed.
        bound: usize,
        /// The event itself.
        refused: Refused,
    },

    /// A closure of the expression form failed, or an action of
    /// [`FsmAction`](crate::FsmAction): a message, where there is no typed error.
    #[error("{0}")]
    HandlerError(String),

    /// A closure or an action failed with an error of its own.
    #[error("a handler failed")]
    Handler(#[source] BoxError),

    /// An action failed.
    #[error("action {number} of {of} failed")]
    Action {
        /// Which of the actions, from 1.
        number: usize,
        /// How many there were.
        of: usize,
        /// Why.
        #[source]
        source: BoxError,
    },

    /// A panic in an arm that uses `move` took the state with it: the machine has failed.
    #[error("the state was lost when an arm that uses `move` panicked")]
    StateLost,
}

/// What a step without closures can fail with. It has nothing to drop: what may have costs each step
/// that did not fail a call.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Refusal {
    Unhandled {
        state: &'static str,
        event: &'static str,
    },
    Lost,
}

impl Refusal {
    pub(crate) fn unhandled<S: StateVariant>(state: &S, event: &'static str) -> Self {
        Refusal::Unhandled {
            state: state.variant_name(),
            event,
        }
    }
}

impl From<Refusal> for FsmError {
    #[cold]
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Unhandled { state, event } => FsmError::UnhandledEvent { state, event },
            Refusal::Lost => FsmError::StateLost,
        }
    }
}

/// What a step of the erased machine can fail with: as little to carry along.
#[derive(Debug)]
pub(crate) enum StepError {
    Refused(Refusal),
    Failed(Box<FsmError>),
}

impl From<Refusal> for StepError {
    fn from(refusal: Refusal) -> Self {
        StepError::Refused(refusal)
    }
}

impl From<FsmError> for StepError {
    #[cold]
    fn from(error: FsmError) -> Self {
        StepError::Failed(Box::new(error))
    }
}

impl From<StepError> for FsmError {
    #[cold]
    fn from(error: StepError) -> Self {
        match error {
            StepError::Refused(refusal) => refusal.into(),
            StepError::Failed(error) => *error,
        }
    }
}

impl FsmError {
    /// Whether the machine decided so, and would again.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(
            self,
            FsmError::UnhandledEvent { .. } | FsmError::PostponeFull { .. }
        )
    }

    /// An error with a cause that is kept as its `source()`.
    pub fn handler(source: impl Into<BoxError>) -> Self {
        FsmError::Handler(source.into())
    }
}

/// An event inside an error: take it back with [`Refused::take`].
pub struct Refused(Mutex<Option<Box<dyn Any + Send>>>);

impl Refused {
    pub(crate) fn new<E: Send + 'static>(event: E) -> Self {
        Refused(Mutex::new(Some(Box::new(event))))
    }

    /// The event, once; `None` when it was taken already or has another type.
    pub fn take<E: 'static>(&self) -> Option<E> {
        let mut kept = lock(&self.0);
        match kept.take()?.downcast::<E>() {
            Ok(event) => Some(*event),
            Err(other) => {
                *kept = Some(other);
                None
            }
        }
    }
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Refused(..)")
    }
}
