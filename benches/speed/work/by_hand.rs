//! What one writes without a library: a loop that tries the mailbox and works, or selects between the two.
//!
//! A loop that never waits keeps the other tasks of its thread from their turn for ever. The loops called `starving` do
//! that; the others give way as ours does, by the cooperative budget.

use std::hint::black_box;

use tokio::sync::mpsc::error::TryRecvError;
use tokio::sync::{mpsc, oneshot};
use tokio::task::coop::consume_budget;

use crate::contest::Failure;

pub(super) enum Order {
    #[expect(
        dead_code,
        reason = "a user would send it; here the mailbox stays empty"
    )]
    Stop,
}

pub(super) type Kept = mpsc::Sender<Order>;

struct Worker {
    done: u64,
}

impl Worker {
    async fn work(&mut self) -> u64 {
        self.done += 1;
        black_box(self.done)
    }
}

/// A loop over `try_recv`, in which `emit` says whether each piece of work is an event with an action.
async fn poll(
    mut orders: mpsc::Receiver<Order>,
    rounds: u64,
    emit: bool,
    fair: bool,
    reply: oneshot::Sender<u64>,
) {
    let mut worker = Worker { done: 0 };
    let mut sum = 0u64;
    loop {
        if fair {
            consume_budget().await;
        }
        match orders.try_recv() {
            Ok(Order::Stop) | Err(TryRecvError::Disconnected) => return,
            Err(TryRecvError::Empty) => {}
        }
        let number = worker.work().await;
        if emit {
            sum = sum.wrapping_add(number);
        }
        if number == rounds {
            // Who asked may have gone.
            let _ = reply.send(if emit { sum } else { number });
            return;
        }
    }
}

async fn race(mut orders: mpsc::Receiver<Order>, rounds: u64, reply: oneshot::Sender<u64>) {
    let mut worker = Worker { done: 0 };
    let mut sum = 0u64;
    loop {
        // `recv` takes its part of the budget only when it has something.
        consume_budget().await;
        tokio::select! {
            biased;
            order = orders.recv() => match order {
                Some(Order::Stop) | None => return,
            },
            number = worker.work() => {
                sum = sum.wrapping_add(number);
                if number == rounds {
                    let _ = reply.send(sum);
                    return;
                }
            }
        }
    }
}

fn mailbox() -> (Kept, mpsc::Receiver<Order>) {
    mpsc::channel(1024)
}

pub(super) async fn poll_again(rounds: u64, reply: oneshot::Sender<u64>) -> Result<Kept, Failure> {
    let (sender, orders) = mailbox();
    tokio::spawn(poll(orders, rounds, false, true, reply));
    Ok(sender)
}

pub(super) async fn poll_again_starving(
    rounds: u64,
    reply: oneshot::Sender<u64>,
) -> Result<Kept, Failure> {
    let (sender, orders) = mailbox();
    tokio::spawn(poll(orders, rounds, false, false, reply));
    Ok(sender)
}

pub(super) async fn poll_emit(rounds: u64, reply: oneshot::Sender<u64>) -> Result<Kept, Failure> {
    let (sender, orders) = mailbox();
    tokio::spawn(poll(orders, rounds, true, true, reply));
    Ok(sender)
}

pub(super) async fn poll_emit_starving(
    rounds: u64,
    reply: oneshot::Sender<u64>,
) -> Result<Kept, Failure> {
    let (sender, orders) = mailbox();
    tokio::spawn(poll(orders, rounds, true, false, reply));
    Ok(sender)
}

pub(super) async fn race_emit(rounds: u64, reply: oneshot::Sender<u64>) -> Result<Kept, Failure> {
    let (sender, orders) = mailbox();
    tokio::spawn(race(orders, rounds, reply));
    Ok(sender)
}
