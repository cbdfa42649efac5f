//! Identities of stages and of those who write on their behalf.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// The identity of a stage: chosen by the user, or made from a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StageId(u64);

impl StageId {
    /// The identity with this number.
    #[must_use]
    pub const fn new_const(number: u64) -> Self {
        StageId(number)
    }

    /// The identity that belongs to a name: the same name gives the same identity, in every run.
    #[must_use]
    pub const fn of(name: &str) -> Self {
        // FNV-1a: no dependency, and it works in a const.
        let bytes = name.as_bytes();
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
            at += 1;
        }
        StageId(hash)
    }

    /// The number.
    #[must_use]
    pub const fn as_u64(self) -> u64 {
        self.0
    }
}

impl fmt::Display for StageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "stage-{:x}", self.0)
    }
}

/// The identity under which a component writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WriterId(StageId);

impl WriterId {
    /// The stage that writes.
    #[must_use]
    pub const fn stage(self) -> StageId {
        self.0
    }
}

impl From<StageId> for WriterId {
    fn from(stage: StageId) -> Self {
        WriterId(stage)
    }
}

impl fmt::Display for WriterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "writer of {}", self.0)
    }
}

/// The identity of one running component, unique in its process and counted in order of spawning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ComponentId(u64);

impl ComponentId {
    pub(crate) fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        ComponentId(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// The number.
    #[must_use]
    pub const fn as_u64(self) -> u64 {
        self.0
    }
}

impl fmt::Display for ComponentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_the_same_identity_every_time_and_names_differ() {
        const ID: StageId = StageId::of("source");
        assert_eq!(ID, StageId::of("source"));
        assert_ne!(ID, StageId::of("sink"));
    }
}
