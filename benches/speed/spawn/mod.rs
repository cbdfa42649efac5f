//! From spawn to running: so many components at once, until each has run code of its own in a task of its own. They are
//! ended and joined outside of the clock. An event is a component here.

mod by_hand;
mod by_hand_watched;
mod kameo;
mod ours;
mod ractor;
mod running;

use std::future::Future;
use std::time::Instant;

use tokio::runtime::{Builder, Runtime};

use crate::contest::{Contest, Entrant, Failure, Run, Runner};
use running::Running;

pub(crate) use {
    by_hand::ByHand, by_hand_watched::ByHandWatched, kameo::Kameo, ours::Ours, ractor::Ractor,
};

const COMPONENTS: u64 = 100_000;

/// What each mailbox holds that has a bound.
const MAILBOX: usize = 1024;

/// A component that only waits for what it is told; it adds up what is paid into it.
pub(crate) trait Idler: Sized + Send + 'static {
    /// Spawns one, which says once that it runs.
    fn spawn(running: &Running) -> impl Future<Output = Result<Self, Failure>> + Send;

    /// Asks it to end.
    fn stop(&mut self) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Waits for its end, and is an error unless it ended as asked.
    fn join(self) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// Spawns so many, and waits until all run.
pub(crate) async fn gather<I: Idler>(count: u64) -> Result<Vec<I>, Failure> {
    let running = Running::of(count);
    let mut idlers = Vec::with_capacity(count as usize);
    for _ in 0..count {
        idlers.push(I::spawn(&running).await?);
    }
    running.all().await;
    Ok(idlers)
}

pub fn contests() -> Vec<Contest> {
    let one: fn() -> std::io::Result<Runtime> =
        || Builder::new_current_thread().enable_time().build();
    let two = || {
        Builder::new_multi_thread()
            .worker_threads(2)
            .enable_time()
            .build()
    };
    vec![
        contest("spawn to running, current-thread", true, one),
        contest("spawn to running, multi-thread", false, two),
    ]
}

fn contest(name: &str, one_thread: bool, runtime: fn() -> std::io::Result<Runtime>) -> Contest {
    Contest {
        name: name.to_owned(),
        events: COMPONENTS,
        one_thread,
        entrants: vec![
            Entrant::ours("ours", runner::<Ours>(runtime)),
            Entrant::peer("by hand", runner::<ByHand>(runtime)),
            Entrant::peer("by hand, watched", runner::<ByHandWatched>(runtime)),
            Entrant::peer("ractor", runner::<Ractor>(runtime)),
            Entrant::peer("kameo", runner::<Kameo>(runtime)),
        ],
    }
}

fn runner<I: Idler>(runtime: fn() -> std::io::Result<Runtime>) -> Runner {
    Box::new(move |count| {
        let runtime = runtime()?;
        // Spawned from a task, as components are: from outside of a pool it would cost more.
        runtime.block_on(async { tokio::spawn(run::<I>(count)).await? })
    })
}

async fn run<I: Idler>(count: u64) -> Result<Run, Failure> {
    let begin = Instant::now();
    let mut idlers = gather::<I>(count).await?;
    let time = begin.elapsed();
    for idler in &mut idlers {
        idler.stop().await?;
    }
    let mut ended = 0;
    for idler in idlers {
        idler.join().await?;
        ended += 1;
    }
    Ok(Run { time, sum: ended })
}
