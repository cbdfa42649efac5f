//! statig with async handlers; else as the blocking one.

// The macro writes a handler for a state that has no use for its payload.
#![allow(unused_variables)]

use statig::prelude::*;

use super::{Kind, LIMIT, kind};
use crate::contest::Runner;

struct Link {
    limit: u64,
    sum: u64,
}

impl Link {
    fn add(&mut self, number: u64) {
        self.sum = self.sum.wrapping_mul(3).wrapping_add(number);
    }
}

#[state_machine(initial = "State::idle()")]
impl Link {
    #[state]
    async fn idle(event: &Kind) -> Outcome<State> {
        match event {
            Kind::Dial => Transition(State::dialing(1)),
            _ => Handled,
        }
    }

    #[state]
    async fn dialing(&mut self, attempt: &mut u64, event: &Kind) -> Outcome<State> {
        match event {
            Kind::Connected(id) => {
                self.add(*id);
                Transition(State::up(0))
            }
            Kind::Lost if *attempt >= self.limit => {
                self.add(*attempt);
                Transition(State::idle())
            }
            Kind::Lost => Transition(State::backoff(*attempt + 1)),
            _ => Handled,
        }
    }

    #[state]
    async fn up(&mut self, bytes: &mut u64, event: &Kind) -> Outcome<State> {
        match event {
            Kind::Data(size) => {
                *bytes += size;
                Handled
            }
            Kind::Lost => {
                self.add(*bytes);
                Transition(State::backoff(1))
            }
            _ => Handled,
        }
    }

    #[state]
    async fn backoff(attempt: &mut u64, event: &Kind) -> Outcome<State> {
        match event {
            Kind::Dial => Transition(State::dialing(*attempt)),
            _ => Handled,
        }
    }
}

pub(super) fn runner() -> Runner {
    let start = || {
        Link {
            limit: LIMIT,
            sum: 0,
        }
        .state_machine()
    };
    super::super::async_runner(
        start,
        kind,
        async |link: &mut statig::awaitable::StateMachine<Link>, event| link.handle(&event).await,
        |link| link.inner().sum,
    )
}
