//! What can end a wait.

use std::sync::Arc;

use crate::Next;

/// What ended a wait.
#[derive(Debug)]
pub enum Wake<E> {
    /// `stop` was called.
    Stop,
    /// A clock expired.
    Clock,
    /// An event of the component's own, from a task.
    Own(E),
    /// The event for the closed channel.
    Closed(E),
    /// A task panicked, or the drop of something that was left.
    Panic(Arc<str>),
    /// An event from outside.
    External(E),
    /// Nobody can send any more.
    AllSendersGone,
    /// The work returned.
    Dispatched(Next<E>),
    /// The idle time is over.
    IdleOver,
    /// Nothing can wake the component any more.
    Stuck,
}
