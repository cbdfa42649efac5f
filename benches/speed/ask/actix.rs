//! actix: `send`, whose reply is the handler's result, with a `timeout`. With two threads, the actor has an arbiter of its
//! own, and the callers are on the system's: each question and each reply goes to the other thread.

use ::actix::{Actor, Addr, ArbiterHandle, Context, Handler, Message};

use super::load::{Load, Shop, run};
use crate::arbiters;
use crate::contest::{Failure, Runner};
use crate::threads::Threads;

struct Keeper {
    unit: u64,
}

impl Actor for Keeper {
    type Context = Context<Self>;

    fn started(&mut self, context: &mut Context<Self>) {
        context.set_mailbox_capacity(super::MAILBOX);
    }
}

struct Price(u64);

impl Message for Price {
    type Result = u64;
}

impl Handler<Price> for Keeper {
    type Result = u64;

    fn handle(&mut self, Price(pieces): Price, _: &mut Context<Self>) -> u64 {
        pieces.wrapping_mul(self.unit)
    }
}

#[derive(Clone)]
struct Actix(Addr<Keeper>);

impl Actix {
    fn open_on(arbiter: &ArbiterHandle) -> Self {
        Actix(Keeper::start_in_arbiter(arbiter, |_| Keeper {
            unit: super::UNIT,
        }))
    }
}

impl Shop for Actix {
    async fn price(&self, pieces: u64) -> Result<u64, Failure> {
        Ok(self.0.send(Price(pieces)).timeout(super::DEADLINE).await?)
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
