//! Ours, spawned: one component with a state for each kind of work. An event that the work emits is taken with an action
//! and leaves the state.

use std::hint::black_box;

use steadfast::prelude::*;
use tokio::sync::oneshot;

use crate::contest::Failure;

#[derive(Clone, Debug, StateVariant)]
pub(super) enum Job {
    Idle,
    Again,
    Emitting,
    Racing,
    Over,
}

#[derive(Debug, EventVariant)]
pub(super) enum Order {
    Again,
    Emit,
    Race,
    Worked(u64),
    /// The work of a state that emits nothing else is done.
    Done(u64),
    Error(Fault),
}

enum Act {
    Add(u64),
    Tell,
}

struct Desk {
    rounds: u64,
    sum: u64,
    reply: Option<oneshot::Sender<u64>>,
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    state: Job;
    event: Order;
    context: Desk;
    action: Act;
    initial: Idle;
    error: Error;

    state Idle {
        on Again => Again;
        on Emit => Emitting;
        on Race => Racing;
    }

    state Again: Poll {
        on Done(number) => Over do [Add(number)];
    }

    state Emitting: Poll {
        on Worked(number) if number == context.rounds => Over do [Add(number)];
        on Worked(number) => stay do [Add(number)];
    }

    state Racing: Race {
        on Worked(number) if number == context.rounds => Over do [Add(number)];
        on Worked(number) => stay do [Add(number)];
    }

    any {
        on Again | Emit | Race | Worked(_) | Done(_) => reject;
        on Error(_) => Over;
    }

    terminal state Over { on_entry do [Tell]; }
}

impl Execute<Act> for Desk {
    async fn execute(&mut self, action: Act) -> Result<(), BoxError> {
        match action {
            Act::Add(number) => self.sum = self.sum.wrapping_add(number),
            Act::Tell => {
                if let Some(reply) = self.reply.take() {
                    // Who asked may have gone.
                    let _ = reply.send(self.sum);
                }
            }
        }
        Ok(())
    }
}

#[supervisor(JobMachine)]
struct Worker {
    done: u64,
}

impl Worker {
    fn work(&mut self) -> u64 {
        self.done += 1;
        black_box(self.done)
    }
}

impl JobDispatch for Worker {
    async fn again(&mut self, _: &Job, desk: &mut Desk) -> Next<Order> {
        let number = self.work();
        if number == desk.rounds {
            return Ok(next::emit(Order::Done(number)));
        }
        Ok(next::again())
    }

    async fn emitting(&mut self, _: &Job, _: &mut Desk) -> Next<Order> {
        Ok(next::emit(Order::Worked(self.work())))
    }

    async fn racing(&mut self, _: &Job, _: &mut Desk) -> Next<Order> {
        Ok(next::emit(Order::Worked(self.work())))
    }
}

pub(super) type Kept = Handle<Order, Job>;

async fn start(rounds: u64, reply: oneshot::Sender<u64>, order: Order) -> Result<Kept, Failure> {
    let desk = Desk {
        rounds,
        sum: 0,
        reply: Some(reply),
    };
    let worker = Worker { done: 0 }.spawn(desk);
    worker.send(order).await.map_err(|_| "closed")?;
    Ok(worker)
}

pub(super) async fn poll_again(rounds: u64, reply: oneshot::Sender<u64>) -> Result<Kept, Failure> {
    start(rounds, reply, Order::Again).await
}

pub(super) async fn poll_emit(rounds: u64, reply: oneshot::Sender<u64>) -> Result<Kept, Failure> {
    start(rounds, reply, Order::Emit).await
}

pub(super) async fn race_emit(rounds: u64, reply: oneshot::Sender<u64>) -> Result<Kept, Failure> {
    start(rounds, reply, Order::Race).await
}
