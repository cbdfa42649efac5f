//! ractor: `stop_and_wait`, which comes before messages. Work is a message that an actor casts to itself. A handler is always
//! brought to its end, so Poll and Race are the same; only `kill`, which runs no `post_stop`, breaks it off. Its mailbox has no
//! bound, so its senders and its handler keep one with a semaphore.

use std::sync::Arc;

use ::ractor::{Actor, ActorProcessingErr, ActorRef};

use super::load::{Busy, Pulse, Sender, Work};
use crate::contest::Failure;

pub(super) enum Order {
    Pay,
    Work,
}

struct Worker;

impl Actor for Worker {
    type Msg = Order;
    type State = Arc<Pulse>;
    type Arguments = (Work, Arc<Pulse>);

    async fn pre_start(
        &self,
        myself: ActorRef<Order>,
        (work, pulse): Self::Arguments,
    ) -> Result<Arc<Pulse>, ActorProcessingErr> {
        if work != Work::Block {
            myself.cast(Order::Work)?;
        }
        Ok(pulse)
    }

    async fn handle(
        &self,
        myself: ActorRef<Order>,
        order: Order,
        pulse: &mut Arc<Pulse>,
    ) -> Result<(), ActorProcessingErr> {
        match order {
            Order::Pay => {
                pulse.step();
                pulse.give_room();
            }
            Order::Work => {
                pulse.piece().await;
                myself.cast(Order::Work)?;
            }
        }
        Ok(())
    }
}

#[derive(Clone)]
pub(super) struct Ractor {
    actor: ActorRef<Order>,
    pulse: Arc<Pulse>,
}

pub(super) async fn start(work: Work, pulse: Arc<Pulse>) -> Result<Ractor, Failure> {
    let (actor, _) = Actor::spawn(None, Worker, (work, Arc::clone(&pulse))).await?;
    Ok(Ractor { actor, pulse })
}

impl Busy for Ractor {
    type Sender = Ractor;

    fn sender(&self) -> Ractor {
        self.clone()
    }

    async fn stop(self) -> Result<(), Failure> {
        let stopped = self.actor.stop_and_wait(None, None).await;
        stopped.map_err(|error| error.to_string().into())
    }
}

impl Sender for Ractor {
    async fn send(&self) -> Result<(), Failure> {
        self.pulse.take_room().await?;
        self.actor.cast(Order::Pay).map_err(|_| "closed".into())
    }
}
