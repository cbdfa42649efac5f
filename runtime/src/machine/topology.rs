//! What a machine is made of, as data: the macros emit it, the library walks it.
//!
//! Nodes are the states and superstates in pre-order, so a superstate's children are the
//! numbers from its own up to its `end`, and "is inside" is two comparisons.

use crate::ExternalEventMode;

/// The parent of a node that stands at the top.
pub const TOP: u16 = u16::MAX;

/// The tables of one machine.
#[derive(Debug)]
pub struct Topology {
    /// States and superstates in pre-order.
    pub nodes: &'static [Node],
    /// Every `timeout` and `every` clause, in source order.
    pub clocks: &'static [Clock],
    /// The `unhandled` clause of the machine itself.
    pub unhandled: Unhandled,
    /// Whether any node has `on_entry do` or `on_exit do`.
    pub hooks: bool,
    /// Whether any arm, hook or `unhandled` is a closure, so that steps may have to be awaited.
    pub closures: bool,
    /// Whether any node has a task.
    pub tasks: bool,
}

/// One state or superstate.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Its name as declared.
    pub name: &'static str,
    /// What it is.
    pub kind: NodeKind,
    /// The superstate it stands in, or [`TOP`].
    pub parent: u16,
    /// One past the last node inside it; its own number plus one for a state.
    pub end: u16,
    /// How it looks at external events.
    pub policy: ExternalEventMode,
    /// What it does with an event that no arm takes.
    pub unhandled: Unhandled,
    /// Whether it has a task.
    pub task: bool,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A state that the machine can leave.
    State,
    /// A group of states.
    Superstate,
    /// A state that ends the component as completed.
    Terminal,
    /// A state that ends the component as failed.
    Failure,
}

/// An `unhandled` clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unhandled {
    /// There is none here: look further out.
    Inherit,
    /// `unhandled => reject`
    Reject,
    /// `unhandled => stay`
    Stay,
    /// `unhandled => postpone`
    Postpone,
    /// `unhandled => |state, event, context| ..`, by number.
    Closure(u16),
}

/// A clock, by the node that declares it.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// `timeout`
    Timeout(u16),
    /// `every`
    Every(u16),
}

impl Clock {
    /// The node that declares it.
    pub fn node(self) -> u16 {
        match self {
            Clock::Timeout(node) | Clock::Every(node) => node,
        }
    }

    /// Whether it fires again and again.
    pub fn repeats(self) -> bool {
        matches!(self, Clock::Every(_))
    }
}

// How generated code writes the tables: by what differs from the plainest of each.

impl Node {
    /// A state.
    pub const fn state(name: &'static str, end: u16) -> Self {
        Node {
            name,
            kind: NodeKind::State,
            parent: TOP,
            end,
            policy: ExternalEventMode::Block,
            unhandled: Unhandled::Inherit,
            task: false,
        }
    }

    /// A superstate.
    pub const fn superstate(name: &'static str, end: u16) -> Self {
        Node {
            kind: NodeKind::Superstate,
            ..Node::state(name, end)
        }
    }

    /// A `terminal` state.
    pub const fn terminal(name: &'static str, end: u16) -> Self {
        Node {
            kind: NodeKind::Terminal,
            ..Node::state(name, end)
        }
    }

    /// A `failure` state.
    pub const fn failure(name: &'static str, end: u16) -> Self {
        Node {
            kind: NodeKind::Failure,
            ..Node::state(name, end)
        }
    }

    /// In a superstate.
    pub const fn inside(self, parent: u16) -> Self {
        Node { parent, ..self }
    }

    /// With a policy other than `Block`.
    pub const fn mode(self, policy: ExternalEventMode) -> Self {
        Node { policy, ..self }
    }

    /// With an `unhandled` clause.
    pub const fn unhandled(self, unhandled: Unhandled) -> Self {
        Node { unhandled, ..self }
    }

    /// With a `task`.
    pub const fn task(self) -> Self {
        Node { task: true, ..self }
    }
}

impl Topology {
    /// A machine of nodes alone.
    pub const fn new(nodes: &'static [Node]) -> Self {
        let mut tasks = false;
        let mut at = 0;
        while at < nodes.len() {
            tasks |= nodes[at].task;
            at += 1;
        }
        Topology {
            nodes,
            clocks: &[],
            unhandled: Unhandled::Inherit,
            hooks: false,
            closures: false,
            tasks,
        }
    }

    /// With clocks.
    pub const fn with_clocks(self, clocks: &'static [Clock]) -> Self {
        Topology { clocks, ..self }
    }

    /// With an `unhandled` clause of the machine's own.
    pub const fn with_unhandled(self, unhandled: Unhandled) -> Self {
        Topology { unhandled, ..self }
    }

    /// With `on_entry do` or `on_exit do` somewhere.
    pub const fn with_hooks(self) -> Self {
        Topology {
            hooks: true,
            ..self
        }
    }

    /// With a closure somewhere.
    pub const fn with_closures(self) -> Self {
        Topology {
            closures: true,
            ..self
        }
    }

    /// Whether `inner` is `outer` or stands inside it.
    pub fn contains(&self, outer: u16, inner: u16) -> bool {
        outer <= inner && inner < self.nodes[usize::from(outer)].end
    }

    /// Whether going from state `from` to state `to` leaves `node`. A state is left even towards
    /// itself; a superstate only when its border is crossed.
    pub fn leaves(&self, node: u16, from: u16, to: u16) -> bool {
        self.contains(node, from) && (node == from || !self.contains(node, to))
    }

    /// Whether going from state `from` to state `to` enters `node`. `from` may be [`TOP`].
    pub fn enters(&self, node: u16, from: u16, to: u16) -> bool {
        self.contains(node, to) && (node == to || from == TOP || !self.contains(node, from))
    }

    /// A node and what surrounds it, from the inside out.
    pub fn outward(&self, node: u16) -> impl Iterator<Item = u16> + '_ {
        std::iter::successors((node != TOP).then_some(node), |&node| {
            let parent = self.nodes[usize::from(node)].parent;
            (parent != TOP).then_some(parent)
        })
    }

    /// What surrounds a node and the node itself, from the outside in. Pre-order numbers grow
    /// inwards, so this needs no stack.
    pub fn inward(&self, node: u16) -> impl Iterator<Item = u16> + '_ {
        let outermost = self.outward(node).last().unwrap_or(node);
        (outermost..=node).filter(move |&outer| self.contains(outer, node))
    }

    /// The `unhandled` clause that applies in a state: the innermost.
    pub fn unhandled(&self, state: u16) -> Unhandled {
        self.outward(state)
            .map(|node| self.nodes[usize::from(node)].unhandled)
            .find(|&unhandled| unhandled != Unhandled::Inherit)
            .unwrap_or(self.unhandled)
    }

    /// How the machine ends in a state, if it does.
    #[inline]
    pub fn ends(&self, state: u16) -> Option<NodeKind> {
        let kind = self.nodes[usize::from(state)].kind;
        matches!(kind, NodeKind::Terminal | NodeKind::Failure).then_some(kind)
    }

    /// The node whose `timeout` an `on timeout` arm of `scope` speaks of, if `scope` or anything
    /// around it has one.
    pub(crate) fn timeout_of(&self, scope: u16) -> Option<u16> {
        self.outward(scope).find(|&node| self.has_timeout(node))
    }

    fn has_timeout(&self, node: u16) -> bool {
        self.clocks
            .iter()
            .any(|clock| clock.node() == node && !clock.repeats())
    }

    /// Whether the `on timeout` arms of `scope` apply when the timeout of `owner` fires. An arm
    /// speaks of the nearest timeout at or around its scope; a scope without one around it speaks
    /// of whichever fires inside.
    pub fn timeout_applies(&self, scope: u16, owner: u16) -> bool {
        match self.timeout_of(scope) {
            Some(node) if node == owner => true,
            // The timeout of an inner state, left over by the inner state's own arms.
            Some(node) => !self.has_timeout(scope) && node != owner && self.contains(scope, owner),
            None => true,
        }
    }
}
