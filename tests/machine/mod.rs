//! What a machine means, without a loop around it.

mod atomic_steps;
mod attributes;
mod clocks;
mod closures;
mod const_generics;
mod derives;
mod every_pair;
mod expression_in_a_loop;
mod fixture;
mod generics;
mod graph;
mod hygiene;
mod moving;
mod names_in_scope;
mod no_warnings;
mod order_of_actions;
mod order_of_arms;
mod postponing;
mod retrying;
mod tasks;
mod terminal;
mod triggers;
mod unhandled;
mod whose_timeout;
