//! The load, the same for all: so many senders, each a task that sends and waits for room.

use std::future::Future;
use std::time::Instant;

use tokio::runtime::{Builder, Runtime};

use crate::contest::{Failure, Run, Runner};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Threads {
    One,
    Two,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Load {
    pub(super) threads: Threads,
    pub(super) senders: u64,
    /// Whether each event is a transition; else it leaves the state as it is.
    pub(super) turning: bool,
}

/// A till with two states, into which one pays, and its sum at the end of the day.
pub(super) trait Till: Clone + Send + Sync + 'static {
    fn open() -> impl Future<Output = Result<Self, Failure>> + Send;

    /// The action adds to the sum; the state is left alone.
    fn pay(&self, amount: u64) -> impl Future<Output = Result<(), Failure>> + Send;

    /// The same action, on the way into the other state.
    fn turn(&self, amount: u64) -> impl Future<Output = Result<(), Failure>> + Send;

    fn close(&self) -> impl Future<Output = Result<u64, Failure>> + Send;
}

pub(super) fn runner<T: Till>(load: Load) -> Runner {
    Box::new(move |events| {
        let runtime = runtime(load.threads)?;
        runtime.block_on(run::<T>(load, events))
    })
}

fn runtime(threads: Threads) -> std::io::Result<Runtime> {
    match threads {
        Threads::One => Builder::new_current_thread().enable_time().build(),
        Threads::Two => Builder::new_multi_thread()
            .worker_threads(2)
            .enable_time()
            .build(),
    }
}

async fn run<T: Till>(load: Load, events: u64) -> Result<Run, Failure> {
    let till = T::open().await?;
    let begin = Instant::now();
    let senders: Vec<_> = (0..load.senders)
        .map(|sender| {
            let till = till.clone();
            tokio::spawn(async move {
                let mine = (sender..events).step_by(load.senders as usize);
                // One loop each, so that none of them asks about it per event.
                if load.turning {
                    for amount in mine {
                        till.turn(amount).await?;
                    }
                } else {
                    for amount in mine {
                        till.pay(amount).await?;
                    }
                }
                Ok::<_, Failure>(())
            })
        })
        .collect();
    for sender in senders {
        sender.await??;
    }
    let sum = till.close().await?;
    Ok(Run {
        time: begin.elapsed(),
        sum,
    })
}
