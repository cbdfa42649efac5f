//! A machine as a table in Markdown.

use super::cells::{actions, code, summary, then, triggers};
use super::{Chart, Ends, Fact, Line, On, Owner, State};

/// The whole table, line by line: the states and superstates in source order, then `any`, then the
/// machine itself. Of each, what it is and begins with comes first, then its arms in the order in which
/// they are tried, then what happens to other events.
pub(crate) fn table<'c, C>(chart: &'c Chart<'_, C>) -> Vec<Line<'c, C>> {
    let mut table = Table {
        chart,
        has_docs: has_docs(chart),
        lines: Vec::new(),
    };
    table.write(None, ["in", "on", "if", "then", "do", "about"]);
    table.lines.push(Line::always(match table.has_docs {
        true => "|---|---|---|---|---|---|",
        false => "|---|---|---|---|---|",
    }));
    let mut shown = vec![false; chart.groups.len()];
    for (at, state) in chart.states.iter().enumerate() {
        for group in chart.around(state) {
            if !std::mem::replace(&mut shown[group], true) {
                table.group(group);
            }
        }
        table.state(at, state);
    }
    table.rows(ANY, &chart.unhandled, Owner::Any);
    for fact in &chart.headers {
        let (on, then) = (format!("*{}*", fact.word), code(&fact.text));
        table.write(
            Some(&fact.condition),
            ["the machine", &on, "", &then, "", ""],
        );
    }
    table.lines
}

const ANY: &str = "any state";

fn has_docs<C>(chart: &Chart<'_, C>) -> bool {
    let states = chart.states.iter().map(|state| &state.doc);
    let groups = chart.groups.iter().map(|group| &group.doc);
    let arms = chart.arms.iter().map(|arm| &arm.doc);
    states.chain(groups).chain(arms).any(|doc| !doc.is_empty())
}

struct Table<'c, 'a, C> {
    chart: &'c Chart<'a, C>,
    /// Whether anything has a doc comment: without, there is no column for it.
    has_docs: bool,
    lines: Vec<Line<'c, C>>,
}

impl<'c, C> Table<'c, '_, C> {
    fn group(&mut self, at: usize) {
        let group = &self.chart.groups[at];
        let place = self.place(&group.name, ["superstate"], group.group);
        let says_nothing = group.doc.is_empty() && group.facts.is_empty();
        if says_nothing && self.chart.arms_of(Owner::Group(at)).next().is_none() {
            self.write(Some(&group.condition), [&place, "", "", "", "", ""]);
        }
        self.doc(&group.condition, &place, &group.doc);
        self.rows(&place, &group.facts, Owner::Group(at));
    }

    fn state(&mut self, at: usize, state: &'c State<'_, C>) {
        let begins = (state.name == self.chart.initial).then_some("initial");
        let what = begins.into_iter().chain(state.policy);
        let place = self.place(&state.name, what, state.group);
        self.doc(&state.condition, &place, &state.doc);
        self.rows(&place, &state.facts, Owner::State(at));
        let end = match state.ends {
            Ends::Not => return,
            Ends::Completed => "the machine ends here, completed",
            Ends::Failed => "the machine ends here, failed",
        };
        self.write(Some(&state.condition), [&place, "", "", end, "", ""]);
    }

    /// What the first cell says: the name, what it is, and the superstate that it stands in.
    fn place<'w>(
        &self,
        name: &str,
        what: impl IntoIterator<Item = &'w str>,
        inside: Option<usize>,
    ) -> String {
        let inside = inside.map(|group| format!("in {}", code(&self.chart.groups[group].name)));
        let what = what.into_iter().map(str::to_owned).chain(inside);
        let what: Vec<String> = what.collect();
        match what.is_empty() {
            true => code(name),
            false => format!("{} ({})", code(name), what.join(", ")),
        }
    }

    fn doc(&mut self, condition: &'c C, place: &str, doc: &str) {
        if !doc.is_empty() {
            self.write(Some(condition), [place, "", "", "", "", &summary(doc)]);
        }
    }

    fn rows(&mut self, place: &str, facts: &'c [Fact<'_, C>], from: Owner) {
        let chart = self.chart;
        let is_last = |fact: &&Fact<'_, C>| fact.word == "unhandled";
        for fact in facts.iter().filter(|fact| !is_last(fact)) {
            let (word, text) = (fact.word, code(&fact.text));
            let (on, actions) = match word {
                "entry" | "exit" => (format!("*{word}*"), &*text),
                _ => (format!("*{word}* {text}"), ""),
            };
            self.write(Some(&fact.condition), [place, &on, "", "", actions, ""]);
        }
        for arm in chart.arms.iter().filter(|arm| arm.from == from) {
            let guard = arm.guard.as_deref().map(code).unwrap_or_default();
            let on: Vec<&On<'_>> = arm.on.iter().collect();
            let (on, then, actions) = (triggers(&on), then(arm), actions(arm));
            let about = summary(&arm.doc);
            let row = [place, &on, &guard, &then, &actions, &about];
            self.write(Some(&arm.condition), row);
        }
        for fact in facts.iter().filter(is_last) {
            let row = [place, "anything else", "", &fact.text, "", ""];
            self.write(Some(&fact.condition), row);
        }
    }

    fn write(&mut self, condition: Option<&'c C>, cells: [&str; 6]) {
        let count = if self.has_docs { 6 } else { 5 };
        let mut text = String::from("|");
        for cell in &cells[..count] {
            text.push(' ');
            text.push_str(&cell.replace('|', "\\|"));
            text.push_str(if cell.is_empty() { "|" } else { " |" });
        }
        self.lines.push(Line { text, condition });
    }
}
