//! ractor: an actor with one enum of messages, cast to. Its mailbox has no bound and `cast` does not wait, so the
//! sender gives way after as many messages as the others' mailboxes hold: else a million of them would pile up
//! first where there is one thread.

use ::ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort, call};

use super::load::Till;
use crate::contest::Failure;

#[derive(Clone, Copy)]
enum Shift {
    Day,
    Night,
}

enum Order {
    Pay(u64),
    Turn(u64),
    Close(RpcReplyPort<u64>),
}

struct Keeper;

struct Drawer {
    shift: Shift,
    sum: u64,
}

impl Actor for Keeper {
    type Msg = Order;
    type State = Drawer;
    type Arguments = ();

    async fn pre_start(&self, _: ActorRef<Order>, _: ()) -> Result<Drawer, ActorProcessingErr> {
        Ok(Drawer {
            shift: Shift::Day,
            sum: 0,
        })
    }

    async fn handle(
        &self,
        myself: ActorRef<Order>,
        order: Order,
        drawer: &mut Drawer,
    ) -> Result<(), ActorProcessingErr> {
        match order {
            Order::Pay(amount) => drawer.sum = drawer.sum.wrapping_add(amount),
            Order::Turn(amount) => {
                drawer.shift = match drawer.shift {
                    Shift::Day => Shift::Night,
                    Shift::Night => Shift::Day,
                };
                drawer.sum = drawer.sum.wrapping_add(amount);
            }
            Order::Close(reply) => {
                reply.send(drawer.sum)?;
                myself.stop(None);
            }
        }
        Ok(())
    }
}

#[derive(Clone)]
pub(crate) struct Ractor(ActorRef<Order>);

async fn cast(actor: &ActorRef<Order>, order: Order, amount: u64) -> Result<(), Failure> {
    actor.cast(order).map_err(|_| "closed")?;
    // Of two senders one has the even amounts, and one the odd.
    if amount % (super::MAILBOX as u64) < 2 {
        tokio::task::yield_now().await;
    }
    Ok(())
}

pub(crate) async fn open() -> Result<Ractor, Failure> {
    let (actor, _) = Actor::spawn(None, Keeper, ()).await?;
    Ok(Ractor(actor))
}

impl Till for Ractor {
    async fn pay(&self, amount: u64) -> Result<(), Failure> {
        cast(&self.0, Order::Pay(amount), amount).await
    }

    async fn turn(&self, amount: u64) -> Result<(), Failure> {
        cast(&self.0, Order::Turn(amount), amount).await
    }

    async fn close(&self) -> Result<u64, Failure> {
        call!(self.0, Order::Close).map_err(|error| error.to_string().into())
    }
}
