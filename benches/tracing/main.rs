//! What telling `tracing` costs the loop per event: with nobody listening, at `info` and at
//! `debug`, against a build in which it is compiled out.

mod component;
mod sink;

use std::error::Error;
use std::process::{Command, ExitCode};

use clap::{Parser, ValueEnum};

/// How much dearer than compiled out a disabled `tracing` may be.
const TARGET: f64 = 1.05;

/// Compares the loop's time per event by who listens.
#[derive(Parser)]
struct Arguments {
    /// Fails if the target is missed.
    #[arg(long)]
    strict: bool,
    /// How often each is measured, alternating.
    #[arg(long, default_value_t = 21, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// Samples per measurement.
    #[arg(long, default_value_t = 101, value_parser = clap::value_parser!(u32).range(1..))]
    samples: u32,
    /// Measures once, in this process, and prints nanoseconds.
    #[arg(long)]
    once: Option<Listening>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Listening {
    /// Nobody can: built without.
    CompiledOut,
    Nobody,
    Info,
    Debug,
}

impl Listening {
    const ALL: [(Listening, &'static str, &'static str); 4] = [
        (Listening::CompiledOut, "compiled-out", "compiled out"),
        (Listening::Nobody, "nobody", "no subscriber"),
        (Listening::Info, "info", "a subscriber at `info`"),
        (Listening::Debug, "debug", "at `debug`, into a sink"),
    ];
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let met = match arguments.once {
        Some(listening) => once(listening, arguments.samples),
        None => compare(&arguments),
    };
    match met {
        Ok(met) if met || !arguments.strict => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn once(listening: Listening, samples: u32) -> Result<bool, Box<dyn Error>> {
    match listening {
        Listening::CompiledOut | Listening::Nobody => {}
        Listening::Info => tracing::subscriber::set_global_default(sink::at(tracing::Level::INFO))?,
        Listening::Debug => {
            tracing::subscriber::set_global_default(sink::at(tracing::Level::DEBUG))?;
        }
    }
    println!("{}", component::time_per_event(samples)?.as_nanos());
    Ok(true)
}

/// Each measurement is a process of its own, of which one kind was built without `tracing`.
fn compare(arguments: &Arguments) -> Result<bool, Box<dyn Error>> {
    let with = std::env::current_exe()?;
    let target = with.ancestors().nth(2).ok_or("not in a target directory")?;
    let other = target.join("without-tracing");
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--release",
            "--quiet",
            "--package",
            "steadfast-benches",
        ])
        .args([
            "--bin",
            "tracing",
            "--features",
            "without-tracing",
            "--target-dir",
        ])
        .arg(&other)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()?;
    if !built.success() {
        return Err("the build without tracing failed".into());
    }
    let without = other.join("release/tracing");

    let mut times = [const { Vec::new() }; 4];
    for _ in 0..arguments.rounds {
        for ((listening, name, _), times) in Listening::ALL.iter().zip(&mut times) {
            let program = match listening {
                Listening::CompiledOut => &without,
                _ => &with,
            };
            let samples = arguments.samples.to_string();
            let output = Command::new(program)
                .args(["--once", name, "--samples", &samples])
                .output()?;
            times.push(String::from_utf8(output.stdout)?.trim().parse::<u64>()?);
        }
    }
    let medians = times.each_ref().map(|times| {
        let mut times = times.clone();
        times.sort_unstable();
        times[times.len() / 2]
    });
    println!(
        "one event through the loop, medians of {}, and the range",
        arguments.rounds
    );
    let mut ratios = Vec::new();
    for (((_, _, text), times), median) in Listening::ALL.iter().zip(&times).zip(medians) {
        let ratio = median as f64 / medians[0] as f64;
        let least = times.iter().min().unwrap_or(&0);
        let most = times.iter().max().unwrap_or(&0);
        println!("  {text:<26} {median:4} ns [{least}..{most}]  {ratio:.2}");
        ratios.push(ratio);
    }
    let met = ratios.get(1).is_some_and(|&ratio| ratio <= TARGET);
    let verdict = if met { "met" } else { "MISSED" };
    println!("no subscriber against compiled out: target {TARGET}, {verdict}");
    Ok(met)
}
