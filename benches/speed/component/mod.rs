//! One supervised component: events from outside, each with an action, in states that block.

mod by_hand;
#[cfg(feature = "peers")]
mod kameo;
mod load;
mod ours;
#[cfg(feature = "peers")]
mod ractor;

use crate::contest::{Contest, Entrant};
use load::{Load, Threads, runner};

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
            match load.threads {
                Threads::One => "current-thread",
                Threads::Two => "multi-thread",
            },
            if load.senders == 1 {
                "one sender"
            } else {
                "two senders"
            },
        ),
        events: EVENTS,
        one_thread: load.threads == Threads::One,
        entrants: vec![
            Entrant::ours("ours", runner::<ours::Ours>(load)),
            Entrant::peer("by hand", runner::<by_hand::ByHand>(load)),
            #[cfg(feature = "peers")]
            Entrant::peer("ractor", runner::<ractor::Ractor>(load)),
            #[cfg(feature = "peers")]
            Entrant::peer("kameo", runner::<kameo::Kameo>(load)),
        ],
    }
}
