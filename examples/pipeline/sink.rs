//! The last stage: counts.

use std::collections::HashMap;
use std::sync::Arc;

use steadfast::prelude::*;

use crate::stage::{Counts, QUEUE};

/// How often each key was seen.
pub type Tally = HashMap<String, u64>;

#[derive(Clone, Debug, StateVariant)]
pub enum State {
    Counting,
    Done(Counts, Arc<Tally>),
    Failed(Counts, Arc<Tally>),
}

impl State {
    pub fn result(&self) -> (Counts, Arc<Tally>) {
        match self {
            State::Counting => Default::default(),
            State::Done(counts, tally) | State::Failed(counts, tally) => {
                (*counts, Arc::clone(tally))
            }
        }
    }
}

#[derive(Debug, EventVariant)]
pub enum Event {
    /// The keys of one line.
    Record(Vec<String>),
    Drain,
    Error(Fault),
}

pub struct Count(Vec<String>);

#[derive(Default)]
pub struct Context {
    counts: Counts,
    tally: Tally,
}

impl Context {
    fn tally(&self) -> Arc<Tally> {
        Arc::new(self.tally.clone())
    }
}

fsm! {
    pub struct SinkMachine;
    pub trait SinkDispatch;

    state: State; event: Event; context: Context; action: Count;
    initial: Counting; error: Error; closed: Drain;

    state Counting {
        on Record(keys) => stay do [(Count(keys))];
        on Drain => Done(context.counts, context.tally());
        on Error(_) => Failed(context.counts, context.tally());
    }

    terminal state Done;
    failure state Failed;
}

#[supervisor(SinkMachine, name = "sink", mailbox = QUEUE)]
pub struct Sink;

impl SinkDispatch for Sink {}

impl Execute<Count> for Context {
    async fn execute(&mut self, Count(keys): Count) -> Result<(), BoxError> {
        self.counts.taken += 1;
        for key in keys {
            *self.tally.entry(key).or_default() += 1;
        }
        self.counts.passed += 1;
        Ok(())
    }
}
