//! How often an event makes the allocator work. Counted in a process of its own: an allocator that counts is
//! slower, and slower the more one allocates.

use crate::contest::Failure;
use crate::programs;

/// Allocations per event, by contest and entrant.
#[derive(Debug, Default)]
pub struct Counts(Vec<(String, String, f64)>);

impl Counts {
    /// Builds and runs the bin `allocations`.
    pub fn take(names: &[String]) -> Result<Self, Failure> {
        let mut counts = Counts::default();
        for line in programs::output("allocations", names)?.lines() {
            if let [contest, entrant, count] = line.split('\t').collect::<Vec<_>>()[..] {
                let count = count.parse()?;
                counts.0.push((contest.into(), entrant.into(), count));
            }
        }
        Ok(counts)
    }

    pub fn of(&self, contest: &str, entrant: &str) -> Option<f64> {
        let mut counts = self.0.iter();
        let found = counts.find(|(of, by, _)| of == contest && by == entrant)?;
        Some(found.2)
    }
}
