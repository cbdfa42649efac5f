//! Ours, by `Machine::step` with a buffer of one's own, and by `StateMachine::handle`.

use steadfast::prelude::*;

use super::{Kind, LIMIT, kind};
use crate::contest::Runner;

#[derive(Debug, StateVariant)]
enum Link {
    Idle,
    Dialing { attempt: u64 },
    Up { bytes: u64 },
    Backoff { attempt: u64 },
}

#[derive(Clone, Debug, EventVariant)]
enum Signal {
    Dial,
    Connected(u64),
    Data(u64),
    Lost,
}

enum Effect {
    Adopt(u64),
    Report(u64),
}

struct Limits {
    attempts: u64,
}

fsm! {
    struct LinkMachine;

    state: Link;
    event: Signal;
    context: Limits;
    action: Effect;
    initial: Idle;

    state Idle {
        on Dial => Dialing { attempt: 1 };
    }

    state Dialing { attempt } {
        on Connected(id) => Up { bytes: 0 } do [Adopt(id)];
        on Lost if *attempt >= context.attempts => Idle do [Report(*attempt)];
        on Lost => Backoff { attempt: *attempt + 1 };
    }

    state Up { bytes } {
        on Data(size) => stay { bytes: *bytes + size };
        on Lost => Backoff { attempt: 1 } do [Report(*bytes)];
    }

    state Backoff { attempt } {
        on Dial => Dialing { attempt: *attempt };
    }

    any {
        on Dial | Connected(_) | Data(_) | Lost => stay;
    }
}

fn signal(random: u64) -> Signal {
    match kind(random) {
        Kind::Dial => Signal::Dial,
        Kind::Connected(id) => Signal::Connected(id),
        Kind::Data(size) => Signal::Data(size),
        Kind::Lost => Signal::Lost,
    }
}

fn add(sum: &mut u64, effect: Effect) {
    let (Effect::Adopt(number) | Effect::Report(number)) = effect;
    *sum = sum.wrapping_mul(3).wrapping_add(number);
}

const LIMITS: Limits = Limits { attempts: LIMIT };

struct Stepped {
    slot: Slot<Link>,
    effects: Vec<Effect>,
    limits: Limits,
    sum: u64,
}

pub(super) fn step() -> Runner {
    let start = || Stepped {
        slot: Slot::new(LinkMachine::initial()),
        effects: Vec::new(),
        limits: LIMITS,
        sum: 0,
    };
    let step = |link: &mut Stepped, signal| {
        let step = LinkMachine::step(
            &mut link.slot,
            Trigger::Event(signal),
            &link.limits,
            &mut link.effects,
        );
        std::hint::black_box(step.is_ok());
        for effect in link.effects.drain(..) {
            add(&mut link.sum, effect);
        }
    };
    super::super::runner(start, signal, step, |link| link.sum)
}

struct Handled {
    machine: StateMachine<Link, Signal, Limits, Effect>,
    limits: Limits,
    sum: u64,
}

pub(super) fn handle() -> Runner {
    let start = || Handled {
        machine: LinkMachine::start(&LIMITS, &mut Vec::new()),
        limits: LIMITS,
        sum: 0,
    };
    let step = async |link: &mut Handled, signal| {
        let effects = link.machine.handle(signal, &mut link.limits).await;
        for effect in effects.into_iter().flatten() {
            add(&mut link.sum, effect);
        }
    };
    super::super::async_runner(start, signal, step, |link| link.sum)
}
