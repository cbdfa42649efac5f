//! What one more event costs the allocator on the generated path, once a component runs: nothing. And
//! what the component itself takes.
//!
//! A target of its own, since the allocator that counts is that of the whole program.

mod count;
mod rig;

mod clocks;
mod idle;
mod mailbox;
mod method;
mod stats;
mod step;
mod work;
