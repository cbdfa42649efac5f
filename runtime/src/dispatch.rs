//! What ties a machine to the supervisors that work for it.

use std::future::Future;

use crate::{Machine, Next, StateVariant};

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
    message = "`{Self}` cannot be supervised: add `trait NAME;` behind its `struct` line",
    label = "a machine without a `trait` line",
    note = "the line declares the trait of the work that supervisors do; such a machine has an `error:` header too"
)]
pub trait Drives<T>: Supervised {
    /// Calls the method of the state.
    fn dispatch<'a>(
        supervisor: &'a mut T,
        state: &'a Self::State,
        context: &'a mut Self::Context,
    ) -> impl Future<Output = Next<Self::Event>> + Send + 'a;

    // What `#[supervisor]` asks goes through this trait, so that a machine which cannot be
    // supervised is one error and not one per call.

    /// [`Supervised::error_event`].
    fn event_for_fault(fault: crate::Fault) -> Self::Event {
        Self::error_event(fault)
    }

    /// [`Supervised::stop_event`].
    fn event_for_stop() -> Option<Self::Event> {
        Self::stop_event()
    }

    /// [`Supervised::closed_event`].
    fn event_for_closed(state: &Self::State) -> Option<Self::Event> {
        Self::closed_event(state)
    }

    /// [`Supervised::CLOSED_IS_FAULT`].
    fn closed_is_fault() -> bool {
        Self::CLOSED_IS_FAULT
    }
}

/// The variant of the `error:` header, as the function that makes the event.
#[diagnostic::on_unimplemented(
    message = "the error event cannot hold a `Fault`",
    label = "this variant cannot be made of a `Fault`",
    note = "give it one field: a `Fault`, a `String`, or another type with `From<Fault>`"
)]
pub trait FromFault<P, E> {
    /// The event of a fault.
    fn event(self, fault: crate::Fault) -> E;
}

#[diagnostic::do_not_recommend]
impl<F, P, E> FromFault<P, E> for F
where
    F: FnOnce(P) -> E,
    P: From<crate::Fault>,
{
    fn event(self, fault: crate::Fault) -> E {
        self(fault.into())
    }
}

/// The error event of a fault.
pub fn error_event<P, E>(variant: impl FromFault<P, E>, fault: crate::Fault) -> E {
    variant.event(fault)
}

/// A dispatch was asked of a state that only waits.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("state `{0}` has policy `Block`: it has no work to dispatch")]
pub struct NothingToDispatch(pub &'static str);

/// What a dispatch gives in a state that only waits.
///
/// # Errors
///
/// [`NothingToDispatch`], always.
pub fn nothing_to_dispatch<M: Machine>(state: &M::State) -> Next<M::Event> {
    Err(NothingToDispatch(state.variant_name()).into())
}

/// The default `closed:` event of a state.
pub fn closed_is_error<M: Supervised>(state: &M::State) -> M::Event {
    M::error_event(crate::Fault::channel_closed(state.variant_name()))
}
