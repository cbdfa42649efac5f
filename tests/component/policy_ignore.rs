//! L2, `Ignore`: the state works and leaves the mailbox alone.

use super::fixture::{Errand, Order, Phase, Rig, Work, secs, settle};

#[tokio::test(start_paused = true)]
async fn events_wait_until_the_state_is_left() {
    let rig = Rig::default();
    let worker = rig.start(
        Phase::Ignoring,
        [Work::Again, Work::Hold, Work::Emit(|| Order::Block)],
    );
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work"]);
    assert_eq!(worker.stats().mailbox, 1);

    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "a"]);
    assert_eq!(worker.state(), Phase::Blocking);
}

#[tokio::test(start_paused = true)]
async fn a_full_mailbox_stays_full_and_senders_wait() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold, Work::Emit(|| Order::Block)]);
    while worker.try_send(Order::Odd).is_ok() {}
    let sending = tokio::spawn({
        let worker = worker.clone();
        async move { worker.send(Order::Note("last")).await }
    });
    tokio::time::sleep(secs(60)).await;
    assert!(!sending.is_finished());
    assert_eq!(worker.stats().mailbox, steadfast::DEFAULT_MAILBOX as u64);
    rig.open_gate();
    sending.await.unwrap().unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work", "last"]);
}

#[tokio::test(start_paused = true)]
async fn clock_task_and_stop_act_when_the_work_returns() {
    let rig = Rig {
        limit: secs(1),
        errand: Errand::After(secs(1), || Order::Note("task")),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Ignoring, [Work::Hold]);
    settle().await;
    tokio::time::advance(secs(2)).await;
    settle().await;
    assert_eq!(rig.log.take(), ["work"]);
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["timeout", "task", "work"]);
    worker.stop();
    settle().await;
    assert_eq!(rig.log.take(), [""; 0]);
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["stop", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn idling_listens_to_clock_task_and_stop_but_not_to_the_mailbox() {
    let rig = Rig {
        limit: secs(20),
        errand: Errand::After(secs(40), || Order::Note("task")),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Ignoring, [Work::Idle(secs(1000))]);
    worker.send(Order::Note("external")).await.unwrap();
    tokio::time::sleep(secs(10)).await;
    assert_eq!(rig.log.take(), ["work"]);
    tokio::time::sleep(secs(11)).await;
    assert_eq!(rig.log.take(), ["timeout", "work"]);
    tokio::time::sleep(secs(20)).await;
    assert_eq!(rig.log.take(), ["task", "work"]);
    worker.stop();
    settle().await;
    assert_eq!(rig.log.take(), ["stop", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn idling_ends_by_itself_without_spinning() {
    let rig = Rig::default();
    let _worker = rig.start(Phase::Ignoring, [Work::Idle(secs(10)), Work::Rest]);
    settle().await;
    let polls = rig.polls();
    tokio::time::sleep(secs(9)).await;
    assert_eq!((rig.polls(), rig.dispatches()), (polls, 1));
    tokio::time::sleep(secs(2)).await;
    assert_eq!(rig.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn it_does_not_notice_that_all_handles_are_gone() {
    let rig = Rig::default();
    let worker = rig.start(
        Phase::Ignoring,
        [Work::Again, Work::Again, Work::Hold, Work::End],
    );
    drop(worker);
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work", "work"]);
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "completed"]);
}
