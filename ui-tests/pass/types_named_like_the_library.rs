//! Holds: states, events, machine, trait, context and supervisor named like types of the library and of the standard prelude
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use ::steadfast::{EventVariant, StateVariant, fsm, supervisor};

#[derive(::std::clone::Clone, ::std::fmt::Debug, StateVariant)]
pub enum Option {
    None,
    Some(::std::primitive::u32),
    Rules { machine: ::std::primitive::u32 },
    Decision,
    Lost,
}

#[derive(::std::fmt::Debug, EventVariant)]
pub enum Result {
    Ok(::std::primitive::u32),
    Err,
    Event,
    Timeout,
    Every,
    Unhandled,
    Error(::steadfast::Fault),
}

pub enum Vec {
    Action,
    NoAction(::std::primitive::u32),
}

pub struct Duration;

fsm! {
    pub struct StateMachine;
    pub trait Future;
    state: Option;
    event: Result;
    context: Duration;
    action: Vec;
    initial: None;
    error: Result::Error;
    closed: Result::Err;
    stop: Result::Timeout;

    state None {
        on Ok(n) if n > 3 => Some(n);
        on Ok(machine) => Rules { machine };
        on Err | Every => stay;
    }
    superstate Machine {
        timeout ::std::time::Duration::MAX;
        on_entry do [Action];
        state Some(n): Poll {
            task async { Result::Every };
            on Ok(m) => Some(*n + m) do [NoAction(m)];
            on Err => None;
            on Every => Decision;
        }
        state Rules { machine }: Race {
            on Ok(_) => stay { machine: *machine + 1 };
            on Err | Every => None do [Action];
        }
        on timeout => None;
    }
    state Decision: Ignore { on Ok(_) | Err | Every => None; }
    any {
        on Unhandled | Event => stay;
        on Timeout => Lost;
        on Error(_) => None;
    }
    terminal state Lost;
}

#[supervisor(StateMachine)]
pub struct Box {
    pub send: ::std::primitive::u32,
}

impl Future for Box {
    async fn some(&mut self, _: &Option, _: &mut Duration) -> ::steadfast::Next<Result> {
        ::std::result::Result::Ok(::steadfast::next::again())
    }
    async fn rules(&mut self, _: &Option, _: &mut Duration) -> ::steadfast::Next<Result> {
        ::std::result::Result::Ok(::steadfast::next::end())
    }
    async fn decision(&mut self, _: &Option, _: &mut Duration) -> ::steadfast::Next<Result> {
        ::std::result::Result::Ok(::steadfast::next::emit(Result::Err))
    }
}

impl ::steadfast::Execute<Vec> for Duration {
    async fn execute(&mut self, _: Vec) -> ::std::result::Result<(), ::steadfast::BoxError> {
        ::std::result::Result::Ok(())
    }
}

fn main() {
    let _spawn = Box::spawn;
}
