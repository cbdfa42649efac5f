//! What a picture of a machine is drawn from, and the pictures that the macros draw too.
//!
//! The macros write a machine's documentation before its graph is a value, so this directory belongs
//! to both crates: `macros/src/drawing` is a link to it. There is one writer of each picture, and
//! the one in the documentation is the one that the graph gives at run time.

pub(crate) mod cells;
mod escape;
pub(crate) mod label;
mod line;
mod mermaid;
mod table;

use std::borrow::Cow;

pub(crate) use label::{Labels, facts};
pub(crate) use line::Line;
pub(crate) use mermaid::mermaid;
pub(crate) use table::table;

/// A machine to be drawn. `C` is the condition under which a part of it is there: the macros do not
/// know which `cfg` holds, and at run time there is nothing left to know.
pub(crate) struct Chart<'a, C> {
    pub(crate) states: Vec<State<'a, C>>,
    pub(crate) groups: Vec<Group<'a, C>>,
    pub(crate) arms: Vec<Arm<'a, C>>,
    pub(crate) initial: Cow<'a, str>,
    pub(crate) unhandled: Vec<Fact<'a, C>>,
    /// The events of the machine itself: what an error becomes, and what asks it to end.
    pub(crate) headers: Vec<Fact<'a, C>>,
}

/// A state, in source order.
pub(crate) struct State<'a, C> {
    pub(crate) name: Cow<'a, str>,
    /// The superstate it stands in, by number.
    pub(crate) group: Option<usize>,
    pub(crate) ends: Ends,
    /// Its policy, unless that is `Block`.
    pub(crate) policy: Option<&'static str>,
    pub(crate) facts: Vec<Fact<'a, C>>,
    pub(crate) doc: Cow<'a, str>,
    pub(crate) condition: C,
}

/// Whether a machine ends in a state, and how.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ends {
    Not,
    Completed,
    Failed,
}

/// A superstate.
pub(crate) struct Group<'a, C> {
    pub(crate) name: Cow<'a, str>,
    /// The superstate it stands in, by number.
    pub(crate) group: Option<usize>,
    pub(crate) facts: Vec<Fact<'a, C>>,
    pub(crate) doc: Cow<'a, str>,
    pub(crate) condition: C,
}

/// A clause that is no arm: `timeout`, `entry`, `exit`, `task` and the like.
pub(crate) struct Fact<'a, C> {
    pub(crate) word: &'static str,
    pub(crate) text: Cow<'a, str>,
    pub(crate) condition: C,
}

/// An arm, with all its triggers.
pub(crate) struct Arm<'a, C> {
    pub(crate) from: Owner,
    pub(crate) on: Vec<On<'a>>,
    pub(crate) guard: Option<Cow<'a, str>>,
    pub(crate) what: What,
    /// The state that it enters.
    pub(crate) to: Option<Cow<'a, str>>,
    /// What stands behind its arrow, without the actions.
    pub(crate) outcome: Cow<'a, str>,
    pub(crate) actions: Vec<Cow<'a, str>>,
    pub(crate) doc: Cow<'a, str>,
    pub(crate) condition: C,
}

/// Who declares an arm.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Any,
    Group(usize),
    State(usize),
}

/// What an arm is tried on.
pub(crate) enum On<'a> {
    Event {
        name: Cow<'a, str>,
        pattern: Cow<'a, str>,
    },
    Timeout,
    Every(Cow<'a, str>),
}

/// What an arm does, as far as a picture tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Go,
    Stay,
    Assign,
    Postpone,
    Reject,
}

impl<C> Chart<'_, C> {
    /// The superstates around a state, from the outside in.
    pub(crate) fn around(&self, state: &State<'_, C>) -> Vec<usize> {
        let mut around: Vec<usize> =
            std::iter::successors(state.group, |&group| self.groups[group].group).collect();
        around.reverse();
        around
    }

    /// The arms of a state, superstate or `any`.
    pub(crate) fn arms_of(&self, from: Owner) -> impl Iterator<Item = &Arm<'_, C>> {
        self.arms.iter().filter(move |arm| arm.from == from)
    }

    /// Whether there is anything to say of all states.
    pub(crate) fn has_any(&self) -> bool {
        !self.unhandled.is_empty() || self.arms_of(Owner::Any).next().is_some()
    }
}
