//! The second stage: finds the keys of each line.

use steadfast::prelude::*;

use crate::keys::Keys;
use crate::sink;
use crate::stage::{Counts, QUEUE, is_cut_off};

/// On which line to fail, for those who want to see it.
#[derive(clap::Args, Clone, Copy)]
pub struct Trouble {
    /// Let the transform fail on this line.
    #[arg(long, value_name = "LINE")]
    fail_at: Option<u64>,
    /// Let the transform panic on this line.
    #[arg(long, value_name = "LINE")]
    panic_at: Option<u64>,
}

#[derive(Clone, Debug, StateVariant)]
pub enum State {
    Running,
    Done(Counts),
    CutOff(Counts),
    Failed(Counts),
}

impl State {
    pub fn counts(&self) -> Counts {
        match self {
            State::Running => Counts::default(),
            State::Done(counts) | State::CutOff(counts) | State::Failed(counts) => *counts,
        }
    }
}

#[derive(Debug, EventVariant)]
pub enum Event {
    Line(String),
    Drain,
    Error(Fault),
}

pub struct Convert(String);

pub struct Context {
    pub keys: Keys,
    pub trouble: Trouble,
    pub next: Handle<sink::Event, sink::State>,
    pub counts: Counts,
}

fsm! {
    pub struct TransformMachine;
    pub trait TransformDispatch;

    state: State; event: Event; context: Context; action: Convert;
    initial: Running; error: Error; closed: Drain;

    state Running {
        on Line(line) => stay do [(Convert(line))];
        // It stands behind the last line in the mailbox, so all lines are done by now.
        on Drain => Done(context.counts);
        on Error(fault) if is_cut_off::<sink::Event>(&fault) => CutOff(context.counts);
        on Error(_) => Failed(context.counts);
    }

    terminal state Done;
    terminal state CutOff;
    failure state Failed;
}

#[supervisor(TransformMachine, name = "transform", mailbox = QUEUE)]
pub struct Transform;

impl TransformDispatch for Transform {}

impl Execute<Convert> for Context {
    async fn execute(&mut self, Convert(line): Convert) -> Result<(), BoxError> {
        self.counts.taken += 1;
        let number = self.counts.taken;
        if self.trouble.fail_at == Some(number) {
            return Err(format!("line {number}: told to fail").into());
        }
        if self.trouble.panic_at == Some(number) {
            panic!("line {number}: told to panic");
        }
        let keys = self.keys.of(&line);
        self.next.send(sink::Event::Record(keys)).await?;
        self.counts.passed += 1;
        Ok(())
    }
}
