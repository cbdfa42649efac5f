//! Who runs against whom, and the rule that nobody is measured at other work than the others.

use std::error::Error;
use std::time::Duration;

pub type Failure = Box<dyn Error + Send + Sync>;

/// One run: how long it took without its set-up, and what came out, which must be the same for all.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub time: Duration,
    pub sum: u64,
}

pub type Runner = Box<dyn Fn(u64) -> Result<Run, Failure>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Ours,
    Peer,
}

pub struct Entrant {
    pub name: &'static str,
    pub side: Side,
    pub run: Runner,
}

impl Entrant {
    pub fn ours(name: &'static str, run: Runner) -> Self {
        Entrant {
            name,
            side: Side::Ours,
            run,
        }
    }

    pub fn peer(name: &'static str, run: Runner) -> Self {
        Entrant {
            name,
            side: Side::Peer,
            run,
        }
    }
}

pub struct Contest {
    pub name: String,
    pub events: u64,
    /// Whether all of it happens on one thread, so that its allocations can be counted.
    pub one_thread: bool,
    pub entrants: Vec<Entrant>,
}

/// The nanoseconds per event of one entrant, one per repetition.
pub struct Times {
    pub name: &'static str,
    pub side: Side,
    pub nanoseconds: Vec<f64>,
}

impl Contest {
    /// Runs all of them once unmeasured, then alternately, each second time in the other order.
    pub fn measure(&self, repetitions: usize) -> Result<Vec<Times>, Failure> {
        let mut sum = None;
        for entrant in &self.entrants {
            let run = (entrant.run)(self.events)
                .map_err(|error| format!("{}: {}: {error}", self.name, entrant.name))?;
            if run.sum != *sum.get_or_insert(run.sum) {
                let name = entrant.name;
                return Err(format!("{}: {name} came to another result", self.name).into());
            }
        }
        let mut times: Vec<_> = self
            .entrants
            .iter()
            .map(|entrant| Times {
                name: entrant.name,
                side: entrant.side,
                nanoseconds: Vec::with_capacity(repetitions),
            })
            .collect();
        for place in turns(repetitions, self.entrants.len()) {
            let run = (self.entrants[place].run)(self.events)?;
            let time = run.time.as_nanos() as f64 / self.events as f64;
            times[place].nanoseconds.push(time);
        }
        Ok(times)
    }
}

/// Whose turn it is: all of them once per repetition, each second time in the other order.
pub fn turns(repetitions: usize, entrants: usize) -> impl Iterator<Item = usize> {
    (0..repetitions).flat_map(move |repetition| {
        (0..entrants).map(move |place| match repetition % 2 {
            0 => place,
            _ => entrants - 1 - place,
        })
    })
}
