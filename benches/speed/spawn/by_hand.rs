//! What one writes without a library: a task that owns its sum, with a mailbox and a way to stop it that no full mailbox
//! can bar. Nobody can watch it, a panic in it is seen by whoever joins the task.

use tokio::sync::{mpsc, oneshot};
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

async fn keep(
    mut orders: mpsc::Receiver<Order>,
    mut stop: oneshot::Receiver<()>,
    running: Running,
) -> u64 {
    running.one();
    let mut sum = 0u64;
    loop {
        tokio::select! {
            biased;
            _ = &mut stop => return sum,
            order = orders.recv() => match order {
                Some(Order::Pay(amount)) => sum = sum.wrapping_add(amount),
                Some(Order::Refund(amount)) => sum = sum.wrapping_sub(amount),
                None => return sum,
            },
        }
    }
}

pub(crate) struct ByHand {
    _orders: mpsc::Sender<Order>,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<u64>,
}

impl Idler for ByHand {
    async fn spawn(running: &Running) -> Result<Self, Failure> {
        let (sender, orders) = mpsc::channel(super::MAILBOX);
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(keep(orders, stopped, running.clone()));
        Ok(ByHand {
            _orders: sender,
            stop: Some(stop),
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
        Ok(())
    }
}
