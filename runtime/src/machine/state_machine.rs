use std::fmt;
use std::time::Duration;

use super::erased::ErasedRules;
use super::parts::{Parts, Phase, Stepped};
use super::postponed::Origin;
use super::rules::Rules;
use super::{FsmError, Topology, Trigger};
use crate::{EventVariant, Execute, StateVariant};

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
    pub(super) rules: Box<dyn ErasedRules<S, E, C, A>>,
    pub(super) topology: &'static Topology,
    pub(super) parts: Parts<S, E>,
    /// Actions of steps that came before one that failed inside the same `handle`.
    pending: Vec<A>,
}

impl<S: StateVariant, E, C, A> fmt::Debug for StateMachine<S, E, C, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StateMachine")
            .field("state", &self.parts.slot.get().map(S::variant_name))
            .field("postponed", &self.parts.postponed.len())
            .finish_non_exhaustive()
    }
}

/// The actions of a call under way. Whatever ends the call early (an error, a panic, the caller who
/// drops it), those of the steps that were made go back, and come out of the next call.
struct Emitted<'a, S, E, C, A> {
    machine: &'a mut StateMachine<S, E, C, A>,
    actions: Vec<A>,
}

impl<'a, S, E, C, A> Emitted<'a, S, E, C, A> {
    fn by(machine: &'a mut StateMachine<S, E, C, A>) -> Self {
        Emitted {
            actions: std::mem::take(&mut machine.pending),
            machine,
        }
    }

    fn deliver(mut self, result: Result<(), FsmError>) -> Result<Vec<A>, FsmError> {
        result.map(|()| std::mem::take(&mut self.actions))
    }
}

impl<S, E, C, A> Drop for Emitted<'_, S, E, C, A> {
    fn drop(&mut self) {
        self.machine.pending = std::mem::take(&mut self.actions);
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
        let topology = rules.topology();
        let ended = topology.ends(rules.node(&state));
        StateMachine {
            rules,
            topology,
            parts: Parts::new(state, ended),
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
        match self.parts.slot.get() {
            Some(state) => state,
            None => panic!("{}", FsmError::StateLost),
        }
    }

    /// The state, or `None` when an arm that uses `move` panicked and took it along.
    pub fn try_state(&self) -> Option<&S> {
        self.parts.slot.get()
    }

    /// Whether the machine stands in a `terminal` or `failure` state, which takes no event.
    pub fn is_ended(&self) -> bool {
        self.ended().is_some()
    }

    /// How many events are postponed.
    pub fn postponed(&self) -> usize {
        self.parts.postponed.len()
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
        let mut emitted = Emitted::by(self);
        let entered = emitted
            .machine
            .enter_into(context, &mut emitted.actions)
            .await;
        emitted.deliver(entered.map(drop))
    }

    /// Handles an event, and after a change of state the postponed events too, oldest first.
    /// Returns the actions to execute, in order.
    ///
    /// # Errors
    ///
    /// [`FsmError::UnhandledEvent`] when nothing takes the event,
    /// [`FsmError::PostponeFull`] when it cannot be kept, and what a closure returns. The state is
    /// then what it was. When the error is that of a postponed event, the first of several, all the
    /// others were offered too; what was done stands, and its actions come out of the next call.
    ///
    /// # Cancel safety
    ///
    /// Only closures of the expression form await. Cancelled in one, the event is gone and the
    /// state is what it was before that closure.
    pub async fn handle(&mut self, event: E, context: &mut C) -> Result<Vec<A>, FsmError>
    where
        E: Send + 'static,
    {
        if self.has_one_step_to_make() {
            return self.handle_plainly(event, context);
        }
        let mut emitted = Emitted::by(self);
        let handled = emitted
            .machine
            .handle_into(event, context, &mut emitted.actions)
            .await;
        emitted.deliver(handled)
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
        let mut emitted = Emitted::by(self);
        let stepped = emitted
            .machine
            .make_step(
                trigger.into(),
                None,
                Origin::Own,
                context,
                &mut emitted.actions,
            )
            .await;
        emitted.deliver(stepped.map(drop))
    }

    /// The postponed event to offer next, if a change of state made them due. Give it to
    /// [`step_one`](Self::step_one); an event that is postponed again goes back to its place. In a
    /// terminal state, which takes none, they are yours: what was never handled.
    pub fn next_postponed(&mut self) -> Option<E> {
        self.parts.postponed.next().map(|(event, _)| event)
    }

    /// Tells the machine how long it has been in its state, and fires what expired by then, up to
    /// the first that enters a state, the same one or another: that one has its own time. Time in a
    /// superstate adds up over the states inside it, as far as it was told.
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
        let mut emitted = Emitted::by(self);
        let checked = emitted
            .machine
            .check_timeout_into(elapsed, context, &mut emitted.actions)
            .await;
        emitted.deliver(checked)
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

    /// One step, and the end of the state that it left.
    async fn make_step(
        &mut self,
        trigger: Trigger<E>,
        clock: Option<u16>,
        origin: Origin,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        let stepped = self
            .step_into(trigger, clock, origin, context, actions)
            .await;
        self.parts.slot.drop_left();
        stepped.map_err(FsmError::from)
    }

    /// Whether handling an event is one step and nothing else: there is nothing to enter first, no
    /// closure to await, no event to retry, no action left over.
    #[inline]
    fn has_one_step_to_make(&self) -> bool {
        self.is_sync()
            && self.parts.phase == Phase::Running
            && self.parts.postponed.is_empty()
            && self.pending.is_empty()
    }

    /// What [`handle_into`](Self::handle_into) comes to then. To keep what a step that fails may have
    /// left over, and a future for each part, took most of the time of an event.
    fn handle_plainly(&mut self, event: E, context: &C) -> Result<Vec<A>, FsmError>
    where
        E: Send + 'static,
    {
        let mut actions = Vec::new();
        self.step_now(
            Trigger::Event(event),
            None,
            Origin::Own,
            context,
            &mut actions,
        )?;
        if self.parts.slot.has_left() {
            // The step is made, whatever the drop of the state that was left does.
            self.pending = actions;
            self.parts.slot.drop_left();
            actions = std::mem::take(&mut self.pending);
        }
        Ok(actions)
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
        // What an earlier call that panicked or was dropped has left due comes first.
        let due = self.retry_postponed(context, actions).await;
        let trigger = Trigger::Event(event);
        let handled = self
            .make_step(trigger, None, Origin::Own, context, actions)
            .await
            .map(drop);
        let retried = self.retry_postponed(context, actions).await;
        handled.and(due).and(retried)
    }

    async fn retry_postponed(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<(), FsmError>
    where
        E: Send + 'static,
    {
        let mut first_error = Ok(());
        while !self.is_ended()
            && let Some((event, origin)) = self.parts.postponed.next()
        {
            let trigger = Trigger::Event(event);
            let step = self
                .make_step(trigger, None, origin, context, actions)
                .await;
            // The others still have their turn: they came before whatever is handled next.
            first_error = first_error.and(step.map(drop));
        }
        first_error
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
        self.parts.clocks.set_elapsed_in_state(elapsed);
        // As in `handle`, and ahead of the clocks.
        self.retry_postponed(context, actions).await?;
        while let Some(clock) = self.parts.clocks.take_expired() {
            let trigger = Trigger::Timeout;
            let stepped = self
                .make_step(trigger, Some(clock), Origin::Own, context, actions)
                .await?;
            // The time that was told is of the state as it was entered then; what is entered now
            // has its own. And a clock of no time at all that enters its state again ends.
            if let Stepped::Moved(_) = stepped {
                return self.retry_postponed(context, actions).await;
            }
        }
        Ok(())
    }
}
