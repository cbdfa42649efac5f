//! The first stage: reads the file, line by line.

use std::mem;
use std::path::PathBuf;

use indicatif::ProgressBar;
use steadfast::prelude::*;
use tokio::fs::File;
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::stage::{Counts, is_cut_off};
use crate::transform;

#[derive(Clone, Debug, StateVariant)]
pub enum State {
    Reading,
    Done(Counts),
    CutOff(Counts),
    Failed(Counts),
}

impl State {
    pub fn counts(&self) -> Counts {
        match self {
            State::Reading => Counts::default(),
            State::Done(counts) | State::CutOff(counts) | State::Failed(counts) => *counts,
        }
    }
}

#[derive(Debug, EventVariant)]
pub enum Event {
    Line(String),
    Eof,
    Stop,
    Error(Fault),
}

pub struct Forward(String);

pub struct Context {
    pub next: Handle<transform::Event, transform::State>,
    pub counts: Counts,
}

fsm! {
    pub struct SourceMachine;
    pub trait SourceDispatch;

    state: State; event: Event; context: Context; action: Forward;
    initial: Reading; error: Error; stop: Stop; closed: Stop;

    state Reading: Race {
        on Line(line) => stay do [(Forward(line))];
        on Eof | Stop => Done(context.counts);
        on Error(fault) if is_cut_off::<transform::Event>(&fault) => CutOff(context.counts);
        on Error(_) => Failed(context.counts);
    }

    terminal state Done;
    terminal state CutOff;
    failure state Failed;
}

#[supervisor(SourceMachine, name = "source")]
pub struct Source {
    path: PathBuf,
    bar: ProgressBar,
    input: Option<BufReader<File>>,
    line: Vec<u8>,
}

impl Source {
    pub fn new(path: PathBuf, bar: ProgressBar) -> Self {
        Source {
            path,
            bar,
            input: None,
            line: Vec::new(),
        }
    }
}

impl SourceDispatch for Source {
    // Stopped while it waits for the rest of a line, it keeps the beginning in `self.line`.
    async fn reading(&mut self, _: &State, context: &mut Context) -> Next<Event> {
        let in_file = |error| format!("{}: {error}", self.path.display());
        let input = match &mut self.input {
            Some(input) => input,
            none => none.insert(BufReader::new(
                File::open(&self.path).await.map_err(in_file)?,
            )),
        };
        let read = input.read_until(b'\n', &mut self.line).await;
        read.map_err(in_file)?;
        if self.line.is_empty() {
            return Ok(next::emit(Event::Eof));
        }
        self.bar.inc(self.line.len() as u64);
        context.counts.taken += 1;
        let line = String::from_utf8(mem::take(&mut self.line))
            .map_err(|error| format!("line {}: {error}", context.counts.taken))?;
        Ok(next::emit(Event::Line(line)))
    }
}

impl Execute<Forward> for Context {
    /// Waits while the queue of the next stage is full: not even a stop loses the line.
    async fn execute(&mut self, Forward(line): Forward) -> Result<(), BoxError> {
        self.next.send(transform::Event::Line(line)).await?;
        self.counts.passed += 1;
        Ok(())
    }
}
