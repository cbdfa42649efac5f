//! How do I write a worker whose job can be renewed, retried, cancelled and stopped at any time?
//!
//! The worker leases a job, performs it as a `task` while `every` renews the lease, and settles
//! with the queue before it goes on or stops. The task is dropped the moment its state is left;
//! no `select!` decides what else has to end with it.
//!
//! Run it with `cargo run -p steadfast-examples --example worker`.

mod machine;
mod queue;

use std::time::Duration;

use steadfast::prelude::*;
use tokio::time::sleep;

use machine::{Event, Renew, Work, WorkDispatch, WorkMachine};
use queue::{Job, Queue};

#[supervisor(WorkMachine)]
struct Worker;

// All states only wait, for clocks, tasks and events: there is no work to dispatch.
impl WorkDispatch for Worker {}

impl Execute<Renew> for Queue {
    async fn execute(&mut self, Renew(lease): Renew) -> Result<(), BoxError> {
        let lease = lease.ok_or("there is no lease to renew")?;
        println!("{lease}: lease renewed");
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let job = |name, millis, good_attempt| Job {
        name,
        millis,
        good_attempt,
    };
    let queue = Queue::default();
    queue.0.lock().await.extend([
        job("report", 250, 1),
        job("mail", 60, 2),
        job("video", 60_000, 1),
        job("index", 60_000, 1),
    ]);
    let worker = Worker.spawn(queue.clone());

    let performs = |name| move |state: &Work| state.lease() == Some(name);
    worker.wait_for(performs("video")).await?;
    sleep(Duration::from_millis(150)).await;
    worker.send(Event::Cancel("video")).await?;

    worker.wait_for(performs("index")).await?;
    worker.stop();
    let exit = worker.join().await;
    println!("{exit}; left in the queue: {:?}", queue.0.lock().await);
    match exit.state() {
        Some(Work::Failed(reason)) => Err(reason.as_str().into()),
        _ => Ok(()),
    }
}
