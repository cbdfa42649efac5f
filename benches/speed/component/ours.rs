//! Ours, spawned: with a handle, a watch that shows each state, counters and all faults contained.

use steadfast::prelude::*;
use tokio::sync::oneshot;

use super::load::Till;
use crate::contest::Failure;

#[derive(Clone, Debug, StateVariant)]
enum Shift {
    Day,
    Night,
    Over,
}

#[derive(Debug, EventVariant)]
enum Order {
    Pay(u64),
    Turn(u64),
    Close(oneshot::Sender<u64>),
    Error(Fault),
}

enum Act {
    Add(u64),
    Tell(oneshot::Sender<u64>),
}

struct Drawer {
    sum: u64,
}

fsm! {
    struct TillMachine;
    trait TillDispatch;

    state: Shift;
    event: Order;
    context: Drawer;
    action: Act;
    initial: Day;
    error: Error;

    state Day { on Turn(amount) => Night do [Add(amount)]; }
    state Night { on Turn(amount) => Day do [Add(amount)]; }

    any {
        on Pay(amount) => stay do [Add(amount)];
        on Close(reply) => Over do [Tell(reply)];
        on Error(_) => Over;
    }

    terminal state Over;
}

impl Execute<Act> for Drawer {
    async fn execute(&mut self, action: Act) -> Result<(), BoxError> {
        match action {
            Act::Add(amount) => self.sum = self.sum.wrapping_add(amount),
            // Who asked may have gone.
            Act::Tell(reply) => {
                let _ = reply.send(self.sum);
            }
        }
        Ok(())
    }
}

#[supervisor(TillMachine, mailbox = super::MAILBOX)]
struct Keeper;

impl TillDispatch for Keeper {}

#[derive(Clone)]
pub(crate) struct Ours(Handle<Order, Shift>);

pub(crate) async fn open() -> Result<Ours, Failure> {
    Ok(Ours(Keeper.spawn(Drawer { sum: 0 })))
}

impl Till for Ours {
    async fn pay(&self, amount: u64) -> Result<(), Failure> {
        self.0
            .send(Order::Pay(amount))
            .await
            .map_err(|_| "closed".into())
    }

    async fn turn(&self, amount: u64) -> Result<(), Failure> {
        self.0
            .send(Order::Turn(amount))
            .await
            .map_err(|_| "closed".into())
    }

    async fn close(&self) -> Result<u64, Failure> {
        let (reply, answer) = oneshot::channel();
        self.0
            .send(Order::Close(reply))
            .await
            .map_err(|_| "closed")?;
        Ok(answer.await?)
    }
}
