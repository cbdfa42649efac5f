//! Standard output, as far as it goes.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Prints all of it. What cannot be printed is the program's failure; but whoever closes the pipe has
/// seen enough of it.
pub fn print(text: &impl Display) -> Result<(), ExitCode> {
    let mut stdout = io::stdout().lock();
    let printed = write!(stdout, "{text}").and_then(|()| stdout.flush());
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("standard output cannot be written to: {error}");
            Err(ExitCode::FAILURE)
        }
        _ => Ok(()),
    }
}
