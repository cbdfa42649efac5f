//! What the worker works on: jobs, and the queue that leases them.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use tokio::{sync::Mutex, time::sleep};

use crate::machine::Event;

/// Something to do.
#[derive(Clone, Debug)]
pub struct Job {
    pub name: &'static str,
    /// How long it takes.
    pub millis: u64,
    /// The first attempt that does not fail.
    pub good_attempt: u32,
}

/// What became of a job.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    Done,
    GivenUp,
    Cancelled,
    Returned,
}

/// Performs a job, which takes its time and may fail.
pub async fn perform(job: Job, attempt: u32) -> Event {
    println!("{}: attempt {attempt}", job.name);
    sleep(Duration::from_millis(job.millis)).await;
    if attempt < job.good_attempt {
        Event::Broke
    } else {
        Event::Performed
    }
}

/// The queue, which a real worker would reach over a network.
#[derive(Clone, Default)]
pub struct Queue(pub Arc<Mutex<VecDeque<Job>>>);

impl Queue {
    /// Asks for a job.
    pub async fn lease(self) -> Event {
        sleep(Duration::from_millis(10)).await;
        match self.0.lock().await.pop_front() {
            Some(job) => Event::Leased(job),
            None => Event::Empty,
        }
    }

    /// Says what became of a job, and gives up its lease.
    pub async fn settle(self, job: Job, verdict: Verdict) -> Event {
        println!("{}: {verdict:?}", job.name);
        if let Verdict::Returned = verdict {
            self.0.lock().await.push_back(job);
        }
        Event::Settled
    }
}
