//! One round after the other: wait, step, execute, and make an event of whatever goes wrong.

use std::sync::Arc;

use super::catch;
use super::driver::{Action, Ctx, Driver, Event, State};
use super::faults::Faults;
use super::signals::Signals;
use super::wait::Wake;
use crate::component::Control;
use crate::machine::{NodeKind, Origin, Stepped};
use crate::{
    BoxError, EventLoopDirective, EventVariant, Execute, Exit, ExitKind, Fault, FaultKind,
    FsmError, Move, Observe, StateMachine, StateVariant, Supervisor, Trigger,
};

type MachineOf<D> = StateMachine<State<D>, Event<D>, Ctx<D>, Action<D>>;

/// The data of one run.
pub(super) struct Core<D: Driver, O> {
    pub(super) driver: D,
    pub(super) context: Ctx<D>,
    machine: MachineOf<D>,
    observer: O,
    /// The actions of the step in hand; its room is used again.
    actions: Vec<Action<D>>,
    /// Nodes that were entered and whose tasks are not started yet.
    to_start: Vec<u16>,
    signals: Signals<Event<D>>,
    faults: Faults,
    /// Events that could not be postponed: they go to the exit.
    refused: Vec<Event<D>>,
    in_hand: Option<&'static str>,
    control: Arc<Control>,
}

/// What to give to the machine.
enum Given<E> {
    Event(E, Origin),
    Clock(u16),
}

/// What the machine made of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It was taken.
    Taken,
    /// It came from outside and was refused.
    Rejected,
}

impl<D, O> Core<D, O>
where
    D: Driver,
{
    pub(super) fn new(
        driver: D,
        initial: State<D>,
        context: Ctx<D>,
        observer: O,
        control: Option<Arc<Control>>,
    ) -> Self {
        let machine = driver.component().build_state_machine(initial);
        Core {
            driver,
            context,
            machine,
            observer,
            actions: Vec::new(),
            to_start: Vec::new(),
            signals: Signals::new(control.clone()),
            faults: Faults::default(),
            refused: Vec::new(),
            in_hand: None,
            control: control.unwrap_or_default(),
        }
    }

    /// Closes the mailbox and takes out everything that the exit tells.
    pub(super) fn seal(&mut self, kind: ExitKind) -> Exit<State<D>, Event<D>> {
        // The state stays in the machine's slot for nobody: the run is over.
        let mut unhandled: Vec<_> = self.machine.take_postponed().collect();
        unhandled.append(&mut self.refused);
        unhandled.append(&mut self.driver.component_mut().drain());
        self.control.counters.set_postponed(0);
        Exit::new(
            kind,
            self.machine.take_state(),
            self.faults.take(),
            unhandled,
            self.in_hand.take(),
        )
    }

    /// Drops the parts one by one, and tells which of them panicked.
    pub(super) fn into_drops(self) -> Vec<Arc<str>> {
        let Core {
            driver,
            context,
            machine,
            observer,
            actions,
            signals,
            refused,
            ..
        } = self;
        [
            catch::call(move || drop(signals)),
            catch::call(move || drop(actions)),
            catch::call(move || drop(refused)),
            catch::call(move || drop(machine)),
            catch::call(move || drop(observer)),
            catch::call(move || drop(driver)),
            catch::call(move || drop(context)),
        ]
        .into_iter()
        .filter_map(Result::err)
        .collect()
    }

    fn state_name(&self) -> &'static str {
        self.machine
            .try_state()
            .map_or("", |state| state.variant_name())
    }
}

impl<D, O> Core<D, O>
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    /// Runs to the end, and says which it was.
    pub(super) async fn drive(&mut self) -> ExitKind {
        if let Err(fault) = self.enter().await
            && let Some(kind) = self.raise(fault).await
        {
            return kind;
        }
        loop {
            // Other tasks have their turn, however busy this one is.
            tokio::task::coop::consume_budget().await;
            if let Some(kind) = self.ended() {
                return kind;
            }
            if let Some(kind) = self.round().await {
                return kind;
            }
        }
    }

    fn ended(&self) -> Option<ExitKind> {
        self.machine.ended().map(|kind| match kind {
            NodeKind::Failure => ExitKind::Failed,
            _ => ExitKind::Completed,
        })
    }

    async fn enter(&mut self) -> Result<(), Fault> {
        let state = self.state_name();
        let entering = self
            .machine
            .loop_enter(&mut self.context, &mut self.actions);
        match catch::future(entering).await {
            Ok(Ok(entered)) => {
                if let Some(entered) = entered {
                    self.moved(entered);
                }
                self.publish()?;
                self.execute().await
            }
            Ok(Err(error)) => Err(Fault::new(FaultKind::Dispatch, state, error.into())),
            Err(panic) => {
                self.machine.unwound();
                self.actions.clear();
                Err(Fault::message(FaultKind::Panic, state, panic))
            }
        }
    }

    /// One round: the first that applies of postponed events, stop, clocks, tasks, external
    /// events, dispatch. `Some` when it was the last.
    async fn round(&mut self) -> Option<ExitKind> {
        if self.machine.is_retrying()
            && let Some((event, origin)) = self.machine.loop_postponed()
        {
            return self.give(Given::Event(event, origin)).await;
        }
        if let Err(fault) = self.start_tasks() {
            return self.raise(fault).await;
        }
        self.signals.set_due(self.machine.clocks_mut().next_due());
        let Some(state) = self.machine.try_state() else {
            return Some(ExitKind::Failed);
        };
        // A panic here is one of the work, of a policy, or of an event's conversion: none of them
        // touches the machine, and what they borrowed is the user's own.
        let wait = self
            .driver
            .wait(state, &mut self.context, &mut self.signals);
        match catch::future(wait).await {
            Err(panic) => {
                let fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
                self.raise(fault).await
            }
            Ok(wake) => self.woken(wake).await,
        }
    }

    async fn woken(&mut self, wake: Wake<Event<D>>) -> Option<ExitKind> {
        let kind = match wake {
            Wake::Stop => {
                self.signals.stop_was_taken();
                return match catch::call(|| self.driver.component().stop_event()) {
                    Ok(Some(event)) => self.give(Given::Event(event, Origin::Own)).await,
                    Ok(None) => Some(ExitKind::Completed),
                    Err(panic) => {
                        let fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
                        self.raise(fault).await
                    }
                };
            }
            Wake::Clock => {
                let now = self.signals.elapsed();
                let clocks = self.machine.clocks_mut();
                clocks.set_now(now);
                let clock = clocks.take_expired()?;
                return self.give(Given::Clock(clock)).await;
            }
            Wake::Own(event) => return self.give(Given::Event(event, Origin::Own)).await,
            Wake::External(event) => {
                return self.give(Given::Event(event, Origin::External)).await;
            }
            Wake::IdleOver => {
                self.signals.end_idle();
                return None;
            }
            Wake::Dispatched(Ok(directive)) => return self.directed(directive).await,
            Wake::Dispatched(Err(error)) => {
                let fault = Fault::new(FaultKind::Dispatch, self.state_name(), error);
                return self.raise(fault).await;
            }
            Wake::TaskPanic(panic) => {
                let fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
                return self.raise(fault).await;
            }
            Wake::AllSendersGone => FaultKind::ChannelClosed,
            Wake::Stuck => FaultKind::Stuck,
        };
        let message = match kind {
            FaultKind::Stuck => "no sender, clock or task can wake it",
            _ => "",
        };
        let fault = Fault::message(kind, self.state_name(), message);
        self.raise(fault).await
    }

    async fn directed(&mut self, directive: EventLoopDirective<Event<D>>) -> Option<ExitKind> {
        match directive {
            EventLoopDirective::Transition(event) => {
                return self.give(Given::Event(event, Origin::Own)).await;
            }
            EventLoopDirective::Terminate => return Some(ExitKind::Completed),
            EventLoopDirective::Idle(time) => self.signals.idle_for(time),
            EventLoopDirective::Continue => {}
        }
        self.faults.progress();
        None
    }

    /// Gives something to the machine, and takes care of what comes of it.
    async fn give(&mut self, given: Given<Event<D>>) -> Option<ExitKind> {
        match self.step(given).await {
            // Only what the machine took is progress: work that keeps emitting events which it
            // refuses must not hide behind the dispatch that emitted them.
            Ok(Outcome::Taken) => {
                self.faults.progress();
                self.signals.end_idle();
                None
            }
            Ok(Outcome::Rejected) => None,
            Err(fault) => self.raise(fault).await,
        }
    }

    /// Makes the error event of a fault, and gives it to the machine: once more if that fails,
    /// and a third time never.
    async fn raise(&mut self, fault: Fault) -> Option<ExitKind> {
        self.record(&fault);
        if self.machine.is_ended() {
            return Some(ExitKind::Failed);
        }
        if !self.faults.bear() {
            let stuck = Fault::message(
                FaultKind::Stuck,
                self.state_name(),
                "it failed over and over, without progress in between",
            );
            self.record(&stuck);
            return Some(ExitKind::Failed);
        }
        let mut fault = fault;
        for _ in 0..2 {
            match self.handle_fault(fault).await {
                Ok(()) => {
                    if let Some(wait) = self.faults.wait() {
                        self.signals.idle_for(wait);
                    }
                    return None;
                }
                Err(next) => {
                    self.record(&next);
                    if self.machine.is_ended() || self.machine.try_state().is_none() {
                        break;
                    }
                    fault = next;
                }
            }
        }
        Some(ExitKind::Failed)
    }

    async fn handle_fault(&mut self, fault: Fault) -> Result<(), Fault> {
        let state = self.state_name();
        let event = catch::call(|| self.driver.event_for_fault(fault))
            .map_err(|panic| Fault::message(FaultKind::Panic, state, panic))?;
        self.step(Given::Event(event, Origin::Own)).await.map(drop)
    }

    fn record(&mut self, fault: &Fault) {
        let source = std::error::Error::source(fault);
        tracing::error!(target: "steadfast", %fault, source, "fault");
        self.faults.remember(fault);
        self.control.counters.fault();
        if let Err(panic) = catch::call(|| self.observer.fault(fault)) {
            tracing::error!(target: "steadfast", %panic, "the observer panicked");
        }
    }

    /// One step of the machine and its actions.
    async fn step(&mut self, given: Given<Event<D>>) -> Result<Outcome, Fault> {
        if self.machine.has_clocks() {
            let now = self.signals.elapsed();
            self.machine.clocks_mut().set_now(now);
        }
        let from = self.state_name();
        let (trigger, origin) = match &given {
            Given::Event(event, origin) => (event.variant_name(), *origin),
            Given::Clock(_) => ("timeout", Origin::Own),
        };
        self.in_hand = Some(trigger);
        let result = self.step_machine(given).await;
        self.control
            .counters
            .set_postponed(self.machine.postponed());
        let result = match result {
            Ok(Ok(stepped)) => {
                self.control.counters.handled();
                tracing::debug!(target: "steadfast", from, to = self.state_name(), trigger, "step");
                self.settle(stepped).await.map(|()| Outcome::Taken)
            }
            Ok(Err(FsmError::UnhandledEvent { state, event })) if origin == Origin::External => {
                self.control.counters.rejected();
                tracing::warn!(target: "steadfast", state, event, "rejected");
                Ok(Outcome::Rejected)
            }
            Ok(Err(error)) => Err(self.refused(from, error)),
            Err(panic) => {
                self.machine.unwound();
                self.actions.clear();
                Err(Fault::message(FaultKind::Panic, from, panic))
            }
        };
        self.in_hand = None;
        result
    }

    async fn step_machine(
        &mut self,
        given: Given<Event<D>>,
    ) -> Result<Result<Stepped, FsmError>, Arc<str>> {
        let Core {
            machine,
            observer,
            context,
            actions,
            ..
        } = self;
        catch::future(async move {
            match given {
                Given::Event(event, origin) => {
                    let trigger = Trigger::Event(event);
                    if let Some(state) = machine.try_state() {
                        observer.before(state, &trigger);
                    }
                    match trigger {
                        Trigger::Event(event) => {
                            machine.loop_step(event, origin, context, actions).await
                        }
                        Trigger::Timeout => Ok(Stepped::Stayed),
                    }
                }
                Given::Clock(clock) => {
                    if let Some(state) = machine.try_state() {
                        observer.before(state, &Trigger::Timeout);
                    }
                    machine.loop_fire(clock, context, actions).await
                }
            }
        })
        .await
    }

    /// The fault of a step that the machine refused.
    fn refused(&mut self, state: &'static str, error: FsmError) -> Fault {
        self.actions.clear();
        let kind = match &error {
            FsmError::UnhandledEvent { .. } => FaultKind::Unhandled,
            FsmError::PostponeFull { refused, .. } => {
                self.refused.extend(refused.take());
                FaultKind::Postpone
            }
            FsmError::StateLost => FaultKind::Panic,
            _ => FaultKind::Dispatch,
        };
        Fault::new(kind, state, error.into())
    }

    /// After a step: tasks, publication, then its actions.
    async fn settle(&mut self, stepped: Stepped) -> Result<(), Fault> {
        if let Stepped::Moved(moved) = stepped {
            self.moved(moved);
        }
        if matches!(stepped, Stepped::Moved(_) | Stepped::Assigned) {
            self.publish()?;
        }
        let observed = match self.machine.try_state() {
            Some(state) => catch::call(|| self.observer.after(state, &self.actions)),
            None => Ok(()),
        };
        if let Err(panic) = observed {
            self.actions.clear();
            return Err(Fault::message(FaultKind::Panic, self.state_name(), panic));
        }
        self.execute().await
    }

    fn moved(&mut self, moved: Move) {
        if !self.machine.has_tasks() {
            return;
        }
        let machine = &self.machine;
        self.signals.drop_tasks(|node| machine.leaves(node, moved));
        self.to_start.retain(|&node| !machine.leaves(node, moved));
        self.to_start.extend(machine.tasks_to_start(moved));
    }

    /// Starts the tasks of what was entered: after the entry actions, so that a task sees what
    /// they prepared.
    fn start_tasks(&mut self) -> Result<(), Fault> {
        while !self.to_start.is_empty() {
            let node = self.to_start.remove(0);
            match catch::call(|| self.machine.task(node, &self.context)) {
                Ok(Some(future)) => self.signals.start_task(node, future),
                Ok(None) => {}
                Err(panic) => {
                    return Err(Fault::message(FaultKind::Panic, self.state_name(), panic));
                }
            }
        }
        Ok(())
    }

    fn publish(&mut self) -> Result<(), Fault> {
        let Some(state) = self.machine.try_state() else {
            return Ok(());
        };
        match catch::call(|| self.driver.component_mut().entered(state)) {
            Ok(()) => Ok(()),
            Err(panic) => {
                self.actions.clear();
                Err(Fault::message(FaultKind::Panic, self.state_name(), panic))
            }
        }
    }

    /// Executes the actions in hand, up to the first that fails.
    async fn execute(&mut self) -> Result<(), Fault> {
        if self.actions.is_empty() {
            return Ok(());
        }
        let state = self.state_name();
        let of = self.actions.len();
        let mut failed: Option<(usize, FaultKind, Result<Arc<str>, BoxError>)> = None;
        for (number, action) in (1..).zip(self.actions.drain(..)) {
            let execution = async { self.context.execute(action).await };
            match catch::future(execution).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => failed = Some((number, FaultKind::Action, Err(error))),
                Err(panic) => failed = Some((number, FaultKind::Panic, Ok(panic))),
            }
            if failed.is_some() {
                break;
            }
        }
        let Some((number, kind, cause)) = failed else {
            return Ok(());
        };
        let place = match of - number {
            0 => format!("action {number} of {of}"),
            rest => format!("action {number} of {of}, {rest} after it not executed"),
        };
        Err(match cause {
            Ok(panic) => Fault::message(kind, state, format!("{place}: {panic}")),
            Err(error) => Fault::new(kind, state, error).with_message(place),
        })
    }
}
