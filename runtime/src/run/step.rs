//! One step of the machine inside the loop: named, made, published, observed; and what is left of it
//! where it panics.

use std::sync::Arc;

use super::catch;
use super::core::{Core, Doing, Given, Outcome, Owed};
use super::driver::{Action, Driver, Event, State};
use super::trace;
use crate::machine::{Origin, StepError, Stepped};
use crate::{EventVariant, Fault, FaultKind, FsmError, Move, Observe, Supervisor, Trigger};

/// How many events that could not be postponed are kept for the exit. Further ones from outside are
/// refused, so that the bound on postponed events bounds the memory too.
const MOST_REFUSED: usize = 1024;

impl<D, O> Core<D, O>
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    /// The part of a step that comes before its actions, where nothing has to be awaited.
    #[inline]
    pub(super) fn step(&mut self, given: Given<Event<D>>) -> Result<Outcome, Fault> {
        self.begin_step(&given);
        let stepped = match self.trigger(given) {
            Some((trigger, clock, origin)) => {
                let actions = &mut self.actions;
                self.machine
                    .step_now(trigger, clock, origin, &self.context, actions)
            }
            None => {
                let entered = self.machine.loop_enter(&self.context, &mut self.actions);
                return self.entered(entered);
            }
        };
        self.settle(stepped)
    }

    /// The same, where there are closures to await.
    pub(super) async fn step_with_closures(
        &mut self,
        given: Given<Event<D>>,
    ) -> Result<Outcome, Fault> {
        self.begin_step(&given);
        let stepped = match self.trigger(given) {
            Some((trigger, clock, origin)) => {
                let actions = &mut self.actions;
                self.machine
                    .step_into(trigger, clock, origin, &mut self.context, actions)
                    .await
            }
            None => {
                let entered = self
                    .machine
                    .loop_enter_with_closures(&mut self.context, &mut self.actions)
                    .await;
                return self.entered(entered);
            }
        };
        self.settle(stepped)
    }

    /// Notes what a step is, for those who are told of it, before the machine has it.
    #[inline]
    fn begin_step(&mut self, given: &Given<Event<D>>) {
        self.from = self.state_name();
        let trigger = match given {
            Given::Event(event, origin) => {
                (self.origin, self.is_clock) = (*origin, false);
                event.variant_name()
            }
            Given::Clock(_) => {
                (self.origin, self.is_clock) = (Origin::Own, true);
                "timeout"
            }
            Given::Entry => {
                trace::started(self.from);
                self.doing = Doing::Entering;
                return;
            }
        };
        self.in_hand = Some(trigger);
        self.doing = Doing::Stepping;
    }

    /// The trigger as the machine takes it, shown to the observer first; none for the entry.
    #[inline]
    fn trigger(
        &mut self,
        given: Given<Event<D>>,
    ) -> Option<(Trigger<Event<D>>, Option<u16>, Origin)> {
        let (trigger, clock, origin) = match given {
            Given::Event(event, origin) => (Trigger::Event(event), None, origin),
            Given::Clock(clock) => (Trigger::Timeout, Some(clock), Origin::Own),
            Given::Entry => return None,
        };
        if let Some(state) = self.machine.try_state() {
            self.observer.before(state, &trigger);
        }
        Some((trigger, clock, origin))
    }

    /// After the entry into the first state.
    fn entered(&mut self, entered: Result<Move, FsmError>) -> Result<Outcome, Fault> {
        self.doing = Doing::Showing;
        let entered = match entered {
            Ok(entered) => entered,
            Err(error) => {
                self.doing = Doing::Waiting;
                return Err(Fault::new(FaultKind::Dispatch, self.from, error.into()));
            }
        };
        self.begun = true;
        self.control.counters.moved(self.state_name());
        self.moved(entered);
        self.publish();
        self.observe(O::after);
        self.doing = Doing::Waiting;
        Ok(Outcome::Entered)
    }

    /// After a step: counters, tasks, publication. Inlined always, as is the machine's `step_now`: the
    /// two calls took thirty instructions of each event.
    #[inline(always)]
    fn settle(&mut self, stepped: Result<Stepped, StepError>) -> Result<Outcome, Fault> {
        self.doing = Doing::Showing;
        let counters = &self.control.counters;
        counters.set_postponed(self.machine.postponed());
        let stepped = match stepped {
            Ok(stepped) => stepped,
            Err(error) => return self.failed(error),
        };
        if stepped != Stepped::Postponed {
            counters.handled();
            self.count_progress();
        }
        let trigger = self.trigger_name();
        trace::step(stepped, self.from, || self.state_name(), trigger);
        if let Stepped::Moved(moved) = stepped {
            self.calm = false;
            self.control.counters.moved(self.state_name());
            self.moved(moved);
        }
        if matches!(stepped, Stepped::Moved(_) | Stepped::Assigned) {
            self.publish();
        }
        if stepped == Stepped::Postponed {
            self.observe(|observer, state, _| observer.postponed(state));
        }
        self.observe(O::after);
        // The state that was left goes before the actions, which may want what it holds. If that
        // panics, the step is made all the same: the fault comes next.
        if self.machine.has_left() {
            self.drop_left();
        }
        self.doing = Doing::Waiting;
        Ok(match stepped {
            Stepped::Postponed => Outcome::Kept,
            _ => Outcome::Taken,
        })
    }

    /// After a step and its actions.
    #[inline]
    pub(super) fn end_step(&mut self, outcome: Outcome) {
        self.in_hand = None;
        self.owed = Owed::Nothing;
        if self.tries > 0 {
            self.end_fault(outcome);
        } else if outcome == Outcome::Taken {
            // Only what the machine took is progress: work that keeps emitting events which it
            // refuses must not hide behind the dispatch that emitted them.
            self.faults.progress();
            self.signals.end_idle();
        }
    }

    /// A step that the machine refused, or that a closure failed.
    #[cold]
    fn failed(&mut self, error: StepError) -> Result<Outcome, Fault> {
        let error = FsmError::from(error);
        if self.origin == Origin::External && self.is_only_rejected(&error) {
            self.rejected(&error);
            self.doing = Doing::Waiting;
            return Ok(Outcome::Rejected);
        }
        self.doing = Doing::Waiting;
        self.count_progress();
        if !error.is_refusal() {
            self.pay();
        }
        Err(self.refused(error))
    }

    /// What the machine was given and neither took nor refused is to be given again.
    pub(super) fn pay(&mut self) {
        match std::mem::replace(&mut self.owed, Owed::Nothing) {
            Owed::Nothing => {}
            Owed::Stop => self.signals.stop_again(),
            Owed::Closed => self.driver.component_mut().__closed_again(),
        }
    }

    /// The fault of a panic, and what it broke off.
    pub(super) fn caught(&mut self, panic: Arc<str>) -> Fault {
        let doing = std::mem::replace(&mut self.doing, Doing::Waiting);
        match doing {
            Doing::Waiting => {}
            Doing::Showing => {
                self.drop_actions();
                // Not left to the next step, which a panic in it would break off when half made.
                self.drop_left();
            }
            Doing::Entering => {
                self.machine.unwound();
                self.drop_actions();
                self.pay();
            }
            Doing::Stepping => {
                self.count_progress();
                self.control
                    .counters
                    .set_postponed(self.machine.postponed());
                self.machine.unwound();
                self.drop_actions();
                self.pay();
            }
            Doing::Acting { of } => return self.action_failed(of, Err(panic)),
        }
        Fault::message(FaultKind::Panic, self.state_name(), panic)
    }

    /// Drops the state that was left; a panic in it comes next.
    fn drop_left(&mut self) {
        if let Err(panic) = catch::call(|| self.machine.drop_left()) {
            self.signals.keep_panic(panic);
        }
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
    fn rejected(&mut self, error: &FsmError) {
        let (state, event) = (self.from, self.trigger_name());
        self.control.counters.rejected();
        match error {
            FsmError::PostponeFull { .. } => trace::rejected_for_want_of_room(state, event),
            _ => trace::rejected(state, event),
        }
        self.observe(|observer, state, _| observer.rejected(state, error));
    }

    /// The fault of a step that the machine refused.
    fn refused(&mut self, error: FsmError) -> Fault {
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
        Fault::new(kind, self.from, error.into())
    }

    /// What comes from outside breaks a row of faults, whether it is taken or fails: senders must not
    /// be able to end a component by sending. So does a clock that leaves the component some rest.
    fn count_progress(&mut self) {
        let rested = || self.is_clock && self.faults.are_old(self.signals.elapsed());
        if self.origin == Origin::External || rested() {
            self.faults.progress();
        }
    }

    fn trigger_name(&self) -> &'static str {
        self.in_hand.unwrap_or_default()
    }

    /// Lets the observer look at the state and the actions in hand.
    #[inline]
    fn observe(&mut self, look: impl FnOnce(&mut O, &State<D>, &[Action<D>])) {
        if let Some(state) = self.machine.try_state() {
            look(&mut self.observer, state, &self.actions);
        }
    }

    #[inline]
    fn moved(&mut self, moved: Move) {
        if self.machine.has_tasks() {
            self.change_tasks(moved);
        }
    }

    /// Drops the tasks of what was left, and remembers those to start of what was entered.
    fn change_tasks(&mut self, moved: Move) {
        let machine = &self.machine;
        self.signals.drop_tasks(|node| machine.leaves(node, moved));
        self.to_start.retain(|&node| !machine.leaves(node, moved));
        self.to_start.extend(machine.tasks_to_start(moved));
    }

    /// Starts the tasks of what was entered: after the entry actions, so that a task sees what
    /// they prepared.
    #[cold]
    pub(super) fn start_tasks(&mut self) -> Result<(), Fault> {
        while !self.to_start.is_empty() {
            let node = self.to_start.remove(0);
            match catch::call(|| self.machine.task(node, &self.context)) {
                Ok(Some(future)) => self.signals.start_task(node, future),
                Ok(None) => {}
                Err(panic) => {
                    let state = self.state_name();
                    return Err(Fault::message(FaultKind::Panic, state, panic));
                }
            }
        }
        Ok(())
    }

    #[inline]
    fn publish(&mut self) {
        if let Some(state) = self.machine.try_state() {
            self.driver.component_mut().entered(state);
        }
    }
}
