//! Contests in which not the time of all counts, but that of each: what most have to wait, and what the unlucky do.

use std::time::Duration;

use crate::contest::{Failure, Side, Times, turns};

/// Measures so many waits.
pub type WaitRunner = Box<dyn Fn(u64) -> Result<Vec<Duration>, Failure>>;

pub struct WaitEntrant {
    pub name: &'static str,
    pub side: Side,
    pub run: WaitRunner,
}

pub struct WaitContest {
    pub name: String,
    /// Of each entrant in each repetition.
    pub samples: u64,
    pub entrants: Vec<WaitEntrant>,
}

const PERCENTILES: [(&str, usize); 2] = [("p50", 50), ("p99", 99)];

impl WaitContest {
    /// Runs all of them once unmeasured, then alternately. For each percentile, that of each repetition.
    pub fn measure(&self, repetitions: usize) -> Result<Vec<(&'static str, Vec<Times>)>, Failure> {
        for entrant in &self.entrants {
            self.run(entrant)?;
        }
        let mut percentiles = PERCENTILES.map(|(name, percent)| (name, percent, self.times()));
        for place in turns(repetitions, self.entrants.len()) {
            let mut waits = self.run(&self.entrants[place])?;
            waits.sort_unstable();
            for (_, percent, times) in &mut percentiles {
                let wait = at(&waits, *percent).ok_or("nobody waited")?;
                times[place].nanoseconds.push(wait.as_nanos() as f64);
            }
        }
        let figures = percentiles.map(|(name, _, times)| (name, times));
        Ok(figures.into())
    }

    fn run(&self, entrant: &WaitEntrant) -> Result<Vec<Duration>, Failure> {
        (entrant.run)(self.samples)
            .map_err(|error| format!("{}: {}: {error}", self.name, entrant.name).into())
    }

    fn times(&self) -> Vec<Times> {
        let entrants = self.entrants.iter();
        let times = entrants.map(|entrant| Times {
            name: entrant.name,
            side: entrant.side,
            nanoseconds: Vec::new(),
        });
        times.collect()
    }
}

/// The shortest wait that is as long as so many of a hundred.
fn at(sorted: &[Duration], percent: usize) -> Option<Duration> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}
