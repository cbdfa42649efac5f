//! The pure machine: one event, one transition, no runtime. What an event makes the machine say is added up, so
//! that nobody can leave it out.

mod link;
mod ring;

use std::hint::black_box;
use std::time::Instant;

use crate::contest::{Contest, Failure, Run, Runner};

const EVENTS: u64 = 4_000_000;

pub fn contests() -> Vec<Contest> {
    vec![link::contest(), ring::contest()]
}

/// So many different events are made before the clock runs, and used again and again.
const EVENTS_MADE: usize = 4096;

const SEED: u64 = 0x5eed;

/// The same events for all, in an order that a processor cannot learn at once.
fn events<E>(make: impl Fn(u64) -> E) -> Vec<E> {
    let mut random = SEED;
    let next = |_| {
        // xorshift64
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        make(random >> 16)
    };
    (0..EVENTS_MADE).map(next).collect()
}

/// A runner of something that steps by a function call and keeps its own sum.
fn runner<M, E>(
    start: impl Fn() -> M + 'static,
    make: fn(u64) -> E,
    step: impl Fn(&mut M, E) + 'static,
    sum: impl Fn(&M) -> u64 + 'static,
) -> Runner
where
    E: Clone + 'static,
{
    Box::new(move |count| {
        let events = events(make);
        let mut machine = start();
        let begin = Instant::now();
        for event in events.iter().cycle().take(count as usize) {
            step(&mut machine, black_box(event).clone());
        }
        let time = begin.elapsed();
        Ok(Run {
            time,
            sum: sum(&machine),
        })
    })
}

/// The same of something that is awaited. Nothing here waits, so a runtime does no more than poll once.
fn async_runner<M, E>(
    start: impl Fn() -> M + 'static,
    make: fn(u64) -> E,
    step: impl AsyncFn(&mut M, E) + 'static,
    sum: impl Fn(&M) -> u64 + 'static,
) -> Runner
where
    E: Clone + 'static,
{
    Box::new(move |count| {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let events = events(make);
        let mut machine = start();
        let time = runtime.block_on(async {
            let begin = Instant::now();
            for event in events.iter().cycle().take(count as usize) {
                step(&mut machine, black_box(event).clone()).await;
            }
            Ok::<_, Failure>(begin.elapsed())
        })?;
        Ok(Run {
            time,
            sum: sum(&machine),
        })
    })
}
