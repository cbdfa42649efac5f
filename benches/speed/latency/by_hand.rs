//! What one writes without a library: a oneshot beside the mailbox, looked at first, and the task's own handle to wait for its
//! end.

use std::sync::Arc;

use tokio::sync::mpsc::error::TryRecvError;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use super::load::{Busy, Pulse, Sender, Work};
use crate::contest::Failure;

pub(super) struct Pay;

type Orders = mpsc::Receiver<Pay>;
type Stop = oneshot::Receiver<()>;

async fn block(mut orders: Orders, mut stop: Stop, pulse: Arc<Pulse>) {
    loop {
        tokio::select! {
            biased;
            _ = &mut stop => return,
            order = orders.recv() => match order {
                Some(Pay) => pulse.step(),
                None => return,
            },
        }
    }
}

async fn poll(mut orders: Orders, mut stop: Stop, pulse: Arc<Pulse>) {
    while let Err(oneshot::error::TryRecvError::Empty) = stop.try_recv() {
        match orders.try_recv() {
            Ok(Pay) => pulse.step(),
            Err(TryRecvError::Empty) => pulse.piece().await,
            Err(TryRecvError::Disconnected) => return,
        }
    }
}

async fn race(mut orders: Orders, mut stop: Stop, pulse: Arc<Pulse>) {
    loop {
        tokio::select! {
            biased;
            _ = &mut stop => return,
            order = orders.recv() => match order {
                Some(Pay) => pulse.step(),
                None => return,
            },
            () = pulse.piece() => {}
        }
    }
}

pub(super) struct ByHand {
    sender: mpsc::Sender<Pay>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

pub(super) async fn start(work: Work, pulse: Arc<Pulse>) -> Result<ByHand, Failure> {
    let (sender, orders) = mpsc::channel(super::MAILBOX);
    let (stop, stopped) = oneshot::channel();
    let task = match work {
        Work::Block => tokio::spawn(block(orders, stopped, pulse)),
        Work::Poll => tokio::spawn(poll(orders, stopped, pulse)),
        Work::Race => tokio::spawn(race(orders, stopped, pulse)),
    };
    Ok(ByHand { sender, stop, task })
}

impl Busy for ByHand {
    type Sender = mpsc::Sender<Pay>;

    fn sender(&self) -> Self::Sender {
        self.sender.clone()
    }

    async fn stop(self) -> Result<(), Failure> {
        self.stop.send(()).map_err(|()| "closed")?;
        Ok(self.task.await?)
    }
}

impl Sender for mpsc::Sender<Pay> {
    async fn send(&self) -> Result<(), Failure> {
        self.send(Pay).await.map_err(|_| "closed".into())
    }
}
