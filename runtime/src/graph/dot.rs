//! A machine for Graphviz.

use std::fmt;

use super::Graph;
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
    /// Emphasizes a state: where a component is now. A name that no state has emphasizes none.
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
        // Arrows end at clusters, and are drawn around boxes.
        writeln!(f, "    compound=true; rankdir=TB; fontname=\"sans-serif\";")?;
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
            Ends::Completed => ", peripheries=2".to_owned(),
            Ends::Failed => ", peripheries=2, color=\"#c62828\"".to_owned(),
        };
        if self.current == Some(&*state.name) {
            style = ", penwidth=4, color=\"#2e7d32\"".to_owned();
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
            for text in texts {
                label.push_str(&escaped(&text));
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
            let parts: Vec<String> = Labels::at_arrow(arm).parts().collect();
            let label = quoted(&parts.join("\n"));
            let to = quoted(to);
            match arm.from {
                Owner::State(at) => {
                    let from = quoted(&chart.states[at].name);
                    self.line(format_args!("{from} -> {to} [label={label}];"))?;
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

/// In a string, a quote and a backslash are escaped, and a new line is `\n`.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}
