//! What one writes without a library: an enum, a match, and effects pushed to a buffer that is used again,
//! so that the machine stays pure as ours does.

use super::{Kind, LIMIT, kind};
use crate::contest::Runner;

#[derive(Clone, Copy)]
enum Link {
    Idle,
    Dialing { attempt: u64 },
    Up { bytes: u64 },
    Backoff { attempt: u64 },
}

enum Effect {
    Adopt(u64),
    Report(u64),
}

impl Link {
    fn step(&mut self, signal: Kind, limit: u64, effects: &mut Vec<Effect>) {
        *self = match (&mut *self, signal) {
            (Link::Idle, Kind::Dial) => Link::Dialing { attempt: 1 },
            (Link::Dialing { .. }, Kind::Connected(id)) => {
                effects.push(Effect::Adopt(id));
                Link::Up { bytes: 0 }
            }
            (Link::Dialing { attempt }, Kind::Lost) if *attempt >= limit => {
                effects.push(Effect::Report(*attempt));
                Link::Idle
            }
            (Link::Dialing { attempt }, Kind::Lost) => Link::Backoff {
                attempt: *attempt + 1,
            },
            (Link::Up { bytes }, Kind::Data(size)) => {
                *bytes += size;
                return;
            }
            (Link::Up { bytes }, Kind::Lost) => {
                effects.push(Effect::Report(*bytes));
                Link::Backoff { attempt: 1 }
            }
            (Link::Backoff { attempt }, Kind::Dial) => Link::Dialing { attempt: *attempt },
            _ => return,
        };
    }
}

struct Machine {
    link: Link,
    effects: Vec<Effect>,
    limit: u64,
    sum: u64,
}

pub(super) fn runner() -> Runner {
    let start = || Machine {
        link: Link::Idle,
        effects: Vec::new(),
        limit: LIMIT,
        sum: 0,
    };
    let step = |machine: &mut Machine, signal| {
        let Machine {
            link,
            effects,
            limit,
            sum,
        } = machine;
        link.step(signal, *limit, effects);
        for effect in effects.drain(..) {
            let (Effect::Adopt(number) | Effect::Report(number)) = effect;
            *sum = sum.wrapping_mul(3).wrapping_add(number);
        }
    };
    super::super::runner(start, kind, step, |machine| machine.sum)
}
