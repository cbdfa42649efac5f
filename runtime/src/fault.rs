//! What went wrong in a component, and where.

use std::fmt;
use std::sync::Arc;

use crate::BoxError;

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// A dispatch method, or a closure of the machine, returned an error.
    Dispatch,
    /// An action returned an error; the rest of its transition's actions were not executed.
    Action,
    /// Something panicked: dispatch, an action, a task, or an expression of the machine.
    Panic,
    /// The machine does not take an event of the component's own.
    Unhandled,
    /// Everyone who could send is gone.
    ChannelClosed,
    /// Too many events are postponed.
    Postpone,
    /// The completion hook returned an error: see
    /// [`Exit::completion_fault`](crate::Exit::completion_fault).
    Completion,
    /// Nothing can wake the component any more, or it failed over and over without progress.
    Stuck,
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FaultKind::Dispatch => "dispatch failed",
            FaultKind::Action => "an action failed",
            FaultKind::Panic => "a panic",
            FaultKind::Unhandled => "an event of its own that it does not take",
            FaultKind::ChannelClosed => "all senders are gone",
            FaultKind::Postpone => "too many postponed events",
            FaultKind::Completion => "the completion hook failed",
            FaultKind::Stuck => "stuck",
        })
    }
}

/// What went wrong in a component, and where. It becomes the machine's error event, and the exit
/// keeps it. Cloning shares the source error.
///
/// A machine whose error variant holds a `String` gets the fault's text, causes included; one that
/// holds a `Fault` gets all of it.
// Behind a pointer: every event of a machine has room for its error event, and is moved with it.
#[derive(Clone)]
pub struct Fault(Arc<Content>);

struct Content {
    kind: FaultKind,
    state: &'static str,
    message: Arc<str>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fault")
            .field("kind", &self.0.kind)
            .field("state", &self.0.state)
            .field("message", &self.0.message)
            .field("source", &self.0.source)
            .finish()
    }
}

impl Fault {
    #[cold]
    pub(crate) fn new(kind: FaultKind, state: &'static str, source: BoxError) -> Self {
        Fault::failed(kind, state, "", source)
    }

    /// With a word on where in its step it failed.
    #[cold]
    pub(crate) fn failed(
        kind: FaultKind,
        state: &'static str,
        message: impl Into<Arc<str>>,
        source: BoxError,
    ) -> Self {
        Fault(Arc::new(Content {
            kind,
            state,
            message: message.into(),
            source: Some(source.into()),
        }))
    }

    #[cold]
    pub(crate) fn message(
        kind: FaultKind,
        state: &'static str,
        message: impl Into<Arc<str>>,
    ) -> Self {
        Fault(Arc::new(Content {
            kind,
            state,
            message: message.into(),
            source: None,
        }))
    }

    /// The default `closed` event's fault, for generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn channel_closed(state: &'static str) -> Self {
        Fault::message(FaultKind::ChannelClosed, state, "")
    }

    /// A fault of the component's own making: what a task that failed gives as the error event, in
    /// a machine whose error variant holds a `Fault`. It has the kind of a failed dispatch and names
    /// no state.
    ///
    /// ```
    /// use steadfast::Fault;
    ///
    /// let fault = Fault::from_error(std::io::Error::other("no route"));
    /// assert_eq!(String::from(fault), "no route");
    /// ```
    #[must_use]
    pub fn from_error(error: impl Into<BoxError>) -> Self {
        Fault::new(FaultKind::Dispatch, "", error.into())
    }

    /// What kind of thing went wrong.
    #[must_use]
    pub fn kind(&self) -> FaultKind {
        self.0.kind
    }

    /// The name of the state that the component was in; empty where the component made the fault
    /// itself.
    #[must_use]
    pub fn state(&self) -> &'static str {
        self.0.state
    }

    /// The error itself, where there is one: what `?` in a dispatch method met, say. Use
    /// `downcast_ref` to see whether it is one of yours.
    #[must_use]
    pub fn error(&self) -> Option<&(dyn std::error::Error + Send + Sync + 'static)> {
        self.0.source.as_deref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.state.is_empty() {
            write!(f, "in state `{}`: ", self.0.state)?;
        }
        write!(f, "{}", self.0.kind)?;
        if !self.0.message.is_empty() {
            write!(f, ": {}", self.0.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.source {
            Some(source) => Some(&**source),
            None => None,
        }
    }
}

/// The text of what went wrong: the source error and its causes where there is one.
impl From<Fault> for String {
    fn from(fault: Fault) -> String {
        let Some(source) = &fault.0.source else {
            return fault.to_string();
        };
        let mut text = String::new();
        if !fault.0.message.is_empty() {
            text.push_str(&fault.0.message);
            text.push_str(": ");
        }
        text.push_str(&causes(&**source));
        text
    }
}

/// How many causes of an error are told: one that is its own cause must not be told for ever.
const MOST_CAUSES: usize = 32;

/// An error and its causes, in one line.
pub(crate) fn causes(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut causes = std::iter::successors(error.source(), |error| error.source());
    for cause in causes.by_ref().take(MOST_CAUSES) {
        text.push_str(": ");
        text.push_str(&cause.to_string());
    }
    if causes.next().is_some() {
        text.push_str(": ..");
    }
    text
}

/// The text of a panic's payload.
pub(crate) fn panic_text(payload: &(dyn std::any::Any + Send)) -> Arc<str> {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        (*text).into()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.as_str().into()
    } else {
        "a payload that is not text".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("outer")]
    struct Outer(#[source] std::io::Error);

    #[test]
    fn an_event_that_can_hold_a_fault_has_room_for_a_pointer_and_no_more() {
        assert_eq!(size_of::<Fault>(), size_of::<usize>());
    }

    #[test]
    fn a_string_keeps_every_cause() {
        let source = Outer(std::io::Error::other("inner"));
        let fault = Fault::new(FaultKind::Dispatch, "Up", Box::new(source));
        assert_eq!(String::from(fault), "outer: inner");
    }

    #[derive(Debug)]
    struct Itself;

    impl fmt::Display for Itself {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("me")
        }
    }

    impl std::error::Error for Itself {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            Some(self)
        }
    }

    #[test]
    fn an_error_that_is_its_own_cause_is_told_in_a_text_of_some_length() {
        let text = causes(&Itself);
        assert_eq!(text.matches("me").count(), 1 + MOST_CAUSES);
        assert!(text.ends_with("me: .."), "{text}");
    }

    #[test]
    fn the_error_itself_can_be_asked_for() {
        let source = Outer(std::io::Error::other("inner"));
        let fault = Fault::new(FaultKind::Action, "Up", Box::new(source));
        assert!(fault.error().is_some_and(|error| error.is::<Outer>()));
        assert_eq!(fault.to_string(), "in state `Up`: an action failed");
    }
}
