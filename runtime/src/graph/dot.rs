//! A machine for Graphviz.

use std::fmt;

use super::Graph;
use super::drawing::label::{BOX, wrapped};
use super::drawing::{Chart, Ends, Labels, Owner, What, facts};

impl Graph {
    /// The machine in the language of Graphviz: `dot -Tsvg`. Superstates and `any` are clusters, an
    /// arm is one arrow from the border of the cluster that declares it.
    ///
    /// ```
    /// # use steadfast::prelude::*;
    /// # #[derive(Debug, StateVariant)]
    /// # enum Light { Red, Green }
    /// # #[derive(Debug, EventVariant)]
    /// # enum Tick { Next }
    /// fsm! {
    ///     struct LightMachine;
    ///     state: Light; event: Tick; context: (); initial: Red;
    ///     state Red { on Next => Green; }
    ///     state Green { on Next => Red; }
    /// }
    ///
    /// let dot = LightMachine::GRAPH.dot().to_string();
    /// assert!(dot.starts_with("digraph \"LightMachine\" {"));
    /// ```
    pub fn dot(&self) -> Dot<'_> {
        Dot {
            graph: self,
            current: None,
        }
    }
}

/// A [`Graph`] for Graphviz: see [`Graph::dot`].
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Dot<'g> {
    graph: &'g Graph,
    current: Option<&'g str>,
}

impl<'g> Dot<'g> {
    /// Emphasizes a state: where a component is now, in green, or in red where it has failed. A name that
    /// no state has emphasizes none.
    pub fn highlight(self, state: &'g str) -> Self {
        Dot {
            current: Some(state),
            ..self
        }
    }
}

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let chart = Chart::from(self.graph);
        writeln!(f, "digraph {} {{", quoted(self.graph.name))?;
        // Arrows begin at clusters, and boxes are ranked across them: where each cluster is ranked for
        // itself, Graphviz 2.43 finds no way for an arrow now and then, and leaves it out.
        writeln!(
            f,
            "    compound=true; newrank=true; rankdir=TB; fontname=\"sans-serif\";"
        )?;
        writeln!(
            f,
            "    node [shape=box, style=rounded, fontname=\"sans-serif\"];"
        )?;
        writeln!(f, "    edge [fontname=\"sans-serif\", fontsize=11];")?;
        writeln!(f, "    begin__ [shape=point, width=0.15, label=\"\"];")?;
        let mut writer = Writer {
            chart: &chart,
            current: self.current,
            depth: 1,
            f,
        };
        writer.clusters()?;
        writer.arrows()?;
        writeln!(f, "}}")
    }
}

struct Writer<'w, 'f> {
    chart: &'w Chart<'static, ()>,
    current: Option<&'w str>,
    depth: usize,
    f: &'w mut fmt::Formatter<'f>,
}

impl Writer<'_, '_> {
    fn line(&mut self, text: fmt::Arguments<'_>) -> fmt::Result {
        writeln!(self.f, "{:1$}{text}", "", self.depth * 4)
    }

    fn clusters(&mut self) -> fmt::Result {
        let chart = self.chart;
        let mut open: Vec<usize> = Vec::new();
        if chart.has_any() {
            self.open(
                Owner::Any,
                "any state",
                facts(&chart.unhandled).map(first).collect(),
            )?;
        }
        for (at, state) in chart.states.iter().enumerate() {
            if state.ends != Ends::Not {
                continue;
            }
            let around = chart.around(state);
            let common = open.iter().zip(&around).take_while(|(a, b)| a == b).count();
            while open.len() > common {
                open.pop();
                self.close()?;
            }
            for &group in &around[common..] {
                let of_group = &chart.groups[group];
                let texts = facts(&of_group.facts).map(first).collect();
                self.open(Owner::Group(group), &of_group.name, texts)?;
                open.push(group);
            }
            self.state(at)?;
        }
        for _ in open {
            self.close()?;
        }
        if chart.has_any() {
            self.close()?;
        }
        for (at, state) in chart.states.iter().enumerate() {
            if state.ends != Ends::Not {
                self.state(at)?;
            }
        }
        Ok(())
    }

    fn open(&mut self, owner: Owner, name: &str, texts: Vec<String>) -> fmt::Result {
        let label = self.label(owner, name, texts);
        self.line(format_args!("subgraph \"{}\" {{", cluster(owner)))?;
        self.depth += 1;
        self.line(format_args!(
            "label={label}; style=rounded; color=\"#888888\";"
        ))?;
        // What its own arrows begin at: Graphviz draws them from the border.
        self.line(format_args!(
            "{} [shape=point, style=invis, width=0, label=\"\"];",
            quoted(&anchor(owner))
        ))
    }

    fn close(&mut self) -> fmt::Result {
        self.depth -= 1;
        self.line(format_args!("}}"))
    }

    fn state(&mut self, at: usize) -> fmt::Result {
        let state = &self.chart.states[at];
        let policy = state.policy.map(str::to_owned);
        let texts = policy.into_iter().chain(facts(&state.facts).map(first));
        let label = self.label(Owner::State(at), &state.name, texts.collect());
        let mut style = match state.ends {
            Ends::Not => String::new(),
            Ends::Completed | Ends::Failed => ", peripheries=2".to_owned(),
        };
        // What has failed is never green.
        let is_current = self.current == Some(&*state.name);
        if is_current {
            style.push_str(", penwidth=4");
        }
        if state.ends == Ends::Failed {
            style.push_str(", color=\"#c62828\"");
        } else if is_current {
            style.push_str(", color=\"#2e7d32\"");
        }
        self.line(format_args!(
            "{} [label={label}{style}];",
            quoted(&state.name)
        ))
    }

    /// The name of a box, and below it what stays in it.
    fn label(&self, owner: Owner, name: &str, texts: Vec<String>) -> String {
        let arms = self.chart.arms_of(owner).filter(|arm| arm.what != What::Go);
        let inner = arms.map(|arm| Labels::in_box(arm).joined(" "));
        let texts: Vec<String> = texts.into_iter().chain(inner).collect();
        let mut label = quoted(name);
        if !texts.is_empty() {
            label.pop();
            label.push_str("\\n");
            // A text may have lines of its own, and each is written from the left.
            let lines = texts.iter().flat_map(|text| text.lines());
            for line in lines.flat_map(|line| wrapped(line, BOX)) {
                label.push_str(&escaped(&line));
                label.push_str("\\l");
            }
            label.push('"');
        }
        label
    }

    fn arrows(&mut self) -> fmt::Result {
        let chart = self.chart;
        self.line(format_args!("begin__ -> {};", quoted(&chart.initial)))?;
        for arm in &chart.arms {
            let Some(to) = &arm.to else { continue };
            let parts = Labels::at_arrow(arm).parts();
            let lines: Vec<String> = parts.flat_map(|part| wrapped(&part, BOX)).collect();
            let label = quoted(&lines.join("\n"));
            let stays_inside = self.is_inside(to, arm.from);
            let to = quoted(to);
            match arm.from {
                Owner::State(at) => {
                    let from = quoted(&chart.states[at].name);
                    self.line(format_args!("{from} -> {to} [label={label}];"))?;
                }
                // Graphviz draws no arrow from a border inwards: it begins at a ring.
                owner if stays_inside => {
                    let from = quoted(&anchor(owner));
                    self.line(format_args!(
                        "{from} -> {to} [label={label}, dir=both, arrowtail=odot];"
                    ))?;
                }
                owner => {
                    let from = quoted(&anchor(owner));
                    let border = cluster(owner);
                    self.line(format_args!(
                        "{from} -> {to} [label={label}, ltail=\"{border}\"];"
                    ))?;
                }
            }
        }
        Ok(())
    }

    /// Whether a state is drawn inside the box of who declares an arm.
    fn is_inside(&self, state: &str, owner: Owner) -> bool {
        let state = self.chart.states.iter().find(|other| other.name == state);
        let Some(state) = state.filter(|state| state.ends == Ends::Not) else {
            return false;
        };
        match owner {
            Owner::Any => true,
            Owner::Group(group) => self.chart.around(state).contains(&group),
            Owner::State(_) => false,
        }
    }
}

fn first((text, ()): (String, &())) -> String {
    text
}

fn cluster(owner: Owner) -> String {
    format!("cluster_{}", suffix(owner))
}

fn anchor(owner: Owner) -> String {
    format!("border__{}", suffix(owner))
}

fn suffix(owner: Owner) -> String {
    match owner {
        Owner::Any => "any".to_owned(),
        Owner::Group(at) => at.to_string(),
        Owner::State(at) => format!("state_{at}"),
    }
}

/// A string of the language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// In a string, a quote and a backslash are escaped, and a new line is `\n`. An entity of HTML would be
/// drawn as its character.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for (at, char) in text.char_indices() {
        match char {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            '\n' => escaped.push_str("\\n"),
            '&' if is_entity(&text[at + 1..]) => escaped.push_str("&amp;"),
            _ if char.is_control() => escaped.push(' '),
            _ => escaped.push(char),
        }
    }
    escaped
}

/// Whether a `&` before this makes an entity of it.
fn is_entity(text: &str) -> bool {
    let name = text.split(|char: char| !char.is_ascii_alphanumeric() && char != '#');
    let name = name.into_iter().next().unwrap_or_default();
    !name.is_empty() && text[name.len()..].starts_with(';')
}
