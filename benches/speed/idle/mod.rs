//! What an idle component takes in memory: the components of `spawn`, so many alive at once, each entrant in a process
//! of its own, in which nobody before it has freed pages that it can use again.

use std::any::Any;

use tokio::runtime::Runtime;

use crate::contest::{Failure, Side};
use crate::programs;
use crate::sheet::{Row, Sheet, Unit};
use crate::spawn::{self, ByHand, ByHandWatched, Idler, Kameo, Ours, Ractor};

/// How many are alive at once.
pub const COMPONENTS: u64 = 100_000;

/// So many are spawned together: the queue of tasks that wait for their first turn stays small.
const LOT: u64 = 1000;

const NAME: &str = "idle";

/// Spawns so many, waits until they are idle, and returns what they are held by.
type Gather = fn(&Runtime, u64) -> Result<Box<dyn Any>, Failure>;

pub struct Entrant {
    pub name: &'static str,
    pub side: Side,
    pub gather: Gather,
}

pub fn entrants() -> Vec<Entrant> {
    let entrant = |name, side, gather| Entrant { name, side, gather };
    vec![
        entrant("ours", Side::Ours, gather::<Ours>),
        entrant("by hand", Side::Peer, gather::<ByHand>),
        entrant("by hand, watched", Side::Peer, gather::<ByHandWatched>),
        entrant("ractor", Side::Peer, gather::<Ractor>),
        entrant("kameo", Side::Peer, gather::<Kameo>),
    ]
}

fn gather<I: Idler>(runtime: &Runtime, count: u64) -> Result<Box<dyn Any>, Failure> {
    let mut idlers = Vec::with_capacity(count as usize);
    runtime.block_on(async {
        let mut missing = count;
        while missing > 0 {
            let lot = missing.min(LOT);
            idlers.append(&mut spawn::gather::<I>(lot).await?);
            missing -= lot;
        }
        // They run; now they come to where they wait.
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        Ok::<_, Failure>(())
    })?;
    Ok(Box::new(idlers))
}

/// What the bin `idle` tells of one entrant, each divided by the number of components.
#[derive(Clone, Copy, Debug)]
pub struct Each {
    /// Allocated and not freed.
    pub bytes: f64,
    pub allocations: f64,
    /// More in the memory of the process than before.
    pub resident: f64,
}

impl Each {
    pub fn print(self) {
        println!("{}\t{}\t{}", self.bytes, self.allocations, self.resident);
    }

    fn read(line: &str) -> Result<Self, Failure> {
        let figures: Result<Vec<f64>, _> = line.trim().split('\t').map(str::parse).collect();
        match figures?[..] {
            [bytes, allocations, resident] => Ok(Each {
                bytes,
                allocations,
                resident,
            }),
            _ => Err(format!("not the figures of an idle component: {line}").into()),
        }
    }
}

/// Measures all of them, alternating, each time in a new process. Nothing where another name is asked for.
pub fn measure(
    names: &[String],
    entrant: Option<&str>,
    components: u64,
    repetitions: usize,
) -> Result<Vec<Sheet>, Failure> {
    if !crate::is_chosen(NAME, names) {
        return Ok(Vec::new());
    }
    let mut entrants = entrants();
    entrants.retain(|other| entrant.is_none_or(|name| name == other.name));
    let mut figures: Vec<_> = entrants.iter().map(|_| Vec::new()).collect();
    for _ in 0..repetitions {
        for (entrant, figures) in entrants.iter().zip(&mut figures) {
            let arguments = [entrant.name.to_owned(), components.to_string()];
            figures.push(Each::read(&programs::output(NAME, &arguments)?)?);
        }
    }
    let sheet = |what: &str, unit, of: fn(&Each) -> f64| Sheet {
        name: format!("{NAME}, {what}"),
        unit,
        rows: entrants
            .iter()
            .zip(&figures)
            .map(|(entrant, figures)| Row {
                name: entrant.name,
                side: entrant.side,
                figures: figures.iter().map(of).collect(),
            })
            .collect(),
    };
    Ok(vec![
        sheet("allocated by each", Unit::Bytes, |each| each.bytes),
        sheet("allocations of each", Unit::Allocations, |each| {
            each.allocations
        }),
        sheet("resident of each", Unit::Bytes, |each| each.resident),
    ])
}
