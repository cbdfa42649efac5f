//! A component, seen from outside.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot, watch};

use crate::component::Component;
use crate::{AskError, ComponentId, Ended, EventSender, Exit, SendError, Stats, TrySendError};

/// Controls a component: sends it events, stops it, sees its state, waits for its end.
///
/// Handles can be cloned. When the last one is dropped, the component is told that nobody can send
/// any more (the machine's `closed` event); use [`detach`](Handle::detach) to let it live on.
#[must_use = "when the last handle is dropped, the component is told that its channel is closed; \
              `detach` lets it live on"]
pub struct Handle<E, S> {
    component: Arc<Component<E, S>>,
    sender: EventSender<E>,
}

impl<E, S> Handle<E, S> {
    pub(crate) fn new(component: Arc<Component<E, S>>, sender: EventSender<E>) -> Self {
        Handle { component, sender }
    }

    /// The component's name.
    pub fn name(&self) -> &str {
        self.component.name()
    }

    /// The component's identity, unique in this process.
    pub fn id(&self) -> ComponentId {
        self.component.id
    }

    /// Sends an event, and waits for room if the mailbox is full. `Ok` means accepted: the event
    /// will be given to the machine, or handed back in [`Exit::take_unhandled`]. The machine may
    /// still refuse it: then it is gone, logged and counted in [`Stats::rejected`]. A machine that
    /// shuts down and wants to hand back what it did not do says `postpone`, not `reject`.
    ///
    /// # Errors
    ///
    /// When the component has ended; the event is given back.
    ///
    /// # Cancel safety
    ///
    /// Cancelled, the event is not sent, and lost to the caller. Use
    /// [`try_send`](Self::try_send) where that matters.
    // Not an `async fn`, which would move the event from one future into another.
    pub fn send(&self, event: impl Into<E>) -> impl Future<Output = Result<(), SendError<E>>> {
        self.sender.send(event)
    }

    /// Sends an event if there is room for it now.
    ///
    /// # Errors
    ///
    /// Whether the mailbox is full or the component has ended; the event is given back.
    pub fn try_send(&self, event: impl Into<E>) -> Result<(), TrySendError<E>> {
        self.sender.try_send(event)
    }

    /// Sends an event that carries a [`Reply`], and waits for the reply. The deadline covers both
    /// the room in the mailbox and the reply.
    ///
    /// ```
    /// # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
    /// use std::time::Duration;
    /// use steadfast::prelude::*;
    ///
    /// #[derive(Clone, Debug, StateVariant)]
    /// enum Count { Counting, Done(String) }
    /// #[derive(Debug, EventVariant)]
    /// enum Ask { Total(Reply<u32>), Failed(String) }
    /// enum Act { Answer(Reply<u32>) }
    /// struct Total(u32);
    ///
    /// fsm! {
    ///     struct CountMachine;
    ///     trait CountDispatch;
    ///     state: Count; event: Ask; context: Total; action: Act; initial: Counting;
    ///     error: Failed; closed: Failed("nobody asks".into());
    ///
    ///     state Counting {
    ///         on Total(reply) => stay do [Answer(reply)];
    ///         on Failed(why) => Done(why);
    ///     }
    ///     terminal state Done;
    /// }
    ///
    /// #[supervisor(CountMachine)]
    /// struct Counter;
    /// impl CountDispatch for Counter {}
    /// impl Execute<Act> for Total {
    ///     async fn execute(&mut self, Act::Answer(reply): Act) -> Result<(), BoxError> {
    ///         reply.send(self.0);
    ///         Ok(())
    ///     }
    /// }
    ///
    /// let counter = Counter.spawn(Total(7));
    /// assert_eq!(counter.ask(Ask::Total, Duration::from_secs(1)).await, Ok(7));
    /// # });
    /// ```
    ///
    /// # Errors
    ///
    /// [`AskError::Timeout`] past the deadline, [`AskError::Closed`] when the component has ended,
    /// [`AskError::NoReply`] when there will be none: the machine refused the event, or the component
    /// ended before it replied.
    ///
    /// # Panics
    ///
    /// On a runtime whose time driver is not enabled.
    ///
    /// # Cancel safety
    ///
    /// Cancelled before there is room, nothing is sent; afterwards the reply goes nowhere and
    /// disturbs nobody.
    pub async fn ask<T, F, I>(&self, event: F, deadline: Duration) -> Result<T, AskError>
    where
        F: FnOnce(Reply<T>) -> I,
        I: Into<E>,
    {
        let asking = async {
            // As in `EventSender::send`: where there is room there is nothing to wait for.
            let permit = match self.sender.sender.try_reserve() {
                Ok(permit) => permit,
                Err(mpsc::error::TrySendError::Closed(())) => return Err(AskError::Closed),
                Err(mpsc::error::TrySendError::Full(())) => {
                    let permit = self.sender.sender.reserve().await;
                    permit.map_err(|_| AskError::Closed)?
                }
            };
            let (sender, receiver) = oneshot::channel();
            permit.send(event(Reply(sender)).into());
            let mut reply = std::pin::pin!(receiver);
            let mut ended = std::pin::pin!(self.component.ended());
            // A component that ends keeps the event, and the reply in it, for its exit: who asked
            // must not wait for that.
            std::future::poll_fn(|cx| {
                if let Poll::Ready(answer) = reply.as_mut().poll(cx) {
                    return Poll::Ready(answer.map_err(|_| AskError::NoReply));
                }
                if ended.as_mut().poll(cx).is_pending() {
                    return Poll::Pending;
                }
                // It may have come just before the end, or be kept from whoever has used up its budget:
                // `poll` says nothing then, and this is the last look.
                Poll::Ready(reply.try_recv().map_err(|_| AskError::NoReply))
            })
            .await
        };
        match tokio::time::timeout(deadline, asking).await {
            Ok(answer) => answer,
            Err(_) => Err(AskError::Timeout),
        }
    }

    /// Asks the component to stop: its machine gets the `stop:` event, once and before anything in
    /// the mailbox; without one the component ends as completed. Always gets in, also when the
    /// mailbox is full. Only postponed events that are being offered again after a change of state
    /// come before it. Stopping again, or what has ended, does nothing. To see the end, use
    /// [`join`](Self::join).
    ///
    /// A machine that refuses the event in its state, or says `stay`, is not stopped. One that panics
    /// over it gets the error event, and then the `stop:` event again.
    pub fn stop(&self) {
        self.component.control.stop.request();
    }

    /// Ends the component at its next await, without its machine: no user code runs any more but
    /// `Drop`. Aborting again, or what has ended, does nothing.
    pub fn abort(&self) {
        self.component.control.abort.request();
    }

    /// The state published last: on its way in, before its actions are executed.
    pub fn state(&self) -> S
    where
        S: Clone,
    {
        self.component.states.borrow().clone()
    }

    /// A watch of the states: it sees the latest, not every one, never misses the final one, and
    /// closes when the component has ended. A borrowed state keeps the component from publishing the
    /// next: do not hold it.
    pub fn watch(&self) -> watch::Receiver<S> {
        self.component.states.clone()
    }

    /// Waits until the component is in a state that answers to `wanted`, and returns it: at once,
    /// if it is in one. A state that is left again at once may be missed. `wanted` is called while the
    /// state is borrowed from the watch: it must not call this handle's [`state`](Self::state).
    ///
    /// # Errors
    ///
    /// [`Ended`] when the component ended without.
    ///
    /// # Cancel safety
    ///
    /// Cancelled, nothing is lost.
    pub async fn wait_for(&self, wanted: impl FnMut(&S) -> bool) -> Result<S, Ended>
    where
        S: Clone,
    {
        let mut states = self.component.states.clone();
        let found = match states.wait_for(wanted).await {
            Ok(state) => Some(state.clone()),
            Err(_) => None,
        };
        match found {
            Some(state) => Ok(state),
            None => Err(Ended {
                name: self.name().into(),
                kind: self.join().await.kind(),
            }),
        }
    }

    /// What the component is doing, since when, and its counters, read without waking it, and without
    /// waiting for it however busy it is. It costs a fifth of what an event does, and allocates
    /// nothing.
    ///
    /// ```
    /// # tokio::runtime::Builder::new_multi_thread().build().unwrap().block_on(async {
    /// use steadfast::prelude::*;
    ///
    /// #[derive(Clone, Debug, StateVariant)]
    /// enum Door { Shut, Open, Broken(String) }
    /// #[derive(Debug, EventVariant)]
    /// enum Order { Open, Shut, Error(String) }
    ///
    /// fsm! {
    ///     struct DoorMachine;
    ///     trait DoorDispatch;
    ///     state: Door; event: Order; context: (); initial: Shut; error: Error; closed: ignore;
    ///
    ///     state Shut { on Open => Open; }
    ///     state Open { on Shut => Shut; }
    ///     any {
    ///         on Open | Shut => reject;
    ///         on Error(why) => Broken(why);
    ///     }
    ///     failure state Broken;
    /// }
    ///
    /// #[supervisor(DoorMachine)]
    /// struct Porter;
    /// impl DoorDispatch for Porter {}
    ///
    /// let porter = Porter.spawn(());
    /// porter.send(Order::Shut).await?; // It is shut: rejected.
    /// porter.send(Order::Open).await?;
    /// // Events are taken in their order: once it is open, the one before has been counted too.
    /// porter.wait_for(|door| matches!(door, Door::Open)).await?;
    ///
    /// let stats = porter.stats();
    /// assert_eq!((stats.state, stats.handled, stats.rejected), ("Open", 1, 1));
    /// assert_eq!(stats.ended, None);
    /// println!("open for {:?}", stats.since.elapsed());
    /// # Ok::<(), BoxError>(()) }).unwrap();
    /// ```
    pub fn stats(&self) -> Stats {
        self.component.stats(self.sender.depth())
    }

    /// Waits for the component's end. Any number may wait, before and after it; all get the same
    /// exit.
    ///
    /// # Cancel safety
    ///
    /// Cancelled, nothing is lost.
    pub async fn join(&self) -> Arc<Exit<S, E>> {
        self.component.ended().await
    }

    /// Whether the component has not ended yet.
    pub fn is_running(&self) -> bool {
        !self.component.has_ended()
    }

    /// Lets the component live on when all handles are gone: its mailbox stays open, and a
    /// [`WeakHandle`] still reaches it.
    pub fn detach(self) {
        self.component.detach(self.sender);
    }

    /// A handle that does not keep the channel open: what a component gives to its own parts.
    pub fn downgrade(&self) -> WeakHandle<E, S> {
        WeakHandle {
            component: Arc::clone(&self.component),
            sender: self.sender.sender.downgrade(),
        }
    }
}

impl<E, S> Clone for Handle<E, S> {
    fn clone(&self) -> Self {
        Handle {
            component: Arc::clone(&self.component),
            sender: self.sender.clone(),
        }
    }
}

impl<E, S> fmt::Debug for Handle<E, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("name", &self.name())
            .field("id", &self.id().as_u64())
            .field("running", &self.is_running())
            .finish_non_exhaustive()
    }
}

/// A handle that does not count as a controller.
///
/// A component that has one of itself must not wait for itself: an action that joins its own
/// component, asks it, or sends to it while its mailbox is full waits for what only comes behind that
/// action, and only [`abort`](Self::abort) ends it. Use `try_send` there.
pub struct WeakHandle<E, S> {
    component: Arc<Component<E, S>>,
    sender: mpsc::WeakSender<E>,
}

impl<E, S> WeakHandle<E, S> {
    /// The handle, as long as there is another one or the component is detached.
    pub fn upgrade(&self) -> Option<Handle<E, S>> {
        let sender = self.sender.upgrade()?;
        Some(Handle {
            component: Arc::clone(&self.component),
            sender: EventSender { sender },
        })
    }

    /// The component's name; empty inside the closure of `spawn_with`, which makes what has it.
    pub fn name(&self) -> &str {
        self.component.name()
    }

    /// The component's identity, unique in this process.
    pub fn id(&self) -> ComponentId {
        self.component.id
    }

    /// Asks the component to stop: see [`Handle::stop`].
    pub fn stop(&self) {
        self.component.control.stop.request();
    }

    /// Ends the component without its machine: see [`Handle::abort`].
    pub fn abort(&self) {
        self.component.control.abort.request();
    }

    /// What the component is doing, and its counters: see [`Handle::stats`]. To look with this keeps
    /// nobody from being told that all senders are gone.
    pub fn stats(&self) -> Stats {
        // Held for one look. If the last handle goes meanwhile, the word of it comes after that.
        let sender = self.sender.upgrade().map(|sender| EventSender { sender });
        let mailbox = sender.map_or(0, |sender| sender.depth());
        self.component.stats(mailbox)
    }

    /// Waits for the component's end: see [`Handle::join`]. To wait with this keeps nobody from
    /// being told that all senders are gone.
    ///
    /// # Cancel safety
    ///
    /// Cancelled, nothing is lost.
    pub async fn join(&self) -> Arc<Exit<S, E>> {
        self.component.ended().await
    }

    /// Whether the component has not ended yet.
    pub fn is_running(&self) -> bool {
        !self.component.has_ended()
    }
}

impl<E, S> Clone for WeakHandle<E, S> {
    fn clone(&self) -> Self {
        WeakHandle {
            component: Arc::clone(&self.component),
            sender: self.sender.clone(),
        }
    }
}

impl<E, S> fmt::Debug for WeakHandle<E, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WeakHandle")
            .field("id", &self.id().as_u64())
            .finish_non_exhaustive()
    }
}

/// The way back to whoever asked: see [`Handle::ask`]. Dropping it tells them that there is no
/// reply.
pub struct Reply<T>(oneshot::Sender<T>);

impl<T> Reply<T> {
    /// Sends the reply. Returns whether the one who asked was still waiting; it is no error if not.
    pub fn send(self, value: T) -> bool {
        self.0.send(value).is_ok()
    }
}

impl<T> fmt::Debug for Reply<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reply(..)")
    }
}
