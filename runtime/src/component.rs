//! The slot that a handle names: what outlives one run of the loop and is seen from outside it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tokio::sync::{Notify, watch};
use tokio::task::AbortHandle;

use crate::stats::Counters;
use crate::stop::StopFlag;
use crate::{ComponentId, EventSender, Exit};

/// The part of a slot that does not depend on the component's types.
#[derive(Debug, Default)]
pub(crate) struct Control {
    pub(crate) stop: StopFlag,
    /// Set before the task is aborted, which takes effect at its next await only: the loop looks
    /// here before it runs any user code.
    aborted: AtomicBool,
    pub(crate) counters: Counters,
}

impl Control {
    pub(crate) fn is_aborted(&self) -> bool {
        self.aborted.load(Ordering::SeqCst)
    }

    /// After `abort` no user code runs any more: here the task waits to be dropped.
    pub(crate) async fn stand_still_if_aborted(&self) {
        if self.is_aborted() {
            std::future::pending::<()>().await;
        }
    }
}

/// One slot.
pub(crate) struct Component<E, S> {
    pub(crate) id: ComponentId,
    pub(crate) control: Arc<Control>,
    pub(crate) states: watch::Receiver<S>,
    name: OnceLock<Box<str>>,
    exit: OnceLock<Arc<Exit<S, E>>>,
    ended: Notify,
    abort: OnceLock<AbortHandle>,
    /// A sender that keeps the mailbox of a detached component open.
    detached: Mutex<Option<EventSender<E>>>,
}

impl<E, S> Component<E, S> {
    pub(crate) fn new(states: watch::Receiver<S>) -> Self {
        Component {
            id: ComponentId::next(),
            control: Arc::default(),
            states,
            name: OnceLock::new(),
            exit: OnceLock::new(),
            ended: Notify::new(),
            abort: OnceLock::new(),
            detached: Mutex::new(None),
        }
    }

    pub(crate) fn name(&self) -> &str {
        self.name.get().map_or("", |name| name)
    }

    pub(crate) fn set_name(&self, name: &str) {
        // A slot is built once; a second name would be ignored.
        let _ = self.name.set(name.into());
    }

    pub(crate) fn set_task(&self, task: AbortHandle) {
        let _ = self.abort.set(task);
        if self.control.is_aborted() {
            self.abort();
        }
    }

    pub(crate) fn abort(&self) {
        // Requested first: an abort from within `spawn_with` finds no task yet.
        self.control.aborted.store(true, Ordering::SeqCst);
        if let Some(task) = self.abort.get() {
            task.abort();
        }
    }

    pub(crate) fn detach(&self, sender: EventSender<E>) {
        let mut detached = self.detached.lock().unwrap_or_else(PoisonError::into_inner);
        // An ended component keeps nothing.
        if self.exit.get().is_none() {
            *detached = Some(sender);
        }
    }

    pub(crate) fn exit(&self) -> Option<&Arc<Exit<S, E>>> {
        self.exit.get()
    }

    /// Publishes the exit: once, and everyone who waits sees the same.
    pub(crate) fn publish(&self, exit: Exit<S, E>) {
        let _ = self.exit.set(Arc::new(exit));
        let sender = self
            .detached
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        drop(sender);
        self.ended.notify_waiters();
    }

    pub(crate) async fn ended(&self) -> Arc<Exit<S, E>> {
        loop {
            let mut notified = std::pin::pin!(self.ended.notified());
            // Enabled before the look, so that an exit published in between is not missed.
            notified.as_mut().enable();
            if let Some(exit) = self.exit.get() {
                return Arc::clone(exit);
            }
            notified.await;
        }
    }
}
