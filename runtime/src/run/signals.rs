//! What can wake a component besides its mailbox and its work: stop, clocks, tasks, the end of an
//! idle time.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep};

use super::catch;
use super::wake::Wake;
use crate::BoxFuture;
use crate::component::Control;

/// After so many clocks and tasks in a row, the mailbox and the work have their turn: an `every` whose
/// actions take longer than its period, or a task that is done at once and begun anew, would keep
/// them waiting for ever.
const STREAK: u32 = 16;

/// A task of a state or superstate.
struct Task<E> {
    node: u16,
    future: BoxFuture<'static, E>,
}

/// Everything of the loop that a wait listens to. Public only because the hidden methods of the
/// supervisor traits speak of it.
pub struct Signals<E> {
    control: Option<Arc<Control>>,
    stop_taken: bool,
    /// Whether the machine broke off over the stop, and is to be given it once more.
    stop_again: bool,
    /// When the machine's time line began.
    begin: Instant,
    /// When the next clock expires, on that line.
    due: Option<Duration>,
    idle_until: Option<Instant>,
    /// Whether it idles because of faults: then nothing begins anew that may have caused them.
    backing_off: bool,
    /// One timer for clocks and idling, made when first needed and then set anew.
    sleep: Option<Pin<Box<Sleep>>>,
    tasks: Vec<Task<E>>,
    /// Tasks that ended and whose events are still to be given, in the order of their end.
    finished: VecDeque<(u16, Result<E, Arc<str>>)>,
    /// Clocks and tasks in a row, with nothing else in between.
    streak: u32,
    /// Panics of what was left, in a task or in a drop, until they are raised.
    panicked: VecDeque<Arc<str>>,
}

impl<E> std::fmt::Debug for Signals<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signals")
            .field("due", &self.due)
            .field("tasks", &self.tasks.len())
            .finish_non_exhaustive()
    }
}

impl<E> Signals<E> {
    pub(crate) fn new(control: Option<Arc<Control>>) -> Self {
        let begin = match &control {
            // The clock was read just before.
            Some(control) => control.counters.born(),
            None => Instant::now(),
        };
        Signals {
            control,
            stop_taken: false,
            stop_again: false,
            begin,
            due: None,
            idle_until: None,
            backing_off: false,
            sleep: None,
            tasks: Vec::new(),
            finished: VecDeque::new(),
            streak: 0,
            panicked: VecDeque::new(),
        }
    }

    /// For a dispatch outside the loop: nothing to listen to.
    pub(crate) fn none() -> Self {
        Signals::new(None)
    }

    /// The time line of the machine's clocks.
    pub(crate) fn time(&self) -> impl Fn() -> Duration + Send + use<E> {
        let begin = self.begin;
        move || begin.elapsed()
    }

    /// Now, on that line.
    pub(crate) fn elapsed(&self) -> Duration {
        self.begin.elapsed()
    }

    #[inline]
    pub(crate) fn set_due(&mut self, due: Option<Duration>) {
        self.due = due;
    }

    pub(crate) fn idle_for(&mut self, time: Duration) {
        self.idle_until = Instant::now().checked_add(time);
        // A time beyond what a clock can hold is as good as thirty years.
        if self.idle_until.is_none() {
            self.idle_until = Instant::now().checked_add(Duration::from_secs(30 * 365 * 24 * 3600));
        }
    }

    /// Idles after faults in a row.
    pub(crate) fn back_off_for(&mut self, time: Duration) {
        self.idle_for(time);
        self.backing_off = true;
    }

    #[inline]
    pub(crate) fn is_backing_off(&self) -> bool {
        self.backing_off
    }

    #[inline]
    pub(crate) fn end_idle(&mut self) {
        self.idle_until = None;
        self.backing_off = false;
    }

    #[inline]
    pub(super) fn is_idling(&self) -> bool {
        self.idle_until.is_some()
    }

    pub(crate) fn stop_was_taken(&mut self) {
        self.stop_taken = true;
    }

    /// A panic must not use up what the owner asked for: the stop comes again, after the wait of
    /// faults in a row if there is one.
    pub(crate) fn stop_again(&mut self) {
        self.stop_again = true;
    }

    /// Lets a stop that is to come again come now.
    #[inline]
    pub(crate) fn renew_stop(&mut self) {
        if std::mem::take(&mut self.stop_again) {
            self.stop_taken = false;
        }
    }

    pub(crate) fn start_task(&mut self, node: u16, future: BoxFuture<'static, E>) {
        self.tasks.push(Task { node, future });
    }

    /// Drops the tasks of what was left, finished or not. Their events go with them; that one
    /// panicked is still to be told.
    pub(crate) fn drop_tasks(&mut self, left: impl Fn(u16) -> bool) {
        for (node, result) in std::mem::take(&mut self.finished) {
            match result {
                result if !left(node) => self.finished.push_back((node, result)),
                Ok(event) => self.drop_contained(event),
                Err(panic) => self.keep_panic(panic),
            }
        }
        let mut at = 0;
        while let Some(task) = self.tasks.get(at) {
            if left(task.node) {
                let task = self.tasks.remove(at);
                self.drop_contained(task);
            } else {
                at += 1;
            }
        }
    }

    fn drop_contained<T>(&mut self, dropped: T) {
        if let Err(panic) = catch::call(|| drop(dropped)) {
            self.keep_panic(panic);
        }
    }

    /// Keeps a panic to be raised in the next round.
    pub(crate) fn keep_panic(&mut self, panic: Arc<str>) {
        self.panicked.push_back(panic);
    }

    /// A panic that no round is left to raise.
    pub(crate) fn take_panic(&mut self) -> Option<Arc<str>> {
        self.panicked.pop_front().or_else(|| {
            let panics = self.finished.iter().position(|(_, result)| result.is_err());
            self.finished.remove(panics?)?.1.err()
        })
    }

    pub(super) fn restarted(&self) {
        if let Some(control) = &self.control {
            control.counters.restarted();
        }
    }

    /// Whether anything here can ever wake the component. `stop` cannot where nobody has a handle.
    pub(super) fn can_wake(&self) -> bool {
        self.due.is_some() || !self.tasks.is_empty() || !self.finished.is_empty()
    }

    /// Whether a stop was asked for that the loop has not acted on.
    #[inline]
    pub(crate) fn is_stopping(&self) -> bool {
        let stop = self.control.as_ref().map(|control| &control.stop);
        !self.stop_taken && stop.is_some_and(|stop| stop.is_requested())
    }

    /// Whether there is what comes before all that waits for something: a panic to raise, a stop.
    #[inline]
    pub(crate) fn are_urgent(&self) -> bool {
        !self.panicked.is_empty() || self.is_stopping()
    }

    /// Whether nothing here comes before an external event.
    #[inline]
    pub(crate) fn are_quiet(&mut self) -> bool {
        let quiet = self.tasks.is_empty()
            && self.finished.is_empty()
            && !self.are_urgent()
            && self.due.is_none_or(|due| self.begin.elapsed() < due);
        if quiet {
            self.streak = 0;
        }
        quiet
    }

    /// What is ready now, in order: what went wrong on the way here, stop, an expired clock, a task.
    /// After a long row of clocks and tasks they are passed over once. Wakers are set for tasks alone;
    /// see [`register`](Self::register).
    #[inline]
    pub(crate) fn ready(&mut self, cx: &mut Context<'_>) -> Option<Wake<E>> {
        // Most components have neither clocks nor tasks.
        if !self.can_wake() && !self.are_urgent() {
            self.streak = 0;
            return None;
        }
        self.next_ready(cx)
    }

    fn next_ready(&mut self, cx: &mut Context<'_>) -> Option<Wake<E>> {
        if let Some(panic) = self.panicked.pop_front() {
            return Some(Wake::Panic(panic));
        }
        if self.is_stopping() {
            return Some(Wake::Stop);
        }
        if self.streak >= STREAK {
            self.streak = 0;
            self.poll_tasks(cx);
            return None;
        }
        let wake = self.clock_or_task(cx);
        self.streak = wake.as_ref().map_or(0, |_| self.streak + 1);
        wake
    }

    fn clock_or_task(&mut self, cx: &mut Context<'_>) -> Option<Wake<E>> {
        if self.due.is_some_and(|due| self.begin.elapsed() >= due) {
            return Some(Wake::Clock);
        }
        self.poll_tasks(cx);
        let (_, result) = self.finished.pop_front()?;
        Some(match result {
            Ok(event) => Wake::Own(event),
            Err(panic) => Wake::Panic(panic),
        })
    }

    /// Lets the tasks go on; what they end with is kept until someone asks.
    pub(super) fn poll_tasks(&mut self, cx: &mut Context<'_>) {
        let mut index = 0;
        while let Some(task) = self.tasks.get_mut(index) {
            let future = &mut task.future;
            let poll = match catch::call(|| future.as_mut().poll(cx)) {
                Ok(Poll::Pending) => {
                    index += 1;
                    continue;
                }
                Ok(Poll::Ready(event)) => Ok(event),
                Err(panic) => Err(panic),
            };
            let task = self.tasks.remove(index);
            self.finished.push_back((task.node, poll));
            self.drop_contained(task);
        }
    }

    /// Whether the idle time is over.
    pub(super) fn idle_over(&self) -> bool {
        self.idle_until.is_some_and(|until| Instant::now() >= until)
    }

    /// Sets the wakers for stop, clocks and idling, before a wait goes to sleep. `Ready` means
    /// that something came in the meantime, or was passed over.
    pub(crate) fn register(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if !self.finished.is_empty() || !self.panicked.is_empty() {
            return Poll::Ready(());
        }
        if let Some(control) = &self.control
            && !self.stop_taken
            && control.stop.poll(cx).is_ready()
        {
            return Poll::Ready(());
        }
        let due = self.due.and_then(|due| self.begin.checked_add(due));
        let Some(deadline) = due.into_iter().chain(self.idle_until).min() else {
            return Poll::Pending;
        };
        let sleep = self
            .sleep
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        if sleep.deadline() != deadline || sleep.is_elapsed() {
            sleep.as_mut().reset(deadline);
        }
        sleep.as_mut().poll(cx)
    }
}
