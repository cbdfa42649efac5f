//! What one more event costs the allocator on the generated path, once a component runs: nothing.
//!
//! A target of its own, since the allocator that counts is that of the whole program.

mod count;
mod rig;

mod clocks;
mod mailbox;
mod method;
mod step;
mod work;
