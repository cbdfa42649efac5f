//! The pure machine: states, transitions, the graph. It knows no clock but the one it is told,
//! runs no task and does no I/O.

mod calls;
mod clocks;
pub(crate) mod closures;
mod erased;
mod error;
mod inner;
mod looped;
mod parts;
mod postponed;
pub(crate) mod rules;
mod slot;
mod state_machine;
pub(crate) mod step;
pub(crate) mod topology;

pub use error::{FsmError, Refused};
pub(crate) use error::{Refusal, StepError};
pub use rules::BoxFuture;
pub use slot::Slot;
pub use state_machine::StateMachine;
pub use step::{Move, Step};

pub(crate) use parts::Stepped;
pub(crate) use postponed::Origin;
pub(crate) use topology::{NodeKind, Topology};

use crate::ExternalEventMode;
use crate::graph::Graph;
use crate::graph::build::{Declaration, graph};
use rules::{Rules, RulesOf};

/// A type whose variants are the states of a machine. Derive it. The derive also counts every field
/// as read: a payload is there for traces and exits too.
///
/// ```
/// use steadfast::StateVariant;
///
/// #[derive(StateVariant)]
/// enum Door { Open, Locked { code: u32 } }
///
/// assert_eq!(Door::Open.variant_name(), "Open");
/// assert_eq!(Door::Locked { code: 7 }.variant_name(), "Locked");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the states of a machine: add `#[derive(StateVariant)]` to it",
    label = "the enum lacks `#[derive(StateVariant)]`"
)]
pub trait StateVariant {
    /// The variant's name as declared, without its payload.
    fn variant_name(&self) -> &'static str;
}

/// A type whose variants are the events of a machine. Derive it. Events need not be `Clone`.
///
/// ```
/// use steadfast::EventVariant;
///
/// #[derive(EventVariant)]
/// enum Knock { Once, Times(u32) }
///
/// assert_eq!(Knock::Times(3).variant_name(), "Times");
/// assert_eq!(Knock::Once.variant_name(), "Once");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the events of a machine: add `#[derive(EventVariant)]` to it",
    label = "the enum lacks `#[derive(EventVariant)]`"
)]
pub trait EventVariant {
    /// The variant's name as declared, without its payload.
    fn variant_name(&self) -> &'static str;
}

/// What makes a machine step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger<E> {
    /// An event.
    Event(E),
    /// A clock that expired: a `timeout`, or an `every` that came round.
    Timeout,
}

impl<E> From<E> for Trigger<E> {
    fn from(event: E) -> Self {
        Trigger::Event(event)
    }
}

/// Where a closure arm of the expression form goes, and what it asks for on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition<S, A> {
    /// The state to enter. The state it stands in is left first, also when it is the same.
    pub next_state: S,
    /// The actions of the transition, between those of exit and entry.
    pub actions: Vec<A>,
}

/// A machine declared with the item form of [`fsm!`](crate::fsm).
///
/// The macro implements it; the provided methods are the machine itself, without a runtime:
/// nothing here awaits, spawns or looks at a clock.
///
/// ```
/// use steadfast::prelude::*;
///
/// #[derive(Debug, PartialEq, StateVariant)]
/// enum Door { Open, Closed }
/// #[derive(Debug, EventVariant)]
/// enum Hand { Push, Pull }
///
/// fsm! {
///     struct DoorMachine;
///     state: Door;
///     event: Hand;
///     context: ();
///     initial: Closed;
///
///     state Closed { on Pull => Open; on Push => stay; }
///     state Open { on Push => Closed; on Pull => reject; }
/// }
///
/// let mut slot = Slot::new(DoorMachine::initial());
/// let step = DoorMachine::step(&mut slot, Trigger::Event(Hand::Pull), &(), &mut Vec::new());
/// assert!(matches!(step, Ok(Step::Moved(_))));
/// assert_eq!(slot.get(), Some(&Door::Open));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a machine: name the type on the `struct` line of an `fsm!`",
    label = "not declared by an `fsm!`"
)]
pub trait Machine: Declaration + Sized + 'static {
    /// The enum of states.
    type State: StateVariant;
    /// The enum of events.
    type Event: EventVariant;
    /// What guards, targets, actions and clocks can look at.
    type Context;
    /// What transitions ask for; [`NoAction`](crate::NoAction) where the machine declares none.
    type Action;

    /// The declaration as data, for pictures of it and for tools: see [`graph`](crate::graph).
    const GRAPH: Graph = graph::<Self>();

    /// An error where the types cannot be those of a machine: see `checked.rs`.
    #[doc(hidden)]
    const CHECKED: bool = true;

    /// The state that a component begins in.
    fn initial() -> Self::State {
        Rules::initial(&Self::rules())
    }

    #[doc(hidden)]
    fn rules() -> impl RulesOf<Self>;

    /// Never called: here the compiler checks that each state says something about each event.
    #[doc(hidden)]
    fn exhaustive() {}

    /// Takes one trigger: finds the arm, evaluates guard, target, transition actions, exit
    /// actions, entry actions and clocks in that order, then commits. Actions are appended to
    /// `actions` in the order exit, transition, entry.
    ///
    /// # Errors
    ///
    /// [`FsmError::UnhandledEvent`] when no arm takes the trigger or the arm says `reject`;
    /// [`FsmError::StateLost`] after a panic in a `move` arm.
    ///
    /// # Panics
    ///
    /// When an expression of the machine does. Then the state is what it was and no action is
    /// appended; only `move` loses the state.
    #[inline]
    fn step(
        slot: &mut Slot<Self::State>,
        trigger: Trigger<Self::Event>,
        context: &Self::Context,
        actions: &mut Vec<Self::Action>,
    ) -> Result<Step<Self::Event>, FsmError> {
        let step = step::step(&mut Self::rules(), slot, trigger, context, actions);
        slot.drop_left();
        step.map_err(FsmError::from)
    }

    /// A machine that has entered its initial state: the entry actions are appended to `actions`.
    ///
    /// # Panics
    ///
    /// When an entry action or a timeout expression does.
    fn start(
        context: &Self::Context,
        actions: &mut Vec<Self::Action>,
    ) -> StateMachine<Self::State, Self::Event, Self::Context, Self::Action> {
        let mut machine = Self::machine(Self::initial());
        // An error would be that of a lost state, and this one was just put in.
        let _ = machine.enter_now(context, actions);
        machine
    }

    /// A machine that goes on in `state`: entry actions do not run again. Its clocks start anew.
    fn resume(
        state: Self::State,
    ) -> StateMachine<Self::State, Self::Event, Self::Context, Self::Action> {
        let mut machine = Self::machine(state);
        machine.mark_resumed();
        machine
    }

    /// A machine about to enter `state`: what
    /// [`Supervisor::build_state_machine`](crate::Supervisor::build_state_machine) returns.
    fn machine(
        state: Self::State,
    ) -> StateMachine<Self::State, Self::Event, Self::Context, Self::Action> {
        StateMachine::new(state, Box::new(Self::rules()))
    }

    /// How a state looks at external events, as declared.
    fn policy(state: &Self::State) -> ExternalEventMode {
        let rules = Self::rules();
        let node = rules.node(state);
        rules.topology().nodes[usize::from(node)].policy
    }

    /// Whether a state ends the machine, and whether as failed.
    #[doc(hidden)]
    fn is_terminal(state: &Self::State) -> bool {
        let rules = Self::rules();
        rules.topology().ends(rules.node(state)).is_some()
    }
}
