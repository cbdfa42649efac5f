//! How do I build a pipeline that loses nothing, whichever way it ends?
//!
//! A source reads a text file, a transform finds the keys of each line, a sink counts them. Each
//! is a component with a bounded mailbox, and so is the pipeline that starts them, watches them,
//! drains them in order and reports.
//!
//! In a `Cargo.lock` (the default is this repository's own) it counts how often each package is
//! depended on; in any other text, the words. Ctrl-C or SIGTERM drains what was read and reports it; a
//! missing file, a line that is not UTF-8, `--fail-at 7` and `--panic-at 7` show the other ends.
//! `--live` shows the four components while they run; `--draw mermaid` (or `dot`, `svg`, `table`) prints
//! the machine of the pipeline instead, and with `--of source` that of a stage.
//!
//! Run it with `cargo run -p steadfast-examples --example pipeline -- [FILE]`.

mod draw;
mod keys;
mod live;
mod print;
mod report;
mod sink;
mod source;
mod stage;
mod stages;
mod supervisor;
mod transform;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};
use stages::Stages;
use steadfast::ExitKind;
use supervisor::{Pipeline, State};

/// Counts what is most frequent in a text file.
#[derive(Parser)]
pub struct Options {
    /// The file to read [default: this repository's Cargo.lock].
    #[arg(
        default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"),
        hide_default_value = true
    )]
    file: PathBuf,
    /// Show the components in the terminal while they run.
    #[arg(long)]
    live: bool,
    /// Print the machine of the pipeline, and do nothing else.
    #[arg(
        long,
        value_name = "FORMAT",
        conflicts_with_all = ["file", "live", "fail_at", "panic_at"]
    )]
    draw: Option<draw::Format>,
    /// The machine that `--draw` prints.
    #[arg(
        long,
        value_name = "MACHINE",
        default_value = "pipeline",
        requires = "draw"
    )]
    of: draw::Which,
    #[command(flatten)]
    trouble: transform::Trouble,
}

/// Files from this size on get a progress bar.
const LONG: u64 = 1 << 20;

fn progress_bar(options: &Options) -> ProgressBar {
    // A file that cannot be read is for the source to report.
    let length = std::fs::metadata(&options.file).map_or(0, |file| file.len());
    if length < LONG || options.live {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}");
    ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

async fn run(options: Options) -> ExitCode {
    let bar = progress_bar(&options);
    let is_live = options.live;
    let stages = Stages::start(options, bar.clone());
    let pipeline = Pipeline.spawn(stages.clone());
    let table = is_live.then(|| live::table(&pipeline, &stages));
    // Of all handles, the pipeline alone has those of its stages.
    drop(stages);

    let mut interrupted = false;
    let exit = tokio::select! {
        exit = pipeline.join() => exit,
        () = live::until_interrupted(table) => {
            interrupted = true;
            pipeline.stop();
            pipeline.join().await
        }
    };

    bar.finish_and_clear();
    if interrupted {
        eprintln!("interrupted; this was counted until then:");
    }
    match exit.state() {
        Some(State::Done(report) | State::Failed(report)) => {
            if let Err(code) = print::print(report) {
                return code;
            }
        }
        Some(State::Broken(reason)) => eprintln!("the pipeline itself failed: {reason}"),
        _ => eprintln!("the pipeline itself {exit}"),
    }
    match exit.kind() {
        ExitKind::Completed if interrupted => ExitCode::from(130),
        ExitKind::Completed => ExitCode::SUCCESS,
        ExitKind::Failed | ExitKind::Aborted => ExitCode::FAILURE,
    }
}

/// Prints a machine.
fn print_machine(which: draw::Which, format: draw::Format) -> ExitCode {
    match draw::draw(which, format) {
        Ok(text) => match print::print(&format_args!("{}\n", text.trim_end())) {
            Ok(()) => ExitCode::SUCCESS,
            Err(code) => code,
        },
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    if let Some(format) = options.draw {
        return print_machine(options.of, format);
    }
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    let code = runtime.block_on(run(options));
    // A read from a pipe that stays silent occupies a thread of its own. Nobody waits for it.
    runtime.shutdown_background();
    code
}
