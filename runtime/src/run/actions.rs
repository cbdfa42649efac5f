//! The actions of one step, one after the other.

use std::sync::Arc;

use super::catch;
use super::core::Core;
use super::driver::Driver;
use crate::{BoxError, Fault, FaultKind, Supervisor};

impl<D: Driver, O> Core<D, O> {
    /// Executes the actions in hand, up to the first that fails.
    pub(super) async fn execute(&mut self) -> Result<(), Fault> {
        if self.actions.is_empty() {
            return Ok(());
        }
        let state = self.state_name();
        let of = self.actions.len();
        let mut failed: Option<(usize, FaultKind, Result<Arc<str>, BoxError>)> = None;
        let mut actions = self.actions.drain(..);
        for (number, action) in (1..).zip(actions.by_ref()) {
            let component = self.driver.component_mut();
            let execution = async { component.execute_action(&mut self.context, action).await };
            failed = match catch::future(execution).await {
                Ok(Ok(())) => None,
                Ok(Err(error)) => Some((number, FaultKind::Action, Err(error))),
                Err(panic) => Some((number, FaultKind::Panic, Ok(panic))),
            };
            if failed.is_some() {
                break;
            }
            self.control.stand_still_if_aborted().await;
        }
        // Those that are not executed; a panic in their drop comes next.
        if let Err(panic) = catch::call(|| drop(actions)) {
            self.signals.keep_panic(panic);
        }
        let Some((number, kind, cause)) = failed else {
            return Ok(());
        };
        let place = match of - number {
            // Where there is one action, its number says nothing.
            0 if of == 1 => String::new(),
            0 => format!("action {number} of {of}"),
            rest => format!("action {number} of {of}, {rest} after it not executed"),
        };
        Err(match cause {
            Ok(panic) if place.is_empty() => Fault::message(kind, state, panic),
            Ok(panic) => Fault::message(kind, state, format!("{place}: {panic}")),
            Err(error) => Fault::new(kind, state, error).with_message(place),
        })
    }
}
