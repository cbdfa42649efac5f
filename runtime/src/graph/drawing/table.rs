//! A machine as a table in Markdown.

use super::cells::{actions, code, then, triggers};
use super::{Chart, Ends, Fact, Line, Owner, State};

/// The whole table, line by line: a row for each clause, in source order.
pub(crate) fn table<'c, C>(chart: &'c Chart<'_, C>) -> Vec<Line<'c, C>> {
    let mut lines = vec![
        Line::always("| in | on | if | then | do |"),
        Line::always("|---|---|---|---|---|"),
    ];
    let mut shown = vec![false; chart.groups.len()];
    for state in &chart.states {
        for group in chart.around(state) {
            if !std::mem::replace(&mut shown[group], true) {
                let place = place(&chart.groups[group].name, "superstate");
                lines.extend(fact_rows(&place, &chart.groups[group].facts));
                lines.extend(arm_rows(chart, &place, Owner::Group(group)));
            }
        }
        lines.extend(rows_of(chart, state));
    }
    lines.extend(fact_rows("any state", &chart.unhandled));
    lines.extend(arm_rows(chart, "any state", Owner::Any));
    lines
}

fn rows_of<'c, C>(chart: &'c Chart<'_, C>, state: &'c State<'_, C>) -> Vec<Line<'c, C>> {
    let condition = &state.condition;
    let begins = (state.name == chart.initial).then_some("initial");
    let what: Vec<&str> = begins.into_iter().chain(state.policy).collect();
    let place = place(&state.name, &what.join(", "));
    let mut rows = fact_rows(&place, &state.facts);
    let at = chart
        .states
        .iter()
        .position(|other| std::ptr::eq(other, state));
    rows.extend(
        at.into_iter()
            .flat_map(|at| arm_rows(chart, &place, Owner::State(at))),
    );
    let end = match state.ends {
        Ends::Not => return rows,
        Ends::Completed => "the machine ends here, completed",
        Ends::Failed => "the machine ends here, failed",
    };
    rows.push(Line::under(condition, row(&place, "", "", end, "")));
    rows
}

fn place(name: &str, what: &str) -> String {
    match what {
        "" => code(name),
        what => format!("{} ({what})", code(name)),
    }
}

fn fact_rows<'c, C>(place: &str, facts: &'c [Fact<'_, C>]) -> Vec<Line<'c, C>> {
    let rows = facts.iter().map(|fact| {
        let text = match fact.word {
            "unhandled" => row(place, "anything else", "", &fact.text, ""),
            "entry" | "exit" => row(
                place,
                &format!("*{}*", fact.word),
                "",
                "",
                &code(&fact.text),
            ),
            word => row(place, &format!("*{word}* {}", code(&fact.text)), "", "", ""),
        };
        Line::under(&fact.condition, text)
    });
    rows.collect()
}

fn arm_rows<'c, C>(chart: &'c Chart<'_, C>, place: &str, from: Owner) -> Vec<Line<'c, C>> {
    let rows = chart.arms.iter().filter(|arm| arm.from == from).map(|arm| {
        let guard = arm.guard.as_deref().map(code).unwrap_or_default();
        let text = row(place, &triggers(arm), &guard, &then(arm), &actions(arm));
        Line::under(&arm.condition, text)
    });
    rows.collect()
}

fn row(place: &str, on: &str, guard: &str, then: &str, actions: &str) -> String {
    let cells = [place, on, guard, then, actions].map(|cell| cell.replace('|', "\\|"));
    let mut row = String::from("|");
    for cell in cells {
        row.push(' ');
        row.push_str(&cell);
        row.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    row
}
