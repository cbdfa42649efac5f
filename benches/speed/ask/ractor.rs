//! ractor: a message that carries a reply port, and `call_t!`, whose time is in milliseconds. Its mailbox has no bound, so
//! there is no room to wait for.

use ::ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort, call_t};

use super::load::Shop;
use crate::contest::Failure;

enum Question {
    Price(u64, RpcReplyPort<u64>),
}

struct Keeper;

impl Actor for Keeper {
    type Msg = Question;
    type State = u64;
    type Arguments = u64;

    async fn pre_start(&self, _: ActorRef<Question>, unit: u64) -> Result<u64, ActorProcessingErr> {
        Ok(unit)
    }

    async fn handle(
        &self,
        _: ActorRef<Question>,
        Question::Price(pieces, reply): Question,
        unit: &mut u64,
    ) -> Result<(), ActorProcessingErr> {
        // Who asked may have gone.
        let _ = reply.send(pieces.wrapping_mul(*unit));
        Ok(())
    }
}

#[derive(Clone)]
pub(super) struct Ractor(ActorRef<Question>);

pub(super) async fn open() -> Result<Ractor, Failure> {
    let (actor, _) = Actor::spawn(None, Keeper, super::UNIT).await?;
    Ok(Ractor(actor))
}

impl Shop for Ractor {
    async fn price(&self, pieces: u64) -> Result<u64, Failure> {
        let millis = super::DEADLINE.as_millis() as u64;
        call_t!(self.0, Question::Price, millis, pieces).map_err(|error| error.to_string().into())
    }
}
