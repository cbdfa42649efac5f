//! The figures that the repository keeps, and of which compiler they are.

use std::fmt::Write;
use std::process::Command;

use steadfast_benches::contest::Failure;

use crate::Figure;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/instructions.txt");

const HEAD: &str = "\
# Instructions per event, by `.ci/instructions --update`: see benches/README.md.
";

const COMPILER: &str = "compiler";

pub struct Baseline {
    pub compiler: String,
    figures: Vec<(String, f64)>,
}

impl Baseline {
    pub fn of(figures: &[Figure]) -> Result<Self, Failure> {
        Ok(Baseline {
            compiler: compiler()?,
            figures: figures
                .iter()
                .map(|figure| (figure.name(), figure.per_event))
                .collect(),
        })
    }

    pub fn read() -> Result<Self, Failure> {
        let text = std::fs::read_to_string(FILE).map_err(|error| format!("{FILE}: {error}"))?;
        let mut baseline = Baseline {
            compiler: String::new(),
            figures: Vec::new(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (name, value) = line
                .rsplit_once(" = ")
                .ok_or_else(|| format!("{FILE}: not `name = figure`: {line}"))?;
            if name == COMPILER {
                value.clone_into(&mut baseline.compiler);
            } else {
                baseline.figures.push((name.to_owned(), value.parse()?));
            }
        }
        Ok(baseline)
    }

    pub fn write(&self) -> Result<(), Failure> {
        let mut text = HEAD.to_owned();
        writeln!(text, "{COMPILER} = {}", self.compiler)?;
        for (name, figure) in &self.figures {
            writeln!(text, "{name} = {figure:.1}")?;
        }
        std::fs::write(FILE, text)?;
        println!("written to {FILE}");
        Ok(())
    }

    pub fn figure(&self, name: &str) -> Option<f64> {
        let mut figures = self.figures.iter();
        figures
            .find(|(known, _)| known == name)
            .map(|found| found.1)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.figures.iter().map(|(name, _)| name.as_str())
    }

    /// Whether its instructions are those of this machine.
    pub fn is_of_this_machine(&self) -> Result<bool, Failure> {
        Ok(host(&self.compiler) == host(&compiler()?))
    }
}

/// What stands behind the version.
fn host(compiler: &str) -> &str {
    compiler.rsplit(' ').next().unwrap_or_default()
}

/// The compiler that cargo has for this folder: its version, and for which machine it compiles.
pub fn compiler() -> Result<String, Failure> {
    let output = Command::new("rustc")
        .arg("-vV")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()?;
    let told = String::from_utf8(output.stdout)?;
    let version = told.lines().next().unwrap_or_default();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(format!("{version} {}", host.ok_or("rustc tells no host")?))
}
