//! kameo: an actor with a message type per event and a bounded mailbox, told (not asked) as its documentation
//! does where no reply is wanted. A state is a field that each handler looks at.

use ::kameo::Actor;
use ::kameo::actor::{ActorRef, Spawn};
use ::kameo::mailbox;
use ::kameo::message::{Context, Message};

use super::load::Till;
use crate::contest::Failure;

#[derive(Clone, Copy)]
enum Shift {
    Day,
    Night,
}

#[derive(Actor)]
struct Keeper {
    shift: Shift,
    sum: u64,
}

struct Pay(u64);
struct Turn(u64);
struct Close;

impl Message<Pay> for Keeper {
    type Reply = ();

    async fn handle(&mut self, Pay(amount): Pay, _: &mut Context<Self, Self::Reply>) {
        self.sum = self.sum.wrapping_add(amount);
    }
}

impl Message<Turn> for Keeper {
    type Reply = ();

    async fn handle(&mut self, Turn(amount): Turn, _: &mut Context<Self, Self::Reply>) {
        self.shift = match self.shift {
            Shift::Day => Shift::Night,
            Shift::Night => Shift::Day,
        };
        self.sum = self.sum.wrapping_add(amount);
    }
}

impl Message<Close> for Keeper {
    type Reply = u64;

    async fn handle(&mut self, _: Close, context: &mut Context<Self, Self::Reply>) -> u64 {
        context.stop();
        self.sum
    }
}

#[derive(Clone)]
pub(crate) struct Kameo(ActorRef<Keeper>);

pub(crate) async fn open() -> Result<Kameo, Failure> {
    let keeper = Keeper {
        shift: Shift::Day,
        sum: 0,
    };
    let mailbox = mailbox::bounded(super::MAILBOX);
    Ok(Kameo(Keeper::spawn_with_mailbox(keeper, mailbox)))
}

impl Till for Kameo {
    async fn pay(&self, amount: u64) -> Result<(), Failure> {
        self.0.tell(Pay(amount)).await.map_err(|_| "closed".into())
    }

    async fn turn(&self, amount: u64) -> Result<(), Failure> {
        self.0.tell(Turn(amount)).await.map_err(|_| "closed".into())
    }

    async fn close(&self) -> Result<u64, Failure> {
        self.0
            .ask(Close)
            .await
            .map_err(|error| error.to_string().into())
    }
}
