//! What it costs to depend on a library at all: `cargo build` from nothing of an empty crate that depends on it alone,
//! with its default features, and the number of crates in its tree.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use steadfast_benches::contest::{Failure, Side};
use steadfast_benches::results;
use steadfast_benches::sheet::{Row, Sheet, Unit};

const LIBRARIES: [&str; 5] = ["steadfast", "statig", "smlang", "ractor", "kameo"];

pub fn compare(repetitions: u16) -> Result<(), Failure> {
    println!(
        "{} cores; medians of {repetitions} alternating repetitions, and the range",
        std::thread::available_parallelism()?,
    );
    let users = LIBRARIES
        .iter()
        .map(|library| User::write(library))
        .collect::<Result<Vec<_>, _>>()?;
    let mut trees = rows();
    for (user, row) in users.iter().zip(&mut trees) {
        row.figures.push(user.tree()? as f64);
    }
    let mut builds = rows();
    for repetition in 0..repetitions {
        for place in 0..users.len() {
            let place = match repetition % 2 {
                0 => place,
                _ => users.len() - 1 - place,
            };
            let time = users[place].build()?;
            builds[place].figures.push(time.as_nanos() as f64);
        }
    }
    let sheets = [
        Sheet {
            name: "cold build of an empty user".to_owned(),
            unit: Unit::Time,
            rows: builds,
        },
        Sheet {
            name: "crates in the tree of an empty user".to_owned(),
            unit: Unit::Crates,
            rows: trees,
        },
    ];
    for sheet in &sheets {
        sheet.print();
    }
    let entries = sheets.iter().flat_map(Sheet::results).collect();
    results::write(entries)
}

fn rows() -> Vec<Row> {
    let row = |name| Row {
        name,
        side: match name {
            "steadfast" => Side::Ours,
            _ => Side::Peer,
        },
        figures: Vec::new(),
    };
    LIBRARIES.into_iter().map(row).collect()
}

/// An empty crate that depends on one library.
struct User {
    at: PathBuf,
}

impl User {
    fn write(library: &str) -> Result<Self, Failure> {
        let repository = crate::repository()?;
        let at = crate::folder("cold")?.join(library);
        fs::create_dir_all(at.join("src"))?;
        let from = match library {
            "steadfast" => format!("{{ path = {:?} }}", repository.join("runtime")),
            // Which version, says the lock file.
            _ => "\"*\"".to_owned(),
        };
        fs::write(
            at.join("Cargo.toml"),
            format!(
                "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
                 [dependencies]\n{library} = {from}\n",
            ),
        )?;
        // The versions that `benches` itself was built with, so all of them are here.
        fs::copy(repository.join("Cargo.lock"), at.join("Cargo.lock"))?;
        fs::write(at.join("src/main.rs"), "fn main() {}\n")?;
        Ok(User { at })
    }

    fn cargo(&self, arguments: &[&str], target: &Path) -> Result<String, Failure> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .current_dir(&self.at)
            .args(arguments)
            .arg("--offline")
            .env_remove("RUSTFLAGS")
            // Only what comes by a path is built so, and whoever uses us gets us from a registry.
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", target)
            .output()?;
        match output.status.success() {
            true => Ok(String::from_utf8(output.stdout)?),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
        }
    }

    fn build(&self) -> Result<Duration, Failure> {
        let target = self.at.join("target");
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let begin = Instant::now();
        self.cargo(&["build"], &target)?;
        Ok(begin.elapsed())
    }

    /// How many crates it needs to be built, on this system, without itself.
    fn tree(&self) -> Result<usize, Failure> {
        let arguments = ["tree", "--edges", "normal,build", "--prefix", "none"];
        let tree = self.cargo(&arguments, &self.at.join("target"))?;
        // `serde v1.0.0 (*)` was listed before; of a path dependency the path follows.
        let crates: BTreeSet<_> = tree
            .lines()
            .filter_map(|line| {
                let mut words = line.split_whitespace();
                Some((words.next()?, words.next()?))
            })
            .collect();
        Ok(crates.len().saturating_sub(1))
    }
}
