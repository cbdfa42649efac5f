//! A machine of 30 states and 20 events, without payloads. Of the events each state takes six, of which three lead to
//! another state; each of the six has an action. The other 14 change nothing.

mod by_hand;
#[cfg(feature = "peers")]
mod obzenflow;
mod ours;
#[cfg(feature = "peers")]
mod rust_fsm;
#[cfg(feature = "peers")]
mod smlang;
#[cfg(feature = "peers")]
mod statig_async;
#[cfg(feature = "peers")]
mod statig_blocking;
mod table;

use crate::contest::{Contest, Entrant};
use table::table;

#[derive(Clone, Copy, Debug, steadfast::EventVariant)]
#[cfg_attr(feature = "peers", derive(obzenflow_fsm::EventVariant))]
pub enum Beat {
    E0,
    E1,
    E2,
    E3,
    E4,
    E5,
    E6,
    E7,
    E8,
    E9,
    E10,
    E11,
    E12,
    E13,
    E14,
    E15,
    E16,
    E17,
    E18,
    E19,
}

const BEATS: [Beat; 20] = {
    use Beat::*;
    [
        E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19,
    ]
};

fn beat(random: u64) -> Beat {
    BEATS[random as usize % BEATS.len()]
}

/// What is said is added up.
fn add(sum: u64, number: u64) -> u64 {
    sum.wrapping_mul(3).wrapping_add(number)
}

pub(super) fn contest() -> Contest {
    Contest {
        name: "pure step, 30 states".to_owned(),
        events: super::EVENTS,
        one_thread: true,
        entrants: vec![
            Entrant::ours("step", ours::step()),
            Entrant::ours("handle", ours::handle()),
            Entrant::peer("by hand", by_hand::runner()),
            #[cfg(feature = "peers")]
            Entrant::peer("statig blocking", statig_blocking::runner()),
            #[cfg(feature = "peers")]
            Entrant::peer("statig async", statig_async::runner()),
            #[cfg(feature = "peers")]
            Entrant::peer("smlang", smlang::runner()),
            #[cfg(feature = "peers")]
            Entrant::peer("rust-fsm", rust_fsm::runner()),
            #[cfg(feature = "peers")]
            Entrant::peer("obzenflow-fsm", obzenflow::runner()),
        ],
    }
}
