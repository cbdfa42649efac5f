//! The table, and what is to be done about it.

use steadfast_benches::contest::{Failure, Side};

use crate::Figure;
use crate::baseline::{Baseline, compiler};

/// A change by more than this is one. Below it are other versions of the compiler and of tokio, and the luck of inlining.
const TOLERANCE: f64 = 0.20;

pub fn print(figures: &[Figure], old: &Baseline) {
    println!("| instructions per event | | | before | change | times by hand |");
    println!("|---|---|---|---|---|---|");
    for figure in figures {
        let before = old.figure(&figure.name());
        let by_hand = figures
            .iter()
            .find(|other| other.contest == figure.contest && other.side == Side::Peer);
        println!(
            "| {} | {} | {:.1} | {} | {} | {} |",
            figure.contest,
            figure.entrant,
            figure.per_event,
            before.map_or(String::new(), |before| format!("{before:.1}")),
            before.map_or(String::new(), |before| percent(figure.per_event, before)),
            match by_hand {
                Some(by_hand) if figure.side == Side::Ours =>
                    format!("{:.2}", figure.per_event / by_hand.per_event),
                _ => String::new(),
            },
        );
    }
}

/// Says what changed, and whether none of ours became dearer. `all` is whether everything was counted.
pub fn judge(figures: &[Figure], old: &Baseline, all: bool) -> Result<bool, Failure> {
    let mut rose = Vec::new();
    let mut fell = Vec::new();
    let mut unknown = Vec::new();
    for figure in figures.iter().filter(|figure| figure.side == Side::Ours) {
        match old.figure(&figure.name()) {
            None => unknown.push(figure.name()),
            Some(before) if figure.per_event > before * (1.0 + TOLERANCE) => {
                rose.push((figure, before));
            }
            Some(before) if figure.per_event < before * (1.0 - TOLERANCE) => {
                fell.push((figure, before));
            }
            Some(_) => {}
        }
    }
    let gone = old.names().filter(|name| {
        let mut counted = figures.iter();
        all && !counted.any(|figure| figure.name() == **name)
    });
    unknown.extend(gone.map(str::to_owned));

    for (figure, before) in &fell {
        println!("\nfell: {}", change(figure, *before));
    }
    if !fell.is_empty() {
        println!(
            "`.ci/instructions --update` keeps it that way: without it, as much may be lost unseen."
        );
    }
    for (figure, before) in &rose {
        println!("\nROSE: {}", change(figure, *before));
        println!("where: callgrind_annotate {}", figure.profile.display());
    }
    if !rose.is_empty() {
        println!(
            "\nCopy that profile away: the next count writes it anew. The figures are of the commit that last changed\n\
             benches/instructions.txt (`git log -1 benches/instructions.txt`): there the same count has the profile of\n\
             before. `--tree=caller` shows who calls. If what was gained is worth it: `.ci/instructions --update`,\n\
             and say in the commit what it was."
        );
        let now = compiler()?;
        if now != old.compiler {
            println!(
                "It may be the compiler: this is {now}, the figures are of {}.",
                old.compiler
            );
        }
        by_hand_too(figures, old);
    }
    if !all {
        println!("\nThe other contests were not counted: `.ci/instructions` alone counts all.");
    }
    for name in &unknown {
        println!(
            "\nUNKNOWN: {name}: counted now or before, but not both: `.ci/instructions --update`"
        );
    }
    Ok(rose.is_empty() && unknown.is_empty())
}

/// What is written by hand changes with tokio and the compiler alone.
fn by_hand_too(figures: &[Figure], old: &Baseline) {
    for figure in figures.iter().filter(|figure| figure.side == Side::Peer) {
        if let Some(before) = old.figure(&figure.name())
            && figure.per_event > before * (1.0 + TOLERANCE)
        {
            println!(
                "It may be the compiler or tokio: so did {}",
                change(figure, before)
            );
        }
    }
}

fn change(figure: &Figure, before: f64) -> String {
    let change = percent(figure.per_event, before);
    format!(
        "{}, {:.1} instructions per event, {change} (it was {before:.1})",
        figure.name(),
        figure.per_event,
    )
}

fn percent(now: f64, before: f64) -> String {
    let change = (now / before - 1.0) * 100.0;
    match change.abs() < 0.05 {
        true => "none".to_owned(),
        false => format!("{change:+.1} %"),
    }
}
