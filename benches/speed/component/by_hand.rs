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

async fn keep(mut orders: mpsc::Receiver<Order>) {
    let mut shift = Shift::Day;
    let mut sum = 0u64;
    while let Some(order) = orders.recv().await {
        match (shift, order) {
            (_, Order::Pay(amount)) => sum = sum.wrapping_add(amount),
            (Shift::Day, Order::Turn(amount)) => {
                shift = Shift::Night;
                sum = sum.wrapping_add(amount);
            }
            (Shift::Night, Order::Turn(amount)) => {
                shift = Shift::Day;
                sum = sum.wrapping_add(amount);
            }
            (_, Order::Close(reply)) => {
                // Who asked may have gone.
                let _ = reply.send(sum);
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
