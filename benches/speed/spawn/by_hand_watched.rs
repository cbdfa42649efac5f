//! The same by hand, with a state that anyone can watch, as one can ours: tokio's `watch`.

use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

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

#[derive(Clone, Copy)]
enum Life {
    Open,
    Over,
}

async fn keep(
    mut orders: mpsc::Receiver<Order>,
    mut stop: oneshot::Receiver<()>,
    life: watch::Sender<Life>,
    running: Running,
) -> u64 {
    running.one();
    let mut sum = 0u64;
    loop {
        tokio::select! {
            biased;
            _ = &mut stop => break,
            order = orders.recv() => match order {
                Some(Order::Pay(amount)) => sum = sum.wrapping_add(amount),
                Some(Order::Refund(amount)) => sum = sum.wrapping_sub(amount),
                None => break,
            },
        }
    }
    life.send_replace(Life::Over);
    sum
}

pub(crate) struct ByHandWatched {
    _orders: mpsc::Sender<Order>,
    stop: Option<oneshot::Sender<()>>,
    life: watch::Receiver<Life>,
    task: JoinHandle<u64>,
}

impl Idler for ByHandWatched {
    async fn spawn(running: &Running) -> Result<Self, Failure> {
        let (sender, orders) = mpsc::channel(super::MAILBOX);
        let (stop, stopped) = oneshot::channel();
        let (shown, life) = watch::channel(Life::Open);
        let task = tokio::spawn(keep(orders, stopped, shown, running.clone()));
        Ok(ByHandWatched {
            _orders: sender,
            stop: Some(stop),
            life,
            task,
        })
    }

    async fn stop(&mut self) -> Result<(), Failure> {
        let stop = self.stop.take().ok_or("stopped before")?;
        stop.send(()).map_err(|()| "ended before it was stopped")?;
        Ok(())
    }

    async fn join(self) -> Result<(), Failure> {
        self.task.await?;
        match *self.life.borrow() {
            Life::Over => Ok(()),
            Life::Open => Err("ended without being over".into()),
        }
    }
}
