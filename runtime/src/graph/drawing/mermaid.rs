//! A machine as a Mermaid state diagram.

use super::escape::{escaped, label};
use super::label::{BOX, wrapped};
use super::{Chart, Ends, Labels, Line, Owner, State, What, facts};

/// The box around all states that `any` speaks of. No Rust name of a variant looks like this.
const ANY: &str = "any__";

/// What the lexer of Mermaid takes for something else, whatever its case.
const RESERVED: &[&str] = &[
    "accdescr",
    "acctitle",
    "as",
    "choice",
    "class",
    "classdef",
    "click",
    "concurrent",
    "default",
    "direction",
    "end",
    "fork",
    "hide",
    "href",
    "join",
    "left",
    "note",
    "right",
    "scale",
    "state",
    "statediagram",
    "style",
    "title",
];

/// The whole diagram, line by line. `current` is the state to be emphasized.
pub(crate) fn mermaid<'c, C: Default + PartialEq>(
    chart: &'c Chart<'_, C>,
    current: Option<&str>,
) -> Vec<Line<'c, C>> {
    let mut diagram = Diagram {
        chart,
        lines: vec![Line::always("stateDiagram-v2")],
        depth: 1,
    };
    diagram.states();
    diagram.arrows();
    diagram.styles(current);
    diagram.lines
}

struct Diagram<'d, 'c, 'a, C> {
    chart: &'c Chart<'a, C>,
    lines: Vec<Line<'d, C>>,
    depth: usize,
}

impl<'c, 'a, C: Default + PartialEq> Diagram<'c, 'c, 'a, C> {
    fn write(&mut self, condition: Option<&'c C>, text: &str) {
        let text = format!("{:1$}{text}", "", self.depth * 4);
        self.lines.push(Line { text, condition });
    }

    /// The boxes, in source order, within those of their superstates and of `any`.
    fn states(&mut self) {
        let chart = self.chart;
        let mut open: Vec<usize> = Vec::new();
        let around_all = chart.has_any();
        let alive = |state: &&State<'_, C>| state.ends == Ends::Not;
        if around_all {
            self.open_any();
        }
        for state in chart.states.iter().filter(alive) {
            let around = chart.around(state);
            let common = open.iter().zip(&around).take_while(|(a, b)| a == b).count();
            self.close(&mut open, common);
            for &group in &around[common..] {
                self.open_group(group);
                open.push(group);
            }
            self.state(state);
        }
        self.close(&mut open, 0);
        if around_all {
            self.depth -= 1;
            self.write(None, "}");
        }
        // Terminal states stand in superstates too, but their border means nothing to them.
        for state in chart.states.iter().filter(|state| !alive(state)) {
            self.state(state);
            let text = format!("{} --> [*]", id(chart, state));
            self.write(Some(&state.condition), &text);
        }
    }

    fn close(&mut self, open: &mut Vec<usize>, keep: usize) {
        while open.len() > keep {
            self.depth -= 1;
            if let Some(group) = open.pop() {
                let chart = self.chart;
                self.write(Some(&chart.groups[group].condition), "}");
            }
        }
    }

    fn open_any(&mut self) {
        let chart = self.chart;
        let texts = facts(&chart.unhandled).chain(self.inner(Owner::Any));
        self.open("any state", ANY, texts.collect(), None);
    }

    fn open_group(&mut self, at: usize) {
        let chart = self.chart;
        let group = &chart.groups[at];
        let texts = facts(&group.facts).chain(self.inner(Owner::Group(at)));
        let id = group_id(chart, at);
        self.open(&group.name, &id, texts.collect(), Some(&group.condition));
    }

    /// Opens a box. It has one title: what has a condition of its own is a note at it.
    fn open(
        &mut self,
        name: &str,
        id: &str,
        texts: Vec<(String, &'c C)>,
        condition: Option<&'c C>,
    ) {
        let always = C::default();
        let of_box = condition.unwrap_or(&always);
        let (same, own): (Vec<_>, Vec<_>) = texts
            .into_iter()
            .partition(|(_, condition)| *condition == of_box);
        let title = title(name, same.into_iter().map(|(text, _)| text));
        self.write(condition, &format!("state \"{title}\" as {id} {{"));
        for (text, condition) in own {
            let text = escaped(&[text]).concat();
            self.write(Some(condition), &format!("note right of {id} : {text}"));
        }
        self.depth += 1;
    }

    fn state(&mut self, state: &'c State<'a, C>) {
        let chart = self.chart;
        let id = id(chart, state);
        let is_initial = state.name == chart.initial;
        if is_initial {
            self.write(Some(&state.condition), &format!("[*] --> {id}"));
        }
        let at = chart
            .states
            .iter()
            .position(|other| std::ptr::eq(other, state));
        let inner = at
            .map(|at| self.inner(Owner::State(at)))
            .unwrap_or_default();
        let policy = state
            .policy
            .map(|policy| (policy.to_owned(), &state.condition));
        let texts: Vec<(String, &'c C)> = policy
            .into_iter()
            .chain(facts(&state.facts))
            .chain(inner)
            .collect();
        let name = &state.name;
        if texts.is_empty() && *name == id {
            self.write(Some(&state.condition), &id);
        } else {
            self.write(Some(&state.condition), &format!("state \"{name}\" as {id}"));
        }
        let (texts, conditions): (Vec<_>, Vec<_>) = texts.into_iter().unzip();
        for (text, condition) in escaped(&texts).iter().zip(conditions) {
            for line in wrapped(text, BOX) {
                self.write(Some(condition), &format!("{id} : {line}"));
            }
        }
    }

    /// What is written in a box: the arms that leave nothing.
    fn inner(&self, from: Owner) -> Vec<(String, &'c C)> {
        let chart = self.chart;
        let inner = chart
            .arms
            .iter()
            .filter(|arm| arm.from == from && arm.what != What::Go);
        inner
            .map(|arm| (Labels::in_box(arm).joined(" "), &arm.condition))
            .collect()
    }

    /// The arrows, in source order: each arm once, from the border of who declares it.
    fn arrows(&mut self) {
        let chart = self.chart;
        for arm in &chart.arms {
            let Some(to) = &arm.to else { continue };
            let from = match arm.from {
                Owner::Any => ANY.to_owned(),
                Owner::Group(at) => group_id(chart, at),
                Owner::State(at) => id(chart, &chart.states[at]),
            };
            let to = chart.states.iter().find(|state| state.name == *to);
            let Some(to) = to.map(|state| id(chart, state)) else {
                continue;
            };
            let label = label(Labels::at_arrow(arm).parts());
            self.write(Some(&arm.condition), &format!("{from} --> {to} : {label}"));
        }
    }

    /// The classes: policies, failures, and where the machine stands.
    fn styles(&mut self, current: Option<&str>) {
        let chart = self.chart;
        let mut classes: Vec<(&str, &str)> = Vec::new();
        let mut of = Vec::new();
        for state in &chart.states {
            let id = id(chart, state);
            let is_current = current == Some(&*state.name);
            // One class each: of two, Mermaid takes what it likes. And what has failed is never green.
            let class = match state.policy {
                _ if is_current && state.ends == Ends::Failed => (
                    "failed",
                    "fill:#ffcdd2,stroke:#c62828,stroke-width:4px,color:#4a1010",
                ),
                _ if is_current => (
                    "current",
                    "fill:#c8e6c9,stroke:#2e7d32,stroke-width:4px,color:#103c14",
                ),
                _ if state.ends == Ends::Failed => ("failure", "stroke:#c62828,stroke-width:2px"),
                Some("Poll") => ("poll", "stroke-width:2px"),
                Some("Ignore") => ("ignore", "stroke-width:2px,stroke-dasharray:2 4"),
                Some("Race") => ("race", "stroke-width:2px,stroke-dasharray:8 4"),
                _ => continue,
            };
            if !classes.contains(&class) {
                classes.push(class);
            }
            of.push((format!("class {id} {}", class.0), &state.condition));
        }
        for (name, style) in classes {
            self.write(None, &format!("classDef {name} {style}"));
        }
        for (text, condition) in of {
            self.write(Some(condition), &text);
        }
    }
}

/// What a state is called in the diagram: by its name, where Mermaid reads it as one.
fn id<C>(chart: &Chart<'_, C>, state: &State<'_, C>) -> String {
    if is_plain(&state.name) {
        return state.name.to_string();
    }
    // Several of a name are the same state, under one `cfg` and another.
    let at = chart
        .states
        .iter()
        .position(|other| other.name == state.name);
    format!("s{}__", at.unwrap_or_default())
}

/// The same of a superstate.
fn group_id<C>(chart: &Chart<'_, C>, at: usize) -> String {
    let name = &chart.groups[at].name;
    let is_state = chart.states.iter().any(|state| state.name == *name);
    if is_plain(name) && !is_state {
        return name.to_string();
    }
    format!("g{at}__")
}

fn is_plain(name: &str) -> bool {
    let reserved = RESERVED.iter().any(|word| word.eq_ignore_ascii_case(name));
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !name.contains("__")
        && !reserved
}

/// The title of a box with others in it: Mermaid has no room for descriptions there.
fn title(name: &str, texts: impl Iterator<Item = String>) -> String {
    let mut lines = vec![name.to_owned()];
    let texts: Vec<String> = texts.collect();
    for text in escaped(&texts) {
        lines.extend(wrapped(&text, BOX));
    }
    lines.join("<br/>").replace('"', "''")
}
