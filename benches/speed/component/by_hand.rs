//! What one writes without a library: a task that owns state and sum, a loop and a match. Nobody can watch
//! its state, and a panic in it is seen by whoever joins the task.

use tokio::sync::{mpsc, oneshot};

use super::load::Till;
use crate::contest::Failure;

enum Order {
    Pay(u64),
    Turn(u64),
    Close(oneshot::Sender<u64>),
}

#[derive(Clone, Copy)]
enum Shift {
    Day,
    Night,
}

struct Keeper {
    shift: Shift,
    sum: u64,
}

impl Keeper {
    fn new() -> Self {
        Keeper {
            shift: Shift::Day,
            sum: 0,
        }
    }

    /// Whether it goes on.
    fn take(&mut self, order: Order) -> bool {
        match (self.shift, order) {
            (_, Order::Pay(amount)) => self.sum = self.sum.wrapping_add(amount),
            (Shift::Day, Order::Turn(amount)) => {
                self.shift = Shift::Night;
                self.sum = self.sum.wrapping_add(amount);
            }
            (Shift::Night, Order::Turn(amount)) => {
                self.shift = Shift::Day;
                self.sum = self.sum.wrapping_add(amount);
            }
            (_, Order::Close(reply)) => {
                // Who asked may have gone.
                let _ = reply.send(self.sum);
                return false;
            }
        }
        true
    }
}

async fn keep(mut orders: mpsc::Receiver<Order>) {
    let mut keeper = Keeper::new();
    while let Some(order) = orders.recv().await {
        if !keeper.take(order) {
            return;
        }
    }
}

/// The same by who knows `recv_many`: as many at a time as ours takes.
async fn keep_in_batches(mut orders: mpsc::Receiver<Order>) {
    let mut keeper = Keeper::new();
    let mut batch = Vec::with_capacity(64);
    while orders.recv_many(&mut batch, 64).await > 0 {
        for order in batch.drain(..) {
            if !keeper.take(order) {
                return;
            }
        }
    }
}

#[derive(Clone)]
pub(crate) struct ByHand(mpsc::Sender<Order>);

pub(crate) async fn open() -> Result<ByHand, Failure> {
    let (sender, orders) = mpsc::channel(super::MAILBOX);
    tokio::spawn(keep(orders));
    Ok(ByHand(sender))
}

pub(crate) async fn open_in_batches() -> Result<ByHand, Failure> {
    let (sender, orders) = mpsc::channel(super::MAILBOX);
    tokio::spawn(keep_in_batches(orders));
    Ok(ByHand(sender))
}

impl Till for ByHand {
    async fn pay(&self, amount: u64) -> Result<(), Failure> {
        self.0
            .send(Order::Pay(amount))
            .await
            .map_err(|_| "closed".into())
    }

    async fn turn(&self, amount: u64) -> Result<(), Failure> {
        self.0
            .send(Order::Turn(amount))
            .await
            .map_err(|_| "closed".into())
    }

    async fn close(&self) -> Result<u64, Failure> {
        let (reply, answer) = oneshot::channel();
        self.0
            .send(Order::Close(reply))
            .await
            .map_err(|_| "closed")?;
        Ok(answer.await?)
    }
}
