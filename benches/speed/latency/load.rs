//! What keeps a component busy, the same for all, and who stops it.

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::task::yield_now;

use super::{MAILBOX, SENDERS, STEP, STEPS};
use crate::contest::Failure;
use crate::threads::Threads;
use crate::waits::WaitRunner;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    Block,
    Poll,
    Race,
}

/// What a component has done and is still to do: by this whoever stops it knows that it is at work.
#[derive(Debug)]
pub(super) struct Pulse {
    sent: AtomicU64,
    done: AtomicU64,
    room: Semaphore,
}

impl Pulse {
    fn new() -> Self {
        Pulse {
            sent: AtomicU64::new(0),
            done: AtomicU64::new(0),
            room: Semaphore::new(MAILBOX),
        }
    }

    /// Does what takes the time: an event, or a step of the work.
    pub(super) fn step(&self) {
        let begin = Instant::now();
        while begin.elapsed() < STEP {
            std::hint::spin_loop();
        }
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// A piece of work.
    pub(super) async fn piece(&self) {
        for _ in 0..STEPS {
            self.step();
            yield_now().await;
        }
    }

    fn waiting(&self) -> u64 {
        let done = self.done.load(Ordering::Relaxed);
        self.sent.load(Ordering::Relaxed).saturating_sub(done)
    }

    /// Waits for room, where the mailbox itself has no bound or no way to wait.
    pub(super) async fn take_room(&self) -> Result<(), Failure> {
        // Tokio's budget counts each `acquire`, and a sender whose turn ends there before the mailbox is full never fills
        // that of actix, which is emptied whenever it is looked at.
        match self.room.try_acquire() {
            Ok(room) => room.forget(),
            Err(_) => self.room.acquire().await?.forget(),
        }
        Ok(())
    }

    pub(super) fn give_room(&self) {
        self.room.add_permits(1);
    }

    fn is_busy(&self, work: Work, phase: u64) -> bool {
        self.done.load(Ordering::Relaxed) >= STEPS + phase
            && (work != Work::Block || self.waiting() >= MAILBOX as u64 * 3 / 4)
    }
}

/// A component that is at work.
pub(super) trait Busy: Send + 'static {
    type Sender: Sender;

    fn sender(&self) -> Self::Sender;

    /// Stops it, and waits until it is over.
    fn stop(self) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// Somebody who sends it events.
pub(super) trait Sender: Send + Sync + 'static {
    /// Waits for room; an error when it is over.
    fn send(&self) -> impl Future<Output = Result<(), Failure>> + Send;
}

pub(super) fn runner<T, O>(
    work: Work,
    threads: Threads,
    start: fn(Work, Arc<Pulse>) -> O,
) -> WaitRunner
where
    T: Busy,
    O: Future<Output = Result<T, Failure>> + Send + 'static,
{
    Box::new(move |samples| {
        let runtime = threads.runtime()?;
        runtime.block_on(stop_all(work, samples, start))
    })
}

/// Starts so many, one after the other, and stops each. Who stops them is a task like the others.
pub(super) async fn stop_all<T, O>(
    work: Work,
    samples: u64,
    start: impl Fn(Work, Arc<Pulse>) -> O + Send + 'static,
) -> Result<Vec<Duration>, Failure>
where
    T: Busy,
    O: Future<Output = Result<T, Failure>> + Send,
{
    let task = tokio::spawn(async move {
        let mut waits = Vec::with_capacity(samples as usize);
        for sample in 0..samples {
            let pulse = Arc::new(Pulse::new());
            let busy = start(work, Arc::clone(&pulse)).await?;
            waits.push(stop_one(work, busy, pulse, sample).await?);
        }
        Ok(waits)
    });
    task.await?
}

async fn stop_one<T: Busy>(
    work: Work,
    busy: T,
    pulse: Arc<Pulse>,
    sample: u64,
) -> Result<Duration, Failure> {
    let senders = if work == Work::Block { SENDERS } else { 0 };
    let senders: Vec<_> = (0..senders)
        .map(|_| {
            let (sender, pulse) = (busy.sender(), Arc::clone(&pulse));
            tokio::spawn(async move {
                while sender.send().await.is_ok() {
                    pulse.sent.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    // Not always at the same step of a piece.
    let phase = sample % STEPS;
    while !pulse.is_busy(work, phase) {
        pass().await;
    }
    let begin = Instant::now();
    busy.stop().await?;
    let wait = begin.elapsed();
    pulse.room.close();
    for sender in senders {
        sender.await?;
    }
    Ok(wait)
}

/// To the end of the queue. tokio's own `yield_now` comes back after everybody has had a turn, and one who always does would
/// never see the mailbox of an actix actor on the same thread before it is emptied.
async fn pass() {
    let mut has_passed = false;
    poll_fn(|cx| {
        if has_passed {
            return Poll::Ready(());
        }
        has_passed = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
