//! Runs the compiler on crates of one machine each, and reads what it says of its passes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant, SystemTime};

use steadfast_benches::contest::Failure;

use crate::machine::Shape;

type Result<T> = std::result::Result<T, Failure>;

/// How the machine is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    Declared,
    ByHand,
    Statig,
    Smlang,
}

impl Spelling {
    pub const BOTH: [Spelling; 2] = [Spelling::Declared, Spelling::ByHand];
    pub const ALL: [Spelling; 4] = [
        Spelling::Declared,
        Spelling::ByHand,
        Spelling::Statig,
        Spelling::Smlang,
    ];

    fn package(self) -> &'static str {
        match self {
            Spelling::Declared => "declared",
            Spelling::ByHand => "by_hand",
            Spelling::Statig => "with_statig",
            Spelling::Smlang => "with_smlang",
        }
    }

    fn source(self, shape: &Shape) -> String {
        match self {
            Spelling::Declared => shape.declared(),
            Spelling::ByHand => shape.by_hand(),
            Spelling::Statig => shape.statig(),
            Spelling::Smlang => shape.smlang(),
        }
    }

    /// What it needs, for a manifest. Which version, says the lock file.
    fn dependency(self, runtime: &Path) -> Option<String> {
        match self {
            Spelling::Declared => Some(format!("steadfast = {{ path = {runtime:?} }}\n")),
            Spelling::ByHand => None,
            Spelling::Statig => Some("statig = \"*\"\n".to_owned()),
            Spelling::Smlang => Some("smlang = \"*\"\n".to_owned()),
        }
    }
}

/// How the macro itself is built. `cargo check` builds it unoptimised, also with `--release`.
#[derive(Clone, Copy)]
pub enum Macro {
    AsUsersHaveIt,
    Optimised,
}

/// What of the last build the compiler may use again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// All that did not change, as while one works.
    Unchanged,
    /// Nothing of this crate, as in a first build.
    Nothing,
}

/// A workspace with a crate of each of some spellings.
pub struct Crates {
    at: PathBuf,
    target: PathBuf,
}

impl Crates {
    /// Writes the crates. They differ in their source alone: all depend on what one of them needs, as the rest of
    /// a component would.
    pub fn write(
        repository: &Path,
        at: PathBuf,
        shape: &Shape,
        spellings: &[Spelling],
    ) -> Result<Self> {
        let runtime = repository.join("runtime");
        let dependencies: String = spellings
            .iter()
            .filter_map(|spelling| spelling.dependency(&runtime))
            .collect();
        let members: Vec<_> = spellings
            .iter()
            .map(|spelling| spelling.package())
            .collect();
        fs::create_dir_all(&at)?;
        fs::write(
            at.join("Cargo.toml"),
            format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"),
        )?;
        // The same versions as here, and no need of a network.
        fs::copy(repository.join("Cargo.lock"), at.join("Cargo.lock"))?;
        for spelling in spellings {
            let package = at.join(spelling.package());
            fs::create_dir_all(package.join("src"))?;
            fs::write(
                package.join("Cargo.toml"),
                format!(
                    "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                     [dependencies]\n{dependencies}",
                    spelling.package(),
                ),
            )?;
            fs::write(package.join("src/lib.rs"), spelling.source(shape))?;
        }
        let target = at.join("target");
        Ok(Crates { at, target })
    }

    /// Builds into a directory that it may share with others, so that what all depend on is built once.
    pub fn into_target(self, target: PathBuf) -> Self {
        Crates { target, ..self }
    }

    fn source(&self, spelling: Spelling) -> PathBuf {
        self.at.join(spelling.package()).join("src/lib.rs")
    }

    pub fn lines(&self, spelling: Spelling) -> Result<usize> {
        Ok(fs::read_to_string(self.source(spelling))?.lines().count())
    }

    /// `cargo check` after the file was touched: how long it takes.
    pub fn check(&self, spelling: Spelling, built: Macro, again: Again) -> Result<Duration> {
        self.touch(spelling)?;
        let (environment, directory): (&[_], _) = match again {
            Again::Unchanged => (&[], "check"),
            Again::Nothing => (&[("CARGO_INCREMENTAL", "0")], "first"),
        };
        let start = Instant::now();
        self.cargo(spelling, built, environment, directory)?;
        Ok(start.elapsed())
    }

    /// The seconds of the compiler's passes, after the file was touched.
    pub fn passes(&self, spelling: Spelling, built: Macro) -> Result<BTreeMap<String, f64>> {
        self.touch(spelling)?;
        let environment = [("RUSTC_BOOTSTRAP", "1"), ("RUSTFLAGS", "-Ztime-passes")];
        let output = self.cargo(spelling, built, &environment, "passes")?;
        let mut passes = BTreeMap::new();
        let mut ended = false;
        for line in String::from_utf8_lossy(&output.stderr).lines() {
            // `time:   0.052; rss:   94MB ->  120MB (  +26MB)	macro_expand_crate`
            let Some(rest) = line.strip_prefix("time:") else {
                continue;
            };
            let Some((seconds, rest)) = rest.split_once(';') else {
                continue;
            };
            let Some(pass) = rest.split_whitespace().last() else {
                continue;
            };
            // Cargo repeats what was said of the dependencies; `total` ends each crate, and ours
            // is the last.
            if std::mem::replace(&mut ended, pass == "total") {
                passes.clear();
            }
            *passes.entry(pass.to_owned()).or_default() += seconds.trim().parse::<f64>()?;
        }
        if passes.contains_key("macro_expand_crate") {
            Ok(passes)
        } else {
            Err("the compiler says nothing of its passes".into())
        }
    }

    fn touch(&self, spelling: Spelling) -> Result<()> {
        let file = File::options().append(true).open(self.source(spelling))?;
        file.set_modified(SystemTime::now())?;
        Ok(())
    }

    fn cargo(
        &self,
        spelling: Spelling,
        built: Macro,
        environment: &[(&str, &str)],
        directory: &str,
    ) -> Result<Output> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command
            .current_dir(&self.at)
            .args(["check", "--offline", "--package", spelling.package()])
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_INCREMENTAL")
            .envs(environment.iter().copied());
        let kind = match built {
            Macro::AsUsersHaveIt => "dev",
            Macro::Optimised => {
                command.args(["--config", "profile.dev.build-override.opt-level=3"]);
                "optimised"
            }
        };
        command.arg("--target-dir");
        command.arg(self.target.join(directory).join(kind));
        let output = command.output()?;
        if output.status.success() {
            Ok(output)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
        }
    }
}
