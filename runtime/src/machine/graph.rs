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

impl Graph {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        name: &'static str,
        doc: &'static str,
        states: &'static [StateInfo],
        superstates: &'static [SuperstateInfo],
        edges: &'static [Edge],
        initial: &'static str,
        error: Option<&'static str>,
    ) -> Self {
        Graph {
            name,
            doc,
            states,
            superstates,
            edges,
            initial,
            error,
        }
    }
}

/// One state of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateInfo {
    /// Its name.
    pub name: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    /// How it looks at external events.
    pub policy: crate::ExternalEventMode,
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
