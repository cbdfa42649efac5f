//! What generated code asserts once, so that rustc says one thing once.
//!
//! A mistake such as a context that is not `Send` breaks a bound of several impls. So the bounds are
//! asserted in one constant, [`Machine::CHECKED`], at the user's tokens, and the types and functions
//! of those impls have a where-clause `Checked<{ .. }>: Holds` with that constant in it. It always
//! holds. But where the constant is an error, the clause is one too, and rustc says nothing more of
//! an item whose clauses are errors, nor of a type that is made with one.
//!
//! The clauses stand on the items, not on the impls: to know an associated type rustc asks for the
//! clauses of its impl alone. If the constant were among them, then a context with
//! `<Porter as Supervisor>::Event` in it would have to be `Send` for that event to be known.

use crate::{EventVariant, Machine, StateVariant};

/// That something was checked.
#[derive(Debug)]
pub struct Checked<const DONE: bool>;

/// What [`Checked`] does, whatever the outcome.
pub trait Holds {}

impl<const DONE: bool> Holds for Checked<DONE> {}

/// A machine's types by way of a check: where it fails they are errors, of which rustc says nothing.
pub trait Known<const DONE: bool> {
    /// The machine itself.
    type Machine;
    /// [`Machine::State`].
    type State;
    /// [`Machine::Event`].
    type Event;
    /// [`Machine::Context`].
    type Context;
    /// [`Machine::Action`].
    type Action;
}

impl<M: Machine, const DONE: bool> Known<DONE> for M {
    type Machine = M;
    type State = M::State;
    type Event = M::Event;
    type Context = M::Context;
    type Action = M::Action;
}

/// A type by way of a check.
pub trait Same<const DONE: bool> {
    /// The type itself.
    type Type;
}

impl<T, const DONE: bool> Same<DONE> for T {
    type Type = T;
}

/// A machine's states.
#[must_use]
pub const fn state<S: StateVariant>() -> bool {
    true
}

/// A machine's events.
#[must_use]
pub const fn event<E: EventVariant>() -> bool {
    true
}

/// A component's state, event and context: it runs on whatever thread the runtime has for it.
#[must_use]
pub const fn sent_to_another_thread<T: Send>() -> bool {
    true
}

/// A component's state: whoever watches it does so from another thread.
#[must_use]
pub const fn shared_with_another_thread<T: Sync>() -> bool {
    true
}

/// What `#[supervisor]` names.
#[must_use]
pub const fn is_machine<M: Machine>() -> bool {
    true
}

/// A component's mailbox.
///
/// # Panics
///
/// Where the mailbox holds nothing.
#[track_caller]
pub const fn has_room(mailbox: usize) {
    assert!(mailbox > 0, "a mailbox has room for at least one event");
}
