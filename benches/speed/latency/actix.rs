//! actix: a message whose handler calls `Context::stop`, which is how an actor is stopped from outside, and a channel that its
//! `stopped` fires, since nobody can wait for its end. The message comes behind those that are there. Work is a future in the
//! actor's context, under which it takes no messages (Poll: `wait`) or does (Race: `spawn`).
//!
//! With two threads, the actor has an arbiter of its own, and the senders and who stops it are on the system's. actix cannot wait
//! for room without waiting for the reply, so the senders and the handler keep the bound with a semaphore.

use std::sync::Arc;

use ::actix::{
    Actor, ActorContext, ActorFutureExt, Addr, ArbiterHandle, AsyncContext, Context, Handler,
    Message, WrapFuture,
};
use tokio::sync::oneshot;

use super::load::{Busy, Pulse, Sender, Work, stop_all};
use crate::arbiters;
use crate::contest::Failure;
use crate::threads::Threads;
use crate::waits::WaitRunner;

struct Worker {
    work: Work,
    pulse: Arc<Pulse>,
    end: Option<oneshot::Sender<()>>,
}

impl Actor for Worker {
    type Context = Context<Self>;

    fn started(&mut self, context: &mut Context<Self>) {
        context.set_mailbox_capacity(super::MAILBOX);
        if self.work != Work::Block {
            context.notify(Piece);
        }
    }

    fn stopped(&mut self, _: &mut Context<Self>) {
        if let Some(end) = self.end.take() {
            // Who stopped it may have gone.
            let _ = end.send(());
        }
    }
}

struct Pay;
struct Piece;
struct Stop;

impl Message for Pay {
    type Result = ();
}

impl Message for Piece {
    type Result = ();
}

impl Message for Stop {
    type Result = ();
}

impl Handler<Pay> for Worker {
    type Result = ();

    fn handle(&mut self, _: Pay, _: &mut Context<Self>) {
        self.pulse.step();
        self.pulse.give_room();
    }
}

impl Handler<Piece> for Worker {
    type Result = ();

    fn handle(&mut self, _: Piece, context: &mut Context<Self>) {
        let pulse = Arc::clone(&self.pulse);
        let piece = async move { pulse.piece().await }.into_actor(self);
        let piece = piece.map(|(), _, context: &mut Context<Self>| context.notify(Piece));
        if self.work == Work::Race {
            context.spawn(piece);
        } else {
            context.wait(piece);
        }
    }
}

impl Handler<Stop> for Worker {
    type Result = ();

    fn handle(&mut self, _: Stop, context: &mut Context<Self>) {
        context.stop();
    }
}

#[derive(Clone)]
struct Door {
    actor: Addr<Worker>,
    pulse: Arc<Pulse>,
}

struct Actix {
    door: Door,
    end: oneshot::Receiver<()>,
}

fn start_on(arbiter: &ArbiterHandle, work: Work, pulse: Arc<Pulse>) -> Actix {
    let (sender, end) = oneshot::channel();
    let worker = Worker {
        work,
        pulse: Arc::clone(&pulse),
        end: Some(sender),
    };
    let actor = Worker::start_in_arbiter(arbiter, |_| worker);
    Actix {
        door: Door { actor, pulse },
        end,
    }
}

impl Busy for Actix {
    type Sender = Door;

    fn sender(&self) -> Door {
        self.door.clone()
    }

    async fn stop(self) -> Result<(), Failure> {
        self.door.actor.do_send(Stop);
        Ok(self.end.await?)
    }
}

impl Sender for Door {
    async fn send(&self) -> Result<(), Failure> {
        self.pulse.take_room().await?;
        if !self.actor.connected() {
            return Err("closed".into());
        }
        self.actor.do_send(Pay);
        Ok(())
    }
}

pub(super) fn runner(work: Work, threads: Threads) -> WaitRunner {
    let further = usize::from(threads == Threads::Two);
    Box::new(move |samples| {
        arbiters::block_on(further, |mut arbiters| async move {
            let arbiter = arbiters.pop().ok_or("no arbiter")?;
            let start = move |work, pulse| {
                let started = start_on(&arbiter, work, pulse);
                async { Ok(started) }
            };
            stop_all(work, samples, start).await
        })
    })
}
