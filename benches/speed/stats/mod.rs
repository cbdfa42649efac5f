//! What it costs to look at a component from outside: its state, since when, its counters, what its mailbox holds.

mod by_hand;
mod ours;

use std::hint::black_box;
use std::time::Instant;

use crate::contest::{Contest, Entrant, Failure, Run, Runner};

const LOOKS: u64 = 1_000_000;

/// How many events wait in the mailbox that is looked at.
const WAITING: u64 = 3;

pub fn contests() -> Vec<Contest> {
    vec![Contest {
        name: "stats, one snapshot".to_owned(),
        events: LOOKS,
        one_thread: true,
        entrants: vec![
            Entrant::ours("ours", runner(ours::open)),
            Entrant::peer("by hand", runner(by_hand::open)),
        ],
    }]
}

/// A component that others can look at.
trait Seen {
    /// The length of the state's name, and how many events wait.
    fn look(&self) -> u64;
}

fn runner<T: Seen + 'static>(open: fn() -> Result<T, Failure>) -> Runner {
    Box::new(move |looks| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()?;
        runtime.block_on(async {
            let component = open()?;
            let begin = Instant::now();
            let mut sum = 0u64;
            for _ in 0..looks {
                sum = sum.wrapping_add(black_box(&component).look());
            }
            let time = begin.elapsed();
            Ok(Run { time, sum })
        })
    })
}
