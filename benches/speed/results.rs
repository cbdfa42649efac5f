//! The figures for a program.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::contest::{Failure, Side, Times};
use crate::counts::Counts;
use crate::table::{median, quotients, range};

/// One entry for each of ours against each peer.
pub fn of(contest: &str, times: &[Times], counts: &Counts) -> Vec<Value> {
    let (ours, peers): (Vec<_>, Vec<_>) = times.iter().partition(|time| time.side == Side::Ours);
    let mut results = Vec::new();
    for ours in ours {
        for peer in &peers {
            let name = format!("{contest}: {} / {}", ours.name, peer.name);
            let mut entry = entry(name, "ns", &ours.nanoseconds, &peer.nanoseconds);
            for (key, by) in [("ours", ours.name), ("peer", peer.name)] {
                let count = counts.of(contest, by);
                entry.insert(format!("{key}_allocations_per_event"), json!(count));
            }
            results.push(Value::Object(entry));
        }
    }
    results
}

/// The figures of ours and of a peer, one of each per repetition, in some unit.
pub fn entry(name: String, unit: &str, ours: &[f64], peer: &[f64]) -> Map<String, Value> {
    let ratios = quotients(ours, peer);
    [
        ("name".to_owned(), json!(name)),
        (format!("ours_{unit}"), json!(median(ours))),
        (format!("peer_{unit}"), json!(median(peer))),
        ("ratio".to_owned(), json!(median(&ratios))),
        ("spread".to_owned(), json!(range(&ratios))),
        (format!("ours_spread_{unit}"), json!(range(ours))),
        (format!("peer_spread_{unit}"), json!(range(peer))),
    ]
    .into_iter()
    .collect()
}

/// The target directory that this program is in.
pub fn target() -> Result<PathBuf, Failure> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2);
    Ok(target.unwrap_or(Path::new("target")).to_owned())
}

/// Writes `bench/results.json` into the target directory. What is there under other names stays: it is of an earlier
/// run, or of another program.
pub fn write(results: Vec<Value>) -> Result<(), Failure> {
    let folder = target()?.join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("results.json");
    let mut all: Vec<Value> = match std::fs::read(&file) {
        // What cannot be read is no loss: all of it can be measured again.
        Ok(earlier) => serde_json::from_slice(&earlier).unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    for result in results {
        match all.iter_mut().find(|old| old["name"] == result["name"]) {
            Some(old) => *old = result,
            None => all.push(result),
        }
    }
    std::fs::write(&file, format!("{:#}\n", Value::Array(all)))?;
    println!("\nwritten to {}", file.display());
    Ok(())
}
