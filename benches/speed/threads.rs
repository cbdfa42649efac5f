//! What runs on how many threads, the same for all entrants of a contest.

use tokio::runtime::{Builder, Runtime};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Threads {
    One,
    Two,
}

impl Threads {
    /// As the contests' names say it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Threads::One => "current-thread",
            Threads::Two => "multi-thread",
        }
    }

    pub(crate) fn runtime(self) -> std::io::Result<Runtime> {
        match self {
            Threads::One => Builder::new_current_thread().enable_time().build(),
            Threads::Two => Builder::new_multi_thread()
                .worker_threads(2)
                .enable_time()
                .build(),
        }
    }
}
