//! How often an event makes the allocator work. Counted in a process of its own: an allocator that counts is
//! slower, and slower the more one allocates.

use std::process::Command;

use crate::contest::Failure;

/// Allocations per event, by contest and entrant.
#[derive(Debug, Default)]
pub struct Counts(Vec<(String, String, f64)>);

impl Counts {
    /// Builds and runs the bin `allocations`.
    pub fn take(names: &[String]) -> Result<Self, Failure> {
        let output = Command::new(env!("CARGO"))
            .args(["run", "--release", "--quiet", "--package"])
            .args(["steadfast-benches", "--bin", "allocations", "--"])
            .args(names)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let mut counts = Counts::default();
        for line in String::from_utf8(output.stdout)?.lines() {
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
