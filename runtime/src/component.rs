//! The slot that a handle names: what outlives one run of the loop and is seen from outside it.

use std::sync::{Arc, OnceLock};

use tokio::sync::watch;

use crate::abort::AbortFlag;
use crate::ending::{Ending, Waiting};
use crate::stats::Counters;
use crate::stop::StopFlag;
use crate::{ComponentId, EventSender, Exit, Stats};

/// The part of a slot that does not depend on the component's types.
#[derive(Debug, Default)]
pub(crate) struct Control {
    pub(crate) stop: StopFlag,
    pub(crate) abort: AbortFlag,
    pub(crate) counters: Counters,
}

impl Control {
    #[inline]
    pub(crate) fn is_aborted(&self) -> bool {
        self.abort.is_requested()
    }

    /// After `abort` no user code runs any more: here the task waits to be dropped.
    pub(crate) async fn stand_still_if_aborted(&self) {
        if self.is_aborted() {
            std::future::pending::<()>().await;
        }
    }
}

/// What a component keeps until it has ended.
pub(crate) struct Kept<E, S> {
    /// Keeps the watch open until the exit is published.
    _watch: watch::Sender<S>,
    /// A sender that keeps the mailbox of a detached component open.
    detached: Option<EventSender<E>>,
}

/// One slot.
pub(crate) struct Component<E, S> {
    pub(crate) id: ComponentId,
    pub(crate) control: Arc<Control>,
    pub(crate) states: watch::Receiver<S>,
    name: OnceLock<Box<str>>,
    ending: Ending<Exit<S, E>, Kept<E, S>>,
}

impl<E, S> Component<E, S> {
    pub(crate) fn new(watch: watch::Sender<S>) -> Self {
        Component {
            id: ComponentId::next(),
            control: Arc::default(),
            states: watch.subscribe(),
            name: OnceLock::new(),
            ending: Ending::new(Kept {
                _watch: watch,
                detached: None,
            }),
        }
    }

    pub(crate) fn name(&self) -> &str {
        self.name.get().map_or("", |name| name)
    }

    pub(crate) fn set_name(&self, name: &str) {
        // A slot is built once; a second name would be ignored.
        let _ = self.name.set(name.into());
    }

    pub(crate) fn detach(&self, sender: EventSender<E>) {
        self.ending.keep(|kept| kept.detached = Some(sender));
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.ending.is_over()
    }

    /// All that is known of it, with what its mailbox holds.
    pub(crate) fn stats(&self, mailbox: usize) -> Stats {
        // First, so that after the end all that follows is final.
        let ended = self.ending.look(Exit::kind);
        self.control.counters.snapshot(ended, mailbox)
    }

    /// Publishes the exit: once, and everyone who waits sees the same.
    pub(crate) fn publish(&self, exit: Exit<S, E>) {
        self.ending.publish(exit);
    }

    /// Waits for the end: gives the exit.
    pub(crate) fn ended(&self) -> Waiting<'_, Exit<S, E>, Kept<E, S>> {
        self.ending.wait()
    }
}
