//! The rules M1 to M8 as a small interpreter, and random machines that must agree with it.

mod cases;
mod family;
mod generate;
mod generated;
mod loop_reference;
mod looped;
mod machines;
mod plan;
mod pure;
mod read;
mod reference;
mod world;
