//! What ties a machine to the supervisors that work for it.

use std::future::Future;

use crate::{Machine, Next};

/// A machine that supervisors can be written for: it has a `trait` line, and so an error event.
pub trait Supervised: Machine {
    /// The error event of a fault.
    fn error_event(fault: crate::Fault) -> Self::Event;

    /// The `stop:` event.
    fn stop_event() -> Option<Self::Event> {
        None
    }

    /// The `closed:` event of a state; `None` for `closed: ignore`.
    fn closed_event(state: &Self::State) -> Option<Self::Event>;

    /// Whether the closed event is the default one: an error event.
    const CLOSED_IS_FAULT: bool;
}

/// A machine whose working states are dispatched to `T`.
///
/// Implemented on the machine's side for every `T` with the machine's dispatch trait, so that
/// `#[supervisor(Machine)]` needs no other path.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no work for the states of `{Self}`",
    label = "implement the dispatch trait of `{Self}` (the one of its `trait` line) for `{T}`",
    note = "one async method per state with policy `Poll`, `Race` or `Ignore`; where all states are `Block`, an empty impl"
)]
pub trait Drives<T>: Supervised {
    /// Calls the method of the state.
    fn dispatch<'a>(
        supervisor: &'a mut T,
        state: &'a Self::State,
        context: &'a mut Self::Context,
    ) -> impl Future<Output = Next<Self::Event>> + Send + 'a;
}

/// A dispatch was asked of a state that only waits.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("state `{0}` has policy `Block`: it has no work to dispatch")]
pub struct NothingToDispatch(pub &'static str);

/// What a completion method may return.
pub trait Completion {
    /// As a result.
    ///
    /// # Errors
    ///
    /// The method's own.
    fn into_result(self) -> Result<(), crate::BoxError>;
}

impl Completion for () {
    fn into_result(self) -> Result<(), crate::BoxError> {
        Ok(())
    }
}

impl<E: Into<crate::BoxError>> Completion for Result<(), E> {
    fn into_result(self) -> Result<(), crate::BoxError> {
        self.map_err(Into::into)
    }
}
