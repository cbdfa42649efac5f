use crate::ExternalEventMode;

/// A machine's declaration as data: what [`Machine::GRAPH`](crate::Machine::GRAPH) holds.
///
/// ```
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
/// let names: Vec<_> = LightMachine::GRAPH.states.iter().map(|state| state.name).collect();
/// assert_eq!(names, ["Red", "Green"]);
/// assert_eq!(LightMachine::GRAPH.edges[0].to, Some("Green"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Every arm, once, in source order.
    pub edges: &'static [Edge],
    /// The initial state's name.
    pub initial: &'static str,
    /// The event that errors become, where the machine declares one.
    pub error: Option<&'static str>,
}

/// One state of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The superstate it stands in.
    pub superstate: Option<&'static str>,
    /// The text of its `timeout`.
    pub timeout: Option<&'static str>,
}

/// One superstate of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuperstateInfo {
    /// Its name.
    pub name: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    /// The superstate it stands in.
    pub superstate: Option<&'static str>,
    /// The text of its `timeout`.
    pub timeout: Option<&'static str>,
}

/// One trigger of one arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The state or superstate that declares it; `None` for `any`.
    pub from: Option<&'static str>,
    /// The state it enters; `None` where it enters none.
    pub to: Option<&'static str>,
    /// The event's name, `timeout` or `every`.
    pub trigger: &'static str,
    /// The text of its guard.
    pub guard: Option<&'static str>,
    /// The texts of its actions.
    pub actions: &'static [&'static str],
    /// What it does.
    pub kind: EdgeKind,
}

/// What an [`Edge`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EdgeKind {
    /// Leaves a state and enters one.
    Go,
    /// Changes nothing.
    Stay,
    /// Assigns to the state's payload.
    Assign,
    /// Keeps the event for later.
    Postpone,
    /// Refuses the event.
    Reject,
    /// A closure decides.
    Closure,
}

// How `fsm!` writes a graph: by what differs from the plainest of each. No method has the name of one
// of `Machine`: a call would make rustc name that trait by its full path in the user's errors.

#[doc(hidden)]
impl Graph {
    #[must_use]
    pub const fn new(
        name: &'static str,
        initial: &'static str,
        states: &'static [StateInfo],
        edges: &'static [Edge],
    ) -> Self {
        Graph {
            name,
            doc: "",
            states,
            superstates: &[],
            edges,
            initial,
            error: None,
        }
    }

    #[must_use]
    pub const fn doc(self, doc: &'static str) -> Self {
        Graph { doc, ..self }
    }

    #[must_use]
    pub const fn superstates(self, superstates: &'static [SuperstateInfo]) -> Self {
        Graph {
            superstates,
            ..self
        }
    }

    #[must_use]
    pub const fn error(self, event: &'static str) -> Self {
        Graph {
            error: Some(event),
            ..self
        }
    }
}

#[doc(hidden)]
impl StateInfo {
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        StateInfo {
            name,
            doc: "",
            policy: ExternalEventMode::Block,
            terminal: false,
            failure: false,
            superstate: None,
            timeout: None,
        }
    }

    #[must_use]
    pub const fn doc(self, doc: &'static str) -> Self {
        StateInfo { doc, ..self }
    }

    #[must_use]
    pub const fn mode(self, policy: ExternalEventMode) -> Self {
        StateInfo { policy, ..self }
    }

    #[must_use]
    pub const fn terminal(self) -> Self {
        StateInfo {
            terminal: true,
            ..self
        }
    }

    #[must_use]
    pub const fn failure(self) -> Self {
        StateInfo {
            terminal: true,
            failure: true,
            ..self
        }
    }

    #[must_use]
    pub const fn inside(self, superstate: &'static str) -> Self {
        StateInfo {
            superstate: Some(superstate),
            ..self
        }
    }

    #[must_use]
    pub const fn timeout(self, texts: &'static [&'static str]) -> Self {
        StateInfo {
            timeout: first(texts),
            ..self
        }
    }
}

#[doc(hidden)]
impl SuperstateInfo {
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        SuperstateInfo {
            name,
            doc: "",
            superstate: None,
            timeout: None,
        }
    }

    #[must_use]
    pub const fn doc(self, doc: &'static str) -> Self {
        SuperstateInfo { doc, ..self }
    }

    #[must_use]
    pub const fn inside(self, superstate: &'static str) -> Self {
        SuperstateInfo {
            superstate: Some(superstate),
            ..self
        }
    }

    #[must_use]
    pub const fn timeout(self, texts: &'static [&'static str]) -> Self {
        SuperstateInfo {
            timeout: first(texts),
            ..self
        }
    }
}

/// The text of a clock that may stand there several times, each under a `cfg`.
const fn first(texts: &[&'static str]) -> Option<&'static str> {
    match texts {
        [first, ..] => Some(first),
        [] => None,
    }
}

/// An arm: an [`Edge`] for each of its triggers.
#[derive(Clone, Copy, Debug)]
pub struct Arm {
    triggers: &'static [&'static str],
    edge: Edge,
}

impl Arm {
    /// An arm of `any` that stays.
    #[must_use]
    pub const fn any(triggers: &'static [&'static str]) -> Self {
        Arm {
            triggers,
            edge: Edge {
                from: None,
                to: None,
                trigger: "",
                guard: None,
                actions: &[],
                kind: EdgeKind::Stay,
            },
        }
    }

    /// An arm of a state or superstate that stays.
    #[must_use]
    pub const fn of(from: &'static str, triggers: &'static [&'static str]) -> Self {
        let mut arm = Arm::any(triggers);
        arm.edge.from = Some(from);
        arm
    }

    /// It enters a state.
    #[must_use]
    pub const fn to(mut self, state: &'static str) -> Self {
        self.edge.to = Some(state);
        self.kind(EdgeKind::Go)
    }

    /// It assigns to its state's payload.
    #[must_use]
    pub const fn assign(self) -> Self {
        self.kind(EdgeKind::Assign)
    }

    /// It keeps the event.
    #[must_use]
    pub const fn postpone(self) -> Self {
        self.kind(EdgeKind::Postpone)
    }

    /// It refuses the event.
    #[must_use]
    pub const fn reject(self) -> Self {
        self.kind(EdgeKind::Reject)
    }

    /// A closure decides.
    #[must_use]
    pub const fn closure(self) -> Self {
        self.kind(EdgeKind::Closure)
    }

    const fn kind(mut self, kind: EdgeKind) -> Self {
        self.edge.kind = kind;
        self
    }

    /// With a guard.
    #[must_use]
    pub const fn guard(mut self, text: &'static str) -> Self {
        self.edge.guard = Some(text);
        self
    }

    /// With actions.
    #[must_use]
    pub const fn actions(mut self, texts: &'static [&'static str]) -> Self {
        self.edge.actions = texts;
        self
    }

    /// How many triggers some arms have.
    #[must_use]
    pub const fn triggers(arms: &[Arm]) -> usize {
        let mut count = 0;
        let mut at = 0;
        while at < arms.len() {
            count += arms[at].triggers.len();
            at += 1;
        }
        count
    }

    /// Their edges, in order.
    #[must_use]
    pub const fn edges<const COUNT: usize>(arms: &[Arm]) -> [Edge; COUNT] {
        let mut edges = [Arm::any(&[]).edge; COUNT];
        let mut count = 0;
        let mut at = 0;
        while at < arms.len() {
            let arm = &arms[at];
            let mut trigger = 0;
            while trigger < arm.triggers.len() {
                edges[count] = arm.edge;
                edges[count].trigger = arm.triggers[trigger];
                count += 1;
                trigger += 1;
            }
            at += 1;
        }
        edges
    }
}
