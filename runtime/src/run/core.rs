//! One round after the other: wait, step, execute, and make an event of whatever goes wrong.

use std::sync::Arc;

use super::catch;
use super::driver::{Action, Ctx, Driver, Event, State};
use super::faults::Faults;
use super::signals::Signals;
use super::wake::Wake;
use crate::component::Control;
use crate::exit::Unhandled;
use crate::machine::{NodeKind, Origin};
use crate::{
    EventLoopDirective, Exit, ExitKind, Fault, FaultKind, Observe, StateMachine, StateVariant,
    Supervisor,
};

pub(crate) type MachineOf<D> = StateMachine<State<D>, Event<D>, Ctx<D>, Action<D>>;

/// The data of one run.
pub(super) struct Core<D: Driver, O> {
    pub(super) driver: D,
    pub(super) context: Ctx<D>,
    pub(super) machine: MachineOf<D>,
    pub(super) observer: O,
    /// The actions of the step in hand; its room is used again.
    pub(super) actions: Vec<Action<D>>,
    /// Nodes that were entered and whose tasks are not started yet.
    pub(super) to_start: Vec<u16>,
    pub(super) signals: Signals<Event<D>>,
    pub(super) faults: Faults,
    /// Events that could not be postponed: they go to the exit.
    pub(super) refused: Vec<Event<D>>,
    pub(super) in_hand: Option<&'static str>,
    /// The state that a panic in a `move` arm took along.
    pub(super) lost: &'static str,
    /// Whether the last step broke off, by a panic or a closure's error, before the machine had
    /// taken or refused what it was given.
    pub(super) broke_off: bool,
    pub(super) control: Arc<Control>,
}

/// What to give to the machine.
pub(super) enum Given<E> {
    Event(E, Origin),
    Clock(u16),
}

/// What the machine made of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was taken.
    Taken,
    /// It was postponed.
    Kept,
    /// It came from outside and was refused.
    Rejected,
}

impl<D, O> Core<D, O>
where
    D: Driver,
{
    pub(super) fn new(
        driver: D,
        mut machine: MachineOf<D>,
        context: Ctx<D>,
        observer: O,
        control: Option<Arc<Control>>,
    ) -> Self {
        let signals = Signals::new(control.clone());
        machine.clocks_mut().follow(signals.time());
        Core {
            driver,
            context,
            machine,
            observer,
            actions: Vec::new(),
            to_start: Vec::new(),
            signals,
            faults: Faults::default(),
            refused: Vec::new(),
            in_hand: None,
            lost: "",
            broke_off: false,
            control: control.unwrap_or_default(),
        }
    }

    /// Closes the mailbox, and gathers everything that the exit tells.
    pub(super) fn seal(&mut self, kind: ExitKind) -> Exit<State<D>, Event<D>> {
        // The state stays in the machine's slot for nobody: the run is over.
        let mut events: Vec<_> = self.machine.take_postponed().collect();
        events.append(&mut self.refused);
        let mailbox = self.driver.component_mut().close_mailbox();
        self.control.counters.set_postponed(0);
        self.control.counters.set_batched(0);
        Exit::new(
            kind,
            self.machine.take_state(),
            self.faults.take(),
            Unhandled { events, mailbox },
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

    pub(super) fn state_name(&self) -> &'static str {
        self.machine
            .try_state()
            .map_or(self.lost, |state| state.variant_name())
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
            && let Some(kind) = Box::pin(self.raise(fault)).await
        {
            return kind;
        }
        loop {
            // Other tasks have their turn, however busy this one is.
            tokio::task::coop::consume_budget().await;
            self.control.stand_still_if_aborted().await;
            if let Some(kind) = self.ended() {
                return self.end_as(kind);
            }
            if let Some(kind) = self.round().await {
                return self.end_as(kind);
            }
        }
    }

    /// The end, unless something panicked on the way that no round is left to raise.
    fn end_as(&mut self, mut kind: ExitKind) -> ExitKind {
        while let Some(panic) = self.signals.take_panic() {
            let fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
            self.record(&fault);
            kind = ExitKind::Failed;
        }
        kind
    }

    fn ended(&self) -> Option<ExitKind> {
        self.machine.ended().map(|kind| match kind {
            NodeKind::Failure => ExitKind::Failed,
            _ => ExitKind::Completed,
        })
    }

    /// One round: the first that applies of postponed events, stop, clocks, tasks, external
    /// events, dispatch. `Some` when it was the last.
    async fn round(&mut self) -> Option<ExitKind> {
        if self.machine.is_retrying()
            && let Some((event, origin)) = self.machine.loop_postponed()
        {
            return self.give(Given::Event(event, origin)).await;
        }
        if !self.signals.is_backing_off() {
            self.signals.renew_stop();
            if let Err(fault) = self.start_tasks() {
                return Box::pin(self.raise(fault)).await;
            }
        }
        self.signals.set_due(self.machine.clocks_mut().next_due());
        let Some(state) = self.machine.try_state() else {
            return Some(ExitKind::Failed);
        };
        // The rest of a batch needs no wait: nothing comes before it, and nothing has to be woken.
        if self.signals.are_quiet() {
            let component = self.driver.component_mut();
            match catch::call(|| component.at_hand(state)) {
                Ok(Some(event)) => {
                    self.count_batched();
                    return self.give(Given::Event(event, Origin::External)).await;
                }
                Ok(None) => {}
                Err(panic) => {
                    let fault = Fault::message(FaultKind::Panic, state.variant_name(), panic);
                    return Box::pin(self.raise(fault)).await;
                }
            }
        }
        // A panic here is one of the work, of a policy, or of an event's conversion: none of them
        // touches the machine, and what they borrowed is the user's own.
        let wait = self
            .driver
            .wait(state, &mut self.context, &mut self.signals);
        match catch::future(wait).await {
            Err(panic) => {
                let fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
                Box::pin(self.raise(fault)).await
            }
            Ok(wake) => self.woken(wake).await,
        }
    }

    async fn woken(&mut self, wake: Wake<Event<D>>) -> Option<ExitKind> {
        let kind = match wake {
            Wake::Stop => {
                self.signals.stop_was_taken();
                // It may have come before a batch that was just received.
                self.count_batched();
                return self.stop().await;
            }
            Wake::Closed(event) => {
                let outcome = self.step(Given::Event(event, Origin::Own)).await;
                if self.broke_off {
                    // Nobody is left to tell it a second time.
                    self.driver.component_mut().closed_again();
                }
                return self.given(outcome).await;
            }
            Wake::Clock => {
                let clocks = self.machine.clocks_mut();
                clocks.refresh();
                let clock = clocks.take_expired()?;
                return self.give(Given::Clock(clock)).await;
            }
            Wake::Own(event) => return self.give(Given::Event(event, Origin::Own)).await,
            Wake::External(event) => {
                self.count_batched();
                return self.give(Given::Event(event, Origin::External)).await;
            }
            Wake::IdleOver => {
                self.signals.end_idle();
                return None;
            }
            Wake::Dispatched(Ok(directive)) => return self.directed(directive).await,
            Wake::Dispatched(Err(error)) => {
                let fault = Fault::new(FaultKind::Dispatch, self.state_name(), error);
                return Box::pin(self.raise(fault)).await;
            }
            Wake::Panic(panic) => {
                let fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
                return Box::pin(self.raise(fault)).await;
            }
            Wake::AllSendersGone => FaultKind::ChannelClosed,
            Wake::Stuck => FaultKind::Stuck,
        };
        let message = match kind {
            FaultKind::Stuck => "no sender, clock or task can wake it",
            _ => "",
        };
        let fault = Fault::message(kind, self.state_name(), message);
        Box::pin(self.raise(fault)).await
    }

    async fn stop(&mut self) -> Option<ExitKind> {
        match catch::call(|| self.driver.component().stop_event()) {
            Ok(Some(event)) => {
                let outcome = self.step(Given::Event(event, Origin::Own)).await;
                if self.broke_off {
                    self.signals.stop_again();
                }
                self.given(outcome).await
            }
            Ok(None) => Some(ExitKind::Completed),
            Err(panic) => {
                self.signals.stop_again();
                let fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
                Box::pin(self.raise(fault)).await
            }
        }
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

    fn count_batched(&self) {
        let batched = self.driver.component().batched();
        self.control.counters.set_batched(batched);
    }

    /// Gives something to the machine, and takes care of what comes of it.
    async fn give(&mut self, given: Given<Event<D>>) -> Option<ExitKind> {
        let outcome = self.step(given).await;
        self.given(outcome).await
    }

    async fn given(&mut self, outcome: Result<Outcome, Fault>) -> Option<ExitKind> {
        match outcome {
            // Only what the machine took is progress: work that keeps emitting events which it
            // refuses must not hide behind the dispatch that emitted them.
            Ok(Outcome::Taken) => {
                self.faults.progress();
                self.signals.end_idle();
                None
            }
            Ok(Outcome::Kept | Outcome::Rejected) => None,
            Err(fault) => Box::pin(self.raise(fault)).await,
        }
    }
}
