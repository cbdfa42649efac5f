//! The run loop: the one gateway to the machine. Only here is it stepped, and only here are its
//! actions executed.

mod catch;
mod core;
pub(crate) mod driver;
mod faults;
mod guard;
pub(crate) mod signals;
pub(crate) mod wait;

use std::future::Future;

use crate::{Exit, Observe, RunError};
use driver::{Action, Ctx, Driver, Event, State};

pub(crate) use guard::Guard;

/// Runs a spawned component to its end. The guard publishes how it ended.
pub(crate) async fn to_end<D, O>(mut guard: Guard<D, O>)
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    if let Some(exit) = guard.run().await {
        guard.publish(exit);
    }
}

/// Runs a component where the caller stands.
pub(crate) fn in_place<D, O>(
    driver: D,
    initial: State<D>,
    context: Ctx<D>,
    observer: O,
) -> impl Future<Output = Result<Exit<State<D>, Event<D>>, RunError<State<D>, Event<D>>>> + Send
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    let mut guard = Guard::new(driver, initial, context, observer, None);
    async move {
        loop {
            // `None` comes only from a second call.
            if let Some(exit) = guard.run().await {
                return match exit.kind() {
                    crate::ExitKind::Completed => Ok(exit),
                    _ => Err(RunError(Box::new(exit))),
                };
            }
        }
    }
}
