//! The graph is the machine: its edges are exactly the moves that the running machine makes.
//!
//! - `walk` takes a graph for a machine, and explains a step that was seen by one of its edges, with
//!   `step` and `log`: what came of it, and what the machine asked meanwhile;
//! - `moves`: each step of a machine is explained;
//! - `lived`: so is each step of a component;
//! - `made`: each edge is the explanation of a step, in each state where it applies;
//! - `said`: what a graph says is what `read` reads in the declaration.
//!
//! Only the item form has a graph, so no closure comes here.

mod lived;
mod log;
mod made;
mod moves;
mod said;
mod step;
mod walk;

use std::sync::LazyLock;

use super::family::{Item, Member};
use super::machines::FAMILY;

/// A machine that has a graph.
#[derive(Clone, Copy)]
struct Graphed {
    member: Member,
    item: Item,
}

impl std::fmt::Debug for Graphed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.member.fmt(f)
    }
}

static GRAPHED: LazyLock<Vec<Graphed>> = LazyLock::new(|| {
    let members = FAMILY.iter().copied();
    let graphed = members.filter_map(|member| {
        let item = member.item?;
        Some(Graphed { member, item })
    });
    graphed.collect()
});
