//! Ours: an event that carries the reply, and an action that gives it. The deadline is for the room in the mailbox and the
//! reply together, and the end of the component ends the wait.

use steadfast::prelude::*;

use super::load::Shop;
use crate::contest::Failure;

#[derive(Clone, Debug, StateVariant)]
enum Counter {
    Open,
    Shut,
}

#[derive(Debug, EventVariant)]
enum Question {
    Price(u64, Reply<u64>),
    Error(Fault),
}

enum Act {
    Answer(u64, Reply<u64>),
}

struct Prices {
    unit: u64,
}

fsm! {
    struct CounterMachine;
    trait CounterDispatch;

    state: Counter;
    event: Question;
    context: Prices;
    action: Act;
    initial: Open;
    error: Error;

    state Open {
        on Price(pieces, reply) => stay do [Answer(pieces, reply)];
        on Error(_) => Shut;
    }

    terminal state Shut;
}

impl Execute<Act> for Prices {
    async fn execute(&mut self, Act::Answer(pieces, reply): Act) -> Result<(), BoxError> {
        // Who asked may have gone.
        let _ = reply.send(pieces.wrapping_mul(self.unit));
        Ok(())
    }
}

#[supervisor(CounterMachine, mailbox = super::MAILBOX)]
struct Keeper;

impl CounterDispatch for Keeper {}

#[derive(Clone)]
pub(super) struct Ours(Handle<Question, Counter>);

pub(super) async fn open() -> Result<Ours, Failure> {
    Ok(Ours(Keeper.spawn(Prices { unit: super::UNIT })))
}

impl Shop for Ours {
    async fn price(&self, pieces: u64) -> Result<u64, Failure> {
        let question = |reply| Question::Price(pieces, reply);
        Ok(self.0.ask(question, super::DEADLINE).await?)
    }
}
