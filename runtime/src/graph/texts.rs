//! The graph as text, for `{}`.

use std::fmt;

use super::Graph;
use super::drawing::{Chart, Line, mermaid, table};

impl Graph {
    /// The machine as a Mermaid state diagram: superstates and `any` are boxes around states, an arm is
    /// one arrow from the box that declares it, with its guard and its actions, and what leaves no
    /// state is written in its box.
    ///
    /// ```
    /// # use steadfast::prelude::*;
    /// # #[derive(Debug, StateVariant)]
    /// # enum Light { Red, Green, Dark }
    /// # #[derive(Debug, EventVariant)]
    /// # enum Tick { Next, Off }
    /// fsm! {
    ///     struct LightMachine;
    ///     state: Light; event: Tick; context: u32; initial: Red;
    ///     state Red { on Next if *context > 3 => Green; on Next => stay; }
    ///     state Green { on Next => Red; }
    ///     any { on Off => Dark; }
    ///     terminal state Dark;
    /// }
    ///
    /// println!("{}", LightMachine::GRAPH.mermaid());
    /// # assert!(LightMachine::GRAPH.mermaid().to_string().contains("Red --> Green : Next<br/>[*context > 3]"));
    /// ```
    ///
    /// Mermaid has no way to quote a label, so characters that it or HTML would read as something
    /// else are written as others that look the same.
    pub fn mermaid(&self) -> Mermaid<'_> {
        Mermaid {
            graph: self,
            current: None,
        }
    }

    /// The transition table in Markdown: a row for each clause of the declaration, in source order, `any`
    /// and the machine's own events last. Of each state and superstate, what it is entered and left with
    /// comes first, then its arms in the order in which they are tried, then what happens to anything else.
    /// Below it stands the first paragraph of each doc comment.
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
    /// let table = LightMachine::GRAPH.table().to_string();
    /// assert!(table.contains("| `Red` (initial) | `Next` | | `Green` | |"));
    /// ```
    pub fn table(&self) -> Table<'_> {
        Table { graph: self }
    }
}

/// A [`Graph`] as a Mermaid state diagram: see [`Graph::mermaid`].
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Mermaid<'g> {
    graph: &'g Graph,
    current: Option<&'g str>,
}

impl<'g> Mermaid<'g> {
    /// Emphasizes a state: where a component is now, in green, or in red where it has failed. A name that
    /// no state has emphasizes none.
    pub fn highlight(self, state: &'g str) -> Self {
        Mermaid {
            current: Some(state),
            ..self
        }
    }
}

impl fmt::Display for Mermaid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_lines(f, &mermaid(&Chart::from(self.graph), self.current))
    }
}

/// A [`Graph`] as a table in Markdown: see [`Graph::table`].
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Table<'g> {
    graph: &'g Graph,
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_lines(f, &table(&Chart::from(self.graph)))
    }
}

fn write_lines<C>(f: &mut fmt::Formatter<'_>, lines: &[Line<'_, C>]) -> fmt::Result {
    lines
        .iter()
        .try_for_each(|line| writeln!(f, "{}", line.text))
}
