//! obzenflow-fsm. Guards are ifs in a handler. A handler cannot assign to the state in place, it returns the next one; what a
//! state says nothing about goes to its `unhandled` handler, which does nothing.

use obzenflow_fsm::types::FsmResult;
use obzenflow_fsm::{
    EventVariant, FsmAction, FsmContext, StateMachine, StateVariant, Transition, fsm,
};

use super::{Kind, LIMIT, kind};
use crate::contest::Runner;

#[derive(Clone, Debug, PartialEq, StateVariant)]
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

#[derive(Clone, Debug)]
enum Effect {
    Adopt(u64),
    Report(u64),
}

struct Limits {
    attempts: u64,
    sum: u64,
}

impl FsmContext for Limits {}

#[async_trait::async_trait]
impl FsmAction for Effect {
    type Context = Limits;

    async fn execute(&self, context: &mut Limits) -> FsmResult<()> {
        add(&mut context.sum, self);
        Ok(())
    }
}

fn add(sum: &mut u64, effect: &Effect) {
    let (Effect::Adopt(number) | Effect::Report(number)) = effect;
    *sum = sum.wrapping_mul(3).wrapping_add(*number);
}

fn to(next_state: Link, actions: Vec<Effect>) -> FsmResult<Transition<Link, Effect>> {
    Ok(Transition {
        next_state,
        actions,
    })
}

fn machine() -> StateMachine<Link, Signal, Limits, Effect> {
    fsm! {
        state: Link;
        event: Signal;
        context: Limits;
        action: Effect;
        initial: Link::Idle;

        unhandled => |_: &Link, _: &Signal, _: &mut Limits| {
            Box::pin(async move { Ok(()) })
        };

        state Link::Idle {
            on Signal::Dial => |_: &Link, _: &Signal, _: &mut Limits| {
                Box::pin(async move { to(Link::Dialing { attempt: 1 }, vec![]) })
            };
        }

        state Link::Dialing {
            on Signal::Connected => |_: &Link, event: &Signal, _: &mut Limits| {
                let id = match event { Signal::Connected(id) => *id, _ => 0 };
                Box::pin(async move { to(Link::Up { bytes: 0 }, vec![Effect::Adopt(id)]) })
            };
            on Signal::Lost => |state: &Link, _: &Signal, context: &mut Limits| {
                let attempt = match state { Link::Dialing { attempt } => *attempt, _ => 0 };
                let limit = context.attempts;
                Box::pin(async move {
                    if attempt >= limit {
                        to(Link::Idle, vec![Effect::Report(attempt)])
                    } else {
                        to(Link::Backoff { attempt: attempt + 1 }, vec![])
                    }
                })
            };
        }

        state Link::Up {
            on Signal::Data => |state: &Link, event: &Signal, _: &mut Limits| {
                let bytes = match (state, event) {
                    (Link::Up { bytes }, Signal::Data(size)) => bytes + size,
                    _ => 0,
                };
                Box::pin(async move { to(Link::Up { bytes }, vec![]) })
            };
            on Signal::Lost => |state: &Link, _: &Signal, _: &mut Limits| {
                let bytes = match state { Link::Up { bytes } => *bytes, _ => 0 };
                Box::pin(async move { to(Link::Backoff { attempt: 1 }, vec![Effect::Report(bytes)]) })
            };
        }

        state Link::Backoff {
            on Signal::Dial => |state: &Link, _: &Signal, _: &mut Limits| {
                let attempt = match state { Link::Backoff { attempt } => *attempt, _ => 0 };
                Box::pin(async move { to(Link::Dialing { attempt }, vec![]) })
            };
        }
    }
}

struct Machine {
    machine: StateMachine<Link, Signal, Limits, Effect>,
    limits: Limits,
}

fn signal(random: u64) -> Signal {
    match kind(random) {
        Kind::Dial => Signal::Dial,
        Kind::Connected(id) => Signal::Connected(id),
        Kind::Data(size) => Signal::Data(size),
        Kind::Lost => Signal::Lost,
    }
}

pub(super) fn runner() -> Runner {
    let start = || Machine {
        machine: machine(),
        limits: Limits {
            attempts: LIMIT,
            sum: 0,
        },
    };
    let step = async |link: &mut Machine, signal| {
        let effects = link.machine.handle(signal, &mut link.limits).await;
        // Added up here, not by `execute_actions`, as the other machines' are.
        for effect in effects.iter().flatten() {
            add(&mut link.limits.sum, effect);
        }
    };
    super::super::async_runner(start, signal, step, |link| link.limits.sum)
}
