//! What the three stages have in common.

use steadfast::SendError;
use steadfast::prelude::*;

/// How many lines wait between two stages before the first of them has to wait.
pub const QUEUE: usize = 64;

/// What a stage did. Its final state tells it, so that it is known whichever way the stage ended.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Lines that it began with.
    pub taken: u64,
    /// Lines that it was done with: the next stage had accepted them.
    pub passed: u64,
}

/// Whether a fault is that the next stage, which takes events `E`, has ended. That is for the
/// pipeline to look into; this stage has not failed.
pub fn is_cut_off<E: 'static>(fault: &Fault) -> bool {
    fault
        .error()
        .is_some_and(|error| error.is::<SendError<E>>())
}
