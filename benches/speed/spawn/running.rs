//! Counts those who run.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Notify;

/// Each component says once that it runs; whoever spawned them waits for the last.
#[derive(Clone)]
pub(crate) struct Running(Arc<Count>);

struct Count {
    missing: AtomicU64,
    complete: Notify,
}

impl Running {
    pub(super) fn of(components: u64) -> Self {
        Running(Arc::new(Count {
            missing: AtomicU64::new(components),
            complete: Notify::new(),
        }))
    }

    pub(super) fn one(&self) {
        if self.0.missing.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.complete.notify_one();
        }
    }

    pub(super) async fn all(&self) {
        self.0.complete.notified().await;
    }
}
