//! kameo: an actor with a type per message and a bounded mailbox. It runs when its `on_start` does.

use std::convert::Infallible;

use ::kameo::Actor;
use ::kameo::actor::{ActorRef, Spawn};
use ::kameo::mailbox;
use ::kameo::message::{Context, Message};

use super::Idler;
use super::running::Running;
use crate::contest::Failure;

struct Keeper {
    running: Running,
    sum: u64,
}

impl Actor for Keeper {
    type Args = Self;
    type Error = Infallible;

    async fn on_start(keeper: Self, _: ActorRef<Self>) -> Result<Self, Infallible> {
        keeper.running.one();
        Ok(keeper)
    }
}

// A user would send them; here the mailbox stays empty.
struct Pay(u64);
struct Refund(u64);

impl Message<Pay> for Keeper {
    type Reply = ();

    async fn handle(&mut self, Pay(amount): Pay, _: &mut Context<Self, Self::Reply>) {
        self.sum = self.sum.wrapping_add(amount);
    }
}

impl Message<Refund> for Keeper {
    type Reply = ();

    async fn handle(&mut self, Refund(amount): Refund, _: &mut Context<Self, Self::Reply>) {
        self.sum = self.sum.wrapping_sub(amount);
    }
}

pub(crate) struct Kameo(ActorRef<Keeper>);

impl Idler for Kameo {
    async fn spawn(running: &Running) -> Result<Self, Failure> {
        let running = running.clone();
        let mailbox = mailbox::bounded(super::MAILBOX);
        let keeper = Keeper { running, sum: 0 };
        Ok(Kameo(Keeper::spawn_with_mailbox(keeper, mailbox)))
    }

    async fn stop(&mut self) -> Result<(), Failure> {
        self.0
            .stop_gracefully()
            .await
            .map_err(|error| error.to_string().into())
    }

    async fn join(self) -> Result<(), Failure> {
        self.0.wait_for_shutdown().await;
        Ok(())
    }
}
