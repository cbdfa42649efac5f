//! actix brings its own runtime: a `System` on the calling thread, and an `Arbiter` for each further one. Below it is
//! tokio's current-thread runtime, built here as for the others.
//!
//! What it cannot do is a runtime of several threads that share their tasks. An actor stays on the arbiter on
//! which it was started, and a message from another thread has to wake that thread, where tokio's workers may run sender
//! and receiver one after the other. So where the others have two workers, actix has two threads, and each contest
//! says what it puts on which.

use std::future::Future;
use std::io;

use actix::{Arbiter, ArbiterHandle, System};
use tokio::runtime::{Builder, Runtime};

use crate::contest::Failure;

fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_time().build()
}

/// Runs this on the system's thread, with so many further arbiters, which it is given after the system's own.
pub(crate) fn block_on<T, W>(
    further: usize,
    work: impl FnOnce(Vec<ArbiterHandle>) -> W,
) -> Result<T, Failure>
where
    W: Future<Output = Result<T, Failure>>,
{
    let own = runtime()?;
    let system = System::with_tokio_rt(move || own);
    let further = (0..further)
        .map(|_| Arbiter::try_with_tokio_rt(runtime))
        .collect::<io::Result<Vec<_>>>()?;
    let mut all = vec![System::current().arbiter().clone()];
    all.extend(further.iter().map(Arbiter::handle));
    let result = system.block_on(work(all));
    for arbiter in further {
        arbiter.stop();
        arbiter.join().map_err(|_| "an arbiter panicked")?;
    }
    result
}
