//! The other programs of this package, each for what cannot be measured in the process of `speed`.

use std::process::Command;

use crate::contest::Failure;

/// Builds and runs a bin: what it prints.
pub fn output(bin: &str, arguments: &[String]) -> Result<String, Failure> {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--release", "--quiet", "--package"])
        .args(["steadfast-benches", "--bin", bin, "--"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
