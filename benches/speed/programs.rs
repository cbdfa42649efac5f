//! The other programs of this package, each for what cannot be measured in the process of `speed`.

use std::process::Command;

use crate::contest::Failure;

/// Builds and runs a bin: what it prints.
pub fn output(bin: &str, arguments: &[String]) -> Result<String, Failure> {
    let output = command(bin).args(arguments).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Builds and runs a bin that prints its own table.
pub fn run(bin: &str, arguments: &[&str]) -> Result<(), Failure> {
    let status = command(bin).args(arguments).status()?;
    if !status.success() {
        return Err(format!("{bin} {}: {status}", arguments.join(" ")).into());
    }
    Ok(())
}

fn command(bin: &str) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["run", "--release", "--quiet", "--package"])
        .args(["steadfast-benches", "--bin", bin, "--"])
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}
