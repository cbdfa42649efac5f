//! How many instructions an event costs, ours and by hand, against the figures that the repository keeps: on any
//! machine, however busy, a change for the worse shows.
//!
//! The program counts itself: `count` starts it again under callgrind, to run one entrant for so many events.

mod baseline;
mod callgrind;
mod report;

use std::process::ExitCode;

use steadfast_benches::contest::{Contest, Failure, Side};

use baseline::Baseline;

const USAGE: &str = "instructions [--update | PART OF A NAME..]

Counts instructions per event and compares them with benches/instructions.txt; --update writes it.";

/// Of the contests those on one thread whose counts are the same in each run, and which say the most in the least time.
const COUNTED: [&str; 8] = [
    "pure step, 4 states",
    "pure step, 30 states",
    "component, Block, stay, current-thread, one sender",
    "component, Block, a transition each, current-thread, one sender",
    "work, Poll + Continue",
    "work, Poll + Transition + action",
    "work, Race + Transition",
    "stats, one snapshot",
];

/// Two runs, of which only the difference counts: start-up, set-up and end are in both. Multiples of what a mailbox
/// holds and of the events that a pure step draws from, so that both runs see the same mix.
const FEW: u64 = 8192;
const MANY: u64 = 24576;

/// What one entrant costs.
pub struct Figure {
    pub contest: String,
    pub entrant: &'static str,
    pub side: Side,
    pub per_event: f64,
    /// Where callgrind wrote the longer run.
    pub profile: std::path::PathBuf,
}

impl Figure {
    pub fn name(&self) -> String {
        format!("{}: {}", self.contest, self.entrant)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether all is as before.
fn run(arguments: &[String]) -> Result<bool, Failure> {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [callgrind::ALONE, contest, entrant, events] => {
            alone(contest, entrant, events.parse()?).map(|()| true)
        }
        ["--update"] => {
            let figures = figures(&[])?;
            let new = Baseline::of(&figures)?;
            // Without an old one, or with one that cannot be read, there is nothing to compare with.
            report::print(&figures, Baseline::read().as_ref().unwrap_or(&new));
            new.write()?;
            Ok(true)
        }
        ["--help", ..] => {
            println!("{USAGE}");
            Ok(true)
        }
        [first, ..] if first.starts_with('-') => Err(format!("usage: {USAGE}").into()),
        _ => {
            let old = Baseline::read()?;
            if !old.is_of_this_machine()? {
                println!(
                    "not counted: the figures are of {}, and other processors have other instructions",
                    old.compiler
                );
                return Ok(true);
            }
            let figures = figures(arguments)?;
            report::print(&figures, &old);
            report::judge(&figures, &old, arguments.is_empty())
        }
    }
}

/// Counts the entrants of all contests that have one of these as a part of the name; of all, where none is given.
fn figures(parts: &[String]) -> Result<Vec<Figure>, Failure> {
    let mut figures = Vec::new();
    for name in COUNTED {
        let chosen = parts.is_empty() || parts.iter().any(|part| name.contains(part.as_str()));
        if !chosen {
            continue;
        }
        for entrant in contest(name)?.entrants {
            let counted = entrant.side == Side::Ours || entrant.name == "by hand";
            if !counted {
                continue;
            }
            let few = callgrind::count(name, entrant.name, FEW)?;
            let many = callgrind::count(name, entrant.name, MANY)?;
            let difference = many.instructions.saturating_sub(few.instructions);
            figures.push(Figure {
                contest: name.to_owned(),
                entrant: entrant.name,
                side: entrant.side,
                per_event: difference as f64 / (MANY - FEW) as f64,
                profile: many.profile,
            });
        }
    }
    if figures.is_empty() {
        return Err(format!(
            "none of these is a part of a name: {}. The names, in which case matters:\n{}",
            parts.join(", "),
            COUNTED.join("\n"),
        )
        .into());
    }
    Ok(figures)
}

fn contest(name: &str) -> Result<Contest, Failure> {
    let mut contests = steadfast_benches::all().into_iter();
    let found = contests.find(|contest| contest.name == name);
    found.ok_or_else(|| format!("no contest is called {name:?}").into())
}

/// Runs one entrant once, and nothing else: under callgrind.
fn alone(name: &str, entrant: &str, events: u64) -> Result<(), Failure> {
    let contest = contest(name)?;
    let mut entrants = contest.entrants.iter();
    let found = entrants.find(|found| found.name == entrant);
    (found.ok_or("no such entrant")?.run)(events)?;
    Ok(())
}
