//! The loop under load: floods, crowds, long runs and random interleavings, counted to the last
//! event.

mod by_hand;
mod conservation;
mod dock;
mod flood;
mod hour;
mod late_panics;
mod ledger;
mod mill;
mod plan;
mod random;
mod scale;
mod sender;
mod shutdown;
mod waiters;
mod yard;
