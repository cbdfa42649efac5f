//! The figures for a reader.

use crate::contest::{Side, Times};
use crate::counts::Counts;

/// The middle one of some figures.
pub fn median(figures: &[f64]) -> f64 {
    let mut figures = figures.to_vec();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The least and the most of some figures.
pub fn range(figures: &[f64]) -> (f64, f64) {
    figures
        .iter()
        .fold((f64::INFINITY, 0.0), |(least, most), &figure| {
            (figure.min(least), figure.max(most))
        })
}

/// Ours over the peer's, repetition by repetition: what slows both down does not show in it.
pub fn ratios(ours: &Times, peer: &Times) -> Vec<f64> {
    let pairs = ours.nanoseconds.iter().zip(&peer.nanoseconds);
    pairs.map(|(ours, peer)| ours / peer).collect()
}

/// `unit` is what the nanoseconds are of.
pub fn print(contest: &str, unit: &str, times: &[Times], counts: &Counts) {
    let ours: Vec<_> = times
        .iter()
        .filter(|time| time.side == Side::Ours)
        .collect();
    println!("\n## {contest}\n");
    print!("| | {unit} | range | allocations |");
    for ours in &ours {
        print!(" {}, times this |", ours.name);
    }
    print!("\n|---|---|---|---|{}", "---|".repeat(ours.len()));
    for time in times {
        let (least, most) = range(&time.nanoseconds);
        let allocations = match counts.of(contest, time.name) {
            Some(count) => format!("{count:.2}"),
            None => "".to_owned(),
        };
        let median = median(&time.nanoseconds);
        print!(
            "\n| {} | {median:.1} | {least:.1}..{most:.1} | {allocations} |",
            time.name
        );
        for ours in &ours {
            print!(" {} |", ratio(ours, time));
        }
    }
    println!();
}

fn ratio(ours: &Times, time: &Times) -> String {
    if time.side == Side::Ours {
        return String::new();
    }
    let ratios = ratios(ours, time);
    let (least, most) = range(&ratios);
    format!(
        "{} ({}..{})",
        figure(median(&ratios)),
        figure(least),
        figure(most),
    )
}

/// Of what is a small part of the other's, two decimals would be none.
fn figure(ratio: f64) -> String {
    if ratio < 0.1 {
        format!("{ratio:.4}")
    } else {
        format!("{ratio:.2}")
    }
}
