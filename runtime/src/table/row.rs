//! What the table knows of one component.

use std::time::Duration;

use super::labels::Label;
use super::{short, text};
use crate::{ExitKind, Stats};

/// One component at one moment.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) label: Label,
    pub(super) state: &'static str,
    /// For how long it is in that state.
    pub(super) since: Duration,
    pub(super) ended: Option<ExitKind>,
    pub(super) handled: u64,
    pub(super) rejected: u64,
    pub(super) faults: u64,
    pub(super) postponed: u64,
    pub(super) mailbox: u64,
}

/// The columns after name and state, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Since,
    Handled,
    Rejected,
    Faults,
    Postponed,
    Mailbox,
}

impl Column {
    pub(super) const ALL: [Column; 6] = [
        Column::Since,
        Column::Handled,
        Column::Rejected,
        Column::Faults,
        Column::Postponed,
        Column::Mailbox,
    ];

    pub(super) fn heading(self) -> &'static str {
        match self {
            Column::Since => "since",
            Column::Handled => "handled",
            Column::Rejected => "rejected",
            Column::Faults => "faults",
            Column::Postponed => "postponed",
            Column::Mailbox => "mailbox",
        }
    }

    /// Its heading, or the longest that can stand in it.
    pub(super) fn width(self) -> usize {
        text::width(self.heading()).max(match self {
            Column::Since => "23h59m".len(),
            _ => "12.3M".len(),
        })
    }
}

impl Row {
    pub(super) fn new(label: Label, stats: &Stats) -> Self {
        Row {
            label,
            state: stats.state,
            since: stats.since.elapsed(),
            ended: stats.ended,
            handled: stats.handled,
            rejected: stats.rejected,
            faults: stats.faults,
            postponed: stats.postponed,
            mailbox: stats.mailbox,
        }
    }

    pub(super) fn cell(&self, column: Column) -> String {
        match column {
            Column::Since => short::time(self.since),
            Column::Handled => short::count(self.handled),
            Column::Rejected => short::count(self.rejected),
            Column::Faults => short::count(self.faults),
            Column::Postponed => short::count(self.postponed),
            Column::Mailbox => short::count(self.mailbox),
        }
    }
}
