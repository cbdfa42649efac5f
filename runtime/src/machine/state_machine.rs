use std::fmt;
use std::time::Duration;

use super::clocks::Clocks;
use super::postponed::{self, Origin, Postponed};
use super::rules::{BoxFuture, Rules};
use super::step::{self, Move, Step};
use super::topology::{NodeKind, TOP};
use super::{FsmError, Refused, Slot, Trigger, calls};
use crate::{EventVariant, Execute, StateVariant};

/// The object-safe side of [`Rules`]: a whole step behind one call, so that the erased machine
/// pays for erasure once per event.
trait ErasedRules<S, E, C, A>: Send {
    fn step(
        &mut self,
        slot: &mut Slot<S>,
        trigger: Trigger<E>,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Step<E>, FsmError>;

    fn as_rules(&mut self) -> &mut (dyn Rules<S, E, C, A> + Send);

    fn tables(&self) -> &dyn Rules<S, E, C, A>;
}

impl<R, S, E, C, A> ErasedRules<S, E, C, A> for R
where
    R: Rules<S, E, C, A> + Send,
    S: StateVariant,
    E: EventVariant,
{
    fn step(
        &mut self,
        slot: &mut Slot<S>,
        trigger: Trigger<E>,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Step<E>, FsmError> {
        step::step(self, slot, trigger, context, actions)
    }

    fn as_rules(&mut self) -> &mut (dyn Rules<S, E, C, A> + Send) {
        self
    }

    fn tables(&self) -> &dyn Rules<S, E, C, A> {
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The state is not entered yet.
    Fresh,
    /// The state was entered in an earlier life: its actions are done, its clocks are not set.
    Resumed,
    /// The machine runs.
    Running,
}

/// A machine with its state, its postponed events and its clocks: one type for both forms of
/// [`fsm!`](crate::fsm). It performs nothing; it says which actions to perform.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// use steadfast::prelude::*;
///
/// #[derive(Debug, PartialEq, StateVariant)]
/// enum Lamp { Off, On }
/// #[derive(Debug, EventVariant)]
/// enum Press { Button }
/// #[derive(Debug, PartialEq)]
/// enum Do { Light, Darken }
///
/// let mut lamp: StateMachine<Lamp, Press, (), Do> = fsm! {
///     state: Lamp;
///     event: Press;
///     context: ();
///     action: Do;
///     initial: Lamp::Off;
///
///     state Off { on Button => On do [Light]; }
///     state On { on Button => Off do [Darken]; }
/// };
///
/// let actions = lamp.handle(Press::Button, &mut ()).await?;
/// assert_eq!(actions, [Do::Light]);
/// assert_eq!(lamp.state(), &Lamp::On);
/// # Ok::<(), FsmError>(())
/// # }).unwrap();
/// ```
pub struct StateMachine<S, E, C, A> {
    slot: Slot<S>,
    rules: Box<dyn ErasedRules<S, E, C, A>>,
    phase: Phase,
    clocks: Clocks,
    postponed: Postponed<E>,
    /// Actions of steps that came before one that failed inside the same `handle`.
    pending: Vec<A>,
}

impl<S: StateVariant, E, C, A> fmt::Debug for StateMachine<S, E, C, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StateMachine")
            .field("state", &self.slot.get().map(S::variant_name))
            .field("postponed", &self.postponed.len())
            .finish_non_exhaustive()
    }
}

impl<S, E, C, A> StateMachine<S, E, C, A>
where
    S: StateVariant,
    E: EventVariant,
{
    pub(crate) fn new<R>(state: S, rules: Box<R>) -> Self
    where
        R: Rules<S, E, C, A> + Send + 'static,
    {
        StateMachine {
            slot: Slot::new(state),
            rules,
            phase: Phase::Fresh,
            clocks: Clocks::default(),
            postponed: Postponed::default(),
            pending: Vec::new(),
        }
    }

    /// The state.
    ///
    /// # Panics
    ///
    /// When an arm that uses `move` panicked and took the state with it: from then on there is
    /// none, and every step is [`FsmError::StateLost`]. See [`try_state`](Self::try_state).
    #[track_caller]
    pub fn state(&self) -> &S {
        match self.slot.get() {
            Some(state) => state,
            None => panic!("{}", FsmError::StateLost),
        }
    }

    /// The state, or `None` when an arm that uses `move` panicked and took it along.
    pub fn try_state(&self) -> Option<&S> {
        self.slot.get()
    }

    /// Whether the machine stands in a `terminal` or `failure` state, which takes no event.
    pub fn is_ended(&self) -> bool {
        self.ended().is_some()
    }

    /// How many events are postponed.
    pub fn postponed(&self) -> usize {
        self.postponed.len()
    }

    /// Enters the initial state and returns its entry actions; nothing where it is entered
    /// already. The first step does this by itself: call it to have the actions sooner.
    ///
    /// # Errors
    ///
    /// What a closure of the expression form returns. The state is then not entered.
    ///
    /// # Cancel safety
    ///
    /// Cancelled in a closure, the state is not entered; call it again.
    pub async fn enter(&mut self, context: &mut C) -> Result<Vec<A>, FsmError> {
        let mut actions = std::mem::take(&mut self.pending);
        match self.enter_into(context, &mut actions).await {
            Ok(_) => Ok(actions),
            Err(error) => {
                self.pending = actions;
                Err(error)
            }
        }
    }

    /// Handles an event, and after a change of state the postponed events too, oldest first.
    /// Returns the actions to execute, in order.
    ///
    /// # Errors
    ///
    /// [`FsmError::UnhandledEvent`] when nothing takes the event,
    /// [`FsmError::PostponeFull`] when it cannot be kept, and what a closure returns. The state is
    /// then what it was. When the error is that of a postponed event, what was done before it
    /// stands, and its actions come out of the next call.
    ///
    /// # Cancel safety
    ///
    /// Only closures of the expression form await. Cancelled in one, the event is gone and the
    /// state is what it was before that closure.
    pub async fn handle(&mut self, event: E, context: &mut C) -> Result<Vec<A>, FsmError>
    where
        E: Send + 'static,
    {
        let mut actions = std::mem::take(&mut self.pending);
        let result = self.handle_into(event, context, &mut actions).await;
        self.deliver(result, actions)
    }

    /// Takes one trigger and leaves postponed events alone: for callers that execute the actions
    /// of one event before they go on to the next. See [`next_postponed`](Self::next_postponed).
    ///
    /// # Errors
    ///
    /// As [`handle`](Self::handle).
    ///
    /// # Cancel safety
    ///
    /// As [`handle`](Self::handle).
    pub async fn step_one(
        &mut self,
        trigger: impl Into<Trigger<E>>,
        context: &mut C,
    ) -> Result<Vec<A>, FsmError>
    where
        E: Send + 'static,
    {
        let mut actions = std::mem::take(&mut self.pending);
        let result = self
            .step_into(trigger.into(), Origin::Own, context, &mut actions)
            .await
            .map(drop);
        self.deliver(result, actions)
    }

    /// The postponed event to offer next, if a change of state made them due. Give it to
    /// [`step_one`](Self::step_one); an event that is postponed again goes back to its place.
    pub fn next_postponed(&mut self) -> Option<E> {
        self.postponed.next().map(|(event, _)| event)
    }

    /// Tells the machine how long it has been in its state, and fires what expired by then. Time
    /// in a superstate adds up over the states inside it, as far as it was told.
    ///
    /// # Errors
    ///
    /// As [`handle`](Self::handle).
    ///
    /// # Cancel safety
    ///
    /// As [`handle`](Self::handle).
    pub async fn check_timeout(
        &mut self,
        elapsed: Duration,
        context: &mut C,
    ) -> Result<Vec<A>, FsmError>
    where
        E: Send + 'static,
    {
        let mut actions = std::mem::take(&mut self.pending);
        let result = self
            .check_timeout_into(elapsed, context, &mut actions)
            .await;
        self.deliver(result, actions)
    }

    /// Executes actions one after the other, up to the first that fails.
    ///
    /// # Errors
    ///
    /// [`FsmError::Action`] with its cause; the actions after it are not executed.
    ///
    /// # Cancel safety
    ///
    /// Cancelled, the rest of the actions are dropped.
    pub async fn execute_actions(&self, actions: Vec<A>, context: &mut C) -> Result<(), FsmError>
    where
        C: Execute<A>,
    {
        let of = actions.len();
        for (number, action) in (1..).zip(actions) {
            if let Err(source) = context.execute(action).await {
                return Err(FsmError::Action { number, of, source });
            }
        }
        Ok(())
    }

    fn deliver(
        &mut self,
        result: Result<(), FsmError>,
        actions: Vec<A>,
    ) -> Result<Vec<A>, FsmError> {
        match result {
            Ok(()) => Ok(actions),
            Err(error) => {
                self.pending = actions;
                Err(error)
            }
        }
    }

    async fn handle_into(
        &mut self,
        event: E,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<(), FsmError>
    where
        E: Send + 'static,
    {
        self.step_into(Trigger::Event(event), Origin::Own, context, actions)
            .await?;
        self.retry_postponed(context, actions).await
    }

    async fn retry_postponed(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<(), FsmError>
    where
        E: Send + 'static,
    {
        while !self.is_ended() {
            let Some((event, origin)) = self.postponed.next() else {
                break;
            };
            self.step_into(Trigger::Event(event), origin, context, actions)
                .await?;
        }
        Ok(())
    }

    async fn check_timeout_into(
        &mut self,
        elapsed: Duration,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<(), FsmError>
    where
        E: Send + 'static,
    {
        self.enter_into(context, actions).await?;
        self.clocks.set_elapsed_in_state(elapsed);
        while let Some(clock) = self.clocks.take_expired() {
            self.fire_into(clock, context, actions).await?;
            self.retry_postponed(context, actions).await?;
        }
        Ok(())
    }

    async fn enter_into(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Option<Move>, FsmError> {
        let entered = match self.phase {
            Phase::Running => return Ok(None),
            Phase::Resumed => {
                let rules = self.rules.as_rules();
                step::restart_clocks(rules, &mut self.slot, context);
                let state = self.slot.get().ok_or(FsmError::StateLost)?;
                Move {
                    from: TOP,
                    to: rules.node(state),
                }
            }
            Phase::Fresh => {
                let rules = self.rules.as_rules();
                if rules.topology().closures {
                    calls::enter(rules, &mut self.slot, context, actions).await?
                } else {
                    step::enter(rules, &mut self.slot, context, actions)?
                }
            }
        };
        self.phase = Phase::Running;
        self.clocks.moved(
            self.rules.tables().topology(),
            entered,
            &mut self.slot.started,
        );
        Ok(Some(entered))
    }

    async fn fire_into(
        &mut self,
        clock: u16,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        self.slot.fired = Some(clock);
        let result = self
            .step_into(Trigger::Timeout, Origin::Own, context, actions)
            .await;
        self.slot.fired = None;
        result
    }

    async fn step_into(
        &mut self,
        trigger: Trigger<E>,
        origin: Origin,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        if self.phase != Phase::Running {
            self.enter_into(context, actions).await?;
        }
        let topology = self.rules.tables().topology();
        let step = if topology.closures {
            let rules = self.rules.as_rules();
            calls::step(rules, &mut self.slot, trigger, context, actions).await?
        } else {
            match self.rules.step(&mut self.slot, trigger, context, actions)? {
                Step::Call(arm, input) => {
                    let rules = self.rules.as_rules();
                    calls::call(rules, &mut self.slot, arm, input, context, actions).await?
                }
                Step::CallUnhandled(number, input) => {
                    let rules = self.rules.as_rules();
                    calls::unhandled(rules, &self.slot, number, input, context).await?
                }
                step => step,
            }
        };
        match step {
            Step::Moved(moved) => {
                self.postponed.settled();
                if moved.changed() {
                    self.postponed.state_changed();
                }
                self.clocks.moved(topology, moved, &mut self.slot.started);
                Ok(Stepped::Moved(moved))
            }
            Step::Postponed(event) => {
                let name = event.variant_name();
                match self.postponed.keep(event, origin) {
                    Ok(()) => Ok(Stepped::Postponed),
                    Err(event) => Err(FsmError::PostponeFull {
                        state: self.slot.get().map_or("", S::variant_name),
                        event: name,
                        bound: postponed::BOUND,
                        refused: Refused::new(event),
                    }),
                }
            }
            Step::Assigned => {
                self.postponed.settled();
                Ok(Stepped::Assigned)
            }
            _ => {
                self.postponed.settled();
                Ok(Stepped::Stayed)
            }
        }
    }
}

/// What a step of the erased machine did, as the run loop needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stepped {
    Moved(Move),
    Assigned,
    Stayed,
    Postponed,
}

/// What the run loop asks beyond the public machine.
impl<S, E, C, A> StateMachine<S, E, C, A>
where
    S: StateVariant,
    E: EventVariant,
{
    pub(super) fn mark_resumed(&mut self) {
        self.phase = Phase::Resumed;
    }

    /// Enters a machine of the item form, which has no closures to await.
    pub(super) fn enter_now(&mut self, context: &C, actions: &mut Vec<A>) {
        let rules = self.rules.as_rules();
        if let Ok(entered) = step::enter(rules, &mut self.slot, context, actions) {
            self.phase = Phase::Running;
            self.clocks.moved(
                self.rules.tables().topology(),
                entered,
                &mut self.slot.started,
            );
        }
    }

    pub(crate) fn ended(&self) -> Option<NodeKind> {
        let rules = self.rules.tables();
        self.slot
            .get()
            .and_then(|state| rules.topology().ends(rules.node(state)))
    }

    pub(crate) async fn loop_enter(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Option<Move>, FsmError> {
        self.enter_into(context, actions).await
    }

    pub(crate) async fn loop_step(
        &mut self,
        event: E,
        origin: Origin,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        self.step_into(Trigger::Event(event), origin, context, actions)
            .await
    }

    pub(crate) async fn loop_fire(
        &mut self,
        clock: u16,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        self.fire_into(clock, context, actions).await
    }

    pub(crate) fn loop_postponed(&mut self) -> Option<(E, Origin)> {
        self.postponed.next()
    }

    pub(crate) fn is_retrying(&self) -> bool {
        self.postponed.is_retrying()
    }

    pub(crate) fn take_postponed(&mut self) -> impl Iterator<Item = E> + '_ {
        self.postponed.drain()
    }

    pub(crate) fn clocks_mut(&mut self) -> &mut Clocks {
        &mut self.clocks
    }

    pub(crate) fn has_clocks(&self) -> bool {
        !self.rules.tables().topology().clocks.is_empty()
    }

    /// After a step that panicked: an `every` or `timeout` in hand is forgotten, and nothing of
    /// the step is left over.
    pub(crate) fn unwound(&mut self) {
        self.slot.fired = None;
        self.slot.started.clear();
        self.postponed.settled();
    }

    /// The nodes that a move entered and that have a task.
    pub(crate) fn tasks_to_start(&self, moved: Move) -> impl Iterator<Item = u16> + '_ {
        let topology = self.rules.tables().topology();
        topology
            .outward(moved.to)
            .filter(move |&node| topology.nodes[usize::from(node)].task)
            .filter(move |&node| topology.enters(node, moved.from, moved.to))
    }

    pub(crate) fn has_tasks(&self) -> bool {
        self.rules.tables().topology().tasks
    }

    pub(crate) fn leaves(&self, node: u16, moved: Move) -> bool {
        self.rules
            .tables()
            .topology()
            .leaves(node, moved.from, moved.to)
    }

    pub(crate) fn task(&mut self, node: u16, context: &C) -> Option<BoxFuture<'static, E>> {
        let state = self.slot.get()?;
        self.rules.as_rules().task(node, state, context)
    }

    pub(crate) fn take_state(&mut self) -> Option<S> {
        self.slot.take()
    }
}
