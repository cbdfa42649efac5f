//! What a machine costs in a build: `cargo check` of one in `fsm!`, against the same machine as
//! nested matches by hand. What that comes to beside other libraries: `peers`. What a library itself
//! costs: `cold`.

mod cold;
mod machine;
mod measure;
mod peers;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use machine::{Own, Shape};
use measure::{Again, Crates, Macro, Spelling};
use steadfast_benches::contest::Failure;
use steadfast_benches::results;

/// Seconds that the macro may take.
const MACRO_TARGET: f64 = 0.3;
/// How many times as long as by hand a `cargo check` may take.
const CHECK_TARGET: f64 = 1.5;

/// Compares the build of a large machine with that of the same one written by hand.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    /// Fails if a target is missed.
    #[arg(long)]
    strict: bool,
    /// How often each build is measured, alternating.
    #[arg(long, default_value_t = 9, value_parser = clap::value_parser!(u16).range(7..))]
    repetitions: u16,
    /// Prints the passes in which the two builds differ.
    #[arg(long)]
    passes: bool,
    #[arg(long, default_value_t = 60)]
    states: usize,
    #[arg(long, default_value_t = 40)]
    events: usize,
    /// Arms of the `any` block; each state has arms of its own for all other events.
    #[arg(long, default_value_t = 20)]
    any: usize,
    /// Measures the machine also with a separate arm for each event of each state.
    #[arg(long)]
    separate: bool,
    /// Writes the two crates, and measures nothing.
    #[arg(long)]
    write: bool,
}

#[derive(Subcommand)]
enum What {
    /// Checks machines of 5, 20 and 60 states, also with statig and smlang.
    Peers {
        /// How often each check is measured, alternating.
        #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u16).range(5..))]
        repetitions: u16,
        /// Writes the crates, and measures nothing.
        #[arg(long)]
        write: bool,
    },
    /// Builds an empty crate that depends on one library, from nothing, and counts the crates in its tree.
    Cold {
        /// How often each build is measured, alternating.
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
        repetitions: u16,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let met = match arguments.what {
        None => compare(&arguments),
        Some(What::Peers { repetitions, write }) => {
            peers::compare(repetitions, write).map(|()| true)
        }
        Some(What::Cold { repetitions }) => cold::compare(repetitions).map(|()| true),
    };
    match met {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) if arguments.strict => ExitCode::FAILURE,
        Ok(false) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn repository() -> Result<&'static Path, Failure> {
    let parent = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    parent.ok_or_else(|| "the repository is not where it was built".into())
}

/// Where the crates are written: in the target directory.
fn folder(name: &str) -> Result<PathBuf, Failure> {
    Ok(results::target()?.join("expansion").join(name))
}

/// Whether both targets are met by the machine as one would write it.
fn compare(arguments: &Arguments) -> Result<bool, Failure> {
    let met = compare_shape(arguments, Own::Joined)?;
    if arguments.separate {
        println!();
        compare_shape(arguments, Own::Separate)?;
    }
    Ok(met)
}

fn compare_shape(arguments: &Arguments, own: Own) -> Result<bool, Failure> {
    let shape = Shape {
        states: arguments.states,
        events: arguments.events,
        any: arguments.any,
        own,
    };
    let at = folder(match own {
        Own::Joined => "joined",
        Own::Separate => "separate",
    })?;
    let crates = Crates::write(repository()?, at, &shape, &Spelling::BOTH)?;
    println!(
        "{}: {} states, {} events, {} arms ({} of them in `any`): {} lines with `fsm!`, {} by hand",
        match own {
            Own::Joined => "Events that a state does nothing with, joined in one arm",
            Own::Separate => "Every event of every state in an arm of its own",
        },
        shape.states,
        shape.events,
        shape.arms(),
        shape.any,
        crates.lines(Spelling::Declared)?,
        crates.lines(Spelling::ByHand)?,
    );
    if arguments.write {
        return Ok(true);
    }
    println!(
        "{} repetitions on {} cores; medians, and the range in brackets\n",
        arguments.repetitions,
        std::thread::available_parallelism()?,
    );

    println!("`cargo check` after the file was touched");
    let users = checks(&crates, arguments, Macro::AsUsersHaveIt, Again::Unchanged)?;
    let ratio = users.ratio();
    users.print("dev profile");
    verdict("ratio", ratio, CHECK_TARGET, "");
    let optimised = checks(&crates, arguments, Macro::Optimised, Again::Unchanged)?;
    optimised.print("macro at opt-level 3");
    println!("  ratio {:.3}\n", optimised.ratio());
    println!("`cargo check` that uses nothing of an earlier one");
    let first = checks(&crates, arguments, Macro::AsUsersHaveIt, Again::Nothing)?;
    first.print("dev profile");
    println!("  ratio {:.3}\n", first.ratio());

    println!("Macro expansion (rustc's pass `macro_expand_crate`, with `fsm!` minus by hand)");
    let users = passes(&crates, arguments, Macro::AsUsersHaveIt)?;
    let seconds = users.macro_time();
    users.print("dev profile");
    verdict("macro", seconds, MACRO_TARGET, " s");
    let optimised = passes(&crates, arguments, Macro::Optimised)?;
    optimised.print("macro at opt-level 3");
    println!("  macro {:.3} s", optimised.macro_time());
    if arguments.passes {
        users.print_passes();
    }
    Ok(ratio <= CHECK_TARGET && seconds < MACRO_TARGET)
}

fn verdict(what: &str, figure: f64, target: f64, unit: &str) {
    let met = if figure <= target { "met" } else { "MISSED" };
    println!("  {what} {figure:.3}{unit} (target {target}{unit}: {met})\n");
}

/// Some figures in seconds, of each spelling.
#[derive(Default)]
struct Pair {
    declared: Vec<f64>,
    by_hand: Vec<f64>,
}

impl Pair {
    fn of(&mut self, spelling: Spelling) -> &mut Vec<f64> {
        match spelling {
            Spelling::Declared => &mut self.declared,
            _ => &mut self.by_hand,
        }
    }

    fn ratio(&self) -> f64 {
        median(&self.declared) / median(&self.by_hand)
    }

    fn print(&self, title: &str) {
        println!(
            "  {title}: `fsm!` {}, by hand {}",
            spread(&self.declared),
            spread(&self.by_hand)
        );
    }
}

fn checks(
    crates: &Crates,
    arguments: &Arguments,
    built: Macro,
    again: Again,
) -> Result<Pair, Failure> {
    let mut times = Pair::default();
    // The first run builds the dependencies, the second fills caches.
    for repetition in 0..arguments.repetitions + 2 {
        for spelling in Spelling::BOTH {
            let time = crates.check(spelling, built, again)?.as_secs_f64();
            if repetition >= 2 {
                times.of(spelling).push(time);
            }
        }
    }
    Ok(times)
}

/// The seconds of each pass.
#[derive(Default)]
struct Passes(BTreeMap<String, Pair>);

impl Passes {
    fn expansion(&self) -> Option<&Pair> {
        self.0.get("macro_expand_crate")
    }

    fn macro_time(&self) -> f64 {
        self.expansion().map_or(f64::NAN, |pair| {
            median(&pair.declared) - median(&pair.by_hand)
        })
    }

    fn print(&self, title: &str) {
        if let Some(pair) = self.expansion() {
            pair.print(title);
        }
    }

    /// Where the time goes. Passes contain each other, so they do not add up.
    fn print_passes(&self) {
        println!("\nPasses that differ by more than a millisecond, in seconds");
        println!("  {:>8} {:>8} {:>8}", "`fsm!`", "by hand", "more");
        let mut rows: Vec<(f64, f64, &str)> = self
            .0
            .iter()
            .map(|(pass, pair)| (median(&pair.declared), median(&pair.by_hand), pass.as_str()))
            .filter(|(declared, by_hand, _)| (declared - by_hand).abs() > 0.001)
            .collect();
        rows.sort_by(|a, b| (b.0 - b.1).total_cmp(&(a.0 - a.1)));
        for (declared, by_hand, pass) in rows {
            let more = declared - by_hand;
            println!("  {declared:8.3} {by_hand:8.3} {more:8.3} {pass}");
        }
    }
}

fn passes(crates: &Crates, arguments: &Arguments, built: Macro) -> Result<Passes, Failure> {
    let mut passes = Passes::default();
    for repetition in 0..arguments.repetitions + 2 {
        for spelling in Spelling::BOTH {
            for (pass, seconds) in crates.passes(spelling, built)? {
                let pair = passes.0.entry(pass).or_default();
                if repetition >= 2 {
                    pair.of(spelling).push(seconds);
                }
            }
        }
    }
    Ok(passes)
}

/// The middle one; nothing where a pass did not run.
fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn spread(figures: &[f64]) -> String {
    let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
    let most = figures.iter().copied().fold(0.0, f64::max);
    format!("{:.3} s [{least:.3}..{most:.3}]", median(figures))
}
