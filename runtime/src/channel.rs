//! The three ends that a hand-written component is given: events in, events out, state out.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use tokio::sync::{mpsc, watch};
use tokio::task::coop::consume_budget;

use crate::{SendError, TrySendError};

/// How many events a mailbox holds where nothing else is said.
pub const DEFAULT_MAILBOX: usize = 1024;

/// How many events one wake-up takes out of the mailbox at most.
const BATCH: usize = 64;

/// Makes the channels of a hand-written component.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// use steadfast::ChannelBuilder;
///
/// let (sender, mut receiver, watcher) = ChannelBuilder::<&str, u32>::new().mailbox(8).build(0);
/// let states = watcher.subscribe();
///
/// sender.send("go").await.unwrap();
/// assert_eq!(receiver.recv().await, Some("go"));
///
/// watcher.update(1);
/// assert_eq!(*states.borrow(), 1);
/// # });
/// ```
#[derive(Debug)]
pub struct ChannelBuilder<E, S> {
    mailbox: usize,
    types: std::marker::PhantomData<fn(E, S)>,
}

impl<E, S> ChannelBuilder<E, S> {
    /// A builder with a mailbox of [`DEFAULT_MAILBOX`] events.
    #[must_use]
    pub fn new() -> Self {
        ChannelBuilder {
            mailbox: DEFAULT_MAILBOX,
            types: std::marker::PhantomData,
        }
    }

    /// How many events the mailbox holds before `send` waits; at least one. The loop takes up to 64
    /// of them out at a time, so up to as many more may be under way.
    #[must_use]
    pub fn mailbox(mut self, events: usize) -> Self {
        self.mailbox = events.clamp(1, tokio::sync::Semaphore::MAX_PERMITS);
        self
    }

    /// The sender, the receiver and the watcher, which shows `initial` until the first update.
    #[must_use]
    pub fn build(self, initial: S) -> (EventSender<E>, EventReceiver<E>, StateWatcher<S>) {
        let (sender, receiver) = mpsc::channel(self.mailbox);
        (
            EventSender { sender },
            EventReceiver::new(receiver),
            StateWatcher {
                sender: watch::Sender::new(initial),
                published: AtomicBool::new(false),
                own: 0,
            },
        )
    }
}

impl<E, S> Default for ChannelBuilder<E, S> {
    fn default() -> Self {
        ChannelBuilder::new()
    }
}

/// Sends events to a component. The channel closes when the last one is dropped.
pub struct EventSender<E> {
    pub(crate) sender: mpsc::Sender<E>,
}

impl<E> EventSender<E> {
    /// Sends an event, and waits for room if the mailbox is full.
    ///
    /// # Errors
    ///
    /// When the component has ended; the event is given back.
    ///
    /// # Cancel safety
    ///
    /// Cancelled, the event is not sent, and lost to the caller.
    pub async fn send(&self, event: impl Into<E>) -> Result<(), SendError<E>> {
        // Where there is room there is nothing to wait for, and tokio's own `send` does its waiting
        // at some cost: this is a third of it. Those who wait for room are not overtaken: what is
        // free is theirs first. But whoever only ever finds room must give way too.
        consume_budget().await;
        let event = match self.sender.try_send(event.into()) {
            Ok(()) => return Ok(()),
            Err(mpsc::error::TrySendError::Full(event)) => event,
            Err(mpsc::error::TrySendError::Closed(event)) => return Err(SendError(event)),
        };
        self.sender
            .send(event)
            .await
            .map_err(|mpsc::error::SendError(event)| SendError(event))
    }

    /// Sends an event if there is room for it now.
    ///
    /// # Errors
    ///
    /// Whether the mailbox is full or the component has ended; the event is given back.
    pub fn try_send(&self, event: impl Into<E>) -> Result<(), TrySendError<E>> {
        self.sender
            .try_send(event.into())
            .map_err(|error| match error {
                mpsc::error::TrySendError::Full(event) => TrySendError::Full(event),
                mpsc::error::TrySendError::Closed(event) => TrySendError::Closed(event),
            })
    }

    /// How many events wait in the mailbox.
    pub(crate) fn depth(&self) -> usize {
        self.sender.max_capacity() - self.sender.capacity()
    }
}

impl<E> Clone for EventSender<E> {
    fn clone(&self) -> Self {
        EventSender {
            sender: self.sender.clone(),
        }
    }
}

impl<E> fmt::Debug for EventSender<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventSender")
            .field("depth", &self.depth())
            .finish_non_exhaustive()
    }
}

/// Receives the events that were sent to a component.
pub struct EventReceiver<E> {
    /// None once the mailbox was closed and given to the exit.
    receiver: Option<mpsc::Receiver<E>>,
    /// Events taken out together, the next one last.
    batch: Vec<E>,
}

impl<E> EventReceiver<E> {
    fn new(receiver: mpsc::Receiver<E>) -> Self {
        EventReceiver {
            receiver: Some(receiver),
            batch: Vec::new(),
        }
    }

    /// The next event, or `None` when all senders are gone and everything was received.
    ///
    /// # Cancel safety
    ///
    /// Cancelled, no event is lost.
    pub async fn recv(&mut self) -> Option<E> {
        std::future::poll_fn(|cx| self.poll_recv(cx)).await
    }

    /// The next event if there is one: `Ok(None)` when there is none yet.
    ///
    /// # Errors
    ///
    /// When all senders are gone and everything was received.
    pub fn try_recv(&mut self) -> Result<Option<E>, Closed> {
        if let Some(event) = self.batch.pop() {
            return Ok(Some(event));
        }
        let receiver = self.receiver.as_mut().ok_or(Closed)?;
        // Each event holds its room in the mailbox until it is received, so one with all its room free
        // has none: three loads, where to look for one takes tokio some fifty instructions. A
        // component that works looks before each piece of work, mostly for nothing.
        if receiver.capacity() == receiver.max_capacity() && !receiver.is_closed() {
            return Ok(None);
        }
        match receiver.try_recv() {
            Ok(event) => Ok(Some(event)),
            Err(mpsc::error::TryRecvError::Empty) => Ok(None),
            Err(mpsc::error::TryRecvError::Disconnected) => Err(Closed),
        }
    }

    /// Puts back what was just received: it is the next one again.
    pub(crate) fn put_back(&mut self, event: Option<E>) {
        self.batch.extend(event);
    }

    /// An event that an earlier wake-up took out together with others.
    pub(crate) fn next_in_batch(&mut self) -> Option<E> {
        self.batch.pop()
    }

    /// How many events earlier wake-ups have left at hand.
    pub(crate) fn batched(&self) -> usize {
        self.batch.len()
    }

    /// Takes a batch at one wake-up, which is where the loop gains on one `recv` per event.
    pub(crate) fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<E>> {
        if let Some(event) = self.batch.pop() {
            return Poll::Ready(Some(event));
        }
        let Some(receiver) = &mut self.receiver else {
            return Poll::Ready(None);
        };
        match receiver.poll_recv_many(cx, &mut self.batch, BATCH) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(0) => Poll::Ready(None),
            Poll::Ready(_) => {
                self.batch.reverse();
                Poll::Ready(self.batch.pop())
            }
        }
    }

    /// Closes the mailbox and gives it away with all that it holds.
    ///
    /// It is not emptied here: a sender on another thread may hold a permit and be about to put its
    /// event in, and to wait for that would hang where the sender needs this very thread to go on.
    /// So the exit keeps the mailbox, and whoever asks it for the unhandled events looks then.
    #[must_use]
    pub(crate) fn close(&mut self) -> EventReceiver<E> {
        if let Some(receiver) = &mut self.receiver {
            receiver.close();
        }
        EventReceiver {
            receiver: self.receiver.take(),
            batch: std::mem::take(&mut self.batch),
        }
    }

    /// Takes out all that is there now.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = E> + '_ {
        std::iter::from_fn(|| self.try_recv().ok().flatten())
    }

    pub(crate) fn len(&self) -> usize {
        self.batch.len() + self.receiver.as_ref().map_or(0, mpsc::Receiver::len)
    }
}

impl<E> fmt::Debug for EventReceiver<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReceiver")
            .field("depth", &self.len())
            .finish_non_exhaustive()
    }
}

/// All senders are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("all senders are gone")]
pub struct Closed;

/// Publishes the state of a component to everyone who watches.
pub struct StateWatcher<S> {
    sender: watch::Sender<S>,
    published: AtomicBool,
    /// Receivers that only look, and wait for nothing.
    own: usize,
}

impl<S> StateWatcher<S> {
    /// Publishes a state.
    pub fn update(&self, mut state: S) {
        self.sender.send_if_modified(|kept| {
            std::mem::swap(kept, &mut state);
            // To notify takes tokio some hundred nanoseconds, mostly locks, also where nobody waits:
            // a third of what one event cost. Asked under the lock of the state, so that whoever
            // subscribes later sees this state, and whoever has looked before is counted. The first
            // is always told, so that there is something new for whoever comes later.
            let first = !self.published.load(Ordering::Relaxed);
            if first {
                self.published.store(true, Ordering::Relaxed);
            }
            first || self.sender.receiver_count() > self.own
        });
        // What was replaced is dropped here, outside of the lock.
    }

    /// With one receiver that only looks.
    pub(crate) fn looked_at(self) -> Self {
        StateWatcher {
            own: self.own + 1,
            ..self
        }
    }

    /// A receiver that sees the latest state from now on.
    pub fn subscribe(&self) -> watch::Receiver<S> {
        self.sender.subscribe()
    }

    /// Another end that publishes to the same watchers.
    pub(crate) fn sender(&self) -> watch::Sender<S> {
        self.sender.clone()
    }

    /// The state published last.
    pub fn current(&self) -> S
    where
        S: Clone,
    {
        self.sender.borrow().clone()
    }
}

impl<S> fmt::Debug for StateWatcher<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StateWatcher")
            .field("watchers", &self.sender.receiver_count())
            .finish_non_exhaustive()
    }
}
