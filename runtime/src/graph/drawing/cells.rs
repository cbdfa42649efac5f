//! The parts of an arm in Markdown.

use super::{Arm, On, What};

pub(crate) fn triggers(on: &[&On<'_>]) -> String {
    let triggers: Vec<String> = on
        .iter()
        .map(|on| match on {
            On::Event { pattern, .. } => code(pattern),
            On::Timeout => "*timeout*".to_owned(),
            On::Every(period) => format!("*every* {}", code(period)),
        })
        .collect();
    triggers.join(", ")
}

pub(crate) fn then<C>(arm: &Arm<'_, C>) -> String {
    match arm.what {
        What::Go | What::Assign => code(&arm.outcome),
        What::Stay | What::Postpone | What::Reject => arm.outcome.to_string(),
    }
}

pub(crate) fn actions<C>(arm: &Arm<'_, C>) -> String {
    if arm.actions.is_empty() {
        return String::new();
    }
    code(&arm.actions.join(", "))
}

/// The first paragraph of a doc comment, which is Markdown, on one line.
pub(crate) fn summary(doc: &str) -> String {
    let lines = doc.lines().map(str::trim);
    let lines: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Text as code in Markdown, with as many backticks around as none in it can end.
pub(crate) fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let mut longest = 0;
    let mut run = 0;
    for char in text.chars() {
        run = if char == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let ticks = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{ticks}{space}{text}{space}{ticks}")
}
