//! L2: what comes first when everything is ready at once, under each policy.

use steadfast::prelude::*;
use tokio::sync::Semaphore;

use std::sync::Arc;

use super::fixture::{Log, secs, settle};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Stage {
    Start,
    Blocking,
    Polling,
    Ignoring,
    Racing,
}

#[derive(Debug, EventVariant)]
enum Cue {
    Block,
    Poll,
    Ignore,
    Race,
    Kept,
    Told,
    Sent,
    Stop,
    Error(String),
}

enum Act {
    Say(&'static str),
    Wait,
}

struct Desk {
    log: Log,
    gate: Arc<Semaphore>,
}

fsm! {
    struct DeskMachine;
    trait DeskDispatch;

    state: Stage;
    event: Cue;
    context: Desk;
    action: Act;
    initial: Start;
    error: Error;
    stop: Stop;

    state Start {
        on Kept => postpone;
        on Block => Blocking do [Wait];
        on Poll => Polling do [Wait];
        on Ignore => Ignoring do [Wait];
        on Race => Racing do [Wait];
        on Told | Sent | Stop => reject;
        on Error(_) => stay;
    }

    superstate Ready {
        task async { Cue::Told };
        timeout secs(5) => stay do [Say("clock")];

        state Blocking: Block;
        state Polling: Poll;
        state Ignoring: Ignore;
        state Racing: Race;

        on Kept => stay do [Say("kept")];
        on Stop => stay do [Say("stop")];
        on Told => stay do [Say("task")];
        on Sent => stay do [Say("external")];
        on Error(_) => Start;
        on Block | Poll | Ignore | Race => reject;
    }
}

impl Execute<Act> for Desk {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Say(word) => self.log.add(word),
            Act::Wait => self.gate.acquire().await?.forget(),
        }
        Ok(())
    }
}

#[supervisor(DeskMachine)]
struct Clerk;

impl Clerk {
    async fn work(desk: &mut Desk) -> Next<Cue> {
        desk.log.add("work");
        std::future::pending().await
    }
}

impl DeskDispatch for Clerk {
    async fn polling(&mut self, _: &Stage, desk: &mut Desk) -> Next<Cue> {
        Clerk::work(desk).await
    }

    async fn ignoring(&mut self, _: &Stage, desk: &mut Desk) -> Next<Cue> {
        Clerk::work(desk).await
    }

    async fn racing(&mut self, _: &Stage, desk: &mut Desk) -> Next<Cue> {
        Clerk::work(desk).await
    }
}

/// Holds the component in the action of the transition until all five are ready, and says in
/// which order they came.
async fn order_in(go: Cue) -> Vec<String> {
    let log = Log::default();
    let gate = Arc::new(Semaphore::new(0));
    let clerk = Clerk.spawn(Desk {
        log: log.clone(),
        gate: Arc::clone(&gate),
    });
    clerk.send(Cue::Kept).await.unwrap();
    clerk.send(go).await.unwrap();
    settle().await;
    clerk.send(Cue::Sent).await.unwrap();
    clerk.stop();
    tokio::time::advance(secs(5)).await;
    assert_eq!(log.take(), [""; 0]);

    gate.add_permits(1);
    settle().await;
    log.take()
}

#[tokio::test(start_paused = true)]
async fn block_takes_a_kept_event_then_stop_clock_task_and_the_mailbox() {
    let order = order_in(Cue::Block).await;
    assert_eq!(order, ["kept", "stop", "clock", "task", "external"]);
}

#[tokio::test(start_paused = true)]
async fn poll_takes_the_same_order_and_works_last() {
    let order = order_in(Cue::Poll).await;
    assert_eq!(order, ["kept", "stop", "clock", "task", "external", "work"]);
}

#[tokio::test(start_paused = true)]
async fn race_takes_the_same_order_and_begins_its_work_last() {
    let order = order_in(Cue::Race).await;
    assert_eq!(order, ["kept", "stop", "clock", "task", "external", "work"]);
}

#[tokio::test(start_paused = true)]
async fn ignore_takes_the_same_order_but_for_the_mailbox() {
    let order = order_in(Cue::Ignore).await;
    assert_eq!(order, ["kept", "stop", "clock", "task", "work"]);
}
