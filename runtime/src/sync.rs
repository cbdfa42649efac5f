//! The primitives under everything that threads share beyond tokio's own channels.
//!
//! They are the standard library's. Under `cfg(steadfast_loom)`, which `.ci/loom` sets for the unit
//! tests of this crate, they are those of `loom`, which runs a test once for every way in which its
//! threads can get in each other's way. So what is checked is the code that runs, not a copy of it.

#[cfg(not(all(test, steadfast_loom)))]
pub(crate) use std::sync::{
    Mutex, MutexGuard,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

#[cfg(all(test, steadfast_loom))]
pub(crate) use loom::sync::{
    Mutex, MutexGuard,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use std::sync::PoisonError;

/// Locks. Nothing of the user's runs under a lock of ours but the clone of a waker, and what is
/// behind one is whole at every moment: a panic there breaks nothing.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
