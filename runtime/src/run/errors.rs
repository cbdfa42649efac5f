//! From a fault to the error event, and when that is no use, to the end.

use super::catch;
use super::core::{Core, Outcome, Owed};
use super::driver::{Action, Driver, Event, State};
use super::trace;
use crate::{ExitKind, Fault, FaultKind, Observe};

/// How often in a row the error event is tried: one that fails is followed by that of its own fault.
const MOST_TRIES: u8 = 2;

impl<D, O> Core<D, O>
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    /// Makes the error event of a fault, to be given to the machine next: once more if that fails,
    /// and a third time never. `Err` where it ends instead.
    #[cold]
    pub(super) fn raise(&mut self, mut fault: Fault) -> Result<(), ExitKind> {
        self.in_hand = None;
        self.owed = Owed::Nothing;
        self.calm = false;
        loop {
            self.record(&fault);
            if self.machine.is_ended() || self.tries == MOST_TRIES {
                return Err(ExitKind::Failed);
            }
            if self.tries == 0 && !self.faults.bear(self.signals.elapsed()) {
                let stuck = Fault::message(
                    FaultKind::Stuck,
                    self.state_name(),
                    "it failed over and over, without progress in between",
                );
                self.record(&stuck);
                return Err(ExitKind::Failed);
            }
            if self.tries > 0 && self.machine.try_state().is_none() {
                return Err(ExitKind::Failed);
            }
            self.tries += 1;
            match catch::call(|| self.driver.event_for_fault(fault)) {
                Ok(event) => {
                    self.error_event = Some(event);
                    return Ok(());
                }
                Err(panic) => {
                    fault = Fault::message(FaultKind::Panic, self.state_name(), panic);
                }
            }
        }
    }

    /// After an error event and its actions.
    #[cold]
    pub(super) fn end_fault(&mut self, outcome: Outcome) {
        // Where the first state was not entered yet, the event is still to come.
        if outcome == Outcome::Entered {
            return;
        }
        self.tries = 0;
        match self.faults.wait() {
            Some(wait) => self.signals.back_off_for(wait),
            None => self.signals.end_idle(),
        }
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
