//! From a fault to the error event, and when that is no use, to the end.

use super::catch;
use super::core::{Core, Given};
use super::driver::{Action, Driver, Event, State};
use super::trace;
use crate::machine::Origin;
use crate::{ExitKind, Fault, FaultKind, Observe};

impl<D, O> Core<D, O>
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    /// Makes the error event of a fault, and gives it to the machine: once more if that fails,
    /// and a third time never. Boxed wherever it is awaited: it is rare, and what every round would
    /// have to carry along otherwise is large.
    pub(super) async fn raise(&mut self, fault: Fault) -> Option<ExitKind> {
        self.control.stand_still_if_aborted().await;
        self.record(&fault);
        if self.machine.is_ended() {
            return Some(ExitKind::Failed);
        }
        if !self.faults.bear(self.signals.elapsed()) {
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
                    match self.faults.wait() {
                        Some(wait) => self.signals.back_off_for(wait),
                        None => self.signals.end_idle(),
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

    pub(super) async fn handle_fault(&mut self, fault: Fault) -> Result<(), Fault> {
        let state = self.state_name();
        let event = catch::call(|| self.driver.event_for_fault(fault))
            .map_err(|panic| Fault::message(FaultKind::Panic, state, panic))?;
        self.step(Given::Event(event, Origin::Own)).await.map(drop)
    }

    pub(super) fn record(&mut self, fault: &Fault) {
        trace::fault(fault);
        self.faults.remember(fault);
        self.control.counters.fault();
        if let Err(panic) = catch::call(|| self.observer.fault(fault)) {
            trace::observer_panicked(&panic);
        }
    }
}
