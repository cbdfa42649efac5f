//! What a handle's methods fail with. An event that was not accepted is given back.

use std::fmt;

use crate::ExitKind;

/// The component has ended, or is about to: its mailbox is closed. Here is the event.
#[derive(Clone, PartialEq, Eq)]
pub struct SendError<E>(pub E);

impl<E> fmt::Display for SendError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the component has ended")
    }
}

// By hand, so that an event without `Debug` does not keep the error from being one.
impl<E> fmt::Debug for SendError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SendError(..)")
    }
}

impl<E> std::error::Error for SendError<E> {}

/// The event was not accepted; here it is.
#[derive(Clone, PartialEq, Eq)]
pub enum TrySendError<E> {
    /// The mailbox is full.
    Full(E),
    /// The component has ended, or is about to.
    Closed(E),
}

impl<E> TrySendError<E> {
    /// The event.
    pub fn into_event(self) -> E {
        match self {
            TrySendError::Full(event) | TrySendError::Closed(event) => event,
        }
    }

    /// Whether the mailbox was full.
    pub fn is_full(&self) -> bool {
        matches!(self, TrySendError::Full(_))
    }
}

impl<E> fmt::Display for TrySendError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TrySendError::Full(_) => "the mailbox is full",
            TrySendError::Closed(_) => "the component has ended",
        })
    }
}

impl<E> fmt::Debug for TrySendError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TrySendError::Full(_) => "Full(..)",
            TrySendError::Closed(_) => "Closed(..)",
        })
    }
}

impl<E> std::error::Error for TrySendError<E> {}

/// Why [`Handle::ask`](crate::Handle::ask) has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// The deadline passed.
    #[error("no reply before the deadline")]
    Timeout,
    /// The component has ended, and did not get the event.
    #[error("the component has ended")]
    Closed,
    /// The component dropped the reply: it refused the event, say, or ended with it.
    #[error("the component dropped the reply")]
    NoReply,
}

/// The component ended while someone waited for a state.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("component `{name}` {kind} before it came to that state")]
pub struct Ended {
    pub(crate) name: Box<str>,
    pub(crate) kind: ExitKind,
}

impl Ended {
    /// Which way it ended.
    #[must_use]
    pub fn kind(&self) -> ExitKind {
        self.kind
    }
}
