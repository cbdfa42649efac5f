//! What goes wrong, and at which calls.

use std::fmt;
use std::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeToInclusive};
use std::sync::Arc;
use std::time::Duration;

use crate::BoxError;

/// Which calls go wrong, counted from 1: one (`3`), some (`2..4`, `2..=3`, `..=3`), all from one on
/// (`2..`), or all (`..`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calls {
    first: u64,
    last: u64,
}

impl Calls {
    pub(super) fn contain(self, number: u64) -> bool {
        self.first <= number && number <= self.last
    }
}

impl From<u64> for Calls {
    fn from(number: u64) -> Self {
        Calls {
            first: number,
            last: number,
        }
    }
}

impl From<RangeFrom<u64>> for Calls {
    fn from(range: RangeFrom<u64>) -> Self {
        Calls {
            first: range.start,
            last: u64::MAX,
        }
    }
}

impl From<RangeFull> for Calls {
    fn from(_: RangeFull) -> Self {
        (0..).into()
    }
}

impl From<RangeToInclusive<u64>> for Calls {
    fn from(range: RangeToInclusive<u64>) -> Self {
        (0..=range.end).into()
    }
}

impl From<RangeInclusive<u64>> for Calls {
    fn from(range: RangeInclusive<u64>) -> Self {
        let (first, last) = range.into_inner();
        Calls { first, last }
    }
}

impl From<Range<u64>> for Calls {
    fn from(range: Range<u64>) -> Self {
        match range.end.checked_sub(1) {
            Some(last) => Calls {
                first: range.start,
                last,
            },
            // Nothing comes before 0.
            None => Calls { first: 1, last: 0 },
        }
    }
}

/// One thing that goes wrong in the place of a call: the call itself is not made.
///
/// ```
/// use std::time::Duration;
/// use steadfast::testing::Injection;
///
/// let refused = Injection::error("connection refused");
/// let late_panic = Injection::panic("index out of range").after(Duration::from_millis(5));
/// let dead_peer = Injection::hang();
/// # drop((refused, late_panic, dead_peer));
/// ```
#[derive(Clone)]
pub struct Injection {
    pub(super) after: Option<Duration>,
    pub(super) effect: Effect,
}

#[derive(Clone)]
pub(super) enum Effect {
    Error(Arc<dyn Fn() -> BoxError + Send + Sync>),
    Panic(Arc<str>),
    Hang,
    /// The call is made after all.
    Call,
}

impl Injection {
    fn new(effect: Effect) -> Self {
        Injection {
            after: None,
            effect,
        }
    }

    /// The call returns an [`InjectedError`] with this text.
    pub fn error(text: impl Into<String>) -> Self {
        let text = text.into();
        Injection::error_with(move || InjectedError(text.clone()))
    }

    /// The call returns an error of your own, for a machine that looks at it.
    pub fn error_with<E: Into<BoxError>>(error: impl Fn() -> E + Send + Sync + 'static) -> Self {
        Injection::new(Effect::Error(Arc::new(move || error().into())))
    }

    /// The call panics with this text.
    pub fn panic(text: impl Into<String>) -> Self {
        Injection::new(Effect::Panic(text.into().into()))
    }

    /// The call never returns. In a `Race` state an event ends it, elsewhere only `abort`.
    #[must_use]
    pub fn hang() -> Self {
        Injection::new(Effect::Hang)
    }

    /// The call is made, after this time.
    #[must_use]
    pub fn delay(time: Duration) -> Self {
        Injection::new(Effect::Call).after(time)
    }

    /// Lets this much time pass first: what goes wrong does so behind the call's first await.
    #[must_use]
    pub fn after(self, time: Duration) -> Self {
        Injection {
            after: Some(time),
            ..self
        }
    }
}

impl fmt::Debug for Injection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let effect = match &self.effect {
            Effect::Error(error) => format!("error: {}", error()),
            Effect::Panic(text) => format!("panic: {text}"),
            Effect::Hang => "hang".to_owned(),
            Effect::Call => "call".to_owned(),
        };
        f.debug_struct("Injection")
            .field("after", &self.after)
            .field("effect", &effect)
            .finish()
    }
}

/// The error of [`Injection::error`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InjectedError(pub String);
