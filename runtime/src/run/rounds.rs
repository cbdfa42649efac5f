//! One round after the other: look, wait, work, step, execute, up to the end. What goes wrong comes out
//! of the rounds, is made an event, and they go on.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::pin;

use super::catch;
use super::core::{Core, Doing, Given, Owed};
use super::driver::{Action, Driver, Event, State};
use super::wake::{Look, Wake};
use crate::machine::{NodeKind, Origin};
use crate::{EventLoopDirective, ExitKind, Fault, FaultKind, Observe, Supervisor};

/// What a round has to do.
enum Now<E> {
    /// Give this to the machine.
    Give(Given<E>),
    /// Work: nothing else can come before it ends.
    Work,
    /// Work, and listen.
    Race,
    /// Wait for an event: there is no work, or it is not to begin yet.
    Rest,
    /// Wait for the first of all that can come.
    Wait,
    /// Nothing more: the next round looks again.
    Again,
    /// End.
    End(ExitKind),
}

impl<D, O> Core<D, O>
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    /// Runs to the end, and says which it was.
    pub(super) async fn drive(&mut self) -> ExitKind {
        loop {
            // A panic ends the rounds as a fault does, and the next go on from what is kept here.
            let ended = catch::future(pin!(self.rounds())).await;
            let fault = match ended {
                Ok(Ok(kind)) => return self.end_as(kind),
                Ok(Err(fault)) => fault,
                Err(panic) => self.caught(panic),
            };
            self.control.stand_still_if_aborted().await;
            if let Err(kind) = self.raise(fault) {
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

    #[inline]
    fn ended(&self) -> Option<ExitKind> {
        self.machine.ended().map(|kind| match kind {
            NodeKind::Failure => ExitKind::Failed,
            _ => ExitKind::Completed,
        })
    }

    /// Round after round, up to the end or the first fault. In each, the first that applies of
    /// postponed events, stop, clocks, tasks, external events, dispatch.
    ///
    /// This is where an event spends its time. So all that awaits is here, in one future, and the
    /// rest are plain functions: a future in a future in a future, each of which passes event and
    /// result on, took half as long again.
    async fn rounds(&mut self) -> Result<ExitKind, Fault> {
        'round: loop {
            // Other tasks have their turn, however busy this one is.
            tokio::task::coop::consume_budget().await;
            if self.control.is_aborted() {
                std::future::pending::<()>().await;
            }
            let given = 'given: {
                let wake = match self.next()? {
                    Now::Give(given) => break 'given given,
                    Now::Again => continue 'round,
                    Now::End(kind) => return Ok(kind),
                    now @ (Now::Work | Now::Race | Now::Rest | Now::Wait) => {
                        let Some(state) = self.machine.try_state() else {
                            return Ok(ExitKind::Failed);
                        };
                        let (context, signals) = (&mut self.context, &mut self.signals);
                        match now {
                            Now::Work => Wake::Dispatched(self.driver.work(state, context).await),
                            Now::Race => self.driver.race(state, context, signals).await,
                            Now::Rest => {
                                let component = self.driver.component_mut();
                                poll_fn(|cx| component.__poll_rest(state, signals, cx)).await
                            }
                            _ => self.driver.wait(state, context, signals).await,
                        }
                    }
                };
                match wake {
                    Wake::Dispatched(Ok(EventLoopDirective::Transition(event))) => {
                        Given::Event(event, Origin::Own)
                    }
                    Wake::Dispatched(Ok(EventLoopDirective::Continue)) => {
                        self.faults.progress();
                        continue 'round;
                    }
                    Wake::External(event) => {
                        self.count_batched();
                        Given::Event(event, Origin::External)
                    }
                    wake => match self.woken(wake)? {
                        Now::Give(given) => given,
                        Now::End(kind) => return Ok(kind),
                        _ => continue 'round,
                    },
                }
            };
            if self.control.is_aborted() {
                self.give_back(given);
                match std::future::pending::<Infallible>().await {}
            }
            let outcome = if self.machine.is_sync() {
                self.step(given)?
            } else {
                Box::pin(self.step_with_closures(given)).await?
            };
            let of = self.begin_actions();
            // Asked before the first action too, and after the last: an abort leaves the event named
            // whose step it met.
            loop {
                if self.control.is_aborted() {
                    std::future::pending::<()>().await;
                }
                let Some(action) = self.actions.pop() else {
                    break;
                };
                let component = self.driver.component_mut();
                let executing = component.__execute_action(&mut self.context, action);
                if let Err(error) = executing.await {
                    return Err(self.action_failed(of, Ok(error)));
                }
            }
            self.doing = Doing::Waiting;
            self.end_step(outcome);
        }
    }

    /// What there is to do, without waiting for it.
    #[inline]
    fn next(&mut self) -> Result<Now<Event<D>>, Fault> {
        if !self.calm
            && let Some(now) = self.look_around()?
        {
            return Ok(now);
        }
        if self.signals.are_urgent() {
            return Ok(Now::Wait);
        }
        let Some(state) = self.machine.try_state() else {
            return Ok(Now::End(ExitKind::Failed));
        };
        let component = self.driver.component_mut();
        Ok(match component.__look(state, &self.signals) {
            Look::Wait => Now::Wait,
            Look::Work => Now::Work,
            Look::Race => Now::Race,
            Look::Rest => Now::Rest,
            Look::Found(event) => self.received(event),
        })
    }

    /// What comes before a look at the mailbox. If there is nothing, and nothing but what is urgent can
    /// come until the state is another one or something goes wrong, it is calm, and need not be asked
    /// again.
    fn look_around(&mut self) -> Result<Option<Now<Event<D>>>, Fault> {
        if !self.begun {
            return Ok(Some(Now::Give(Given::Entry)));
        }
        if let Some(event) = self.error_event.take() {
            return Ok(Some(Now::Give(Given::Event(event, Origin::Own))));
        }
        if let Some(kind) = self.ended() {
            return Ok(Some(Now::End(kind)));
        }
        if self.machine.is_retrying()
            && let Some((event, origin)) = self.machine.loop_postponed()
        {
            return Ok(Some(Now::Give(Given::Event(event, origin))));
        }
        if !self.signals.is_backing_off() {
            self.signals.renew_stop();
            if !self.to_start.is_empty() {
                self.start_tasks()?;
            }
        }
        self.signals.set_due(self.machine.clocks_mut().next_due());
        if self.signals.is_idling() {
            return Ok(Some(Now::Rest));
        }
        if !self.signals.are_quiet() {
            return Ok(Some(Now::Wait));
        }
        self.calm = !self.signals.can_wake();
        Ok(None)
    }

    #[inline]
    fn received(&self, event: Event<D>) -> Now<Event<D>> {
        self.count_batched();
        Now::Give(Given::Event(event, Origin::External))
    }

    fn directed(&mut self, directive: EventLoopDirective<Event<D>>) -> Now<Event<D>> {
        match directive {
            EventLoopDirective::Transition(event) => {
                return Now::Give(Given::Event(event, Origin::Own));
            }
            EventLoopDirective::Terminate => return Now::End(ExitKind::Completed),
            EventLoopDirective::Idle(time) => {
                self.signals.idle_for(time);
                self.calm = false;
            }
            EventLoopDirective::Continue => {}
        }
        self.faults.progress();
        Now::Again
    }

    /// What to do after a wait. `rounds` has the common cases itself.
    #[cold]
    fn woken(&mut self, wake: Wake<Event<D>>) -> Result<Now<Event<D>>, Fault> {
        let kind = match wake {
            Wake::External(event) => return Ok(self.received(event)),
            Wake::Own(event) => return Ok(Now::Give(Given::Event(event, Origin::Own))),
            Wake::Dispatched(Ok(directive)) => return Ok(self.directed(directive)),
            Wake::Stop => {
                self.signals.stop_was_taken();
                // It may have come before a batch that was just received.
                self.count_batched();
                return self.stop();
            }
            Wake::Closed(event) => {
                // Nobody is left to tell it a second time.
                self.owed = Owed::Closed;
                return Ok(Now::Give(Given::Event(event, Origin::Own)));
            }
            Wake::Clock => {
                let clocks = self.machine.clocks_mut();
                clocks.refresh();
                return Ok(match clocks.take_expired() {
                    Some(clock) => Now::Give(Given::Clock(clock)),
                    None => Now::Again,
                });
            }
            Wake::IdleOver => {
                self.signals.end_idle();
                return Ok(Now::Again);
            }
            Wake::Dispatched(Err(error)) => {
                let state = self.state_name();
                return Err(Fault::new(FaultKind::Dispatch, state, error));
            }
            Wake::Panic(panic) => {
                let state = self.state_name();
                return Err(Fault::message(FaultKind::Panic, state, panic));
            }
            Wake::AllSendersGone => FaultKind::ChannelClosed,
            Wake::Stuck => FaultKind::Stuck,
        };
        let message = match kind {
            FaultKind::Stuck => "no sender, clock or task can wake it",
            _ => "",
        };
        Err(Fault::message(kind, self.state_name(), message))
    }

    fn stop(&mut self) -> Result<Now<Event<D>>, Fault> {
        // Until the machine has it: also where the making of the event panics.
        self.owed = Owed::Stop;
        match catch::call(|| self.driver.component().stop_event()) {
            Ok(Some(event)) => Ok(Now::Give(Given::Event(event, Origin::Own))),
            Ok(None) => Ok(Now::End(ExitKind::Completed)),
            Err(panic) => {
                self.pay();
                Err(Fault::message(FaultKind::Panic, self.state_name(), panic))
            }
        }
    }

    /// After `abort` the machine is given nothing: what was accepted goes back with the exit.
    #[cold]
    fn give_back(&mut self, given: Given<Event<D>>) {
        if let Given::Event(event, Origin::External) = given {
            self.refused.push(event);
        }
    }

    #[inline]
    fn count_batched(&self) {
        let batched = self.driver.component().__batched();
        self.control.counters.set_batched(batched);
    }
}
