//! What `cargo doc` shows of a machine by itself: the table and the diagram on its `struct`, and on each
//! method of the dispatch trait what happens in its state.
//!
//! All of it is under `cfg(doc)`: a lint that asks for documentation asks for the user's own words, and
//! a build is not slowed down.

use proc_macro2::TokenStream;
use quote::quote;

use super::library;
use crate::chart::Condition;
use crate::drawing::cells::{actions, code, summary, then, triggers};
use crate::drawing::{Chart, Line, On, Owner, facts, mermaid, table};
use crate::model::Model;
use crate::syntax::{Arm, Item, Trigger};
use crate::tokens::irrefutable;

/// The attributes of the machine's `struct`, behind the user's own.
pub(super) fn machine(
    model: &Model<'_>,
    chart: &Chart<'_, Condition<'_>>,
    item: &Item,
) -> TokenStream {
    let mut docs = Docs::default();
    if crate::outline::docs_of(&item.attrs).is_empty() {
        docs.add(&format!("The state machine `{}`.", item.ident));
    }
    docs.add("\n# Transitions\n");
    docs.lines(table(chart));
    docs.add("\n# Diagram\n\n");
    // The two ends stand in attributes of their own, by which the text is found when it is to be drawn.
    docs.alone("```mermaid");
    docs.lines(mermaid(chart, None));
    docs.alone("```");
    let docs = docs.attributes();
    // With the feature, the text of the diagram becomes a picture when every `cfg` is known.
    let drawn = cfg!(feature = "doc-diagrams").then(|| {
        let krate = library(model.fsm);
        quote!(#[cfg_attr(doc, #krate::__private::drawn)])
    });
    quote!(#drawn #docs)
}

/// The attributes of the method of a state, by the state's number. `arms` are those of the chart as they
/// were written.
pub(super) fn method(arms: &[&Arm], chart: &Chart<'_, Condition<'_>>, at: usize) -> TokenStream {
    let mut docs = Docs::default();
    let own = (&chart.states[at].facts, String::new());
    let around = chart.around(&chart.states[at]).into_iter().rev();
    let around = around.map(|group| {
        let group = &chart.groups[group];
        (&group.facts, inherited(&code(&group.name)))
    });
    let mut declared = Vec::new();
    for (of, inherited) in std::iter::once(own).chain(around) {
        for (text, condition) in facts(of) {
            declared.push(Line {
                text: format!("- {}{inherited}", code(&text)),
                condition: Some(condition),
            });
        }
    }
    if !declared.is_empty() {
        docs.add("\n# Declared\n");
        docs.lines(declared);
    }
    let outgoing = outgoing(arms, chart, at);
    if !outgoing.is_empty() {
        docs.add("\n# What can happen\n");
        docs.lines(outgoing);
    }
    docs.attributes()
}

fn inherited(from: &str) -> String {
    format!(" (as in {from})")
}

/// What can happen in a state, in the order in which it is tried: a list in Markdown. An event that is
/// taken, whatever it holds, comes to nobody further out.
fn outgoing<'c>(
    arms: &[&Arm],
    chart: &'c Chart<'_, Condition<'_>>,
    at: usize,
) -> Vec<Line<'c, Condition<'c>>> {
    let state = &chart.states[at];
    let own = std::iter::once((Owner::State(at), String::new()));
    let groups = chart.around(state).into_iter().rev().map(|group| {
        let name = &*chart.groups[group].name;
        (Owner::Group(group), inherited(&code(name)))
    });
    let any = std::iter::once((Owner::Any, inherited("any state")));
    let mut lines = Vec::new();
    let mut taken: Vec<&str> = Vec::new();
    for (from, inherited) in own.chain(groups).chain(any) {
        let mut taken_here = Vec::new();
        let drawn = chart.arms.iter().zip(arms);
        for (arm, declared) in drawn.filter(|(arm, _)| arm.from == from) {
            let mut left = Vec::new();
            for (on, trigger) in arm.on.iter().zip(&declared.triggers) {
                let (On::Event { name, .. }, Trigger::Event(event)) = (on, trigger) else {
                    left.push(on);
                    continue;
                };
                if taken.contains(&&**name) {
                    continue;
                }
                left.push(on);
                let is_whole = arm.guard.is_none() && irrefutable(event.group.as_ref());
                // Where the arm is not there under some `cfg`, the event goes on.
                let is_sure = arm.condition.0.is_empty() || arm.condition == state.condition;
                if is_whole && is_sure {
                    taken_here.push(&**name);
                }
            }
            if left.is_empty() {
                continue;
            }
            let mut text = format!("- {}", triggers(&left));
            if let Some(guard) = &arm.guard {
                text.push_str(&format!(" if {}", code(guard)));
            }
            text.push_str(&format!(" → {}", then(arm)));
            if !arm.actions.is_empty() {
                text.push_str(&format!(" do {}", actions(arm)));
            }
            text.push_str(&inherited);
            if !arm.doc.is_empty() {
                text.push_str(&format!(": {}", summary(&arm.doc)));
            }
            lines.push(Line {
                text,
                condition: Some(&arm.condition),
            });
        }
        taken.extend(taken_here);
    }
    lines
}

/// Text for `#[doc = ".."]`, in as few attributes as its conditions allow.
#[derive(Default)]
struct Docs {
    attributes: TokenStream,
    /// What is always there, and not yet in an attribute.
    text: String,
}

impl Docs {
    fn add(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(line);
    }

    fn alone(&mut self, line: &str) {
        self.flush();
        self.add(line);
        self.flush();
    }

    fn lines(&mut self, lines: Vec<Line<'_, Condition<'_>>>) {
        for line in lines {
            let predicates = line
                .condition
                .map(Condition::predicates)
                .unwrap_or_default();
            if predicates.is_empty() {
                self.add(&line.text);
                continue;
            }
            self.flush();
            let text = line.text;
            self.attributes
                .extend(quote!(#[cfg_attr(all(doc, #(#predicates),*), doc = #text)]));
        }
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.attributes
                .extend(quote!(#[cfg_attr(doc, doc = #text)]));
        }
    }

    fn attributes(mut self) -> TokenStream {
        self.flush();
        self.attributes
    }
}
