//! What a dispatch method returns.

use std::time::Duration;

use crate::BoxError;

/// What the loop does after a dispatch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventLoopDirective<E> {
    /// Dispatch again.
    Continue,
    /// Give this event to the machine.
    Transition(E),
    /// End the component as completed, in the state it is in, without exit actions.
    Terminate,
    /// Dispatch again after this time, or sooner when something else comes first.
    Idle(Duration),
}

impl<E> From<E> for EventLoopDirective<E> {
    fn from(event: E) -> Self {
        EventLoopDirective::Transition(event)
    }
}

/// What a dispatch method returns. An `Err`, which `?` gives, becomes the machine's error event.
pub type Next<E> = Result<EventLoopDirective<E>, BoxError>;

/// The directives, by the words that a dispatch method says.
///
/// ```
/// use std::time::Duration;
/// use steadfast::{EventLoopDirective, Next, next};
///
/// fn poll_source(line: Option<&str>) -> Next<String> {
///     match line {
///         None => Ok(next::end()),
///         Some("") => Ok(next::idle(Duration::from_millis(10))),
///         Some("#") => Ok(next::again()),
///         Some(text) => Ok(next::emit(text.to_owned())),
///     }
/// }
///
/// assert_eq!(poll_source(Some("#")).unwrap(), EventLoopDirective::Continue);
/// assert_eq!(poll_source(Some("a")).unwrap(), EventLoopDirective::Transition("a".into()));
/// ```
pub mod next {
    use super::{Duration, EventLoopDirective};

    /// Dispatch again.
    #[must_use]
    pub fn again<E>() -> EventLoopDirective<E> {
        EventLoopDirective::Continue
    }

    /// Give this event to the machine.
    #[must_use]
    pub fn emit<E>(event: impl Into<E>) -> EventLoopDirective<E> {
        EventLoopDirective::Transition(event.into())
    }

    /// Dispatch again after this time, or sooner when something else comes first.
    #[must_use]
    pub fn idle<E>(time: Duration) -> EventLoopDirective<E> {
        EventLoopDirective::Idle(time)
    }

    /// End the component as completed, in the state it is in.
    #[must_use]
    pub fn end<E>() -> EventLoopDirective<E> {
        EventLoopDirective::Terminate
    }
}
