//! Ours: `stop` and `join`. The machine is told by its `stop:` event, and leads to its end. What was in the mailbox is not
//! dropped by then, but left to the exit. Also `abort`, which breaks off the work and asks no machine, as kameo's `kill`.

use std::sync::Arc;

use steadfast::prelude::*;

use super::load::{Busy, Pulse, Sender, Work};
use crate::contest::Failure;

#[derive(Clone, Debug, StateVariant)]
pub(super) enum Job {
    Waiting,
    Polling,
    Racing,
    Over,
}

#[derive(Debug, EventVariant)]
pub(super) enum Order {
    Poll,
    Race,
    Pay,
    Close,
    Error(Fault),
}

enum Act {
    Count,
}

struct Desk {
    pulse: Arc<Pulse>,
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    state: Job;
    event: Order;
    context: Desk;
    action: Act;
    initial: Waiting;
    error: Error;
    stop: Close;

    state Waiting {
        on Poll => Polling;
        on Race => Racing;
    }

    state Polling: Poll {
        on Poll | Race => reject;
    }

    state Racing: Race {
        on Poll | Race => reject;
    }

    any {
        on Pay => stay do [Count];
        on Close => Over;
        on Error(_) => Over;
    }

    terminal state Over;
}

impl Execute<Act> for Desk {
    async fn execute(&mut self, Act::Count: Act) -> Result<(), BoxError> {
        self.pulse.step();
        Ok(())
    }
}

#[supervisor(JobMachine, mailbox = super::MAILBOX)]
struct Worker;

impl JobDispatch for Worker {
    async fn polling(&mut self, _: &Job, desk: &mut Desk) -> Next<Order> {
        desk.pulse.piece().await;
        Ok(next::again())
    }

    async fn racing(&mut self, _: &Job, desk: &mut Desk) -> Next<Order> {
        desk.pulse.piece().await;
        Ok(next::again())
    }
}

pub(super) struct Ours<const ABORT: bool>(Handle<Order, Job>);

pub(super) async fn start<const ABORT: bool>(
    work: Work,
    pulse: Arc<Pulse>,
) -> Result<Ours<ABORT>, Failure> {
    let worker = Worker.spawn(Desk { pulse });
    let order = match work {
        Work::Block => return Ok(Ours(worker)),
        Work::Poll => Order::Poll,
        Work::Race => Order::Race,
    };
    worker.send(order).await.map_err(|_| "closed")?;
    Ok(Ours(worker))
}

impl<const ABORT: bool> Busy for Ours<ABORT> {
    type Sender = Handle<Order, Job>;

    fn sender(&self) -> Self::Sender {
        self.0.clone()
    }

    async fn stop(self) -> Result<(), Failure> {
        if ABORT {
            self.0.abort();
        } else {
            self.0.stop();
        }
        match (self.0.join().await.kind(), ABORT) {
            (ExitKind::Completed, false) | (ExitKind::Aborted, true) => Ok(()),
            (kind, _) => Err(kind.to_string().into()),
        }
    }
}

impl Sender for Handle<Order, Job> {
    async fn send(&self) -> Result<(), Failure> {
        self.send(Order::Pay).await.map_err(|_| "closed".into())
    }
}
