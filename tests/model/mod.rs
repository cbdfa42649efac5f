//! The rules M1 to M8 as a small interpreter, and random machines that must agree with it.

mod by_hand;
mod cases;
mod closures;
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
