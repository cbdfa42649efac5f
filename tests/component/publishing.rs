//! L9: when a state is published.

use steadfast::prelude::*;
use tokio::sync::watch;

use super::fixture::{Log, Order, Phase, Rig, Work, settle};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Count {
    Idle,
    Counting { at: u32, step: u32 },
    Over { at: u32 },
    Lost(String),
}

#[derive(Debug, EventVariant)]
enum Tick {
    Begin,
    Add,
    Over,
    Error(String),
}

enum Act {
    Look,
}

/// Looks at its own published state while it executes actions.
struct Meter {
    log: Log,
    me: WeakHandle<Tick, Count>,
}

impl Execute<Act> for Meter {
    async fn execute(&mut self, Act::Look: Act) -> Result<(), BoxError> {
        let me = self.me.upgrade().ok_or("no handle")?;
        self.log.add(format!("{:?}", me.state()));
        Ok(())
    }
}

fsm! {
    struct CountMachine;
    trait CountDispatch;

    state: Count;
    event: Tick;
    context: Meter;
    action: Act;
    initial: Idle;
    error: Error;

    state Idle {
        on_entry do [Look];
        on Begin => Counting { at: 0, step: 5 } do [Look];
        on Add | Over => reject;
    }
    state Counting { at, step } {
        on_exit do [Look];
        on Add => stay { at: *at + *step } do [Look];
        on Over => Over { at: *at } do [Look];
        on Begin => stay;
    }
    any { on Error(why) => Lost(why); }
    terminal state Over { on_entry do [Look]; }
    failure state Lost;
}

#[supervisor(CountMachine)]
struct Counter;

impl CountDispatch for Counter {}

fn start(log: &Log) -> Handle<Tick, Count> {
    Counter::spawn_with(|me| {
        let meter = Meter {
            log: log.clone(),
            me,
        };
        (Counter, meter)
    })
}

#[tokio::test(start_paused = true)]
async fn a_state_is_published_before_its_actions_run_with_replaced_payloads_too() {
    let log = Log::default();
    let counter = start(&log);
    for tick in [Tick::Begin, Tick::Add, Tick::Over] {
        counter.send(tick).await.unwrap();
    }
    counter.join().await;
    assert_eq!(
        log.take(),
        [
            "Idle",
            "Counting { at: 0, step: 5 }",
            "Counting { at: 5, step: 5 }",
            // Exit, transition and entry: all three after the commit.
            "Over { at: 5 }",
            "Over { at: 5 }",
            "Over { at: 5 }",
        ]
    );
    assert_eq!(counter.state(), Count::Over { at: 5 });
}

#[tokio::test(start_paused = true)]
async fn before_the_first_round_the_initial_state_is_seen() {
    let counter = start(&Log::default());
    assert_eq!(counter.state(), Count::Idle);
}

#[tokio::test(start_paused = true)]
async fn a_watch_that_keeps_up_sees_every_state_and_then_the_end() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let watching = tokio::spawn(record(worker.watch()));
    for order in [Order::Race, Order::Block, Order::Block, Order::Finish] {
        settle().await;
        worker.send(order).await.unwrap();
    }
    worker.join().await;
    // Entering the same state again is an entry like any other.
    assert_eq!(
        watching.await.unwrap(),
        ["Blocking", "Racing", "Blocking", "Blocking", "Finished"]
    );
}

async fn record(mut states: watch::Receiver<Phase>) -> Vec<&'static str> {
    let mut seen = vec![states.borrow_and_update().variant_name()];
    while states.changed().await.is_ok() {
        seen.push(states.borrow_and_update().variant_name());
    }
    seen
}

#[tokio::test(start_paused = true)]
async fn a_slow_watch_sees_the_final_state_and_then_that_there_is_no_more() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let mut states = worker.watch();
    worker.send(Order::Race).await.unwrap();
    worker.send(Order::Block).await.unwrap();
    worker.send(Order::Finish).await.unwrap();
    worker.join().await;
    assert!(states.changed().await.is_ok());
    assert_eq!(*states.borrow_and_update(), Phase::Finished);
    assert!(states.changed().await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_stay_is_not_published_and_wakes_no_watch() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    let mut states = worker.watch();
    states.mark_unchanged();
    worker.send(Order::Note("a")).await.unwrap();
    worker.send(Order::Odd).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["a"]);
    assert!(!states.has_changed().unwrap());
}

#[tokio::test(start_paused = true)]
async fn the_state_of_a_failure_is_published() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Fail("no")]);
    worker.join().await;
    assert_eq!(
        worker.state(),
        Phase::Broken("in state `Polling`: dispatch failed".into())
    );
}

#[tokio::test(start_paused = true)]
async fn a_state_left_at_an_abort_stays_published() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Race).await.unwrap();
    settle().await;
    worker.abort();
    let exit = worker.join().await;
    assert_eq!(worker.state(), Phase::Racing);
    assert_eq!(exit.state(), Some(&Phase::Racing));
}
