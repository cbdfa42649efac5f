//! The actions of one step, one after the other.

use std::sync::Arc;

use super::catch;
use super::core::{Core, Doing};
use super::driver::Driver;
use crate::{BoxError, Fault, FaultKind};

impl<D: Driver, O> Core<D, O> {
    /// Makes ready to take the actions in hand out one by one, from the end, each before it runs: so
    /// a panic leaves those after it in their place. Says how many they are.
    pub(super) fn begin_actions(&mut self) -> usize {
        let of = self.actions.len();
        self.doing = Doing::Acting { of };
        self.actions.reverse();
        of
    }

    /// The fault of an action that failed or panicked.
    #[cold]
    pub(super) fn action_failed(&mut self, of: usize, cause: Result<BoxError, Arc<str>>) -> Fault {
        self.doing = Doing::Waiting;
        let rest = self.actions.len();
        let number = of.saturating_sub(rest);
        self.drop_actions();
        let state = self.state_name();
        let place = match rest {
            // Where there is one action, its number says nothing.
            0 if of == 1 => String::new(),
            0 => format!("action {number} of {of}"),
            rest => format!("action {number} of {of}, {rest} after it not executed"),
        };
        match cause {
            Ok(error) => Fault::failed(FaultKind::Action, state, place, error),
            Err(panic) if place.is_empty() => Fault::message(FaultKind::Panic, state, panic),
            Err(panic) => Fault::message(FaultKind::Panic, state, format!("{place}: {panic}")),
        }
    }

    /// Drops what is not to be executed; a panic in it comes next.
    pub(super) fn drop_actions(&mut self) {
        if let Err(panic) = catch::call(|| self.actions.clear()) {
            self.signals.keep_panic(panic);
        }
    }
}
