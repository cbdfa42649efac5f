//! What is drawn, in words that all pictures share.

use steadfast::Machine;
use steadfast::graph::{Edge, Graph, Trigger};

use crate::examples;
use crate::machines::{names, odd, order, texts, two};

/// Every machine that is looked at.
pub(crate) fn graphs() -> Vec<Graph> {
    let mut graphs = vec![
        two::LampMachine::GRAPH,
        names::Graph::GRAPH,
        texts::TextMachine::GRAPH,
        odd::OddMachine::<u32, 7>::GRAPH,
        order::OrderMachine::GRAPH,
    ];
    graphs.extend(examples::graphs());
    graphs
}

/// A picture, as it was read.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Picture {
    pub(crate) states: Vec<Box>,
    pub(crate) groups: Vec<Box>,
    pub(crate) arrows: Vec<Arrow>,
    /// The state that the machine begins in.
    pub(crate) initial: Vec<String>,
}

/// A state or a superstate, with its name and what is written below it.
#[derive(Debug, PartialEq, PartialOrd, Eq, Ord)]
pub(crate) struct Box {
    pub(crate) name: String,
    pub(crate) inside: Option<String>,
    pub(crate) text: String,
}

/// An arrow between the names of two boxes.
#[derive(Debug, PartialEq, PartialOrd, Eq, Ord)]
pub(crate) struct Arrow {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) label: String,
}

/// What the box around all states is called.
pub(crate) const ANY: &str = "any state";

/// The picture that a machine should have. All texts are without white space: where lines are broken is
/// a matter of looks.
pub(crate) fn expected(graph: &Graph) -> Picture {
    let arms: Vec<&[Edge]> = graph.edges.chunk_by(|a, b| a.arm == b.arm).collect();
    let of = |from: Option<&str>, is_arrow: bool| {
        let from = from.map(str::to_owned);
        let arms = arms.iter().filter(move |edges| {
            edges[0].from.map(str::to_owned) == from && edges[0].to.is_some() == is_arrow
        });
        arms.copied()
    };
    let any = (graph.unhandled.is_some() || graph.edges.iter().any(|edge| edge.from.is_none()))
        .then(|| ANY.to_owned());
    let mut picture = Picture {
        initial: vec![graph.initial.to_owned()],
        ..Picture::default()
    };
    for state in graph.states {
        let policy = match state.policy {
            steadfast::ExternalEventMode::Block => String::new(),
            policy => format!("{policy:?}"),
        };
        let around = state.superstates.first().map(|name| (*name).to_owned());
        let text = policy
            + &clauses(
                state.timeout,
                state.task,
                state.entry,
                state.exit,
                state.unhandled,
            )
            + &of(Some(state.name), false).map(in_box).collect::<String>();
        picture.states.push(Box {
            name: state.name.to_owned(),
            // Nothing that a box says is for a state in which the machine has ended.
            inside: around.or(any.clone()).filter(|_| !state.terminal),
            text: squeezed(&text),
        });
    }
    for group in graph.superstates {
        let holds_any = graph
            .states
            .iter()
            .any(|state| state.superstates.contains(&group.name) && !state.terminal);
        if !holds_any {
            continue;
        }
        let around = group.superstates.first().map(|name| (*name).to_owned());
        let text = clauses(
            group.timeout,
            group.task,
            group.entry,
            group.exit,
            group.unhandled,
        ) + &of(Some(group.name), false).map(in_box).collect::<String>();
        picture.groups.push(Box {
            name: group.name.to_owned(),
            inside: around.or(any.clone()),
            text: squeezed(&text),
        });
    }
    if let Some(any) = any {
        let text = clauses(None, None, &[], &[], graph.unhandled)
            + &of(None, false).map(in_box).collect::<String>();
        picture.groups.push(Box {
            name: any,
            inside: None,
            text: squeezed(&text),
        });
    }
    let arrows = arms.iter().filter_map(|edges| {
        let edge = edges[0];
        let actions = match edge.actions {
            [] => String::new(),
            actions => format!("/{}", actions.join(",")),
        };
        Some(Arrow {
            from: edge.from.unwrap_or(ANY).to_owned(),
            to: edge.to?.to_owned(),
            label: squeezed(&(trigger(edges) + &actions)),
        })
    });
    picture.arrows = arrows.collect();
    picture.sort();
    picture
}

impl Picture {
    /// In an order that does not depend on the language.
    pub(crate) fn sort(&mut self) {
        self.states.sort();
        self.groups.sort();
        self.arrows.sort();
    }
}

fn clauses(
    timeout: Option<&str>,
    task: Option<&str>,
    entry: &[&str],
    exit: &[&str],
    unhandled: Option<&str>,
) -> String {
    let list = |word: &str, actions: &[&str]| match actions {
        [] => String::new(),
        actions => format!("{word}/{}", actions.join(",")),
    };
    let one = |word: &str, text: Option<&str>| {
        text.map(|text| format!("{word}{text}")).unwrap_or_default()
    };
    [
        one("timeout", timeout),
        one("task", task),
        list("entry", entry),
        list("exit", exit),
        one("unhandled/", unhandled),
    ]
    .concat()
}

fn in_box(edges: &[Edge]) -> String {
    use steadfast::graph::EdgeKind;
    let edge = edges[0];
    let outcome = match edge.kind {
        EdgeKind::Stay if !edge.actions.is_empty() => None,
        _ => Some(edge.outcome),
    };
    let texts: Vec<&str> = outcome.iter().chain(edge.actions).copied().collect();
    format!("{}/{}", trigger(edges), texts.join(","))
}

/// The triggers and the guard.
fn trigger(edges: &[Edge]) -> String {
    let triggers: Vec<String> = edges
        .iter()
        .map(|edge| match edge.trigger {
            Trigger::Event { name, pattern, .. } => shown(name, pattern).to_owned(),
            Trigger::Timeout => "timeout".to_owned(),
            Trigger::Every { period, .. } => format!("every {period}"),
            _ => unreachable!("no other trigger"),
        })
        .collect();
    let guard = edges[0].guard.map(|guard| format!("[{guard}]"));
    triggers.join(",") + &guard.unwrap_or_default()
}

/// What is written of a pattern: its event's name, where the rest says nothing, or is long and no more
/// than names.
fn shown<'p>(name: &'p str, pattern: &'p str) -> &'p str {
    let says_nothing = pattern
        .strip_prefix(name)
        .is_some_and(|rest| rest.chars().all(|c| "(){}_., ".contains(c)));
    let is_small = |c: char| c.is_lowercase() || "(){}_., ".contains(c);
    let only_names = pattern
        .strip_prefix(name)
        .is_some_and(|rest| rest.chars().all(is_small));
    if says_nothing || (only_names && pattern.chars().count() > 24) {
        name
    } else {
        pattern
    }
}

/// Without white space.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
