//! One wait of the loop: stop, clocks, tasks, the mailbox by policy, the work, always in this
//! order.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll};

use super::catch;
use super::signals::Signals;
use super::wake::Wake;
use crate::{EventReceiver, ExternalEventMode, Next};

/// After so many external events in a row the work has its turn.
const STREAK: u32 = 64;

/// The mailbox, as one wait sees it.
pub(crate) struct Inbox<'a, E> {
    /// Where events come from.
    pub(crate) receiver: &'a mut EventReceiver<E>,
    /// External events in a row.
    pub(crate) streak: &'a mut u32,
    /// What the state makes of a closed channel.
    pub(crate) closed: &'a mut (dyn FnMut() -> Option<Wake<E>> + Send),
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

impl<E> Inbox<'_, E> {
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
            None => (self.closed)().map_or(Look::Closed, Look::Wake),
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
pub(crate) async fn round<E, F, W>(
    mode: ExternalEventMode,
    mut inbox: Option<Inbox<'_, E>>,
    signals: &mut Signals<E>,
    dispatch: F,
) -> Wake<E>
where
    F: FnOnce() -> W,
    W: Future<Output = Next<E>>,
{
    use ExternalEventMode::{Block, Ignore, Poll as Glance, Race};

    let mut dispatch = Some(dispatch);
    let mut work = pin!(None);
    let idling = signals.is_idling();
    let wake = std::future::poll_fn(|cx| {
        loop {
            let working = work.is_some();
            if working && mode != Race {
                // Only the work goes on; what comes from elsewhere waits for its end.
                signals.poll_tasks(cx);
            } else {
                if let Some(wake) = signals.ready(cx) {
                    if working {
                        signals.restarted();
                    }
                    return Poll::Ready(wake);
                }
                let starved = inbox.as_ref().is_some_and(|inbox| *inbox.streak >= STREAK);
                if idling && starved && signals.idle_over() {
                    return Poll::Ready(Wake::IdleOver);
                }
                let look = match (&mut inbox, mode) {
                    (None, _) => Look::Closed,
                    (Some(_), Ignore) => Look::Nothing,
                    (Some(inbox), Block) => {
                        let streak = *inbox.streak;
                        let look = inbox.wait(cx, signals);
                        // There is no work to have its turn here. That of the states around it
                        // waits as before, so that coming through here does not begin a new row.
                        if !idling {
                            *inbox.streak = streak;
                        }
                        look
                    }
                    (Some(inbox), Glance | Race) if idling => inbox.wait(cx, signals),
                    (Some(_), Glance | Race) if starved => Look::Nothing,
                    (Some(inbox), Glance) => inbox.glance(signals),
                    (Some(inbox), Race) => match inbox.glance(signals) {
                        Look::Nothing => inbox.wait(cx, signals),
                        look => look,
                    },
                };
                let closed = matches!(look, Look::Closed);
                if let Look::Wake(wake) = look {
                    if working {
                        signals.restarted();
                    }
                    return Poll::Ready(wake);
                }
                if idling || mode == Block {
                    if signals.idle_over() {
                        return Poll::Ready(Wake::IdleOver);
                    }
                    if closed && !idling && !signals.can_wake() {
                        return Poll::Ready(Wake::Stuck);
                    }
                    match signals.register(cx) {
                        Poll::Ready(()) => continue,
                        Poll::Pending => return Poll::Pending,
                    }
                }
            }
            if let Some(dispatch) = dispatch.take() {
                work.set(Some(dispatch()));
            }
            let Some(work) = work.as_mut().as_pin_mut() else {
                // The work was set two lines above, in this or an earlier poll.
                return Poll::Pending;
            };
            let starved = inbox.as_mut().is_some_and(|inbox| {
                let starved = *inbox.streak >= STREAK;
                *inbox.streak = if mode == Race && !starved {
                    *inbox.streak
                } else {
                    0
                };
                starved
            });
            match work.poll(cx) {
                Poll::Ready(next) => {
                    if let Some(inbox) = &mut inbox {
                        *inbox.streak = 0;
                    }
                    return Poll::Ready(Wake::Dispatched(next));
                }
                Poll::Pending if mode != Race => return Poll::Pending,
                // The work had its turn before the mailbox; now the mailbox has its own.
                Poll::Pending if starved => continue,
                Poll::Pending => match signals.register(cx) {
                    Poll::Ready(()) => continue,
                    Poll::Pending => return Poll::Pending,
                },
            }
        }
    })
    .await;
    // Dropped here, where a panic in it takes nothing along: not the event that it gives way to.
    if work.is_some()
        && let Err(panic) = catch::call(|| work.set(None))
    {
        signals.keep_panic(panic);
    }
    wake
}
