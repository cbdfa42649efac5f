//! Ours: `Handle::stats`.

use steadfast::prelude::*;

use super::{Seen, WAITING};
use crate::contest::Failure;

#[derive(Clone, Debug, StateVariant)]
enum Shop {
    Open,
    Burnt,
}

#[derive(Debug, EventVariant)]
enum Order {
    Greet,
    Error(Fault),
}

fsm! {
    struct ShopMachine;
    trait ShopDispatch;

    state: Shop;
    event: Order;
    context: ();
    initial: Open;
    error: Error;

    state Open {
        on Greet => stay;
        on Error(_) => Burnt;
    }

    failure state Burnt;
}

#[supervisor(ShopMachine)]
struct Keeper;

impl ShopDispatch for Keeper {}

pub(super) struct Ours(Handle<Order, Shop>);

/// It never comes to its first poll, so its mailbox stays as it is.
pub(super) fn open() -> Result<Ours, Failure> {
    let keeper = Keeper.spawn(());
    for _ in 0..WAITING {
        keeper.try_send(Order::Greet)?;
    }
    Ok(Ours(keeper))
}

impl Seen for Ours {
    fn look(&self) -> u64 {
        let stats = self.0.stats();
        assert!(stats.ended.is_none());
        stats.state.len() as u64 + stats.mailbox + stats.handled
    }
}
