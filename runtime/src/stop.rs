//! The stop flag: a way in that no full mailbox and no policy can bar.

use std::task::{Context, Poll, Waker};

use crate::sync::{AtomicBool, Mutex, Ordering, lock};

/// Set once, by anyone; seen by the loop, which acts on it once.
#[derive(Debug, Default)]
pub(crate) struct StopFlag {
    requested: AtomicBool,
    waker: Mutex<Option<Waker>>,
}

impl StopFlag {
    pub(crate) fn request(&self) {
        self.requested.store(true, Ordering::SeqCst);
        let waker = lock(&self.waker).take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    #[inline]
    pub(crate) fn is_requested(&self) -> bool {
        self.requested.load(Ordering::SeqCst)
    }

    pub(crate) fn poll(&self, cx: &mut Context<'_>) -> Poll<()> {
        if self.is_requested() {
            return Poll::Ready(());
        }
        let replaced = {
            let mut kept = lock(&self.waker);
            match &*kept {
                Some(kept) if kept.will_wake(cx.waker()) => None,
                _ => kept.replace(cx.waker().clone()),
            }
        };
        // Not under the lock: it may be the last thing that kept a task, whose drop may call `stop`.
        drop(replaced);
        // Between the first look and the lock a request may have found no waker to wake.
        if self.is_requested() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}
