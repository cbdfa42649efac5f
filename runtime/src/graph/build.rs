//! How `fsm!` writes a graph: by what differs from the plainest of each.
//!
//! No method has the name of one of `Machine`: a call would make rustc name that trait by its full path
//! in the user's errors.

use super::{Edge, EdgeKind, Graph, StateInfo, SuperstateInfo, Trigger};
use crate::ExternalEventMode;

type Text = &'static str;
type Texts = &'static [Text];

/// What a graph is made of.
///
/// The parameter means nothing. But the compiler evaluates the constants of an `impl` without parameters
/// also where nobody asks for them, and took as long for a large graph as for all else.
pub trait Declaration<T = ()> {
    /// Without the lists below.
    const HEAD: Graph;
    /// The states.
    const STATES: &'static [StateInfo];
    /// The superstates.
    const SUPERSTATES: &'static [SuperstateInfo] = &[];
    /// The arms.
    const ARMS: &'static [Arm];
    /// Their edges, and behind them some that are none: as many as if every `cfg` held.
    const EDGES: &'static [Edge];
}

/// The graph of a machine.
#[must_use]
pub(crate) const fn graph<D: Declaration>() -> Graph {
    let (edges, _) = D::EDGES.split_at(Arm::triggers(D::ARMS));
    D::HEAD.of(D::STATES, D::SUPERSTATES, edges)
}

#[doc(hidden)]
impl Graph {
    #[must_use]
    pub const fn new(name: Text, initial: Text) -> Self {
        Graph {
            name,
            doc: "",
            states: &[],
            superstates: &[],
            edges: &[],
            initial,
            error: None,
            stop: None,
            closed: None,
            unhandled: None,
        }
    }

    #[must_use]
    pub const fn doc(self, doc: Text) -> Self {
        Graph { doc, ..self }
    }

    #[must_use]
    pub const fn of(
        self,
        states: &'static [StateInfo],
        superstates: &'static [SuperstateInfo],
        edges: &'static [Edge],
    ) -> Self {
        Graph {
            states,
            superstates,
            edges,
            ..self
        }
    }

    #[must_use]
    pub const fn error(self, event: Text) -> Self {
        Graph {
            error: Some(event),
            ..self
        }
    }

    #[must_use]
    pub const fn stop(self, event: Text) -> Self {
        Graph {
            stop: Some(event),
            ..self
        }
    }

    #[must_use]
    pub const fn closed(self, event: Text) -> Self {
        Graph {
            closed: Some(event),
            ..self
        }
    }

    #[must_use]
    pub const fn unhandled(self, texts: Texts) -> Self {
        Graph {
            unhandled: first(texts),
            ..self
        }
    }
}

#[doc(hidden)]
impl StateInfo {
    #[must_use]
    pub const fn new(name: Text) -> Self {
        StateInfo {
            name,
            doc: "",
            policy: ExternalEventMode::Block,
            terminal: false,
            failure: false,
            superstates: &[],
            timeout: None,
            task: None,
            entry: &[],
            exit: &[],
            unhandled: None,
        }
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
            failure: true,
            ..self.terminal()
        }
    }
}

#[doc(hidden)]
impl SuperstateInfo {
    #[must_use]
    pub const fn new(name: Text) -> Self {
        SuperstateInfo {
            name,
            doc: "",
            superstates: &[],
            timeout: None,
            task: None,
            entry: &[],
            exit: &[],
            unhandled: None,
        }
    }
}

/// What states and superstates have in common. Clauses come as lists: what may stand there once may
/// stand there several times, each under a `cfg`.
macro_rules! scope {
    ($info:ident) => {
        #[doc(hidden)]
        impl $info {
            #[must_use]
            pub const fn doc(self, doc: Text) -> Self {
                $info { doc, ..self }
            }

            #[must_use]
            pub const fn inside(self, superstates: Texts) -> Self {
                $info {
                    superstates,
                    ..self
                }
            }

            #[must_use]
            pub const fn timeout(self, texts: Texts) -> Self {
                $info {
                    timeout: first(texts),
                    ..self
                }
            }

            #[must_use]
            pub const fn task(self, texts: Texts) -> Self {
                $info {
                    task: first(texts),
                    ..self
                }
            }

            #[must_use]
            pub const fn entry(self, entry: Texts) -> Self {
                $info { entry, ..self }
            }

            #[must_use]
            pub const fn exit(self, exit: Texts) -> Self {
                $info { exit, ..self }
            }

            #[must_use]
            pub const fn unhandled(self, texts: Texts) -> Self {
                $info {
                    unhandled: first(texts),
                    ..self
                }
            }
        }
    };
}

scope!(StateInfo);
scope!(SuperstateInfo);

const fn first(texts: &[Text]) -> Option<Text> {
    match texts {
        [first, ..] => Some(first),
        [] => None,
    }
}

/// A trigger by one text, since a machine may have a thousand of them: an event by its pattern, `Lost`,
/// `Lost(_)` or `lost @ Lost(_)`; an `every` by `@` and its period; a `timeout` by nothing.
const fn trigger(text: Text) -> Trigger {
    let bytes = text.as_bytes();
    if bytes.is_empty() {
        return Trigger::Timeout;
    }
    if bytes[0] == b'@' {
        let (_, period) = text.split_at(1);
        return Trigger::Every { period };
    }
    let mut begin = 0;
    let mut end = name_end(bytes, 0);
    // A name to bind the event to is followed by ` @ `.
    if end + 3 < bytes.len() && bytes[end] == b' ' && bytes[end + 1] == b'@' {
        begin = end + 3;
        end = name_end(bytes, begin);
    }
    let (before, _) = text.split_at(end);
    let (_, name) = before.split_at(begin);
    Trigger::Event {
        name,
        pattern: text,
    }
}

/// Where the name ends that begins at a byte.
const fn name_end(bytes: &[u8], begin: usize) -> usize {
    let mut end = begin;
    // In UTF-8, bytes from 128 on are parts of letters here.
    while end < bytes.len()
        && (bytes[end] >= 128 || bytes[end] == b'_' || bytes[end].is_ascii_alphanumeric())
    {
        end += 1;
    }
    end
}

/// An arm: an [`Edge`] for each of its triggers.
#[derive(Clone, Copy, Debug)]
pub struct Arm {
    triggers: Texts,
    edge: Edge,
}

impl Arm {
    /// An arm of `any` that stays.
    #[must_use]
    pub const fn any(triggers: Texts) -> Self {
        Arm {
            triggers,
            edge: Edge {
                from: None,
                to: None,
                trigger: Trigger::Timeout,
                guard: None,
                actions: &[],
                kind: EdgeKind::Stay,
                outcome: "stay",
                doc: "",
                arm: 0,
            },
        }
    }

    /// An arm of a state or superstate that stays.
    #[must_use]
    pub const fn of(from: Text, triggers: Texts) -> Self {
        let mut arm = Arm::any(triggers);
        arm.edge.from = Some(from);
        arm
    }

    /// It enters a state.
    #[must_use]
    pub const fn to(mut self, state: Text) -> Self {
        self.edge.to = Some(state);
        self.kind(EdgeKind::Go, state)
    }

    /// With a payload, or by `move`.
    #[must_use]
    pub const fn by(mut self, outcome: Text) -> Self {
        self.edge.outcome = outcome;
        self
    }

    /// It assigns to its state's payload.
    #[must_use]
    pub const fn assign(self, outcome: Text) -> Self {
        self.kind(EdgeKind::Assign, outcome)
    }

    /// It keeps the event.
    #[must_use]
    pub const fn postpone(self) -> Self {
        self.kind(EdgeKind::Postpone, "postpone")
    }

    /// It refuses the event.
    #[must_use]
    pub const fn reject(self) -> Self {
        self.kind(EdgeKind::Reject, "reject")
    }

    const fn kind(mut self, kind: EdgeKind, outcome: Text) -> Self {
        self.edge.kind = kind;
        self.edge.outcome = outcome;
        self
    }

    /// With a guard.
    #[must_use]
    pub const fn guard(mut self, text: Text) -> Self {
        self.edge.guard = Some(text);
        self
    }

    /// With actions.
    #[must_use]
    pub const fn actions(mut self, texts: Texts) -> Self {
        self.edge.actions = texts;
        self
    }

    /// With a doc comment.
    #[must_use]
    pub const fn doc(mut self, doc: Text) -> Self {
        self.edge.doc = doc;
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

    /// Their edges, in order: as many as there are, and then some that are none, up to `COUNT`.
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
                edges[count].trigger = self::trigger(arm.triggers[trigger]);
                edges[count].arm = at;
                count += 1;
                trigger += 1;
            }
            at += 1;
        }
        edges
    }
}
