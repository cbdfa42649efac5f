//! The load, the same for all: so many callers, each a task that asks and waits for the reply.

use std::future::Future;
use std::time::Instant;

use crate::contest::{Failure, Run, Runner};
use crate::threads::Threads;

#[derive(Clone, Copy, Debug)]
pub(super) struct Load {
    pub(super) threads: Threads,
    pub(super) callers: u64,
}

/// A shop that is asked what so many pieces cost.
pub(super) trait Shop: Clone + Send + Sync + 'static {
    fn price(&self, pieces: u64) -> impl Future<Output = Result<u64, Failure>> + Send;
}

pub(super) fn runner<T, O>(load: Load, open: fn() -> O) -> Runner
where
    T: Shop,
    O: Future<Output = Result<T, Failure>> + 'static,
{
    Box::new(move |events| {
        let runtime = load.threads.runtime()?;
        runtime.block_on(async { run(open().await?, load, events).await })
    })
}

pub(super) async fn run<T: Shop>(shop: T, load: Load, events: u64) -> Result<Run, Failure> {
    let begin = Instant::now();
    let callers: Vec<_> = (0..load.callers)
        .map(|caller| {
            let shop = shop.clone();
            tokio::spawn(async move {
                let mut sum = 0u64;
                for pieces in (caller..events).step_by(load.callers as usize) {
                    sum = sum.wrapping_add(shop.price(pieces).await?);
                }
                Ok::<_, Failure>(sum)
            })
        })
        .collect();
    let mut sum = 0u64;
    for caller in callers {
        sum = sum.wrapping_add(caller.await??);
    }
    Ok(Run {
        time: begin.elapsed(),
        sum,
    })
}
