//! The expression form: the same bodies as the item form, as closures that may capture.

use std::fmt;
use std::time::Duration;

use super::rules::{BoxFuture, Call, Called, Decision, Input, Rules};
use super::topology::Topology;
use super::{FsmError, Slot, StateMachine, Transition};
use crate::{EventVariant, StateVariant};

type ArmFn<S, E, C, A> = dyn for<'a> FnMut(&'a S, &'a E, &'a mut C) -> BoxFuture<'a, Result<Transition<S, A>, FsmError>>
    + Send;
type ClockFn<S, C, A> =
    dyn for<'a> FnMut(&'a S, &'a mut C) -> BoxFuture<'a, Result<Transition<S, A>, FsmError>> + Send;
type HookFn<S, C, A> =
    dyn for<'a> FnMut(&'a S, &'a mut C) -> BoxFuture<'a, Result<Vec<A>, FsmError>> + Send;
type UnhandledFn<S, E, C> =
    dyn for<'a> FnMut(&'a S, &'a E, &'a mut C) -> BoxFuture<'a, Result<(), FsmError>> + Send;

/// Closures by number.
type Numbered<F> = Vec<(u16, Box<F>)>;

/// The closures that the user wrote, by the numbers that the tables give them.
pub struct UserClosures<S, E, C, A> {
    arms: Numbered<ArmFn<S, E, C, A>>,
    clocks: Numbered<ClockFn<S, C, A>>,
    exits: Numbered<HookFn<S, C, A>>,
    entries: Numbered<HookFn<S, C, A>>,
    unhandled: Numbered<UnhandledFn<S, E, C>>,
}

impl<S, E, C, A> fmt::Debug for UserClosures<S, E, C, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserClosures")
    }
}

// The bounds stand on methods that take the closure directly, so that rustc infers the
// higher-ranked signature for closures whose parameters are annotated or not.
#[allow(clippy::new_without_default)] // Only generated code makes one.
impl<S, E, C, A> UserClosures<S, E, C, A> {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        UserClosures {
            arms: Vec::new(),
            clocks: Vec::new(),
            exits: Vec::new(),
            entries: Vec::new(),
            unhandled: Vec::new(),
        }
    }

    /// An arm on an event.
    #[must_use]
    pub fn arm<F>(mut self, number: u16, closure: F) -> Self
    where
        F: for<'a> FnMut(
                &'a S,
                &'a E,
                &'a mut C,
            ) -> BoxFuture<'a, Result<Transition<S, A>, FsmError>>
            + Send
            + 'static,
    {
        self.arms.push((number, Box::new(closure)));
        self
    }

    /// An arm on a clock.
    #[must_use]
    pub fn clock<F>(mut self, number: u16, closure: F) -> Self
    where
        F: for<'a> FnMut(&'a S, &'a mut C) -> BoxFuture<'a, Result<Transition<S, A>, FsmError>>
            + Send
            + 'static,
    {
        self.clocks.push((number, Box::new(closure)));
        self
    }

    /// An `on_exit` closure.
    #[must_use]
    pub fn exit<F>(mut self, node: u16, closure: F) -> Self
    where
        F: for<'a> FnMut(&'a S, &'a mut C) -> BoxFuture<'a, Result<Vec<A>, FsmError>>
            + Send
            + 'static,
    {
        self.exits.push((node, Box::new(closure)));
        self
    }

    /// An `on_entry` closure.
    #[must_use]
    pub fn entry<F>(mut self, node: u16, closure: F) -> Self
    where
        F: for<'a> FnMut(&'a S, &'a mut C) -> BoxFuture<'a, Result<Vec<A>, FsmError>>
            + Send
            + 'static,
    {
        self.entries.push((node, Box::new(closure)));
        self
    }

    /// An `unhandled` closure.
    #[must_use]
    pub fn unhandled<F>(mut self, number: u16, closure: F) -> Self
    where
        F: for<'a> FnMut(&'a S, &'a E, &'a mut C) -> BoxFuture<'a, Result<(), FsmError>>
            + Send
            + 'static,
    {
        self.unhandled.push((number, Box::new(closure)));
        self
    }
}

/// The generated bodies of the expression form.
struct Closures<S, E, C, A, Node, Decide, Exit, Entry, Clock, Task> {
    topology: &'static Topology,
    node: Node,
    decide: Decide,
    exit: Exit,
    entry: Entry,
    clock: Clock,
    task: Task,
    user: UserClosures<S, E, C, A>,
}

impl<S, E, C, A, Node, Decide, Exit, Entry, Clock, Task> Rules<S, E, C, A>
    for Closures<S, E, C, A, Node, Decide, Exit, Entry, Clock, Task>
where
    S: Send + Sync,
    Node: Fn(&S) -> u16,
    Decide: FnMut(&mut Slot<S>, u16, Input<E>, &C, &mut Vec<A>) -> Decision<S, E>,
    Exit: FnMut(u16, &S, &C, &mut Vec<A>),
    Entry: FnMut(u16, &S, &C, &mut Vec<A>),
    Clock: FnMut(u16, &S, &C) -> Duration,
    Task: FnMut(u16, &S, &C) -> Option<BoxFuture<'static, E>>,
{
    fn topology(&self) -> &'static Topology {
        self.topology
    }

    fn node(&self, state: &S) -> u16 {
        (self.node)(state)
    }

    fn decide(
        &mut self,
        slot: &mut Slot<S>,
        node: u16,
        input: Input<E>,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Decision<S, E> {
        (self.decide)(slot, node, input, context, actions)
    }

    fn exit(&mut self, node: u16, state: &S, context: &C, actions: &mut Vec<A>) {
        (self.exit)(node, state, context, actions);
    }

    fn entry(&mut self, node: u16, state: &S, context: &C, actions: &mut Vec<A>) {
        (self.entry)(node, state, context, actions);
    }

    fn clock(&mut self, clock: u16, state: &S, context: &C) -> Duration {
        (self.clock)(clock, state, context)
    }

    fn task(&mut self, node: u16, state: &S, context: &C) -> Option<BoxFuture<'static, E>> {
        (self.task)(node, state, context)
    }

    fn call<'a>(
        &'a mut self,
        call: Call<'a, E>,
        state: &'a S,
        context: &'a mut C,
    ) -> BoxFuture<'a, Result<Called<S, A>, FsmError>> {
        fn find<F: ?Sized>(closures: &mut [(u16, Box<F>)], number: u16) -> Option<&mut F> {
            let (_, closure) = closures.iter_mut().find(|(at, _)| *at == number)?;
            Some(closure)
        }
        match call {
            Call::Arm(number, event) => match find(&mut self.user.arms, number) {
                Some(closure) => {
                    let future = closure(state, event, context);
                    Box::pin(async move { future.await.map(Called::Transition) })
                }
                None => Box::pin(async { Ok(Called::Actions(Vec::new())) }),
            },
            Call::Clock(number) => match find(&mut self.user.clocks, number) {
                Some(closure) => {
                    let future = closure(state, context);
                    Box::pin(async move { future.await.map(Called::Transition) })
                }
                None => Box::pin(async { Ok(Called::Actions(Vec::new())) }),
            },
            Call::Exit(node) | Call::Entry(node) => {
                let hooks = match call {
                    Call::Exit(_) => &mut self.user.exits,
                    _ => &mut self.user.entries,
                };
                match find(hooks, node) {
                    Some(closure) => {
                        let future = closure(state, context);
                        Box::pin(async move { future.await.map(Called::Actions) })
                    }
                    None => Box::pin(async { Ok(Called::Actions(Vec::new())) }),
                }
            }
            Call::Unhandled(number, event) => match find(&mut self.user.unhandled, number) {
                Some(closure) => {
                    let future = closure(state, event, context);
                    Box::pin(async move { future.await.map(|()| Called::Actions(Vec::new())) })
                }
                None => Box::pin(async { Ok(Called::Actions(Vec::new())) }),
            },
        }
    }
}

/// Builds the machine of an expression form. `S`, `E`, `C` and `A` come first so that generated
/// code names them once and leaves the rest to inference.
#[allow(clippy::too_many_arguments)] // One per generated body; a builder would only be longer.
pub fn machine<S, E, C, A, Node, Decide, Exit, Entry, Clock, Task>(
    initial: S,
    topology: &'static Topology,
    node: Node,
    decide: Decide,
    exit: Exit,
    entry: Entry,
    clock: Clock,
    task: Task,
    user: UserClosures<S, E, C, A>,
) -> StateMachine<S, E, C, A>
where
    S: StateVariant + Send + Sync + 'static,
    E: EventVariant + Send + 'static,
    C: 'static,
    A: 'static,
    Node: Fn(&S) -> u16 + Send + 'static,
    Decide: FnMut(&mut Slot<S>, u16, Input<E>, &C, &mut Vec<A>) -> Decision<S, E> + Send + 'static,
    Exit: FnMut(u16, &S, &C, &mut Vec<A>) + Send + 'static,
    Entry: FnMut(u16, &S, &C, &mut Vec<A>) + Send + 'static,
    Clock: FnMut(u16, &S, &C) -> Duration + Send + 'static,
    Task: FnMut(u16, &S, &C) -> Option<BoxFuture<'static, E>> + Send + 'static,
{
    StateMachine::new(
        initial,
        Box::new(Closures {
            topology,
            node,
            decide,
            exit,
            entry,
            clock,
            task,
            user,
        }),
    )
}
