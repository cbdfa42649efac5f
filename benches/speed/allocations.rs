//! Counts the allocations of an event: one line for each entrant of each contest that has one thread.

use allocation_counter::measure;
use steadfast_benches::chosen;
use steadfast_benches::contest::{Failure, Runner};

/// So many events that a queue which grows without bound counts for little.
const EVENTS: u64 = 100_000;

fn main() -> Result<(), Failure> {
    let names: Vec<_> = std::env::args().skip(1).collect();
    for contest in chosen(&names).iter().filter(|contest| contest.one_thread) {
        for entrant in &contest.entrants {
            // The set-up is in both, and in the difference no more. The first run of all also makes
            // what is made once per process.
            (entrant.run)(EVENTS)?;
            let once = count(&entrant.run, EVENTS)?;
            let twice = count(&entrant.run, 2 * EVENTS)?;
            let each = twice.saturating_sub(once) as f64 / EVENTS as f64;
            println!("{}\t{}\t{each}", contest.name, entrant.name);
        }
    }
    Ok(())
}

fn count(run: &Runner, events: u64) -> Result<u64, Failure> {
    let mut ran = None;
    let count = measure(|| ran = Some(run(events)));
    ran.transpose()?;
    Ok(count.count_total)
}
