//! What each component is called, so that no two are called the same.

use std::collections::HashMap;

use super::text;
use crate::SupervisorHandle;

/// A name, and the number where the name alone does not tell which it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Label {
    name: String,
    number: Option<u64>,
}

/// One label for each component, in their order.
pub(super) fn labels<H>(components: &[H]) -> Vec<Label>
where
    H: AsRef<dyn SupervisorHandle>,
{
    let named: Vec<_> = components
        .iter()
        .map(|component| component.as_ref())
        .map(|component| (component.name(), component.id().as_u64()))
        .collect();
    of_named(&named)
}

pub(super) fn of_named(components: &[(&str, u64)]) -> Vec<Label> {
    let mut bearers = HashMap::new();
    for (name, _) in components {
        *bearers.entry(*name).or_insert(0) += 1;
    }
    let label = |&(name, number): &(&str, u64)| Label {
        name: name.to_owned(),
        // What is being made has no name yet.
        number: (name.is_empty() || bearers[name] > 1).then_some(number),
    };
    components.iter().map(label).collect()
}

impl Label {
    pub(super) fn width(&self) -> usize {
        text::width(&self.in_full())
    }

    /// In so many columns: the name is cut before the number is, which is all that tells it apart.
    pub(super) fn fit(&self, room: usize) -> String {
        let number = self.number();
        match room.checked_sub(number.len()) {
            Some(left) if left > 0 => text::fit(&self.name, left) + &number,
            _ => text::fit(&self.in_full(), room),
        }
    }

    fn in_full(&self) -> String {
        self.name.clone() + &self.number()
    }

    fn number(&self) -> String {
        match self.number {
            Some(number) if self.name.is_empty() => format!("#{number}"),
            Some(number) => format!(" #{number}"),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_occur_once_stand_alone_and_others_have_their_number() {
        let labels = of_named(&[("reader", 1), ("writer", 2), ("reader", 13), ("", 4)]);
        let shown: Vec<_> = labels.iter().map(|label| label.fit(20)).collect();
        assert_eq!(shown, ["reader #1", "writer", "reader #13", "#4"]);
    }

    #[test]
    fn the_number_stays_when_the_name_is_cut() {
        let labels = of_named(&[("connection", 17), ("connection", 18)]);
        for (room, expected) in [(14, "connection #17"), (10, "conne… #17"), (6, "c… #17")] {
            assert_eq!(labels[0].fit(room), expected);
            assert_ne!(labels[1].fit(room), expected);
        }
        assert_eq!(labels[0].fit(3), "co…");
    }
}
