//! L2, `Poll`: the state looks for an event once, then works; its work is never interrupted.

use super::fixture::{Errand, Order, Phase, Rig, Work, millis, secs, settle};

#[tokio::test(start_paused = true)]
async fn an_empty_mailbox_lets_it_work() {
    let rig = Rig::default();
    let _worker = rig.start(Phase::Polling, [Work::Again, Work::Again, Work::Rest]);
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work", "work"]);
}

#[tokio::test(start_paused = true)]
async fn events_that_wait_come_before_work() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, []);
    worker.try_send(Order::Note("a")).unwrap();
    worker.try_send(Order::Note("b")).unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["a", "b", "work"]);
}

#[tokio::test(start_paused = true)]
async fn after_64_events_in_a_row_it_works_once() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Again]);
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
async fn nothing_interrupts_its_work_and_then_all_come_in_order() {
    let rig = Rig {
        limit: secs(1),
        errand: Errand::After(secs(1), || Order::Note("task")),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Polling, [Work::Hold, Work::Rest]);
    settle().await;
    worker.send(Order::Note("external")).await.unwrap();
    tokio::time::advance(secs(2)).await;
    settle().await;
    assert_eq!(rig.log.take(), ["work"]);

    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["timeout", "task", "external", "work"]);
    assert_eq!(worker.stats().restarts, 0);
}

#[tokio::test(start_paused = true)]
async fn stop_waits_for_the_end_of_the_work_and_comes_before_events() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Hold, Work::Rest]);
    settle().await;
    worker.send(Order::Note("external")).await.unwrap();
    worker.stop();
    settle().await;
    assert_eq!(rig.log.take(), ["work"]);

    rig.open_gate();
    let exit = worker.join().await;
    assert_eq!(rig.log.take(), ["stop", "completed"]);
    assert_eq!(exit.take_unhandled().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn its_task_goes_on_while_it_works() {
    let rig = Rig {
        errand: Errand::After(secs(5), || Order::Note("task")),
        ..Rig::default()
    };
    let _worker = rig.start(Phase::Polling, [Work::Sleep(secs(8)), Work::Rest]);
    settle().await;
    let polls = rig.polls();
    tokio::time::sleep(secs(6)).await;
    assert!(
        rig.polls() > polls,
        "the task was not polled during the work"
    );
    tokio::time::sleep(secs(3)).await;
    assert_eq!(rig.log.take(), ["work", "task", "work"]);
}

#[tokio::test(start_paused = true)]
async fn work_that_waits_costs_no_polls_when_an_event_arrives() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Rest]);
    settle().await;
    let polls = rig.polls();
    worker.send(Order::Note("a")).await.unwrap();
    tokio::time::sleep(secs(60)).await;
    assert_eq!(rig.polls(), polls);
    assert_eq!(rig.dispatches(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_idle_time_ends_by_itself() {
    let rig = Rig::default();
    let _worker = rig.start(Phase::Polling, [Work::Idle(secs(10)), Work::Rest]);
    tokio::time::sleep(secs(9)).await;
    assert_eq!(rig.dispatches(), 1);
    tokio::time::sleep(millis(1100)).await;
    assert_eq!(rig.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_idle_time_ends_with_an_event_a_clock_or_a_task() {
    let rig = Rig {
        limit: secs(20),
        errand: Errand::After(secs(40), || Order::Note("task")),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Polling, [Work::Idle(secs(1000))]);
    tokio::time::sleep(secs(10)).await;
    worker.send(Order::Note("external")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "external", "work"]);
    tokio::time::sleep(secs(11)).await;
    assert_eq!(rig.log.take(), ["timeout", "work"]);
    tokio::time::sleep(secs(20)).await;
    assert_eq!(rig.log.take(), ["task", "work"]);
}

#[tokio::test(start_paused = true)]
async fn an_idle_time_ends_with_stop() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Idle(secs(1000))]);
    settle().await;
    worker.stop();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "stop", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn an_idle_time_without_end_is_no_panic() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Idle(std::time::Duration::MAX)]);
    settle().await;
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "a", "work"]);
}

#[tokio::test(start_paused = true)]
async fn idling_does_not_spin() {
    let rig = Rig::default();
    let _worker = rig.start(Phase::Polling, [Work::Idle(secs(1000))]);
    settle().await;
    let polls = rig.polls();
    tokio::time::sleep(secs(900)).await;
    assert_eq!(rig.polls(), polls);
    assert_eq!(rig.dispatches(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_rejected_event_leaves_the_idle_time_alone() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Idle(secs(10)), Work::Rest]);
    settle().await;
    worker.send(Order::Odd).await.unwrap();
    settle().await;
    assert_eq!(worker.stats().rejected, 1);
    assert_eq!(rig.dispatches(), 1);
    tokio::time::sleep(secs(11)).await;
    assert_eq!(rig.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn when_the_last_handle_goes_it_is_told_at_its_next_look() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Hold]);
    settle().await;
    let states = worker.watch();
    drop(worker);
    settle().await;
    assert_eq!(rig.log.take(), ["work"]);
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["failed"]);
    assert_eq!(
        *states.borrow(),
        Phase::Broken("in state `Polling`: all senders are gone".into())
    );
}

#[tokio::test(start_paused = true)]
async fn a_full_mailbox_is_emptied_between_two_pieces_of_work() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Hold, Work::Rest]);
    settle().await;
    let mut accepted = 0;
    while worker.try_send(Order::Odd).is_ok() {
        accepted += 1;
    }
    assert_eq!(accepted, steadfast::DEFAULT_MAILBOX as u64);
    assert_eq!(worker.stats().mailbox, accepted);
    rig.open_gate();
    settle().await;
    // The first 64 come before the work that then rests for ever.
    assert_eq!(worker.stats().rejected, 64);
    assert_eq!(worker.stats().mailbox, accepted - 64);
    assert_eq!(rig.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn work_that_never_waits_leaves_other_tasks_their_turn_and_stop_its_effect() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Again]);
    settle().await;
    assert!(rig.dispatches() > 300, "it works on: {}", rig.dispatches());
    worker.stop();
    worker.join().await;
    assert_eq!(*worker.watch().borrow(), Phase::Finished);
}

#[tokio::test(start_paused = true)]
async fn the_policy_is_that_of_the_state_from_its_entry_on() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, [Work::Hold]);
    worker.send(Order::Poll).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["work"]);
    worker.send(Order::Ignore).await.unwrap();
    worker.send(Order::Note("a")).await.unwrap();
    rig.open_gate();
    settle().await;
    assert_eq!(worker.state(), Phase::Ignoring);
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work"]);
    worker.stop();
    rig.open_gate();
    let exit = worker.join().await;
    assert_eq!(exit.take_unhandled().len(), 1);
}
