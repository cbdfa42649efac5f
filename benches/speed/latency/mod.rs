//! How long a component that is busy takes to stop: from the call that stops it until whoever called knows that it
//! is over, by whatever the library has for that. Its own way there is in it: the stop event, the last state, the exit; or
//! what it calls at its end.
//!
//! What keeps it busy:
//!
//! - **Block**: two tasks that keep its mailbox full. An event takes 1 µs.
//! - **Poll**: work, piece after piece, a glance at the mailbox between two of them. A piece is 16 steps of 1 µs,
//!   after each of which the task gives way. It is brought to its end before the component stops.
//! - **Race**: the same, but a stop need not wait for the end of the piece.
//!
//! Nobody sends in the last two: what is in the mailbox is the first of these.

mod actix;
mod by_hand;
mod kameo;
mod load;
mod ours;
mod ractor;

use std::time::Duration;

use crate::contest::Side;
use crate::threads::Threads;
use crate::waits::{WaitContest, WaitEntrant, WaitRunner};
use load::{Work, runner};

/// In each repetition, of which there are five at least.
const SAMPLES: u64 = 1000;

/// What each mailbox holds that has a bound.
const MAILBOX: usize = 1024;

/// An event, or a step of the work.
const STEP: Duration = Duration::from_micros(1);

/// Of a piece of work.
const STEPS: u64 = 16;

const SENDERS: usize = 2;

pub fn contests() -> Vec<WaitContest> {
    let mut contests = Vec::new();
    for work in [Work::Block, Work::Poll, Work::Race] {
        for threads in [Threads::One, Threads::Two] {
            contests.push(contest(work, threads));
        }
    }
    contests
}

fn contest(work: Work, threads: Threads) -> WaitContest {
    WaitContest {
        name: format!(
            "latency, stop, {}, {}",
            match work {
                Work::Block => "Block with a full mailbox",
                Work::Poll => "Poll at work",
                Work::Race => "Race at work",
            },
            threads.name(),
        ),
        samples: SAMPLES,
        entrants: vec![
            entrant(
                Side::Ours,
                "ours",
                runner(work, threads, ours::start::<false>),
            ),
            entrant(
                Side::Ours,
                "ours, abort",
                runner(work, threads, ours::start::<true>),
            ),
            peer("by hand", runner(work, threads, by_hand::start)),
            peer("ractor stop", runner(work, threads, ractor::start)),
            peer(
                "kameo stop_gracefully",
                runner(work, threads, kameo::start::<false>),
            ),
            peer("kameo kill", runner(work, threads, kameo::start::<true>)),
            peer("actix", actix::runner(work, threads)),
        ],
    }
}

fn peer(name: &'static str, run: WaitRunner) -> WaitEntrant {
    entrant(Side::Peer, name, run)
}

fn entrant(side: Side, name: &'static str, run: WaitRunner) -> WaitEntrant {
    WaitEntrant { name, side, run }
}
