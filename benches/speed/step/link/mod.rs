//! A machine of four states with payloads and guards: a link that is dialled, carries data, is lost, and is
//! dialled again, up to a limit. An event that a state has no arm for changes nothing.
//!
//! | in | event | | to | action |
//! |---|---|---|---|---|
//! | Idle | Dial | | Dialing { attempt: 1 } | |
//! | Dialing | Connected(id) | | Up { bytes: 0 } | Adopt(id) |
//! | Dialing | Lost | attempt >= limit | Idle | Report(attempt) |
//! | Dialing | Lost | | Backoff { attempt: attempt + 1 } | |
//! | Up | Data(size) | | the same, bytes + size | |
//! | Up | Lost | | Backoff { attempt: 1 } | Report(bytes) |
//! | Backoff | Dial | | Dialing { the same attempt } | |

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

use crate::contest::{Contest, Entrant};

/// After so many attempts a link is idle again.
const LIMIT: u64 = 3;

/// An event as all of them are made from: a kind and a number.
#[derive(Clone, Copy)]
enum Kind {
    Dial,
    Connected(u64),
    Data(u64),
    Lost,
}

fn kind(random: u64) -> Kind {
    let number = random >> 8 & 0xff;
    match random % 8 {
        0 | 1 => Kind::Dial,
        2 | 3 => Kind::Connected(number),
        4 | 5 => Kind::Data(number),
        _ => Kind::Lost,
    }
}

pub(super) fn contest() -> Contest {
    Contest {
        name: "pure step, 4 states".to_owned(),
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
