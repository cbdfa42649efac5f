//! ractor: an actor with one enum of messages. `spawn` waits for `pre_start`, which runs where it is called; `post_start` is
//! the first that runs in the actor's own task.

use ::ractor::concurrency::JoinHandle;
use ::ractor::{Actor, ActorProcessingErr, ActorRef};

use super::Idler;
use super::running::Running;
use crate::contest::Failure;

#[expect(
    dead_code,
    reason = "a user would send them; here the mailbox stays empty"
)]
enum Order {
    Pay(u64),
    Refund(u64),
}

struct Keeper;

struct Drawer {
    running: Running,
    sum: u64,
}

impl Actor for Keeper {
    type Msg = Order;
    type State = Drawer;
    type Arguments = Running;

    async fn pre_start(
        &self,
        _: ActorRef<Order>,
        running: Running,
    ) -> Result<Drawer, ActorProcessingErr> {
        Ok(Drawer { running, sum: 0 })
    }

    async fn post_start(
        &self,
        _: ActorRef<Order>,
        drawer: &mut Drawer,
    ) -> Result<(), ActorProcessingErr> {
        drawer.running.one();
        Ok(())
    }

    async fn handle(
        &self,
        _: ActorRef<Order>,
        order: Order,
        drawer: &mut Drawer,
    ) -> Result<(), ActorProcessingErr> {
        drawer.sum = match order {
            Order::Pay(amount) => drawer.sum.wrapping_add(amount),
            Order::Refund(amount) => drawer.sum.wrapping_sub(amount),
        };
        Ok(())
    }
}

pub(crate) struct Ractor {
    actor: ActorRef<Order>,
    task: JoinHandle<()>,
}

impl Idler for Ractor {
    async fn spawn(running: &Running) -> Result<Self, Failure> {
        let (actor, task) = Actor::spawn(None, Keeper, running.clone()).await?;
        Ok(Ractor { actor, task })
    }

    async fn stop(&mut self) -> Result<(), Failure> {
        self.actor.stop(None);
        Ok(())
    }

    async fn join(self) -> Result<(), Failure> {
        self.task.await?;
        Ok(())
    }
}
