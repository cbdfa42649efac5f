//! L7: faults in a row, and what breaks the row.

use std::time::Duration;

use steadfast::Observe;
use steadfast::prelude::*;
use tokio::time::Instant;

use super::fixture::{Log, Order, Phase, Rig, Work, boom, kinds, millis, secs, settle};

/// When faults were seen.
struct Times(Instant, Log);

impl Observe<Phase, Order, super::fixture::Act> for Times {
    fn fault(&mut self, fault: &Fault) {
        let kind = fault.kind();
        self.1.add(format!("{:?} {kind:?}", self.0.elapsed()));
    }
}

#[tokio::test(start_paused = true)]
async fn faults_in_a_row_back_off_exponentially_and_end_as_stuck() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let times = Log::default();
    let observer = Times(Instant::now(), times.clone());
    let worker = rig.start_observed(Phase::Polling, [Work::Fail("no")], observer);
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Phase::Polling));
    let times = times.take();
    // 16 are borne, the 17th is too many, and the last says so.
    assert_eq!(times.len(), 18);
    assert_eq!(
        times[..6],
        [
            "0ns Dispatch",
            "0ns Dispatch",
            "10ms Dispatch",
            "30ms Dispatch",
            "70ms Dispatch",
            "150ms Dispatch",
        ]
    );
    // 10 ms doubled up to 5120 ms, then the longest, 10 s.
    assert_eq!(times[16], "60.23s Dispatch");
    assert_eq!(times[17], "60.23s Stuck");
    assert_eq!(exit.faults().len(), 18);
}

#[tokio::test(start_paused = true)]
async fn an_event_that_the_work_emits_and_the_machine_refuses_is_no_progress() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Polling, [Work::Emit(|| Order::Odd)]);
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kinds(&exit).last(), Some(&FaultKind::Stuck));
}

/// Starts work that always fails, and comes back in the middle of a backoff of more than a second.
async fn backing_off(rig: &Rig, phase: Phase) -> Handle<Order, Phase> {
    let worker = rig.start(phase, [Work::Fail("no")]);
    tokio::time::sleep(millis(2000)).await;
    // Faults at 0, 0, 10, 30, 70, 150, 310, 630, 1270 ms; the next at 2550 ms.
    assert_eq!(worker.stats().faults, 9);
    rig.log.take();
    worker
}

#[tokio::test(start_paused = true)]
async fn stop_ends_a_backoff_at_once_under_every_policy() {
    for phase in [Phase::Polling, Phase::Ignoring, Phase::Racing] {
        let rig = Rig {
            tolerant: true,
            ..Rig::default()
        };
        let worker = backing_off(&rig, phase).await;
        let begin = Instant::now();
        worker.stop();
        let exit = worker.join().await;
        assert_eq!(begin.elapsed(), Duration::ZERO);
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(rig.log.take(), ["stop", "completed"]);
    }
}

#[tokio::test(start_paused = true)]
async fn an_event_ends_a_backoff_and_counts_as_progress() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = backing_off(&rig, Phase::Polling).await;
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    // The event, the first fault of a new row, and the second, which waits 10 ms.
    let error = "error: in state `Polling`: dispatch failed";
    assert_eq!(rig.log.take(), ["a", "work", error, "work", error]);
}

#[tokio::test(start_paused = true)]
async fn an_event_waits_for_the_end_of_a_backoff_where_the_policy_ignores_it() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = backing_off(&rig, Phase::Ignoring).await;
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), [""; 0]);
    assert_eq!(worker.stats().mailbox, 1);
}

#[tokio::test(start_paused = true)]
async fn a_clock_ends_a_backoff() {
    let rig = Rig {
        tolerant: true,
        limit: millis(2100),
        ..Rig::default()
    };
    let worker = backing_off(&rig, Phase::Racing).await;
    tokio::time::advance(millis(150)).await;
    settle().await;
    assert_eq!(rig.log.take()[..2], ["timeout", "work"]);
    assert_eq!(worker.stats().faults, 11);
}

#[tokio::test(start_paused = true)]
async fn a_single_fault_is_not_waited_for() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let _worker = rig.start(Phase::Polling, [Work::Fail("no"), Work::Rest]);
    settle().await;
    assert_eq!(rig.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn faults_that_the_machine_recovered_from_stay_in_the_exit() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(
        Phase::Polling,
        [Work::Fail("first"), Work::Again, Work::Blow, Work::End],
    );
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kinds(&exit), [FaultKind::Dispatch, FaultKind::Panic]);
    assert_eq!(worker.stats().faults, 2);
}

#[tokio::test(start_paused = true)]
async fn the_exit_keeps_the_last_32_faults() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let mut script = vec![Work::Fail("forgotten"), Work::Again];
    for _ in 0..32 {
        script.extend([Work::Fail("kept"), Work::Again]);
    }
    script.push(Work::End);
    let exit = rig.start(Phase::Ignoring, script).join().await;
    assert_eq!(exit.faults().len(), 32);
    assert!(exit.faults().iter().all(|fault| boom(fault) == "kept"));
}

#[tokio::test(start_paused = true)]
async fn one_bad_event_an_hour_is_not_a_run_of_faults() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    for hour in 1..=24 {
        worker.send(Order::Burst).await.unwrap();
        tokio::time::sleep(secs(3600)).await;
        assert!(worker.is_running(), "it gave up after {hour} hours");
    }
    assert_eq!(worker.stats().faults, 24);
}

#[tokio::test(start_paused = true)]
async fn one_event_an_hour_that_a_guard_panics_on_is_not_a_run_of_faults_either() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    for hour in 1..=24 {
        worker.send(Order::Trip).await.unwrap();
        tokio::time::sleep(secs(3600)).await;
        assert!(worker.is_running(), "it gave up after {hour} hours");
    }
    assert_eq!(worker.stats().faults, 24);
}

// L4: places that a whole machine of its own is needed for.
