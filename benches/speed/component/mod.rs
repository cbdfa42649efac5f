//! One supervised component: events from outside, each with an action, in states that block.

#[cfg(feature = "peers")]
pub(crate) mod actix;
pub(crate) mod by_hand;
#[cfg(feature = "peers")]
pub(crate) mod kameo;
pub(crate) mod load;
pub(crate) mod ours;
#[cfg(feature = "peers")]
pub(crate) mod ractor;

use crate::contest::{Contest, Entrant};
use crate::threads::Threads;
use load::{Load, runner};

const EVENTS: u64 = 1_000_000;

/// What each mailbox holds that has a bound.
const MAILBOX: usize = 1024;

pub fn contests() -> Vec<Contest> {
    let mut contests = Vec::new();
    for turning in [false, true] {
        for threads in [Threads::One, Threads::Two] {
            for senders in [1, 2] {
                contests.push(contest(Load {
                    threads,
                    senders,
                    turning,
                }));
            }
        }
    }
    contests
}

fn contest(load: Load) -> Contest {
    Contest {
        name: format!(
            "component, Block, {}, {}, {}",
            if load.turning {
                "a transition each"
            } else {
                "stay"
            },
            load.threads.name(),
            if load.senders == 1 {
                "one sender"
            } else {
                "two senders"
            },
        ),
        events: EVENTS,
        one_thread: load.threads == Threads::One,
        entrants: vec![
            Entrant::ours("ours", runner(load, ours::open)),
            Entrant::peer("by hand", runner(load, by_hand::open)),
            Entrant::peer("by hand, batches", runner(load, by_hand::open_in_batches)),
            #[cfg(feature = "peers")]
            Entrant::peer("ractor", runner(load, ractor::open)),
            #[cfg(feature = "peers")]
            Entrant::peer("kameo", runner(load, kameo::open)),
            #[cfg(feature = "peers")]
            Entrant::peer("actix", actix::runner(load)),
        ],
    }
}
