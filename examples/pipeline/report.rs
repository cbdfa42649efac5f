//! What the pipeline tells at its end.

use std::fmt;
use std::sync::Arc;

use steadfast::prelude::*;

use crate::sink::{self, Tally};
use crate::stage::Counts;
use crate::stages::Stages;
use crate::supervisor::Event;
use crate::{source, transform};

/// How one stage ended.
#[derive(Debug)]
struct Row {
    name: &'static str,
    kind: ExitKind,
    counts: Counts,
    /// Lines that it had accepted and not begun with.
    queued: usize,
    reason: Option<String>,
}

impl Row {
    fn new<S, E>(
        name: &'static str,
        exit: &Exit<S, E>,
        counts: Option<Counts>,
        queued: usize,
    ) -> Self {
        let kind = exit.kind();
        let first = exit
            .faults()
            .first()
            .filter(|_| kind != ExitKind::Completed);
        Row {
            name,
            kind,
            counts: counts.unwrap_or_default(),
            queued,
            reason: first.map(|fault| match fault.error() {
                Some(error) => error.to_string(),
                None => fault.to_string(),
            }),
        }
    }
}

/// How all stages ended, and what was counted.
#[derive(Debug)]
pub struct Report {
    title: &'static str,
    rows: [Row; 3],
    tally: Arc<Tally>,
}

impl Report {
    /// Waits for the stages, and asks each what it did and what it left.
    pub async fn collect(stages: Stages) -> Event {
        let source = stages.source.join().await;
        let read = source.state().map(source::State::counts);

        let transform = stages.transform.join().await;
        let transformed = transform.state().map(transform::State::counts);
        let left = transform.take_unhandled().into_iter();
        let lines = left.filter(|event| matches!(event, transform::Event::Line(_)));

        let sink = stages.sink.join().await;
        let (counted, tally) = sink.state().map(sink::State::result).unzip();
        let left = sink.take_unhandled().into_iter();
        let records = left.filter(|event| matches!(event, sink::Event::Record(_)));

        let report = Report {
            title: stages.title,
            rows: [
                Row::new("source", &source, read, 0),
                Row::new("transform", &transform, transformed, lines.count()),
                Row::new("sink", &sink, counted, records.count()),
            ],
            tally: tally.unwrap_or_default(),
        };
        Event::AllEnded(Arc::new(report))
    }

    pub fn is_failure(&self) -> bool {
        self.rows.iter().any(|row| row.kind != ExitKind::Completed)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            if let Some(reason) = &row.reason {
                writeln!(f, "the {} {}: {reason}", row.name, row.kind)?;
            }
        }
        let [source, transform, sink] = self.rows.each_ref().map(|row| row.counts);
        writeln!(
            f,
            "lines: {} read, {} transformed, {} counted",
            source.taken, transform.passed, sink.passed
        )?;
        for row in &self.rows {
            let Counts { taken, passed } = row.counts;
            let held = taken - passed;
            write!(f, "  {:<9} {}: ", row.name, row.kind)?;
            write!(f, "{taken} in, {passed} out, {held} in hand, ")?;
            writeln!(f, "{} left in its queue", row.queued)?;
        }
        writeln!(f, "{}, of {}:", self.title, self.tally.len())?;
        let mut top: Vec<_> = self.tally.iter().collect();
        top.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.cmp(b)));
        for (key, count) in top.into_iter().take(10) {
            writeln!(f, "{count:>7}  {key}")?;
        }
        Ok(())
    }
}
