//! The machines that are drawn here, beside those of the examples.

pub(crate) mod names;
pub(crate) mod odd;
pub(crate) mod order;
pub(crate) mod texts;
pub(crate) mod two;

use std::time::Duration;

/// What the machines here do: say something.
#[derive(Debug)]
pub(crate) enum Do {
    Say(&'static str),
    Tell(String),
}

/// What they remember: numbers.
pub(crate) type Numbers = Vec<u32>;

pub(crate) fn secs(secs: u64) -> Duration {
    Duration::from_secs(secs)
}
