//! Figures that are not the time of an event: bytes, builds, crates. One per entrant and repetition.

use serde_json::Value;

use crate::contest::Side;
use crate::results;
use crate::table::{median, quotients, range};

/// What figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Kept in nanoseconds, as all times are, and shown in seconds.
    Time,
    Bytes,
    Allocations,
    Crates,
}

impl Unit {
    /// In the results.
    fn key(self) -> &'static str {
        match self {
            Unit::Time => "ns",
            Unit::Bytes => "bytes",
            Unit::Allocations => "allocations",
            Unit::Crates => "crates",
        }
    }

    /// In a table.
    fn head(self) -> &'static str {
        match self {
            Unit::Time => "seconds",
            unit => unit.key(),
        }
    }

    fn show(self, figure: f64) -> String {
        match self {
            Unit::Time => format!("{:.3}", figure / 1e9),
            _ => format!("{figure:.0}"),
        }
    }
}

/// The figures of one entrant, one per repetition.
pub struct Row {
    pub name: &'static str,
    pub side: Side,
    pub figures: Vec<f64>,
}

/// All figures of one kind.
pub struct Sheet {
    pub name: String,
    pub unit: Unit,
    pub rows: Vec<Row>,
}

impl Sheet {
    fn ours(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.side == Side::Ours)
    }

    /// One entry for each of ours against each peer.
    pub fn results(&self) -> Vec<Value> {
        let peers = self.rows.iter().filter(|row| row.side == Side::Peer);
        let pairs = peers.flat_map(|peer| self.ours().map(move |ours| (ours, peer)));
        let entries = pairs.map(|(ours, peer)| {
            let name = format!("{}: {} / {}", self.name, ours.name, peer.name);
            let entry = results::entry(name, self.unit.key(), &ours.figures, &peer.figures);
            Value::Object(entry)
        });
        entries.collect()
    }

    pub fn print(&self) {
        println!("\n## {}\n", self.name);
        print!("| | {} | range |", self.unit.head());
        for ours in self.ours() {
            print!(" {}, times this |", ours.name);
        }
        print!("\n|---|---|---|{}", "---|".repeat(self.ours().count()));
        for row in &self.rows {
            let (least, most) = range(&row.figures);
            let [median, least, most] =
                [median(&row.figures), least, most].map(|figure| self.unit.show(figure));
            print!("\n| {} | {median} | {least}..{most} |", row.name);
            for ours in self.ours() {
                if row.side == Side::Ours {
                    print!(" |");
                    continue;
                }
                let ratios = quotients(&ours.figures, &row.figures);
                let (least, most) = range(&ratios);
                let ratio = self::median(&ratios);
                print!(" {ratio:.2} ({least:.2}..{most:.2}) |");
            }
        }
        println!();
    }
}
