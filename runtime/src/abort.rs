//! The way to end a component without its machine.

use tokio::task::AbortHandle;

use crate::sync::{AtomicBool, Mutex, Ordering, lock};

/// What an abort ends.
pub(crate) trait Abortable {
    fn abort(&self);
}

impl Abortable for AbortHandle {
    fn abort(&self) {
        AbortHandle::abort(self);
    }
}

/// Set once, by anyone, also before there is a task.
#[derive(Debug)]
pub(crate) struct AbortFlag<T = AbortHandle> {
    /// Set before the task is aborted, which takes effect at its next await only: the loop looks
    /// here before it runs any user code.
    requested: AtomicBool,
    task: Mutex<Option<T>>,
}

impl<T> Default for AbortFlag<T> {
    fn default() -> Self {
        AbortFlag {
            requested: AtomicBool::new(false),
            task: Mutex::new(None),
        }
    }
}

impl<T: Abortable> AbortFlag<T> {
    #[inline]
    pub(crate) fn is_requested(&self) -> bool {
        self.requested.load(Ordering::SeqCst)
    }

    // Both look under the lock: of an abort from within `spawn_with` and the task that is just being
    // spawned, one sees the other. The task is aborted outside it, whatever that may run.
    pub(crate) fn set_task(&self, task: T) {
        {
            let mut kept = lock(&self.task);
            if !self.is_requested() {
                *kept = Some(task);
                return;
            }
        }
        task.abort();
    }

    pub(crate) fn request(&self) {
        let task = {
            let mut kept = lock(&self.task);
            self.requested.store(true, Ordering::SeqCst);
            kept.take()
        };
        if let Some(task) = task {
            task.abort();
        }
    }
}
