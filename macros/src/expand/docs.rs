//! What `cargo doc` shows of a machine by itself: the table and the diagram on its `struct`, and on each
//! method of the dispatch trait what happens in its state.
//!
//! All of it is under `cfg(doc)`: a lint that asks for documentation asks for the user's own words, and
//! a build is not slowed down.

use proc_macro2::TokenStream;
use quote::quote;

use super::library;
use crate::chart::Condition;
use crate::drawing::cells::{actions, code, then, triggers};
use crate::drawing::{Chart, Line, Owner, facts, mermaid, table};
use crate::model::Model;
use crate::syntax::Item;

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

/// The attributes of the method of a state, by the state's number.
pub(super) fn method(chart: &Chart<'_, Condition<'_>>, at: usize) -> TokenStream {
    let mut docs = Docs::default();
    let around = std::iter::successors(chart.states[at].group, |&group| chart.groups[group].group);
    let around = around.map(|group| &chart.groups[group].facts);
    let declared: Vec<Line<'_, _>> = std::iter::once(&chart.states[at].facts)
        .chain(around)
        .flat_map(|of| facts(of))
        .map(|(text, condition)| Line::under(condition, format!("- {}", code(&text))))
        .collect();
    if !declared.is_empty() {
        docs.add("\n# Declared\n");
        docs.lines(declared);
    }
    let outgoing = outgoing(chart, at);
    if !outgoing.is_empty() {
        docs.add("\n# What can happen\n");
        docs.lines(outgoing);
    }
    docs.attributes()
}

/// What can happen in a state, in the order in which it is tried: a list in Markdown.
fn outgoing<'c>(chart: &'c Chart<'_, Condition<'_>>, at: usize) -> Vec<Line<'c, Condition<'c>>> {
    let state = &chart.states[at];
    let own = std::iter::once((Owner::State(at), None));
    let groups = chart.around(state).into_iter().rev().map(|group| {
        let name = &*chart.groups[group].name;
        (Owner::Group(group), Some(code(name)))
    });
    let any = std::iter::once((Owner::Any, Some("any state".to_owned())));
    let mut lines = Vec::new();
    for (from, of) in own.chain(groups).chain(any) {
        for arm in chart.arms.iter().filter(|arm| arm.from == from) {
            let mut text = format!("- {}", triggers(arm));
            if let Some(guard) = &arm.guard {
                text.push_str(&format!(" if {}", code(guard)));
            }
            text.push_str(&format!(" → {}", then(arm)));
            if !arm.actions.is_empty() {
                text.push_str(&format!(" do {}", actions(arm)));
            }
            if let Some(of) = &of {
                text.push_str(&format!(" (as in {of})"));
            }
            lines.push(Line::under(&arm.condition, text));
        }
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
