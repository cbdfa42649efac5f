//! The figures for a program.

use std::path::Path;

use serde_json::{Value, json};

use crate::contest::{Failure, Side, Times};
use crate::counts::Counts;
use crate::table::{median, range, ratios};

/// One entry for each of ours against each peer.
pub fn of(contest: &str, times: &[Times], counts: &Counts) -> Vec<Value> {
    let (ours, peers): (Vec<_>, Vec<_>) = times.iter().partition(|time| time.side == Side::Ours);
    let mut results = Vec::new();
    for ours in ours {
        for peer in &peers {
            let ratios = ratios(ours, peer);
            let (least, most) = range(&ratios);
            results.push(json!({
                "name": format!("{contest}: {} / {}", ours.name, peer.name),
                "ours_ns": median(&ours.nanoseconds),
                "peer_ns": median(&peer.nanoseconds),
                "ratio": median(&ratios),
                "spread": [least, most],
                "ours_spread_ns": range(&ours.nanoseconds),
                "peer_spread_ns": range(&peer.nanoseconds),
                "ours_allocations_per_event": counts.of(contest, ours.name),
                "peer_allocations_per_event": counts.of(contest, peer.name),
            }));
        }
    }
    results
}

/// Writes `bench/results.json` into the target directory that this program is in.
pub fn write(results: Vec<Value>) -> Result<(), Failure> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2);
    let folder = target.unwrap_or(Path::new("target")).join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("results.json");
    std::fs::write(&file, format!("{:#}\n", Value::Array(results)))?;
    println!("\nwritten to {}", file.display());
    Ok(())
}
