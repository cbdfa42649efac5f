//! A machine as a table in Markdown.

use super::cells::{actions, code, summary, then, triggers};
use super::{Chart, Ends, Fact, Line, On, Owner, State};

/// The whole table, line by line: the states and superstates in source order, then `any`, then the
/// machine itself. Of each, what it is and begins with comes first, then its arms in the order in which
/// they are tried, then what happens to other events.
///
/// Below it stands what doc comments say: they are sentences, and a column of them would leave no room
/// for the others.
pub(crate) fn table<'c, C>(chart: &'c Chart<'_, C>) -> Vec<Line<'c, C>> {
    let mut table = Table {
        chart,
        lines: Vec::new(),
        docs: Vec::new(),
    };
    table.write(None, ["in", "on", "if", "then", "do"]);
    table.lines.push(Line::always("|---|---|---|---|---|"));
    let mut shown = vec![false; chart.groups.len()];
    for (at, state) in chart.states.iter().enumerate() {
        for group in chart.around(state) {
            if !std::mem::replace(&mut shown[group], true) {
                table.group(group);
            }
        }
        table.state(at, state);
    }
    table.rows(ANY, ANY, &chart.unhandled, Owner::Any);
    for fact in &chart.headers {
        let (on, then) = (format!("*{}*", fact.word), code(&fact.text));
        table.write(Some(&fact.condition), ["the machine", &on, "", &then, ""]);
    }
    let Table { lines, docs, .. } = table;
    let between = (!docs.is_empty()).then(|| Line::always(""));
    lines.into_iter().chain(between).chain(docs).collect()
}

const ANY: &str = "any state";

struct Table<'c, 'a, C> {
    chart: &'c Chart<'a, C>,
    lines: Vec<Line<'c, C>>,
    docs: Vec<Line<'c, C>>,
}

impl<'c, C> Table<'c, '_, C> {
    fn group(&mut self, at: usize) {
        let group = &self.chart.groups[at];
        let name = code(&group.name);
        let place = self.place(&name, ["superstate"], group.group);
        self.doc(&group.condition, &name, &group.doc);
        if group.facts.is_empty() && self.chart.arms_of(Owner::Group(at)).next().is_none() {
            self.write(Some(&group.condition), [&place, "", "", "", ""]);
        }
        self.rows(&place, &name, &group.facts, Owner::Group(at));
    }

    fn state(&mut self, at: usize, state: &'c State<'_, C>) {
        let begins = (state.name == self.chart.initial).then_some("initial");
        let what = begins.into_iter().chain(state.policy);
        let name = code(&state.name);
        let place = self.place(&name, what, state.group);
        self.doc(&state.condition, &name, &state.doc);
        self.rows(&place, &name, &state.facts, Owner::State(at));
        let end = match state.ends {
            Ends::Not => return,
            Ends::Completed => "the machine ends here, completed",
            Ends::Failed => "the machine ends here, failed",
        };
        self.write(Some(&state.condition), [&place, "", "", end, ""]);
    }

    /// What the first cell says: the name, what it is, and the superstate that it stands in.
    fn place<'w>(
        &self,
        name: &str,
        what: impl IntoIterator<Item = &'w str>,
        inside: Option<usize>,
    ) -> String {
        // In one piece: the cell is narrow.
        let inside =
            inside.map(|group| format!("in\u{a0}{}", code(&self.chart.groups[group].name)));
        let what = what.into_iter().map(str::to_owned).chain(inside);
        let what: Vec<String> = what.collect();
        match what.is_empty() {
            true => name.to_owned(),
            false => format!("{name} ({})", what.join(", ")),
        }
    }

    fn doc(&mut self, condition: &'c C, of: &str, doc: &str) {
        if !doc.is_empty() {
            self.docs.push(Line {
                text: format!("- {of}: {}", summary(doc)),
                condition: Some(condition),
            });
        }
    }

    fn rows(&mut self, place: &str, name: &str, facts: &'c [Fact<'_, C>], from: Owner) {
        let chart = self.chart;
        let is_last = |fact: &&Fact<'_, C>| fact.word == "unhandled";
        for fact in facts.iter().filter(|fact| !is_last(fact)) {
            let (word, text) = (fact.word, code(&fact.text));
            let (on, actions) = match word {
                "entry" | "exit" => (format!("*{word}*"), &*text),
                _ => (format!("*{word}* {text}"), ""),
            };
            self.write(Some(&fact.condition), [place, &on, "", "", actions]);
        }
        for arm in chart.arms.iter().filter(|arm| arm.from == from) {
            let guard = arm.guard.as_deref().map(code).unwrap_or_default();
            let on: Vec<&On<'_>> = arm.on.iter().collect();
            let (on, then, actions) = (triggers(&on), then(arm), actions(arm));
            let row = [place, &on, &guard, &then, &actions];
            self.write(Some(&arm.condition), row);
            self.doc(&arm.condition, &format!("{name} on {on}"), &arm.doc);
        }
        for fact in facts.iter().filter(is_last) {
            let row = [place, "anything else", "", &fact.text, ""];
            self.write(Some(&fact.condition), row);
        }
    }

    fn write(&mut self, condition: Option<&'c C>, cells: [&str; 5]) {
        let mut text = String::from("|");
        for cell in cells {
            text.push(' ');
            text.push_str(&cell.replace('|', "\\|"));
            text.push_str(if cell.is_empty() { "|" } else { " |" });
        }
        self.lines.push(Line { text, condition });
    }
}
