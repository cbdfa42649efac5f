//! What is written at an arrow, and in the box of a state: the notation of UML, `event [guard] / action`.

use super::{Arm, Fact, On, What};

/// Longer patterns that take every event of their name are cut to the name: an arrow has little room.
const LONG_PATTERN: usize = 24;
/// How wide the text in a box may become, in letters. In that of a superstate, too: the renderer of
/// pictures makes one as wide as what is in it, and not as its title.
pub(crate) const BOX: usize = 44;

/// The parts of what is written at an arm.
pub(crate) struct Labels {
    /// `Lost, timeout`
    pub(crate) triggers: String,
    /// `[*attempt > 3]`
    pub(crate) guard: Option<String>,
    /// `/ Report("up"), Hangup`; in a box also what happens to the event.
    pub(crate) actions: Option<String>,
}

impl Labels {
    /// At an arrow, which itself says where it goes.
    pub(crate) fn at_arrow<C>(arm: &Arm<'_, C>) -> Self {
        let mut labels = Labels::of(arm);
        if !arm.actions.is_empty() {
            labels.actions = Some(format!("/ {}", arm.actions.join(", ")));
        }
        labels
    }

    /// In the box of a state that is not left.
    pub(crate) fn in_box<C>(arm: &Arm<'_, C>) -> Self {
        let mut labels = Labels::of(arm);
        let outcome = match arm.what {
            What::Stay if !arm.actions.is_empty() => None,
            _ => Some(&*arm.outcome),
        };
        let all: Vec<&str> = outcome
            .into_iter()
            .chain(arm.actions.iter().map(|action| &**action))
            .collect();
        labels.actions = Some(format!("/ {}", all.join(", ")));
        labels
    }

    fn of<C>(arm: &Arm<'_, C>) -> Self {
        let triggers: Vec<String> = arm.on.iter().map(trigger).collect();
        Labels {
            triggers: triggers.join(", "),
            guard: arm.guard.as_ref().map(|guard| format!("[{guard}]")),
            actions: None,
        }
    }

    /// All of it, in this order.
    pub(crate) fn parts(self) -> impl Iterator<Item = String> {
        [Some(self.triggers), self.guard, self.actions]
            .into_iter()
            .flatten()
    }

    pub(crate) fn joined(self, between: &str) -> String {
        let parts: Vec<String> = self.parts().collect();
        parts.join(between)
    }
}

/// One trigger, without what says nothing.
fn trigger(on: &On<'_>) -> String {
    match on {
        On::Event { name, pattern } => {
            let says_nothing = pattern
                .strip_prefix(&**name)
                .is_some_and(|payload| !payload.contains(|c: char| !"(){}_., ".contains(c)));
            let is_long = pattern.chars().count() > LONG_PATTERN;
            if says_nothing || (is_long && only_names(pattern)) {
                name.to_string()
            } else {
                pattern.to_string()
            }
        }
        On::Timeout => "timeout".to_owned(),
        On::Every(period) => format!("every {period}"),
    }
}

/// Whether a pattern's payload is names for what the event holds, and nothing that it could lack. Where in
/// doubt, it is not.
fn only_names(pattern: &str) -> bool {
    let Some(at) = pattern.find(['(', '{']) else {
        return true;
    };
    let (before, payload) = pattern.split_at(at);
    let names = payload.split(|char: char| !(char.is_alphanumeric() || char == '_'));
    !before.contains('@')
        && payload
            .chars()
            .all(|char| char.is_alphanumeric() || "(){}_., :".contains(char))
        && !payload.contains("::")
        && names.into_iter().all(|name| {
            let begins = name.chars().next();
            begins.is_none_or(|char| !char.is_uppercase() && !char.is_numeric())
                && !matches!(name, "true" | "false")
        })
}

/// What is written in a box of the clauses that are no arms.
pub(crate) fn facts<'f, 'a, C>(
    facts: &'f [Fact<'a, C>],
) -> impl Iterator<Item = (String, &'f C)> + use<'f, 'a, C> {
    facts.iter().map(|fact| {
        let between = match fact.word {
            "entry" | "exit" | "unhandled" => " / ",
            _ => " ",
        };
        let text = format!("{}{between}{}", fact.word, fact.text);
        (text, &fact.condition)
    })
}

/// A text in lines of some width, broken between words, and within those that are longer.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut wide = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if wide > 0 && wide + 1 + length > width {
            lines.push(String::new());
            wide = 0;
        } else if wide > 0 {
            push(&mut lines, ' ');
            wide += 1;
        }
        for char in word.chars() {
            if wide == width {
                lines.push(String::new());
                wide = 0;
            }
            push(&mut lines, char);
            wide += 1;
        }
    }
    // Where the text has many spaces in a row. Mermaid takes no description of nothing.
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn push(lines: &mut [String], char: char) {
    if let Some(line) = lines.last_mut() {
        line.push(char);
    }
}
