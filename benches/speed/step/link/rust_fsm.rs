//! rust-fsm. Its DSL has no payloads and no guards; the trait is implemented by hand, as its documentation says for that
//! case. Its functions see no context, so that the limit is a constant.

use ::rust_fsm::{StateMachine, StateMachineImpl};

use super::{Kind, LIMIT, kind};
use crate::contest::Runner;

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

struct LinkMachine;

impl StateMachineImpl for LinkMachine {
    type Input = Kind;
    type State = Link;
    type Output = Effect;
    const INITIAL_STATE: Link = Link::Idle;

    fn transition(state: &Link, input: &Kind) -> Option<Link> {
        match (state, input) {
            (Link::Idle, Kind::Dial) => Some(Link::Dialing { attempt: 1 }),
            (Link::Dialing { .. }, Kind::Connected(_)) => Some(Link::Up { bytes: 0 }),
            (Link::Dialing { attempt }, Kind::Lost) if *attempt >= LIMIT => Some(Link::Idle),
            (Link::Dialing { attempt }, Kind::Lost) => Some(Link::Backoff {
                attempt: attempt + 1,
            }),
            (Link::Up { bytes }, Kind::Data(size)) => Some(Link::Up {
                bytes: bytes + size,
            }),
            (Link::Up { .. }, Kind::Lost) => Some(Link::Backoff { attempt: 1 }),
            (Link::Backoff { attempt }, Kind::Dial) => Some(Link::Dialing { attempt: *attempt }),
            _ => None,
        }
    }

    fn output(state: &Link, input: &Kind) -> Option<Effect> {
        match (state, input) {
            (Link::Dialing { .. }, Kind::Connected(id)) => Some(Effect::Adopt(*id)),
            (Link::Dialing { attempt }, Kind::Lost) if *attempt >= LIMIT => {
                Some(Effect::Report(*attempt))
            }
            (Link::Up { bytes }, Kind::Lost) => Some(Effect::Report(*bytes)),
            _ => None,
        }
    }
}

struct Machine {
    machine: StateMachine<LinkMachine>,
    sum: u64,
}

pub(super) fn runner() -> Runner {
    let start = || Machine {
        machine: StateMachine::new(),
        sum: 0,
    };
    let step = |link: &mut Machine, event| {
        // An error is an event that the state says nothing about.
        if let Ok(Some(Effect::Adopt(number) | Effect::Report(number))) =
            link.machine.consume(&event)
        {
            link.sum = link.sum.wrapping_mul(3).wrapping_add(number);
        }
    };
    super::super::runner(start, kind, step, |link| link.sum)
}
