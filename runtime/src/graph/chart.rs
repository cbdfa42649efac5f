//! A graph, as the pictures see it.

use std::borrow::Cow;

use super::drawing::{self, Chart, Ends, Fact, Group, On, Owner, What};
use super::{Edge, EdgeKind, Graph, StateInfo, SuperstateInfo, Trigger};
use crate::ExternalEventMode;

impl From<&Graph> for Chart<'static, ()> {
    fn from(graph: &Graph) -> Self {
        let group_named = |name: &str| {
            let mut groups = graph.superstates.iter();
            groups.position(|group| group.name == name)
        };
        let innermost =
            |superstates: &[&str]| superstates.first().and_then(|name| group_named(name));
        let from = |edge: &Edge| match edge.from {
            None => Owner::Any,
            Some(name) => {
                let state = graph.states.iter().position(|state| state.name == name);
                let state = state.map(Owner::State);
                state
                    .or_else(|| group_named(name).map(Owner::Group))
                    .unwrap_or(Owner::Any)
            }
        };
        let states = graph.states.iter().map(|state| drawing::State {
            name: state.name.into(),
            group: innermost(state.superstates),
            ends: match (state.terminal, state.failure) {
                (_, true) => Ends::Failed,
                (true, false) => Ends::Completed,
                (false, false) => Ends::Not,
            },
            policy: match state.policy {
                ExternalEventMode::Block => None,
                ExternalEventMode::Poll => Some("Poll"),
                ExternalEventMode::Ignore => Some("Ignore"),
                ExternalEventMode::Race => Some("Race"),
            },
            facts: state.facts(),
            doc: state.doc.into(),
            condition: (),
        });
        let groups = graph.superstates.iter().map(|group| Group {
            name: group.name.into(),
            group: innermost(group.superstates),
            facts: group.facts(),
            doc: group.doc.into(),
            condition: (),
        });
        let of_one_arm = graph.edges.chunk_by(|a, b| a.arm == b.arm);
        let arms = of_one_arm.filter_map(|edges| {
            let edge = edges.first()?;
            Some(drawing::Arm {
                from: from(edge),
                on: edges.iter().map(on).collect(),
                guard: edge.guard.map(Into::into),
                what: what(edge.kind),
                to: edge.to.map(Into::into),
                outcome: edge.outcome.into(),
                actions: edge.actions.iter().map(|&action| action.into()).collect(),
                doc: edge.doc.into(),
                condition: (),
            })
        });
        Chart {
            states: states.collect(),
            groups: groups.collect(),
            arms: arms.collect(),
            initial: graph.initial.into(),
            unhandled: facts([("unhandled", graph.unhandled.map(Cow::from))]),
            headers: facts([
                ("error", graph.error.map(Cow::from)),
                ("stop", graph.stop.map(Cow::from)),
                ("closed", graph.closed.map(Cow::from)),
            ]),
        }
    }
}

fn on(edge: &Edge) -> On<'static> {
    match edge.trigger {
        Trigger::Event { name, pattern } => On::Event {
            name: name.into(),
            pattern: pattern.into(),
        },
        Trigger::Timeout => On::Timeout,
        Trigger::Every { period } => On::Every(period.into()),
    }
}

fn what(kind: EdgeKind) -> What {
    match kind {
        EdgeKind::Go => What::Go,
        EdgeKind::Stay => What::Stay,
        EdgeKind::Assign => What::Assign,
        EdgeKind::Postpone => What::Postpone,
        EdgeKind::Reject => What::Reject,
    }
}

macro_rules! facts {
    ($info:ident) => {
        impl $info {
            fn facts(&self) -> Vec<Fact<'static, ()>> {
                facts([
                    ("timeout", self.timeout.map(Cow::from)),
                    ("task", self.task.map(Cow::from)),
                    ("entry", joined(self.entry)),
                    ("exit", joined(self.exit)),
                    ("unhandled", self.unhandled.map(Cow::from)),
                ])
            }
        }
    };
}

facts!(StateInfo);
facts!(SuperstateInfo);

fn facts<const COUNT: usize>(
    facts: [(&'static str, Option<Cow<'static, str>>); COUNT],
) -> Vec<Fact<'static, ()>> {
    let some = facts.into_iter().filter_map(|(word, text)| {
        Some(Fact {
            word,
            text: text?,
            condition: (),
        })
    });
    some.collect()
}

fn joined(actions: &[&'static str]) -> Option<Cow<'static, str>> {
    (!actions.is_empty()).then(|| actions.join(", ").into())
}
