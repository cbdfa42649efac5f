//! What can go wrong, and what happens then: each fault is tried on components that are generated
//! and written by hand, that work themselves and through a handler, on one thread and on many.

mod generated;
mod handwritten;
mod kit;
mod page;
mod plant;
mod rows;

mod actions;
mod clocks;
mod ending;
mod errors;
mod expressions;
mod floods;
mod illegal;
mod owners;
mod postponing;
mod senders;
mod waiting;
mod work;
