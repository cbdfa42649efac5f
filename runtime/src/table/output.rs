//! Standard output, past the lock that the standard library has on it.
//!
//! Whoever prints holds that lock, also while a `Display` panics in the middle of it. The table would wait
//! for the one who panics, and that one for the table.

#[cfg(unix)]
use std::fs::File;
use std::io;
#[cfg(unix)]
use std::os::fd::AsFd;

#[cfg(unix)]
pub(super) type Output = File;

/// Elsewhere a console takes text by that way alone.
#[cfg(not(unix))]
pub(super) type Output = io::Stdout;

#[cfg(unix)]
pub(super) fn open() -> io::Result<Output> {
    io::stdout().as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(not(unix))]
pub(super) fn open() -> io::Result<Output> {
    Ok(io::stdout())
}
