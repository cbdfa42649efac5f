//! How allocations are counted, so that an event that costs one cannot hide.
//!
//! What a component needs once, buffers that grow, a waker that registers, is needed in a first run
//! that is not counted. Then so many events are counted, and twice as many: what a run costs however
//! long it is cancels out, and what is left over is what the second half of the events cost. All of
//! it is on one thread and on a paused clock, so both counts are exact, and the same in each run.

use allocation_counter::measure;
use tokio::runtime::{Builder, Runtime};

pub const EVENTS: u64 = 512;

/// How many there are in all, the first run included.
pub const RUN: u64 = 5 * EVENTS;

/// A runtime with one thread, so that the count, which is of one thread, is of everything.
pub fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap()
}

/// How many allocations [`EVENTS`] more events cost something that is warm.
pub fn of_more_events(mut run: impl FnMut(u64)) -> i64 {
    run(2 * EVENTS);
    let once = measure(|| run(EVENTS)).count_total;
    let twice = measure(|| run(2 * EVENTS)).count_total;
    twice as i64 - once as i64
}
