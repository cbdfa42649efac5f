//! L2, `Block`: the state waits for whatever comes, and does nothing else.

use steadfast::{SendError, TrySendError};

use super::fixture::{Errand, Order, Phase, Rig, Work, secs, settle};

#[tokio::test(start_paused = true)]
async fn it_waits_without_work_and_without_spinning() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, [Work::Again]);
    settle().await;
    let polls = rig.polls();
    tokio::time::sleep(secs(3600)).await;
    assert_eq!(rig.polls(), polls);
    assert_eq!(rig.dispatches(), 0);
    assert!(worker.is_running());
}

#[tokio::test(start_paused = true)]
async fn it_handles_what_was_sent_before_it_first_looked_in_order() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    for word in ["a", "b", "c"] {
        worker.try_send(Order::Note(word)).unwrap();
    }
    settle().await;
    assert_eq!(rig.log.take(), ["a", "b", "c"]);
    assert_eq!(worker.stats().handled, 3);
}

#[tokio::test(start_paused = true)]
async fn a_full_mailbox_makes_room_again() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Hold("held")).await.unwrap();
    settle().await;
    let mut accepted = 0;
    while worker.try_send(Order::Note("n")).is_ok() {
        accepted += 1;
    }
    assert_eq!(accepted, steadfast::DEFAULT_MAILBOX);
    rig.open_gate();
    worker.send(Order::Note("last")).await.unwrap();
    settle().await;
    let log = rig.log.take();
    assert_eq!(log.len(), accepted + 2);
    assert_eq!(log[0], "held");
    assert_eq!(log[accepted + 1], "last");
}

#[tokio::test(start_paused = true)]
async fn an_expired_clock_wakes_it_at_its_time() {
    let rig = Rig {
        limit: secs(5),
        ..Rig::default()
    };
    let _worker = rig.start(Phase::Blocking, []);
    settle().await;
    tokio::time::advance(secs(4)).await;
    settle().await;
    assert_eq!(rig.log.take(), [""; 0]);
    tokio::time::advance(secs(1)).await;
    settle().await;
    assert_eq!(rig.log.take(), ["timeout"]);
}

#[tokio::test(start_paused = true)]
async fn the_event_of_a_task_wakes_it() {
    let rig = Rig {
        errand: Errand::After(secs(5), || Order::Note("task")),
        ..Rig::default()
    };
    let _worker = rig.start(Phase::Blocking, []);
    tokio::time::sleep(secs(6)).await;
    assert_eq!(rig.log.take(), ["task"]);
}

#[tokio::test(start_paused = true)]
async fn stop_wakes_it() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    worker.stop();
    settle().await;
    assert_eq!(rig.log.take(), ["stop", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn a_long_action_is_not_interrupted_by_a_clock() {
    let rig = Rig {
        limit: secs(5),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Hold("held")).await.unwrap();
    settle().await;
    tokio::time::advance(secs(10)).await;
    settle().await;
    assert_eq!(rig.log.take(), [""; 0]);
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["held", "timeout"]);
}

#[tokio::test(start_paused = true)]
async fn when_the_last_handle_goes_the_mailbox_is_emptied_first() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let other = worker.clone();
    worker.try_send(Order::Note("a")).unwrap();
    drop(worker);
    other.try_send(Order::Note("b")).unwrap();
    let states = other.watch();
    drop(other);
    settle().await;
    assert_eq!(rig.log.take(), ["a", "b", "failed"]);
    assert_eq!(
        *states.borrow(),
        Phase::Broken("in state `Blocking`: all senders are gone".into())
    );
}

#[tokio::test(start_paused = true)]
async fn a_detached_component_waits_on_and_can_be_reached() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let weak = worker.downgrade();
    worker.detach();
    tokio::time::sleep(secs(60)).await;
    let again = weak.upgrade().unwrap();
    again.send(Order::Note("still here")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["still here"]);
}

#[tokio::test(start_paused = true)]
async fn an_ended_component_gives_every_event_back() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.stop();
    worker.join().await;
    let refused = worker.send(Order::Note("late")).await;
    assert!(matches!(refused, Err(SendError(Order::Note("late")))));
    let refused = worker.try_send(Order::Note("later"));
    assert!(matches!(
        refused,
        Err(TrySendError::Closed(Order::Note("later")))
    ));
}

#[tokio::test(start_paused = true)]
async fn a_flood_does_not_keep_other_tasks_from_their_turn() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    for _ in 0..1000 {
        worker.try_send(Order::Note("n")).unwrap();
    }
    let mut turns = 0;
    while worker.stats().handled < 1000 {
        tokio::task::yield_now().await;
        turns += 1;
    }
    assert!(turns > 5, "1000 events took only {turns} turns");
}
