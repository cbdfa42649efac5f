//! What the macros write for one machine, behind one object-safe trait.
//!
//! The item form implements it on the machine's own type; the expression form fills
//! [`Closures`](super::closures::Closures) with the same bodies as closures. All that is common
//! to machines is in [`step`](super::step).

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use super::{FsmError, Machine, Slot, Topology, Transition};

/// A boxed future that can be sent to another thread.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A trigger, told apart as the arms need it.
#[derive(Debug)]
pub enum Input<E> {
    /// An event.
    Event(E),
    /// A `timeout` that expired.
    Timeout,
    /// An `every` that came round, by its clock's number.
    Every(u16),
}

impl<E: crate::EventVariant> Input<E> {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Input::Event(event) => event.variant_name(),
            Input::Timeout => "timeout",
            Input::Every(_) => "every",
        }
    }
}

/// What the arms say about one input.
#[derive(Debug)]
pub enum Decision<S, E> {
    /// Leave the state and enter this one.
    Go(S),
    /// The same, by an arm that took the old state: its exit actions are out already.
    Moved(S),
    /// Nothing changes.
    Stay,
    /// `stay { .. }`: the payload was assigned.
    Assigned,
    /// Keep the event for later.
    Postpone(Input<E>),
    /// `reject`
    Reject(Input<E>),
    /// No arm took it.
    Unhandled(Input<E>),
    /// An arm that is a closure, by number.
    Call(u16, Input<E>),
    /// The state was lost by a panic in an earlier `move`.
    Lost,
}

/// A closure that the library asks the expression form to run.
#[derive(Debug)]
pub enum Call<'a, E> {
    /// An arm on an event.
    Arm(u16, &'a E),
    /// An arm on a clock.
    Clock(u16),
    /// The `on_exit` closure of a node, if it has one.
    Exit(u16),
    /// The `on_entry` closure of a node, if it has one.
    Entry(u16),
    /// An `unhandled` closure.
    Unhandled(u16, &'a E),
}

/// What a closure gave.
#[derive(Debug)]
pub enum Called<S, A> {
    /// An arm's transition.
    Transition(Transition<S, A>),
    /// The actions of a hook; none also where there is no closure.
    Actions(Vec<A>),
}

/// One machine, as the macros write it. What a machine has none of is not written.
pub trait Rules<S, E, C, A> {
    /// The tables.
    fn topology(&self) -> &'static Topology;

    /// The number of a state's node.
    fn node(&self, state: &S) -> u16;

    /// The state that a component begins in. The expression form is given its state.
    fn initial(&self) -> S {
        unreachable!("an expression's machine has its state")
    }

    /// Finds the arm for an input in the state of `node` and evaluates guard, target and transition actions.
    fn decide(
        &mut self,
        slot: &mut Slot<S>,
        node: u16,
        input: Input<E>,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Decision<S, E>;

    /// The `on_exit do` actions of a node.
    fn exit(&mut self, node: u16, state: &S, context: &C, actions: &mut Vec<A>) {
        let _ = (node, state, context, actions);
    }

    /// The `on_entry do` actions of a node.
    fn entry(&mut self, node: u16, state: &S, context: &C, actions: &mut Vec<A>) {
        let _ = (node, state, context, actions);
    }

    /// The time of a clock.
    fn clock(&mut self, clock: u16, state: &S, context: &C) -> Duration {
        let _ = (clock, state, context);
        Duration::MAX
    }

    /// The task of a node.
    fn task(&mut self, node: u16, state: &S, context: &C) -> Option<BoxFuture<'static, E>> {
        let _ = (node, state, context);
        None
    }

    /// Whether this is the event that errors become: `unhandled` never covers it.
    fn is_error(&self, event: &E) -> bool {
        let _ = event;
        false
    }

    /// Runs a closure of the expression form. The item form has none.
    fn call<'a>(
        &'a mut self,
        call: Call<'a, E>,
        state: &'a S,
        context: &'a mut C,
    ) -> BoxFuture<'a, Result<Called<S, A>, FsmError>> {
        let _ = (call, state, context);
        Box::pin(async { Ok(Called::Actions(Vec::new())) })
    }
}

/// The rules of a machine `M`, as [`Machine::rules`] gives them.
pub trait RulesOf<M: Machine>:
    Rules<M::State, M::Event, M::Context, M::Action> + Send + 'static
{
}

impl<M, R> RulesOf<M> for R
where
    M: Machine,
    R: Rules<M::State, M::Event, M::Context, M::Action> + Send + 'static,
{
}

/// The rules of a machine that does not compile: what its type needs so that the code around it
/// does, and only the one error is seen. It never runs.
#[derive(Debug)]
pub struct Broken;

impl<S, E, C, A> Rules<S, E, C, A> for Broken {
    fn topology(&self) -> &'static Topology {
        const NONE: &Topology = &Topology::new(&[]);
        NONE
    }

    fn node(&self, _: &S) -> u16 {
        0
    }

    fn decide(
        &mut self,
        _: &mut Slot<S>,
        _: u16,
        input: Input<E>,
        _: &C,
        _: &mut Vec<A>,
    ) -> Decision<S, E> {
        Decision::Unhandled(input)
    }
}
