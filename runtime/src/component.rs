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
    task: Mutex<Option<AbortHandle>>,
    /// Keeps the watch open until the exit is published.
    watch: Mutex<Option<watch::Sender<S>>>,
    /// A sender that keeps the mailbox of a detached component open.
    detached: Mutex<Option<EventSender<E>>>,
}

impl<E, S> Component<E, S> {
    pub(crate) fn new(watch: watch::Sender<S>) -> Self {
        Component {
            id: ComponentId::next(),
            control: Arc::default(),
            states: watch.subscribe(),
            name: OnceLock::new(),
            exit: OnceLock::new(),
            ended: Notify::new(),
            task: Mutex::new(None),
            watch: Mutex::new(Some(watch)),
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

    // Both under the lock: of an abort from within `spawn_with` and the task that is just being
    // spawned, one sees the other.
    pub(crate) fn set_task(&self, task: AbortHandle) {
        let mut kept = self.task.lock().unwrap_or_else(PoisonError::into_inner);
        if self.control.is_aborted() {
            task.abort();
        }
        *kept = Some(task);
    }

    pub(crate) fn abort(&self) {
        let task = self.task.lock().unwrap_or_else(PoisonError::into_inner);
        self.control.aborted.store(true, Ordering::SeqCst);
        if let Some(task) = &*task {
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
        let watch = self
            .watch
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        drop(watch);
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
