//! One wait of the loop: stop, clocks, tasks, the mailbox by policy, the work, always in this
//! order.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use super::catch;
use super::signals::Signals;
use super::wake::Wake;
use crate::{EventReceiver, ExternalEventMode, Next};

/// After so many external events in a row the work has its turn.
pub(crate) const STREAK: u32 = 64;

/// The mailbox, as one wait sees it.
pub(crate) struct Inbox<'a, S, E> {
    /// Where events come from.
    pub(crate) receiver: &'a mut EventReceiver<E>,
    /// External events in a row.
    pub(crate) streak: &'a mut u32,
    /// The state that listens.
    pub(crate) state: &'a S,
    /// The state that was told that all senders are gone.
    pub(crate) told: &'a mut Option<&'static str>,
    /// What a state makes of that, unless it was told.
    pub(crate) closed: fn(&S, &mut Option<&'static str>) -> Option<Wake<E>>,
    /// Whether the state is not to be told yet: after faults it rests first.
    pub(crate) resting: bool,
}

/// What a look into the mailbox found.
enum Look<E> {
    Wake(Wake<E>),
    Nothing,
    /// Nothing, and nothing can come.
    Closed,
}

impl<E> Look<E> {
    fn into_wake(self) -> Option<Wake<E>> {
        match self {
            Look::Wake(wake) => Some(wake),
            Look::Nothing | Look::Closed => None,
        }
    }
}

impl<S, E> Inbox<'_, S, E> {
    /// Whether so many external events came in a row that the work has its turn.
    fn is_starving(&self) -> bool {
        *self.streak >= STREAK
    }

    fn found(&mut self, event: Option<E>, signals: &Signals<E>) -> Look<E> {
        // Asked for after the round looked for a stop, but before what was found here: whoever
        // stops a component and then sends, or lets go of it, stops it first.
        if signals.is_stopping() {
            self.receiver.put_back(event);
            return Look::Wake(Wake::Stop);
        }
        match event {
            Some(event) => {
                *self.streak = self.streak.saturating_add(1);
                Look::Wake(Wake::External(event))
            }
            None if self.resting => Look::Closed,
            None => (self.closed)(self.state, self.told).map_or(Look::Closed, Look::Wake),
        }
    }

    /// Looks without waiting: no waker is set, so nothing disturbs the work that follows.
    fn glance(&mut self, signals: &Signals<E>) -> Look<E> {
        match self.receiver.try_recv() {
            Ok(None) => Look::Nothing,
            Ok(event) => self.found(event, signals),
            Err(_) => self.found(None, signals),
        }
    }

    fn wait(&mut self, cx: &mut Context<'_>, signals: &Signals<E>) -> Look<E> {
        match self.receiver.poll_recv(cx) {
            Poll::Pending => Look::Nothing,
            Poll::Ready(event) => self.found(event, signals),
        }
    }
}

/// Waits for the first of all that can happen in a state with this policy.
///
/// Cancel-safe but for the dispatch: dropping the wait drops a dispatch under way.
pub(crate) async fn round<S, E, F, W>(
    mode: ExternalEventMode,
    mut inbox: Option<&mut Inbox<'_, S, E>>,
    signals: &mut Signals<E>,
    dispatch: F,
) -> Wake<E>
where
    F: FnOnce() -> W,
    W: Future<Output = Next<E>>,
{
    use ExternalEventMode::{Block, Ignore, Race};

    if mode == Block || signals.is_idling() {
        return poll_fn(|cx| poll_rest(mode, inbox.as_deref_mut(), signals, cx)).await;
    }
    if let Some(wake) = poll_fn(|cx| Poll::Ready(signals.ready(cx))).await {
        return wake;
    }
    if let Some(inbox) = &mut inbox
        && mode != Ignore
        && !inbox.is_starving()
        && let Look::Wake(wake) = inbox.glance(signals)
    {
        return wake;
    }
    if mode == Race {
        let work = pin!(Some(dispatch()));
        return race(inbox, signals, work).await;
    }
    if let Some(inbox) = inbox {
        *inbox.streak = 0;
    }
    let mut work = pin!(dispatch());
    let mut tasks_had_their_turn = true;
    let next = poll_fn(|cx| {
        // Only the work goes on, and the tasks; what comes from elsewhere waits for its end.
        if !std::mem::take(&mut tasks_had_their_turn) {
            signals.poll_tasks(cx);
        }
        work.as_mut().poll(cx)
    });
    Wake::Dispatched(next.await)
}

/// Waits where there is no work, or where it is not to begin yet. A function and not a future: this is
/// what every component that waits for events comes through, and goes out of with each.
#[inline]
pub(crate) fn poll_rest<S, E>(
    mode: ExternalEventMode,
    mut inbox: Option<&mut Inbox<'_, S, E>>,
    signals: &mut Signals<E>,
    cx: &mut Context<'_>,
) -> Poll<Wake<E>> {
    use ExternalEventMode::{Block, Ignore};

    let idling = signals.is_idling();
    loop {
        if let Some(wake) = signals.ready(cx) {
            return Poll::Ready(wake);
        }
        if idling && inbox.as_ref().is_some_and(|inbox| inbox.is_starving()) && signals.idle_over()
        {
            return Poll::Ready(Wake::IdleOver);
        }
        let look = match &mut inbox {
            None => Look::Closed,
            Some(_) if mode == Ignore => Look::Nothing,
            Some(inbox) => {
                let streak = *inbox.streak;
                let look = inbox.wait(cx, signals);
                // There is no work in a state that blocks, to have its turn there. That of the
                // states around it waits as before, so that coming through does not begin a new
                // row.
                if mode == Block && !idling {
                    *inbox.streak = streak;
                }
                look
            }
        };
        let closed = matches!(look, Look::Closed);
        if let Look::Wake(wake) = look {
            return Poll::Ready(wake);
        }
        if signals.idle_over() {
            return Poll::Ready(Wake::IdleOver);
        }
        if closed && !idling && !signals.can_wake() {
            return Poll::Ready(Wake::Stuck);
        }
        if signals.register(cx).is_pending() {
            return Poll::Pending;
        }
    }
}

/// Works and listens at once. Work that is done at its first poll, the most common, sets no wakers.
/// The caller pins it: see [`catch::future`].
pub(crate) async fn race<S, E, W>(
    mut inbox: Option<&mut Inbox<'_, S, E>>,
    signals: &mut Signals<E>,
    mut work: Pin<&mut Option<W>>,
) -> Wake<E>
where
    W: Future<Output = Next<E>>,
{
    let mut has_looked = true;
    let wake = poll_fn(|cx| {
        loop {
            if !std::mem::take(&mut has_looked) {
                let wake = signals.ready(cx).or_else(|| {
                    let inbox = inbox.as_mut().filter(|inbox| !inbox.is_starving())?;
                    inbox.glance(signals).into_wake()
                });
                if let Some(wake) = wake {
                    signals.restarted();
                    return Poll::Ready(wake);
                }
            }
            let mut starved = false;
            if let Some(inbox) = &mut inbox
                && inbox.is_starving()
            {
                starved = true;
                *inbox.streak = 0;
            }
            let Some(working) = work.as_mut().as_pin_mut() else {
                // It is taken out below, after this.
                return Poll::Pending;
            };
            if let Poll::Ready(next) = working.poll(cx) {
                if let Some(inbox) = &mut inbox {
                    *inbox.streak = 0;
                }
                return Poll::Ready(Wake::Dispatched(next));
            }
            // The work had its turn before the mailbox; now the mailbox has its own.
            if starved {
                continue;
            }
            let look = inbox.as_mut().map(|inbox| inbox.wait(cx, signals));
            if let Some(wake) = look.and_then(Look::into_wake) {
                signals.restarted();
                return Poll::Ready(wake);
            }
            if signals.register(cx).is_pending() {
                return Poll::Pending;
            }
        }
    })
    .await;
    // Dropped here, where a panic in it takes nothing along: not the event that it gives way to.
    if let Err(panic) = catch::call(|| work.set(None)) {
        signals.keep_panic(panic);
    }
    wake
}
