//! One step of the machine inside the loop: given, caught if it panics, published, observed.

use std::convert::Infallible;
use std::sync::Arc;

use super::catch;
use super::core::{Core, Given, Outcome};
use super::driver::{Action, Driver, Event, State};
use super::trace;
use crate::machine::{Origin, Stepped};
use crate::{EventVariant, Fault, FaultKind, FsmError, Move, Observe, Supervisor, Trigger};

/// How many events that could not be postponed are kept for the exit. Further ones from outside are
/// refused, so that the bound on postponed events bounds the memory too.
const MOST_REFUSED: usize = 1024;

impl<D, O> Core<D, O>
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    /// Enters the initial state.
    pub(super) async fn enter(&mut self) -> Result<(), Fault> {
        self.control.stand_still_if_aborted().await;
        let state = self.state_name();
        trace::started(state);
        let entering = self
            .machine
            .loop_enter(&mut self.context, &mut self.actions);
        match catch::future(entering).await {
            Ok(Ok(entered)) => {
                self.moved(entered);
                self.publish()?;
                self.observe(O::after)?;
                self.execute().await
            }
            Ok(Err(error)) => Err(Fault::new(FaultKind::Dispatch, state, error.into())),
            Err(panic) => {
                self.machine.unwound();
                self.drop_actions();
                Err(Fault::message(FaultKind::Panic, state, panic))
            }
        }
    }

    /// One step of the machine and its actions.
    pub(super) async fn step(&mut self, given: Given<Event<D>>) -> Result<Outcome, Fault> {
        let from = self.state_name();
        let (trigger, origin, is_clock) = match &given {
            Given::Event(event, origin) => (event.variant_name(), *origin, false),
            Given::Clock(_) => ("timeout", Origin::Own, true),
        };
        if self.control.is_aborted() {
            // What was accepted and not yet given goes back with the exit.
            if let Given::Event(event, Origin::External) = given {
                self.refused.push(event);
            }
            match std::future::pending::<Infallible>().await {}
        }
        if !self.machine.is_entered() {
            self.enter().await?;
        }
        self.in_hand = Some(trigger);
        self.broke_off = true;
        let result = self.step_machine(given).await;
        self.broke_off = match &result {
            Ok(Ok(_)) => false,
            Ok(Err(error)) => !error.is_refusal(),
            Err(_) => true,
        };
        self.control
            .counters
            .set_postponed(self.machine.postponed());
        let result = match result {
            Ok(Ok(stepped)) => {
                let outcome = if stepped == Stepped::Postponed {
                    Outcome::Kept
                } else {
                    self.control.counters.handled();
                    self.count_progress(origin, is_clock);
                    Outcome::Taken
                };
                trace::step(stepped, from, || self.state_name(), trigger);
                self.settle(stepped).await.map(|()| outcome)
            }
            Ok(Err(error)) if origin == Origin::External && self.is_only_rejected(&error) => self
                .rejected(from, trigger, &error)
                .map(|()| Outcome::Rejected),
            Ok(Err(error)) => {
                self.count_progress(origin, is_clock);
                Err(self.refused(from, error))
            }
            Err(panic) => {
                self.count_progress(origin, is_clock);
                self.machine.unwound();
                self.drop_actions();
                self.lost = from;
                Err(Fault::message(FaultKind::Panic, from, panic))
            }
        };
        // An abort from within its actions leaves it named.
        self.control.stand_still_if_aborted().await;
        self.in_hand = None;
        result
    }

    pub(super) async fn step_machine(
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
        let (trigger, clock, origin) = match given {
            Given::Event(event, origin) => (Trigger::Event(event), None, origin),
            Given::Clock(clock) => (Trigger::Timeout, Some(clock), Origin::Own),
        };
        if machine.is_sync() {
            return catch::call(|| {
                if let Some(state) = machine.try_state() {
                    observer.before(state, &trigger);
                }
                machine.step_now(trigger, clock, origin, context, actions)
            });
        }
        catch::future(async move {
            if let Some(state) = machine.try_state() {
                observer.before(state, &trigger);
            }
            machine
                .step_into(trigger, clock, origin, context, actions)
                .await
        })
        .await
    }

    /// Whether an event from outside that met this error is gone, and all is well.
    fn is_only_rejected(&self, error: &FsmError) -> bool {
        match error {
            FsmError::UnhandledEvent { .. } => true,
            FsmError::PostponeFull { .. } => self.refused.len() >= MOST_REFUSED,
            _ => false,
        }
    }

    /// Tells of an event from outside that the machine does not take.
    fn rejected(
        &mut self,
        state: &'static str,
        event: &'static str,
        error: &FsmError,
    ) -> Result<(), Fault> {
        self.control.counters.rejected();
        match error {
            FsmError::PostponeFull { .. } => trace::rejected_for_want_of_room(state, event),
            _ => trace::rejected(state, event),
        }
        self.observe(|observer, state, _| observer.rejected(state, error))
    }

    /// The fault of a step that the machine refused.
    pub(super) fn refused(&mut self, state: &'static str, error: FsmError) -> Fault {
        self.drop_actions();
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
    pub(super) async fn settle(&mut self, stepped: Stepped) -> Result<(), Fault> {
        if let Stepped::Moved(moved) = stepped {
            self.moved(moved);
        }
        if matches!(stepped, Stepped::Moved(_) | Stepped::Assigned) {
            self.publish()?;
        }
        if stepped == Stepped::Postponed {
            self.observe(|observer, state, _| observer.postponed(state))?;
        }
        self.observe(O::after)?;
        // The state that was left goes before the actions, which may want what it holds. If that
        // panics, the step is made all the same: the fault comes next.
        if let Err(panic) = catch::call(|| self.machine.drop_left()) {
            self.signals.keep_panic(panic);
        }
        self.execute().await
    }

    /// What comes from outside breaks a row of faults, whether it is taken or fails: senders must not
    /// be able to end a component by sending. So does a clock that leaves the component some rest.
    fn count_progress(&mut self, origin: Origin, is_clock: bool) {
        if origin == Origin::External || (is_clock && self.faults.are_old(self.signals.elapsed())) {
            self.faults.progress();
        }
    }

    /// Drops what is not to be executed; a panic in it comes next.
    fn drop_actions(&mut self) {
        if let Err(panic) = catch::call(|| self.actions.clear()) {
            self.signals.keep_panic(panic);
        }
    }

    /// Lets the observer look at the state and the actions in hand.
    fn observe(&mut self, look: impl FnOnce(&mut O, &State<D>, &[Action<D>])) -> Result<(), Fault> {
        let observed = match self.machine.try_state() {
            Some(state) => catch::call(|| look(&mut self.observer, state, &self.actions)),
            None => Ok(()),
        };
        if let Err(panic) = observed {
            self.drop_actions();
            return Err(Fault::message(FaultKind::Panic, self.state_name(), panic));
        }
        Ok(())
    }

    pub(super) fn moved(&mut self, moved: Move) {
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
    pub(super) fn start_tasks(&mut self) -> Result<(), Fault> {
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

    pub(super) fn publish(&mut self) -> Result<(), Fault> {
        let Some(state) = self.machine.try_state() else {
            return Ok(());
        };
        match catch::call(|| self.driver.component_mut().entered(state)) {
            Ok(()) => Ok(()),
            Err(panic) => {
                self.drop_actions();
                Err(Fault::message(FaultKind::Panic, self.state_name(), panic))
            }
        }
    }
}
