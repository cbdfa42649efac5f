//! `cargo check` of the same machine in ours, by hand and with the libraries for machines, in three sizes.

use steadfast_benches::contest::{Failure, Side};
use steadfast_benches::results;
use steadfast_benches::sheet::{Row, Sheet, Unit};

use crate::machine::{Own, Shape};
use crate::measure::{Again, Crates, Macro, Spelling};

/// States, events, and how many of the events all states handle alike.
const SIZES: [(usize, usize, usize); 3] = [(5, 8, 4), (20, 20, 10), (60, 40, 20)];

pub fn compare(repetitions: u16, write: bool) -> Result<(), Failure> {
    println!(
        "{} cores; medians of {repetitions} alternating repetitions, and the range",
        std::thread::available_parallelism()?,
    );
    let mut entries = Vec::new();
    for (states, events, any) in SIZES {
        let shape = Shape {
            states,
            events,
            any,
            own: Own::Joined,
        };
        let at = crate::folder("peers")?.join(states.to_string());
        let crates = Crates::write(crate::repository()?, at, &shape, &Spelling::ALL)?
            .into_target(crate::folder("peers")?.join("target"));
        println!(
            "\n{states} states, {events} events, {} arms, and so many lines:",
            shape.arms()
        );
        for spelling in Spelling::ALL {
            println!("- {}: {}", name(spelling).0, crates.lines(spelling)?);
        }
        if write {
            continue;
        }
        for (again, what) in [
            (Again::Unchanged, "after a touch"),
            (Again::Nothing, "that uses nothing of an earlier one"),
        ] {
            let sheet = Sheet {
                name: format!("`cargo check` {what}, {states} states"),
                unit: Unit::Time,
                rows: checks(&crates, again, repetitions)?,
            };
            sheet.print();
            entries.extend(sheet.results());
        }
    }
    if !write {
        results::write(entries)?;
    }
    Ok(())
}

fn name(spelling: Spelling) -> (&'static str, Side) {
    match spelling {
        Spelling::Declared => ("ours", Side::Ours),
        Spelling::ByHand => ("by hand", Side::Peer),
        Spelling::Statig => ("statig", Side::Peer),
        Spelling::Smlang => ("smlang", Side::Peer),
    }
}

fn checks(crates: &Crates, again: Again, repetitions: u16) -> Result<Vec<Row>, Failure> {
    let mut rows: Vec<_> = Spelling::ALL
        .into_iter()
        .map(|spelling| {
            let (name, side) = name(spelling);
            Row {
                name,
                side,
                figures: Vec::new(),
            }
        })
        .collect();
    // The first run builds the dependencies, the second fills caches.
    for repetition in 0..repetitions + 2 {
        for place in 0..rows.len() {
            let place = match repetition % 2 {
                0 => place,
                _ => rows.len() - 1 - place,
            };
            let time = crates.check(Spelling::ALL[place], Macro::AsUsersHaveIt, again)?;
            if repetition >= 2 {
                rows[place].figures.push(time.as_nanos() as f64);
            }
        }
    }
    Ok(rows)
}
