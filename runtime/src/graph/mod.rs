//! A machine's declaration as data, and the pictures of it.
//!
//! [`Machine::GRAPH`](crate::Machine::GRAPH) is a constant that `fsm!` writes from the machine that it
//! has checked. It costs nothing where it is not used, and says what the declaration does, but for the
//! patterns of states and the payload of the initial one. So whatever is made of it cannot disagree with
//! the code:
//!
//! | | |
//! |---|---|
//! | [`Graph::mermaid`] | a Mermaid state diagram, as GitHub and GitLab show it |
//! | [`Graph::dot`] | a graph for Graphviz |
//! | [`Graph::table`] | the transition table, in Markdown |
#![cfg_attr(
    feature = "svg",
    doc = "| [`Graph::svg`] | a picture, with the current state emphasized |"
)]
#![cfg_attr(
    not(feature = "svg"),
    doc = "| `Graph::svg` | a picture, with the current state emphasized: with the feature `svg` |"
)]
//! | `serde::Serialize` | the data, for tools of your own: with the feature `serde` |
//!
//! The documentation of a machine shows its table and its diagram by itself: `cargo doc`, and look at
//! the `struct` of the machine. With the feature `doc-diagrams` the diagram is a picture there; without
//! it, it is its Mermaid text.

pub(crate) mod build;
mod chart;
mod dot;
pub(crate) mod drawing;
#[cfg(feature = "svg")]
mod picture;
#[cfg(feature = "svg")]
mod svg;
mod texts;

pub use dot::Dot;
#[cfg(feature = "svg")]
pub use svg::{Svg, SvgError};
pub use texts::{Mermaid, Table};

use crate::ExternalEventMode;

/// A machine's declaration as data: what [`Machine::GRAPH`](crate::Machine::GRAPH) holds.
///
/// ```
/// use steadfast::graph::Trigger;
/// use steadfast::prelude::*;
///
/// #[derive(Debug, StateVariant)]
/// enum Light { Red, Green }
/// #[derive(Debug, EventVariant)]
/// enum Tick { Next }
///
/// fsm! {
///     struct LightMachine;
///     state: Light; event: Tick; context: (); initial: Red;
///     state Red { on Next => Green; }
///     state Green { on Next => Red; }
/// }
///
/// let graph = LightMachine::GRAPH;
/// let names: Vec<_> = graph.states.iter().map(|state| state.name).collect();
/// assert_eq!(names, ["Red", "Green"]);
/// assert_eq!(graph.edges[0].from, Some("Red"));
/// assert_eq!(graph.edges[0].trigger.event(), Some("Next"));
/// assert_eq!(graph.edges[0].to, Some("Green"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Graph {
    /// The machine's name.
    pub name: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    /// The states in source order.
    pub states: &'static [StateInfo],
    /// The superstates in source order.
    pub superstates: &'static [SuperstateInfo],
    /// Every trigger of every arm, once, in source order, those of `any` last. Arms are tried in this
    /// order, but for those of a superstate, which stand before those of the states in it and are tried
    /// after them.
    pub edges: &'static [Edge],
    /// The initial state's name; empty where its header is an expression that names none.
    pub initial: &'static str,
    /// The event that errors become, where the machine declares one.
    pub error: Option<&'static str>,
    /// The text of the `stop:` header.
    pub stop: Option<&'static str>,
    /// The text of the `closed:` header.
    pub closed: Option<&'static str>,
    /// What the machine itself does with an event that no arm takes, where it says so.
    pub unhandled: Option<&'static str>,
}

/// One state of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct StateInfo {
    /// Its name.
    pub name: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    /// How it looks at external events.
    pub policy: ExternalEventMode,
    /// Whether the machine ends here.
    pub terminal: bool,
    /// Whether the machine ends here as failed.
    pub failure: bool,
    /// The superstates it stands in, from the inside out.
    pub superstates: &'static [&'static str],
    /// The text of its `timeout`.
    pub timeout: Option<&'static str>,
    /// The text of its `task`.
    pub task: Option<&'static str>,
    /// The texts of its `on_entry` actions.
    pub entry: &'static [&'static str],
    /// The texts of its `on_exit` actions.
    pub exit: &'static [&'static str],
    /// What it does with an event that no arm takes, where it says so itself.
    pub unhandled: Option<&'static str>,
}

/// One superstate of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SuperstateInfo {
    /// Its name.
    pub name: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    /// The superstates it stands in, from the inside out.
    pub superstates: &'static [&'static str],
    /// The text of its `timeout`.
    pub timeout: Option<&'static str>,
    /// The text of its `task`.
    pub task: Option<&'static str>,
    /// The texts of its `on_entry` actions.
    pub entry: &'static [&'static str],
    /// The texts of its `on_exit` actions.
    pub exit: &'static [&'static str],
    /// What its states do with an event that no arm takes, where it says so itself.
    pub unhandled: Option<&'static str>,
}

/// One trigger of one arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Edge {
    /// The state or superstate that declares it; `None` for `any`.
    pub from: Option<&'static str>,
    /// The state it enters; `None` where it enters none.
    pub to: Option<&'static str>,
    /// What it is tried on.
    pub trigger: Trigger,
    /// The text of its guard.
    pub guard: Option<&'static str>,
    /// The texts of its actions.
    pub actions: &'static [&'static str],
    /// What it does.
    pub kind: EdgeKind,
    /// The text of its outcome, without the actions: `Dialing { attempt: 1 }`, `stay`.
    pub outcome: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    /// The number of its arm: edges of the same one differ in their trigger alone.
    pub arm: usize,
}

/// What an [`Edge`] is tried on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum Trigger {
    /// An event.
    #[non_exhaustive]
    Event {
        /// Its variant's name.
        name: &'static str,
        /// The text of the pattern that it has to match: `Lost(_)`.
        pattern: &'static str,
    },
    /// The timeout of the state or superstate that declares it; where that has none, the nearest
    /// around it, and any inside that is left over. In `any`, every one.
    Timeout,
    /// An `every`.
    #[non_exhaustive]
    Every {
        /// The text of its period.
        period: &'static str,
    },
}

impl Trigger {
    /// The event's name, if it is one.
    #[must_use]
    pub const fn event(&self) -> Option<&'static str> {
        match self {
            Trigger::Event { name, .. } => Some(name),
            Trigger::Timeout | Trigger::Every { .. } => None,
        }
    }
}

/// What an [`Edge`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum EdgeKind {
    /// Leaves a state and enters one.
    Go,
    /// Changes nothing.
    Stay,
    /// Stays, and replaces parts of the state's payload: `stay { tries: 0 }`.
    Assign,
    /// Keeps the event for later.
    Postpone,
    /// Refuses the event.
    Reject,
}
