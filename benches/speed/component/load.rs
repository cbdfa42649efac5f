//! The load, the same for all: so many senders, each a task that sends and waits for room.

use std::future::Future;
use std::time::Instant;

use crate::contest::{Failure, Run, Runner};
use crate::threads::Threads;

#[derive(Clone, Copy, Debug)]
pub(super) struct Load {
    pub(super) threads: Threads,
    pub(super) senders: u64,
    /// Whether each event is a transition; else it leaves the state as it is.
    pub(super) turning: bool,
}

/// A till with two states, into which one pays, and its sum at the end of the day.
pub(crate) trait Till: Clone + Send + Sync + 'static {
    /// The action adds to the sum; the state is left alone.
    fn pay(&self, amount: u64) -> impl Future<Output = Result<(), Failure>> + Send;

    /// The same action, on the way into the other state.
    fn turn(&self, amount: u64) -> impl Future<Output = Result<(), Failure>> + Send;

    fn close(&self) -> impl Future<Output = Result<u64, Failure>> + Send;
}

pub(super) fn runner<T, O>(load: Load, open: fn() -> O) -> Runner
where
    T: Till,
    O: Future<Output = Result<T, Failure>> + 'static,
{
    Box::new(move |events| {
        let runtime = load.threads.runtime()?;
        runtime.block_on(async { run(open().await?, load, events).await })
    })
}

pub(super) async fn run<T: Till>(till: T, load: Load, events: u64) -> Result<Run, Failure> {
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
