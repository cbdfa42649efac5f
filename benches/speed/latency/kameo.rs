//! kameo: both of its ways to stop, and `wait_for_shutdown_result`. `stop_gracefully` handles first what is in the mailbox. `kill`
//! breaks off the handler and drops the messages, but `on_stop` is called. Work is a message that an actor tells itself; no
//! message breaks off a handler, so Poll and Race are the same.

use std::sync::Arc;

use ::kameo::Actor;
use ::kameo::actor::{ActorRef, Spawn};
use ::kameo::mailbox;
use ::kameo::message::{Context, Message};

use super::load::{Busy, Pulse, Sender, Work};
use crate::contest::Failure;

#[derive(Actor)]
pub(super) struct Worker {
    pulse: Arc<Pulse>,
}

struct Pay;
struct Piece;

impl Message<Pay> for Worker {
    type Reply = ();

    async fn handle(&mut self, _: Pay, _: &mut Context<Self, Self::Reply>) {
        self.pulse.step();
    }
}

impl Message<Piece> for Worker {
    type Reply = ();

    async fn handle(&mut self, _: Piece, context: &mut Context<Self, Self::Reply>) {
        self.pulse.piece().await;
        // Once it is stopping, it accepts nothing of its own either.
        let _ = context.actor_ref().tell(Piece).try_send();
    }
}

pub(super) struct Kameo<const KILL: bool>(ActorRef<Worker>);

pub(super) async fn start<const KILL: bool>(
    work: Work,
    pulse: Arc<Pulse>,
) -> Result<Kameo<KILL>, Failure> {
    let mailbox = mailbox::bounded(super::MAILBOX);
    let actor = Worker::spawn_with_mailbox(Worker { pulse }, mailbox);
    if work != Work::Block {
        actor.tell(Piece).await.map_err(|_| "closed")?;
    }
    Ok(Kameo(actor))
}

impl<const KILL: bool> Busy for Kameo<KILL> {
    type Sender = ActorRef<Worker>;

    fn sender(&self) -> Self::Sender {
        self.0.clone()
    }

    async fn stop(self) -> Result<(), Failure> {
        if KILL {
            self.0.kill();
        } else {
            self.0.stop_gracefully().await.map_err(|_| "closed")?;
        }
        let reason = self.0.wait_for_shutdown_result().await;
        reason.map(drop).map_err(|error| error.to_string().into())
    }
}

impl Sender for ActorRef<Worker> {
    async fn send(&self) -> Result<(), Failure> {
        self.tell(Pay).await.map_err(|_| "closed".into())
    }
}
