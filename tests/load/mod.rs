//! The loop under load: floods, crowds, long runs and random interleavings, counted to the last
//! event.

mod by_hand;
mod conservation;
mod ledger;
mod random;
mod yard;
