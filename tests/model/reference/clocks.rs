//! M6: when clocks start and expire.

use std::time::Duration;

use super::super::world::Value;
use super::{Cause, Failure, Reference};

/// A clock that was started.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Running {
    pub(super) scope: usize,
    clock: usize,
    every: bool,
    length: Duration,
    /// `None` for never.
    at: Option<Duration>,
}

impl Reference {
    pub(super) fn started(
        &self,
        state: &Value,
        entered: &[usize],
    ) -> Result<Vec<Running>, Failure> {
        let mut started = Vec::new();
        for &scope in entered {
            let names = self.names_in(scope, state);
            for (number, clock) in self.plan.scopes[scope].clocks.iter().enumerate() {
                let every = clock.every.is_some();
                let length = self.length(&clock.time, &names, state)?;
                let shortest = Duration::from_millis(u64::from(every));
                let length = length.max(shortest);
                started.push(Running {
                    scope,
                    clock: number,
                    every,
                    length,
                    at: self
                        .now
                        .checked_add(length)
                        .filter(|_| length != Duration::MAX),
                });
            }
        }
        Ok(started)
    }

    /// When the next clock expires.
    pub(crate) fn next_clock(&self) -> Option<Duration> {
        self.clocks.iter().filter_map(|clock| clock.at).min()
    }

    /// The clock that expired first, which is then over or begins its next round.
    pub(crate) fn expired(&mut self) -> Option<Cause> {
        let now = self.now;
        let expired = |clock: &&(usize, &Running)| clock.1.at.is_some_and(|at| at <= now);
        // Of two at once the one that was declared first; a scope's timeout counts as its first.
        let clocks = self.clocks.iter().enumerate();
        let first = clocks
            .collect::<Vec<_>>()
            .iter()
            .filter(expired)
            .min_by_key(|(_, clock)| (clock.at, clock.scope, clock.clock))?
            .0;
        let clock = &mut self.clocks[first];
        if clock.every {
            let next = clock.at.unwrap() + clock.length;
            let late = next <= now;
            clock.at = Some(if late { now + clock.length } else { next });
            Some(Cause::Every(clock.scope, clock.clock))
        } else {
            clock.at = None;
            Some(Cause::Timeout(clock.scope))
        }
    }
}
