use crate::sync::{AtomicU64, Ordering};

/// The counters of a component at one moment: see [`Handle::stats`](crate::Handle::stats).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// Triggers that the machine took: events and clocks. A postponed event counts when it is taken
    /// at last.
    pub handled: u64,
    /// External events that the machine did not take.
    pub rejected: u64,
    /// What went wrong.
    pub faults: u64,
    /// Events that wait for a change of state, now.
    pub postponed: u64,
    /// `Race` dispatches dropped because something else came first.
    pub restarts: u64,
    /// Events in the mailbox, now.
    pub mailbox: u64,
}

/// Written by the loop alone, read by anyone.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    handled: AtomicU64,
    rejected: AtomicU64,
    faults: AtomicU64,
    postponed: AtomicU64,
    restarts: AtomicU64,
    batched: AtomicU64,
}

/// One writer, so a load and a store do what a locked addition would.
#[inline]
fn add_one(counter: &AtomicU64) {
    let value = counter.load(Ordering::Relaxed);
    counter.store(value.wrapping_add(1), Ordering::Relaxed);
}

impl Counters {
    #[inline]
    pub(crate) fn handled(&self) {
        add_one(&self.handled);
    }

    pub(crate) fn rejected(&self) {
        add_one(&self.rejected);
    }

    pub(crate) fn fault(&self) {
        add_one(&self.faults);
    }

    pub(crate) fn restarted(&self) {
        add_one(&self.restarts);
    }

    #[inline]
    pub(crate) fn set_postponed(&self, count: usize) {
        self.postponed.store(count as u64, Ordering::Relaxed);
    }

    /// How many events one wake-up took out of the mailbox and are still to be handled.
    #[inline]
    pub(crate) fn set_batched(&self, count: usize) {
        self.batched.store(count as u64, Ordering::Relaxed);
    }

    pub(crate) fn snapshot(&self, mailbox: usize) -> Stats {
        Stats {
            handled: self.handled.load(Ordering::Relaxed),
            rejected: self.rejected.load(Ordering::Relaxed),
            faults: self.faults.load(Ordering::Relaxed),
            postponed: self.postponed.load(Ordering::Relaxed),
            restarts: self.restarts.load(Ordering::Relaxed),
            mailbox: mailbox as u64 + self.batched.load(Ordering::Relaxed),
        }
    }
}
