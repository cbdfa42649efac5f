//! The run loop: the one gateway to the machine. Only here is it stepped, and only here are its
//! actions executed.

mod actions;
pub(crate) mod catch;
mod core;
pub(crate) mod driver;
mod errors;
mod faults;
mod guard;
mod rounds;
pub(crate) mod signals;
mod step;
pub(crate) mod trace;
pub(crate) mod wait;
pub(crate) mod wake;

use std::future::Future;

use tracing::Instrument;

use crate::{ExitKind, Observe, RunError, RunResult, StageId, Supervisor};
use driver::{Action, Ctx, Driver, Event, State};

pub(crate) use guard::Guard;

/// Runs a spawned component to its end. The guard publishes how it ended.
// Not an `async fn`, whose future would have the room of the guard twice.
#[allow(clippy::manual_async_fn)]
pub(crate) fn to_end<D, O>(mut guard: Guard<D, O>) -> impl Future<Output = ()> + Send
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    async move {
        if let Some(exit) = guard.run().await {
            guard.publish(exit);
        }
    }
}

/// Runs a component where the caller stands.
pub(crate) fn in_place<D, O>(
    driver: D,
    stage: Option<StageId>,
    initial: State<D>,
    context: Ctx<D>,
    observer: O,
) -> impl Future<Output = RunResult<State<D>, Event<D>>> + Send
where
    D: Driver,
    O: Observe<State<D>, Event<D>, Action<D>>,
{
    let span = trace::span(driver.component().name(), None, stage);
    let machine = span.in_scope(|| driver.component().build_state_machine(initial));
    let mut guard = Guard::new(driver, machine, context, observer, None);
    let running = async move {
        match guard.run().await {
            Some(exit) if exit.kind() == ExitKind::Completed => Ok(exit),
            Some(exit) => Err(RunError(Box::new(exit))),
            // `None` is what a second run would give.
            None => std::future::pending().await,
        }
    };
    running.instrument(span)
}
