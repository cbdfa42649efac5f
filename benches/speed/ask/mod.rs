//! Round trips: somebody asks a component, waits for the reply, and asks again. With a deadline, as nobody should ask without;
//! by hand also without, to show what it costs.

mod actix;
mod by_hand;
mod kameo;
mod load;
mod ours;
mod ractor;

use std::time::Duration;

use crate::contest::{Contest, Entrant};
use crate::threads::Threads;
use load::{Load, runner};

const EVENTS: u64 = 200_000;

/// Where each of them may have to wake another thread.
const EVENTS_BETWEEN_THREADS: u64 = 50_000;

/// What each mailbox holds that has a bound.
const MAILBOX: usize = 1024;

/// Long past every reply: what is measured is that there is one.
const DEADLINE: Duration = Duration::from_secs(10);

/// What one piece costs.
const UNIT: u64 = 3;

pub fn contests() -> Vec<Contest> {
    let mut contests = Vec::new();
    for threads in [Threads::One, Threads::Two] {
        for callers in [1, 2] {
            contests.push(contest(Load { threads, callers }));
        }
    }
    contests
}

fn contest(load: Load) -> Contest {
    Contest {
        name: format!(
            "ask, {}, {}",
            load.threads.name(),
            if load.callers == 1 {
                "one caller"
            } else {
                "two callers"
            },
        ),
        events: match load.threads {
            Threads::One => EVENTS,
            Threads::Two => EVENTS_BETWEEN_THREADS,
        },
        one_thread: load.threads == Threads::One,
        entrants: vec![
            Entrant::ours("ours", runner(load, ours::open)),
            Entrant::peer("by hand", runner(load, by_hand::open)),
            Entrant::peer(
                "by hand, no deadline",
                runner(load, by_hand::open_without_deadline),
            ),
            Entrant::peer("ractor", runner(load, ractor::open)),
            Entrant::peer("kameo", runner(load, kameo::open)),
            Entrant::peer("actix", actix::runner(load)),
        ],
    }
}
