//! Faults in a row: when to wait, when to give up, what to remember.

use std::collections::VecDeque;
use std::time::Duration;

use crate::Fault;

/// The first wait between faults in a row; each next one is twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(10);
/// The longest wait between faults in a row.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// How many faults in a row end the component.
const MOST_IN_A_ROW: u32 = 16;
/// How many faults are remembered for the exit.
const REMEMBERED: usize = 32;

#[derive(Debug, Default)]
pub(super) struct Faults {
    last: VecDeque<Fault>,
    in_a_row: u32,
    /// When the last fault was borne.
    at: Duration,
}

impl Faults {
    pub(super) fn remember(&mut self, fault: &Fault) {
        if self.last.len() == REMEMBERED {
            self.last.pop_front();
        }
        self.last.push_back(fault.clone());
    }

    /// Counts one fault in a row; false when it is one too many.
    pub(super) fn bear(&mut self, now: Duration) -> bool {
        self.at = now;
        self.in_a_row += 1;
        self.in_a_row <= MOST_IN_A_ROW
    }

    /// Whether the last fault is longer ago than the loop would have waited anyway.
    pub(super) fn are_old(&self, now: Duration) -> bool {
        self.in_a_row > 0 && now.saturating_sub(self.at) >= LONGEST_WAIT
    }

    /// Something went well.
    #[inline]
    pub(super) fn progress(&mut self) {
        self.in_a_row = 0;
    }

    /// How long to wait before the next try: from the second fault in a row on.
    pub(super) fn wait(&self) -> Option<Duration> {
        let doublings = self.in_a_row.checked_sub(2)?;
        let wait = FIRST_WAIT.saturating_mul(2u32.saturating_pow(doublings));
        Some(wait.min(LONGEST_WAIT))
    }

    pub(super) fn take(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.last).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_begin_with_the_second_fault_and_double_up_to_a_bound() {
        let mut faults = Faults::default();
        let mut waits = Vec::new();
        while faults.bear(Duration::ZERO) {
            waits.push(faults.wait());
        }
        assert_eq!(waits.len(), 16);
        assert_eq!(waits[0], None);
        assert_eq!(waits[1], Some(Duration::from_millis(10)));
        assert_eq!(waits[2], Some(Duration::from_millis(20)));
        assert_eq!(waits[15], Some(Duration::from_secs(10)));
        faults.progress();
        assert!(faults.bear(Duration::ZERO));
        assert_eq!(faults.wait(), None);
    }
}
