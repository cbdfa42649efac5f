use std::time::Duration;

use tokio::time::Instant;

use crate::ExitKind;
use crate::sync::{AtomicU64, Mutex, Ordering, lock};

/// A component at one moment: see [`Handle::stats`](crate::Handle::stats).
///
/// It is read without waking the component or waiting for it, so a component that is busy shows what
/// it does. The fields are read one after the other: those of a component that is at work may be of
/// neighbouring moments. Two things hold at any moment: `since` is never from before the component
/// came into `state`, and where `ended` says how it ended, all else is final, but for events in the
/// mailbox that are still to be taken out of the exit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// The name of the state that it is in.
    pub state: &'static str,
    /// When the component came into that state. To enter it again counts, `stay` does not.
    ///
    /// The clock is not read for each change of state: it is read when the component's task has done
    /// what it can do at once and gives way. So this is late by as long as that took, which is
    /// nothing to speak of unless something in the component blocks its thread; and until then it is
    /// the time at which you ask.
    pub since: Instant,
    /// How it ended, once it has.
    pub ended: Option<ExitKind>,
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
    /// Events in the mailbox, now. A [`WeakHandle`](crate::WeakHandle) cannot see into the mailbox of a
    /// component that nobody can send to any more: it counts those alone that were taken out
    /// together and are still to be handled.
    pub mailbox: u64,
}

/// Instead of a time: the state was changed, and the clock was not read since.
const MOVED: u64 = u64::MAX;

/// Written by the loop alone, read by anyone.
#[derive(Debug)]
pub(crate) struct Counters {
    /// Where the time below begins.
    born: Instant,
    /// When the state was entered, in nanoseconds.
    since: AtomicU64,
    /// The state's name. Not the one in the watch: that is behind a lock which whoever borrows the
    /// state holds for as long as they like, and this must wait for nobody.
    state: Mutex<&'static str>,
    handled: AtomicU64,
    rejected: AtomicU64,
    faults: AtomicU64,
    postponed: AtomicU64,
    restarts: AtomicU64,
    batched: AtomicU64,
}

impl Default for Counters {
    fn default() -> Self {
        Counters {
            born: Instant::now(),
            since: AtomicU64::new(0),
            state: Mutex::new(""),
            handled: AtomicU64::new(0),
            rejected: AtomicU64::new(0),
            faults: AtomicU64::new(0),
            postponed: AtomicU64::new(0),
            restarts: AtomicU64::new(0),
            batched: AtomicU64::new(0),
        }
    }
}

/// One writer, so a load and a store do what a locked addition would.
#[inline]
fn add_one(counter: &AtomicU64) {
    let value = counter.load(Ordering::Relaxed);
    counter.store(value.wrapping_add(1), Ordering::Relaxed);
}

impl Counters {
    /// When the component was made.
    pub(crate) fn born(&self) -> Instant {
        self.born
    }

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

    /// The state that the component begins in.
    pub(crate) fn begin_in(&self, state: &'static str) {
        *lock(&self.state) = state;
    }

    /// The state has changed. The time comes before the lock: so whoever sees the new state sees that
    /// too.
    #[inline]
    pub(crate) fn moved(&self, state: &'static str) {
        self.since.store(MOVED, Ordering::Relaxed);
        *lock(&self.state) = state;
    }

    /// The task gives way: now the clock is read, if the state was changed. To read it costs as much
    /// as a third of an event, which is why it is not read at each change.
    #[inline]
    pub(crate) fn stamp(&self) {
        if self.since.load(Ordering::Relaxed) == MOVED {
            let now = u64::try_from(self.born.elapsed().as_nanos());
            // What no number holds is five hundred years away.
            let now = now.map_or(MOVED - 1, |now| now.min(MOVED - 1));
            self.since.store(now, Ordering::Relaxed);
        }
    }

    /// When the state was entered, as well as is known.
    fn since(&self) -> Instant {
        match self.since.load(Ordering::Relaxed) {
            MOVED => Instant::now(),
            nanos => self.born + Duration::from_nanos(nanos),
        }
    }

    /// All of it, beside what was read before. The state first.
    pub(crate) fn snapshot(&self, ended: Option<ExitKind>, mailbox: usize) -> Stats {
        let state = *lock(&self.state);
        Stats {
            state,
            since: self.since(),
            ended,
            handled: self.handled.load(Ordering::Relaxed),
            rejected: self.rejected.load(Ordering::Relaxed),
            faults: self.faults.load(Ordering::Relaxed),
            postponed: self.postponed.load(Ordering::Relaxed),
            restarts: self.restarts.load(Ordering::Relaxed),
            mailbox: mailbox as u64 + self.batched.load(Ordering::Relaxed),
        }
    }
}
