//! The rules M1 to M8, and those of the loop around states that block, as a small interpreter; and
//! random machines whose runs must agree with it step for step.
//!
//! - `machines/` holds the family: machines that `generate/` wrote, once and for all. Each is given
//!   to `fsm!`, and as text to `read`, which makes a `plan` of it and knows nothing of the macro.
//! - `world` has their states, events, actions and their context. Each expression of a machine asks
//!   the context by a number of its own; what the context answers is a random table. So guards,
//!   payloads, times and panics are random, and the order of evaluation is seen.
//! - `reference/` runs a plan by the rules, `loop_reference` puts a loop around it.
//! - `pure` and `looped` compare.
//! - `graph/` takes `Machine::GRAPH` for a machine: its edges are the moves of the running one, and
//!   all of them, and its texts are those of the declaration.
//!
//! More cases: `PROPTEST_CASES=5000`. Others: `PROPTEST_RNG_SEED=7`. A failure prints the machine,
//! the tables and the script, made as small as they go.

mod by_hand;
mod cases;
mod closures;
mod family;
mod generate;
mod generated;
mod graph;
mod loop_reference;
mod looped;
mod machines;
mod plan;
mod pure;
mod read;
mod reference;
mod world;
