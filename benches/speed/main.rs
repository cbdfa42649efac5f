//! How fast one event is: through the pure machine and through a component, side by side with the same
//! thing written by hand and with other libraries.

use std::process::ExitCode;

use clap::Parser;
use steadfast_benches::contest::Failure;
use steadfast_benches::counts::Counts;
use steadfast_benches::{chosen, chosen_waits, idle, is_chosen, programs, results, table};

/// Measures ours and its peers, prints a table and writes target/bench/results.json.
#[derive(Parser)]
struct Arguments {
    /// Contests of which this is a part of the name; without one, all.
    names: Vec<String>,
    /// How often each is measured, alternating, after one run that is not.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u16).range(5..))]
    repetitions: u16,
    /// Does not count allocations, for which a second program is built.
    #[arg(long)]
    without_allocations: bool,
    /// Runs this entrant alone, for a profile.
    #[arg(long)]
    entrant: Option<String>,
    /// So many events, or stops, in place of the contest's own number: for a count of instructions, or a quick look.
    #[arg(long)]
    events: Option<u64>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let counts = match arguments.without_allocations {
        true => Counts::default(),
        false => Counts::take(&arguments.names)?,
    };
    println!(
        "{} cores; medians of {} alternating repetitions, and the range",
        std::thread::available_parallelism()?,
        arguments.repetitions,
    );
    let mut results = Vec::new();
    for mut contest in chosen(&arguments.names) {
        if let Some(name) = &arguments.entrant {
            contest.entrants.retain(|entrant| entrant.name == name);
        }
        contest.events = arguments.events.unwrap_or(contest.events);
        let times = contest.measure(usize::from(arguments.repetitions))?;
        table::print(&contest.name, "ns per event", &times, &counts);
        results.extend(results::of(&contest.name, &times, &counts));
    }
    let components = arguments.events.unwrap_or(idle::COMPONENTS);
    let entrant = arguments.entrant.as_deref();
    let repetitions = usize::from(arguments.repetitions);
    for sheet in idle::measure(&arguments.names, entrant, components, repetitions)? {
        sheet.print();
        results.extend(sheet.results());
    }
    for mut contest in chosen_waits(&arguments.names) {
        if let Some(name) = &arguments.entrant {
            contest.entrants.retain(|entrant| entrant.name == name);
        }
        contest.samples = arguments.events.unwrap_or(contest.samples);
        for (percentile, times) in contest.measure(usize::from(arguments.repetitions))? {
            let name = format!("{}, {percentile}", contest.name);
            table::print(&name, "ns", &times, &counts);
            results.extend(results::of(&name, &times, &counts));
        }
    }
    results::write(results)?;
    builds(arguments)
}

/// What machines and libraries cost in a build: another program measures it, and adds it to the results.
fn builds(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.entrant.is_some() || arguments.events.is_some() {
        return Ok(());
    }
    if is_chosen("build, cargo check", &arguments.names) {
        let repetitions = arguments.repetitions.to_string();
        programs::run("expansion", &["peers", "--repetitions", &repetitions])?;
    }
    if is_chosen("build, cold", &arguments.names) {
        programs::run("expansion", &["cold"])?;
    }
    Ok(())
}
