//! smlang. Actions act at once, in the context. What a state says nothing about is an error, which is ignored; an action
//! of a state with data is given that data and returns the next state's.

use ::smlang::statemachine;

use super::{Kind, LIMIT, kind};
use crate::contest::Runner;

statemachine! {
    derive_events: [Clone],
    transitions: {
        *Idle + Dial / first = Dialing(u64),
        Dialing(u64) + Connected(u64) / adopt = Up(u64),
        Dialing(u64) + Lost [exhausted] / report_attempt = Idle,
        Dialing(u64) + Lost [!exhausted] / next = Backoff(u64),
        Up(u64) + Data(u64) / count = Up(u64),
        Up(u64) + Lost / report_bytes = Backoff(u64),
        Backoff(u64) + Dial / again = Dialing(u64),
    }
}

struct Context {
    limit: u64,
    sum: u64,
}

impl Context {
    fn add(&mut self, number: u64) {
        self.sum = self.sum.wrapping_mul(3).wrapping_add(number);
    }
}

impl StateMachineContext for Context {
    fn first(&mut self) -> Result<u64, ()> {
        Ok(1)
    }

    fn adopt(&mut self, _: &u64, id: u64) -> Result<u64, ()> {
        self.add(id);
        Ok(0)
    }

    fn exhausted(&self, attempt: &u64) -> Result<bool, ()> {
        Ok(*attempt >= self.limit)
    }

    fn report_attempt(&mut self, attempt: &u64) -> Result<(), ()> {
        self.add(*attempt);
        Ok(())
    }

    fn next(&mut self, attempt: &u64) -> Result<u64, ()> {
        Ok(attempt + 1)
    }

    fn count(&mut self, bytes: &u64, size: u64) -> Result<u64, ()> {
        Ok(bytes + size)
    }

    fn report_bytes(&mut self, bytes: &u64) -> Result<u64, ()> {
        self.add(*bytes);
        Ok(1)
    }

    fn again(&mut self, attempt: &u64) -> Result<u64, ()> {
        Ok(*attempt)
    }
}

pub(super) fn runner() -> Runner {
    let start = || {
        StateMachine::new(Context {
            limit: LIMIT,
            sum: 0,
        })
    };
    let event = |random| match kind(random) {
        Kind::Dial => Events::Dial,
        Kind::Connected(id) => Events::Connected(id),
        Kind::Data(size) => Events::Data(size),
        Kind::Lost => Events::Lost,
    };
    let step = |link: &mut StateMachine<Context>, event| {
        std::hint::black_box(link.process_event(event).is_ok());
    };
    super::super::runner(start, event, step, |link| link.context().sum)
}
