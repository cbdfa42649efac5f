//! The worker's life.

use std::time::Duration;

use steadfast::prelude::*;

use crate::queue::{Job, Queue, Verdict, perform};

/// How often a lease is renewed.
const RENEWAL: Duration = Duration::from_millis(100);
/// How long to wait after the first failed attempt.
const BACKOFF: Duration = Duration::from_millis(50);
/// How long to wait between jobs.
const PAUSE: Duration = Duration::from_millis(20);

#[derive(Clone, Debug, StateVariant)]
pub enum Work {
    Idle,
    Leasing,
    Performing { job: Job, attempt: u32 },
    Backoff { job: Job, attempt: u32 },
    Settling { job: Job, verdict: Verdict },
    Stopped,
    Failed(String),
}

impl Work {
    /// The lease that is held.
    pub fn lease(&self) -> Option<&'static str> {
        match self {
            Work::Performing { job, .. }
            | Work::Backoff { job, .. }
            | Work::Settling { job, .. } => Some(job.name),
            _ => None,
        }
    }
}

#[derive(Debug, EventVariant)]
pub enum Event {
    Leased(Job),
    Empty,
    Performed,
    Broke,
    Settled,
    Cancel(&'static str),
    Stop,
    Error(String),
}

pub struct Renew(pub Option<&'static str>);

fsm! {
    pub struct WorkMachine;
    pub trait WorkDispatch;

    state: Work; event: Event; context: Queue; action: Renew;
    initial: Idle; error: Error; stop: Stop;

    state Idle {
        timeout PAUSE => Leasing;
        on Stop => Stopped;
    }

    /// The queue may have given a job away already: a stop waits for the answer.
    state Leasing {
        task context.clone().lease();
        on Leased(job) => Performing { job, attempt: 1 };
        on Empty => Idle;
        on Stop => postpone;
    }

    superstate Holding {
        /// Runs on from one attempt to the next: the lease does not care which it is.
        every RENEWAL => stay do [(Renew(state.lease()))];

        /// A job that panics is an error event: it broke, like one that says so.
        state Performing { job, attempt } {
            task perform(job.clone(), *attempt);
            on Performed => move Settling { job, verdict: Verdict::Done };
            on Broke | Error(_) if *attempt < 3 => move Backoff { job, attempt };
            on Broke | Error(_) => move Settling { job, verdict: Verdict::GivenUp };
            on Cancel(name) if name == job.name =>
                move Settling { job, verdict: Verdict::Cancelled };
            on Stop => move Settling { job, verdict: Verdict::Returned };
        }

        state Backoff { job, attempt } {
            timeout BACKOFF * *attempt => move Performing { job, attempt: attempt + 1 };
            on Cancel(name) if name == job.name =>
                move Settling { job, verdict: Verdict::Cancelled };
            on Stop | Error(_) => move Settling { job, verdict: Verdict::Returned };
        }

        state Settling { job, verdict } {
            task context.clone().settle(job.clone(), *verdict);
            on Settled if *verdict == Verdict::Returned => Stopped;
            on Settled => Idle;
            on Stop => postpone;
        }
    }

    any {
        on Error(reason) => Failed(reason);
        on Leased(_) | Empty | Performed | Broke | Settled | Cancel(_) => reject;
    }

    terminal state Stopped;
    failure state Failed;
}
