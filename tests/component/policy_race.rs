//! L2, `Race`: the state works and listens at once, and drops its work for whatever comes first.

use super::fixture::{Errand, Order, Phase, Rig, Work, millis, secs, settle};

#[tokio::test(start_paused = true)]
async fn an_event_drops_the_work_which_begins_again() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    settle().await;
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "a", "work"]);
    assert_eq!(worker.stats().restarts, 1);
}

#[tokio::test(start_paused = true)]
async fn even_a_rejected_event_restarts_the_work() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    settle().await;
    worker.send(Order::Odd).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work"]);
    assert_eq!(worker.stats().restarts, 1);
    assert_eq!(worker.stats().rejected, 1);
}

#[tokio::test(start_paused = true)]
async fn events_that_wait_already_come_before_the_work_and_restart_nothing() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    worker.try_send(Order::Note("a")).unwrap();
    worker.try_send(Order::Note("b")).unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["a", "b", "work"]);
    assert_eq!(worker.stats().restarts, 0);
}

#[tokio::test(start_paused = true)]
async fn clock_task_and_stop_drop_the_work_at_once() {
    let rig = Rig {
        limit: secs(10),
        errand: Errand::After(secs(20), || Order::Note("task")),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    tokio::time::sleep(secs(11)).await;
    assert_eq!(rig.log.take(), ["work", "timeout", "work"]);
    tokio::time::sleep(secs(10)).await;
    assert_eq!(rig.log.take(), ["task", "work"]);
    worker.stop();
    settle().await;
    assert_eq!(rig.log.take(), ["stop", "completed"]);
    assert_eq!(worker.stats().restarts, 3);
}

#[tokio::test(start_paused = true)]
async fn all_at_once_come_in_order_with_the_work_last() {
    let rig = Rig {
        limit: secs(10),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Racing, [Work::Sleep(secs(10)), Work::Rest]);
    settle().await;
    worker.try_send(Order::Note("external")).unwrap();
    tokio::time::advance(secs(11)).await;
    settle().await;
    // The work is done as well, but what came before it dropped it.
    assert_eq!(rig.log.take(), ["work", "timeout", "external", "work"]);
    assert_eq!(worker.stats().restarts, 1);
}

#[tokio::test(start_paused = true)]
async fn after_64_events_in_a_row_the_work_is_polled_before_the_mailbox() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Again]);
    for _ in 0..200 {
        worker.try_send(Order::Note("n")).unwrap();
    }
    while worker.stats().handled < 200 {
        tokio::task::yield_now().await;
    }
    let log = rig.log.take();
    let work: Vec<_> = (0..200).filter(|&at| log[at] == "work").collect();
    assert_eq!(work, [64, 129, 194]);
}

#[tokio::test(start_paused = true)]
async fn a_flood_does_not_keep_slow_work_from_being_polled() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    for _ in 0..200 {
        worker.try_send(Order::Note("n")).unwrap();
    }
    settle().await;
    let log = rig.log.take();
    let work: Vec<_> = (0..log.len()).filter(|&at| log[at] == "work").collect();
    assert_eq!(work, [64, 129, 194, 203]);
    assert_eq!(worker.stats().restarts, 3);
}

#[tokio::test(start_paused = true)]
async fn waiting_work_does_not_spin() {
    let rig = Rig::default();
    let _worker = rig.start(Phase::Racing, [Work::Rest]);
    settle().await;
    let polls = rig.polls();
    tokio::time::sleep(secs(3600)).await;
    assert_eq!((rig.polls(), rig.dispatches()), (polls, 1));
}

#[tokio::test(start_paused = true)]
async fn an_idle_time_ends_by_itself_or_with_an_event() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Idle(secs(10))]);
    tokio::time::sleep(secs(9)).await;
    assert_eq!(rig.dispatches(), 1);
    tokio::time::sleep(millis(1500)).await;
    assert_eq!(rig.dispatches(), 2);
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work", "a", "work"]);
    assert_eq!(worker.stats().restarts, 0, "no work was under way");
}

#[tokio::test(start_paused = true)]
async fn a_full_mailbox_is_emptied_past_waiting_work() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    let mut accepted = 0;
    while worker.try_send(Order::Odd).is_ok() {
        accepted += 1;
    }
    settle().await;
    assert_eq!(worker.stats().rejected, accepted);
    assert_eq!(worker.stats().mailbox, 0);
}

#[tokio::test(start_paused = true)]
async fn when_the_last_handle_goes_the_work_is_dropped() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    settle().await;
    let states = worker.watch();
    drop(worker);
    settle().await;
    assert_eq!(rig.log.take(), ["work", "failed"]);
    assert_eq!(
        *states.borrow(),
        Phase::Broken("in state `Racing`: all senders are gone".into())
    );
}

#[tokio::test(start_paused = true)]
async fn work_that_never_waits_leaves_other_tasks_their_turn_and_stop_its_effect() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Again]);
    settle().await;
    assert!(rig.dispatches() > 300, "it works on: {}", rig.dispatches());
    worker.stop();
    worker.join().await;
    assert_eq!(worker.state(), Phase::Finished);
}
