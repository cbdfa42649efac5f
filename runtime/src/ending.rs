//! The end of a component: published once, and everyone who waits for it is told.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use crate::run::catch;
use crate::sync::{Mutex, lock};

/// Either it lives, and keeps something until its end; or it has ended, and keeps nothing but how.
///
/// One lock holds both, so no order of two steps can be wrong. Whatever is taken out is dropped and
/// woken outside it.
pub(crate) struct Ending<X, K> {
    life: Mutex<Life<X, K>>,
}

enum Life<X, K> {
    Running { kept: K, waiters: Waiters },
    Ended(Arc<X>),
}

/// The wakers of those who wait, each in a seat that is its own until it is dropped.
#[derive(Default)]
struct Waiters {
    seats: Vec<Option<Waker>>,
    free: Vec<usize>,
}

impl<X, K> Ending<X, K> {
    /// Not ended, with what is kept until then.
    pub(crate) fn new(kept: K) -> Self {
        Ending {
            life: Mutex::new(Life::Running {
                kept,
                waiters: Waiters::default(),
            }),
        }
    }

    /// Changes what is kept. Once it has ended there is nothing to change, and the change is dropped
    /// with all that it would have put there.
    pub(crate) fn keep(&self, change: impl FnOnce(&mut K)) {
        let mut life = lock(&self.life);
        if let Life::Running { kept, .. } = &mut *life {
            change(kept);
        }
    }

    pub(crate) fn is_over(&self) -> bool {
        self.look(|_| ()).is_some()
    }

    /// Looks at the end, if there is one yet.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&X) -> T) -> Option<T> {
        match &*lock(&self.life) {
            Life::Running { .. } => None,
            Life::Ended(exit) => Some(look(exit)),
        }
    }

    /// Publishes the end, drops what was kept and wakes everyone, in this order. The first end is
    /// the end: any other is dropped.
    pub(crate) fn publish(&self, exit: X) {
        let exit = Arc::new(exit);
        let life = {
            let mut life = lock(&self.life);
            if matches!(*life, Life::Ended(_)) {
                return;
            }
            std::mem::replace(&mut *life, Life::Ended(exit))
        };
        if let Life::Running { kept, waiters } = life {
            // One that panics keeps nobody else from being told.
            let _ = catch::call(|| drop(kept));
            for waker in waiters.seats.into_iter().flatten() {
                let _ = catch::call(|| waker.wake());
            }
        }
    }

    /// Waits for the end. Dropped before it, it leaves nothing behind.
    pub(crate) fn wait(&self) -> Waiting<'_, X, K> {
        Waiting {
            ending: self,
            seat: None,
        }
    }
}

/// Someone who waits for the end.
pub(crate) struct Waiting<'a, X, K> {
    ending: &'a Ending<X, K>,
    seat: Option<usize>,
}

impl<X, K> Future for Waiting<'_, X, K> {
    type Output = Arc<X>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Arc<X>> {
        let replaced = {
            let mut life = lock(&self.ending.life);
            let waiters = match &mut *life {
                Life::Running { waiters, .. } => waiters,
                Life::Ended(exit) => return Poll::Ready(Arc::clone(exit)),
            };
            let seat = waiters.seat(&mut self.seat);
            match seat {
                Some(waker) if waker.will_wake(cx.waker()) => None,
                _ => seat.replace(cx.waker().clone()),
            }
        };
        drop(replaced);
        Poll::Pending
    }
}

impl<X, K> Drop for Waiting<'_, X, K> {
    fn drop(&mut self) {
        let Some(seat) = self.seat else { return };
        let waker = match &mut *lock(&self.ending.life) {
            Life::Running { waiters, .. } => waiters.leave(seat),
            Life::Ended(_) => None,
        };
        drop(waker);
    }
}

impl Waiters {
    /// The seat with this number, or a new one.
    fn seat(&mut self, number: &mut Option<usize>) -> &mut Option<Waker> {
        let seats = &mut self.seats;
        let number = *number.get_or_insert_with(|| {
            self.free.pop().unwrap_or_else(|| {
                seats.push(None);
                seats.len() - 1
            })
        });
        &mut self.seats[number]
    }

    fn leave(&mut self, number: usize) -> Option<Waker> {
        self.free.push(number);
        self.seats[number].take()
    }
}
