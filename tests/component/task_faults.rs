//! L4: a task that panics, as it runs and as it is dropped.

use steadfast::prelude::*;

use super::fixture::{Errand, Order, Phase, Rig, Work, kinds, secs, settle};

#[tokio::test(start_paused = true)]
async fn a_panic_of_a_task_while_work_goes_on_is_told_when_the_work_returns() {
    let rig = Rig {
        errand: Errand::BlowAfter(secs(1)),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Polling, [Work::Hold, Work::Rest]);
    tokio::time::sleep(secs(5)).await;
    assert!(worker.is_running());
    rig.open_gate();
    let exit = worker.join().await;
    assert_eq!(kinds(&exit), [FaultKind::Panic]);
}

#[tokio::test(start_paused = true)]
async fn a_task_that_panicked_does_not_panic_again() {
    let rig = Rig {
        errand: Errand::BlowAfter(secs(1)),
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    tokio::time::sleep(secs(60)).await;
    assert_eq!(worker.stats().faults, 1);
    assert!(worker.is_running());
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_the_drop_of_a_task_is_the_error_event() {
    let rig = Rig {
        errand: Errand::BlowWhenDropped,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    worker.send(Order::Finish).await.unwrap();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kinds(&exit), [FaultKind::Panic]);
    assert_eq!(rig.log.take(), ["failed"]);
}
