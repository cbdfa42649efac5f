//! What can end a wait, or make one needless.

use std::sync::Arc;

use crate::Next;

/// What a look at the mailbox tells, without waiting.
#[derive(Debug)]
pub enum Look<E> {
    /// An event from outside.
    Found(E),
    /// There is work to do, and nothing from outside that comes before it or could interrupt it.
    Work,
    /// There is work to do, which what comes next interrupts; nothing has come yet.
    Race,
    /// There is no work, and no event yet.
    Rest,
    /// None of these: there is more to it.
    Wait,
}

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
