//! This program under callgrind, which counts each instruction and needs no counters of the processor.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::Command;

use steadfast_benches::contest::Failure;

/// The argument by which this program runs one entrant and nothing else.
pub const ALONE: &str = "--alone";

pub struct Count {
    pub instructions: u64,
    pub profile: PathBuf,
}

/// Counts one run of one entrant.
pub fn count(contest: &str, entrant: &str, events: u64) -> Result<Count, Failure> {
    let program = std::env::current_exe()?;
    let profile = profile(&program, &format!("{contest} {entrant} {events}"))?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet"])
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(&program)
        .args([ALONE, contest, entrant, &events.to_string()])
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => "valgrind is not here; a package of that name has it".into(),
            _ => Failure::from(error),
        })?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{contest}: {entrant}: {}: {told}", output.status).into());
    }
    let instructions = total(&std::fs::read_to_string(&profile)?)
        .ok_or_else(|| format!("no total in {}", profile.display()))?;
    Ok(Count {
        instructions,
        profile,
    })
}

/// A file in the target directory that this program is in, by what was counted.
fn profile(program: &std::path::Path, of: &str) -> Result<PathBuf, Failure> {
    let target = program.ancestors().nth(2).ok_or("not in a folder")?;
    let folder = target.join("instructions");
    std::fs::create_dir_all(&folder)?;
    let words: Vec<_> = of
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    Ok(folder.join(words.join("-")))
}

/// The total that a profile ends with, of instructions alone.
fn total(profile: &str) -> Option<u64> {
    let after = |word: &str| profile.lines().find_map(|line| line.strip_prefix(word));
    if after("events:")?.trim() != "Ir" {
        return None;
    }
    after("totals:")?.trim().parse().ok()
}
