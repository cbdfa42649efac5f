//! actix: an actor with a message type per event and a mailbox of as many messages as the others', on an arbiter. A state is
//! a field that each handler looks at.
//!
//! It has no way to wait for room without waiting for the reply. So each sender has an address of its own, tries it
//! (`try_send`), and waits for the reply of the one message that finds the mailbox full.
//!
//! With two threads, the actor has an arbiter of its own, and the senders are on the system's.

use std::future::Future;

use ::actix::dev::{SendError, ToEnvelope};
use ::actix::{Actor, ActorContext, Addr, ArbiterHandle, Context, Handler, Message};

use super::load::{Load, Till, run};
use crate::arbiters;
use crate::contest::{Failure, Runner};
use crate::threads::Threads;

#[derive(Clone, Copy)]
enum Shift {
    Day,
    Night,
}

pub(crate) struct Keeper {
    shift: Shift,
    sum: u64,
}

impl Actor for Keeper {
    type Context = Context<Self>;

    fn started(&mut self, context: &mut Context<Self>) {
        context.set_mailbox_capacity(super::MAILBOX);
    }
}

struct Pay(u64);
struct Turn(u64);
struct Close;

impl Message for Pay {
    type Result = ();
}

impl Message for Turn {
    type Result = ();
}

impl Message for Close {
    type Result = u64;
}

impl Handler<Pay> for Keeper {
    type Result = ();

    fn handle(&mut self, Pay(amount): Pay, _: &mut Context<Self>) {
        self.sum = self.sum.wrapping_add(amount);
    }
}

impl Handler<Turn> for Keeper {
    type Result = ();

    fn handle(&mut self, Turn(amount): Turn, _: &mut Context<Self>) {
        self.shift = match self.shift {
            Shift::Day => Shift::Night,
            Shift::Night => Shift::Day,
        };
        self.sum = self.sum.wrapping_add(amount);
    }
}

impl Handler<Close> for Keeper {
    type Result = u64;

    fn handle(&mut self, _: Close, context: &mut Context<Self>) -> u64 {
        context.stop();
        self.sum
    }
}

#[derive(Clone)]
pub(crate) struct Actix(Addr<Keeper>);

impl Actix {
    pub(crate) fn open_on(arbiter: &ArbiterHandle) -> Self {
        Actix(Keeper::start_in_arbiter(arbiter, |_| Keeper {
            shift: Shift::Day,
            sum: 0,
        }))
    }

    async fn tell<M>(&self, message: M) -> Result<(), Failure>
    where
        M: Message<Result = ()> + Send + 'static,
        Keeper: Handler<M>,
        Context<Keeper>: ToEnvelope<Keeper, M>,
    {
        match self.0.try_send(message) {
            Ok(()) => Ok(()),
            Err(SendError::Full(message)) => Ok(self.0.send(message).await?),
            Err(SendError::Closed(_)) => Err("closed".into()),
        }
    }
}

impl Till for Actix {
    fn pay(&self, amount: u64) -> impl Future<Output = Result<(), Failure>> + Send {
        self.tell(Pay(amount))
    }

    fn turn(&self, amount: u64) -> impl Future<Output = Result<(), Failure>> + Send {
        self.tell(Turn(amount))
    }

    async fn close(&self) -> Result<u64, Failure> {
        Ok(self.0.send(Close).await?)
    }
}

pub(super) fn runner(load: Load) -> Runner {
    let further = usize::from(load.threads == Threads::Two);
    Box::new(move |events| {
        arbiters::block_on(further, |arbiters| async move {
            let arbiter = arbiters.last().ok_or("no arbiter")?;
            run(Actix::open_on(arbiter), load, events).await
        })
    })
}
