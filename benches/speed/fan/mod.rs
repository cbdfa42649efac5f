//! Many components, each the one of [`component`](crate::component), and two tasks that send to all of them in turn: events
//! with an action that leave the state as it is. What is many for all is few for each, and no mailbox is ever full.

mod actix;
mod load;

use crate::component::{by_hand, kameo, ours, ractor};
use crate::contest::{Contest, Entrant};
use load::runner;

/// Of all components together.
const EVENTS: u64 = 1_000_000;

const COMPONENTS: usize = 1000;

const SENDERS: usize = 2;

pub fn contests() -> Vec<Contest> {
    vec![Contest {
        name: format!("fan, {COMPONENTS} components, multi-thread, two senders"),
        events: EVENTS,
        one_thread: false,
        entrants: vec![
            Entrant::ours("ours", runner(ours::open)),
            Entrant::peer("by hand", runner(by_hand::open)),
            Entrant::peer("ractor", runner(ractor::open)),
            Entrant::peer("kameo", runner(kameo::open)),
            Entrant::peer("actix", actix::runner()),
        ],
    }]
}
