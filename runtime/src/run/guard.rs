//! What makes sure that nothing is lost at the end, whichever way it comes.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;

use super::core::{Core, MachineOf};
use super::driver::{Action, Ctx, Driver, Event, State};
use super::{catch, driver, trace};
use crate::component::Component;
use crate::{Exit, ExitKind, Fault, FaultKind, Observe, StateVariant};

/// Holds all of a run. Dropped before its end (an abort, a runtime that is shut down) it closes
/// the mailbox, takes out what was accepted, and publishes an aborted exit.
pub(crate) struct Guard<D: Driver, O> {
    /// None once the run is over and its parts are dropped.
    core: Option<Core<D, O>>,
    /// The exit, from its sealing to its publication. Boxed: the task has room for it all its life.
    exit: Option<Box<Exit<State<D>, Event<D>>>>,
    slot: Option<Arc<Component<Event<D>, State<D>>>>,
}

impl<D, O> Guard<D, O>
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    pub(crate) fn new(
        driver: D,
        machine: MachineOf<D>,
        context: Ctx<D>,
        observer: O,
        slot: Option<Arc<Component<driver::Event<D>, State<D>>>>,
    ) -> Self {
        let control = slot.as_ref().map(|slot| Arc::clone(&slot.control));
        Guard {
            core: Some(Core::new(driver, machine, context, observer, control)),
            exit: None,
            slot,
        }
    }

    /// Runs to the end, and drops supervisor and context. `None` when that was done before.
    pub(crate) async fn run(&mut self) -> Option<Exit<State<D>, Event<D>>> {
        let core = self.core.as_mut()?;
        let control = Arc::clone(&core.control);
        let ended = {
            // The loop contains what it calls; this is the net below it.
            let driving = pin!(core.drive());
            let mut driven = pin!(catch::future(driving));
            poll_fn(|cx| {
                let ended = driven.as_mut().poll(cx);
                control.counters.stamp();
                ended
            })
            .await
        };
        let kind = match ended {
            Ok(kind) => kind,
            Err(panic) => {
                let fault = Fault::message(FaultKind::Panic, core.state_name(), panic);
                core.record(&fault);
                ExitKind::Failed
            }
        };
        core.control.stand_still_if_aborted().await;
        let sealed = Box::new(core.seal(kind));
        let exit = self.exit.insert(sealed);

        let hook = async { core.driver.completed(exit, &mut core.context).await };
        let called = catch::future(pin!(hook)).await;
        let failed = match called {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some((FaultKind::Completion, Err(error))),
            Err(panic) => Some((FaultKind::Panic, Ok(panic))),
        };
        if let Some((kind, cause)) = failed {
            let state = exit.state().map_or("", |state| state.variant_name());
            let fault = match cause {
                Ok(text) => Fault::message(kind, state, format!("the completion hook: {text}")),
                Err(error) => Fault::new(kind, state, error),
            };
            trace::hook_failed(&fault);
            exit.completion_fault = Some(fault);
        }
        drop_contained(self.core.take());
        let exit = *self.exit.take()?;
        trace::ended(&exit);
        Some(exit)
    }

    pub(crate) fn publish(&mut self, exit: Exit<State<D>, Event<D>>) {
        if let Some(slot) = self.slot.take() {
            slot.publish(exit);
        }
    }
}

impl<D: Driver, O> Drop for Guard<D, O> {
    fn drop(&mut self) {
        let Some(mut core) = self.core.take() else {
            return;
        };
        let exit = match self.exit.take() {
            // Aborted in the completion hook: what ended is sealed already.
            Some(mut exit) => {
                exit.kind = ExitKind::Aborted;
                *exit
            }
            None => core.seal(ExitKind::Aborted),
        };
        drop_contained(Some(core));
        trace::ended(&exit);
        if let Some(slot) = self.slot.take() {
            slot.publish(exit);
        }
    }
}

/// Drops supervisor, context and machine; a panic in one of them must not keep the exit from
/// being published.
fn drop_contained<D: Driver, O>(core: Option<Core<D, O>>) {
    let Some(core) = core else { return };
    for panic in core.into_drops() {
        trace::drop_panicked(&panic);
    }
}
