//! The stop flag: a way in that no full mailbox and no policy can bar.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

/// Set once, by anyone; seen by the loop, which acts on it once.
#[derive(Debug, Default)]
pub(crate) struct StopFlag {
    requested: AtomicBool,
    waker: Mutex<Option<Waker>>,
}

impl StopFlag {
    pub(crate) fn request(&self) {
        self.requested.store(true, Ordering::SeqCst);
        let waker = self
            .waker
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    pub(crate) fn is_requested(&self) -> bool {
        self.requested.load(Ordering::SeqCst)
    }

    pub(crate) fn poll(&self, cx: &mut Context<'_>) -> Poll<()> {
        if self.is_requested() {
            return Poll::Ready(());
        }
        {
            let mut waker = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
            match &mut *waker {
                Some(kept) => kept.clone_from(cx.waker()),
                none => *none = Some(cx.waker().clone()),
            }
        }
        // Between the first look and the lock a request may have found no waker to wake.
        if self.is_requested() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}
