//! kameo: `ask`, whose reply is what the handler returns, with a `reply_timeout`. That is for the reply alone; a
//! `mailbox_timeout` for the room would be a second one.

use ::kameo::Actor;
use ::kameo::actor::{ActorRef, Spawn};
use ::kameo::mailbox;
use ::kameo::message::{Context, Message};

use super::load::Shop;
use crate::contest::Failure;

#[derive(Actor)]
struct Keeper {
    unit: u64,
}

struct Price(u64);

impl Message<Price> for Keeper {
    type Reply = u64;

    async fn handle(&mut self, Price(pieces): Price, _: &mut Context<Self, Self::Reply>) -> u64 {
        pieces.wrapping_mul(self.unit)
    }
}

#[derive(Clone)]
pub(super) struct Kameo(ActorRef<Keeper>);

pub(super) async fn open() -> Result<Kameo, Failure> {
    let keeper = Keeper { unit: super::UNIT };
    let mailbox = mailbox::bounded(super::MAILBOX);
    Ok(Kameo(Keeper::spawn_with_mailbox(keeper, mailbox)))
}

impl Shop for Kameo {
    async fn price(&self, pieces: u64) -> Result<u64, Failure> {
        self.0
            .ask(Price(pieces))
            .reply_timeout(super::DEADLINE)
            .await
            .map_err(|error| error.to_string().into())
    }
}
