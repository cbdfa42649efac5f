//! Machines as pictures: what is written is read again by parsers of its language, and compared with
//! the machine.

mod dot;
mod examples;
mod graphviz;
mod json;
mod kit;
#[allow(dead_code)]
mod machines;
mod mermaid;
mod random;
mod readme;
mod same;
mod snapshots;
mod svg;

// The examples are programs: each means itself where it says `crate`. Here that is all of them at once.
use examples::lifecycle::handler;
use examples::pipeline::{Options, keys, report, sink, source, stages, supervisor, transform};
use examples::worker::queue;

mod machine {
    pub(crate) use crate::examples::lifecycle::machine::*;
    pub(crate) use crate::examples::worker::machine::*;
}

mod stage {
    pub(crate) use crate::examples::lifecycle::stage::*;
    pub(crate) use crate::examples::pipeline::stage::*;
}
