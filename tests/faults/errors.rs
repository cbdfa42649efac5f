//! What comes of errors upon errors.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::testing::{Call, Injection, pass};
use tokio::time::Instant;

use super::handwritten::Unrouted;
use super::kit::{Kit, kinds, millis, secs, until};
use super::plant::{Order, Phase, Spot, Work};
use super::rows::rows;

rows! {
    "an error while the error event is handled" {
        told: "the error event once more, with that error",
        seen: "both faults",
        both an_error_while_an_error_is_handled_is_given_once_more;
    }
    "and again" {
        told: "nothing more",
        seen: "`ExitKind::Failed`, with all three faults",
        both a_third_error_in_one_is_the_end;
    }
    "a machine without a way to take the error event, which only one written by hand can be" {
        told: "the error event, and what came of it once more",
        seen: "`ExitKind::Failed`, with an `Unhandled` fault besides the first",
        handwritten a_machine_without_a_route_ends_as_failed;
    }
    "the same fault at once again and again, in one state or in two that lead to each other" {
        told: "the error event each time; from the second on it waits before it tries again, 10 ms and twice as long each time, up to 10 s",
        seen: "after more than 16 in a row, which is about a minute, `ExitKind::Failed` with a `Stuck` fault; until then it can be stopped, and other tasks go on. Work that returns `Ok`, an event that the machine takes, and a clock break the row",
        paused a_fault_again_and_again_backs_off_and_ends_as_stuck;
        paused two_states_that_fail_into_each_other_back_off_and_end_as_stuck;
        both a_row_of_faults_can_be_stopped;
        both other_tasks_go_on_during_a_row_of_faults;
        paused work_that_succeeds_breaks_the_row;
        paused an_event_that_is_taken_breaks_the_row;
        paused a_clock_breaks_the_row;
    }
    "the arm that takes the `stop:` event, or the `closed:` event, panics" {
        told: "the error event, and then the event again: after the wait of faults in a row, if it panics again",
        seen: "the component is stopped all the same; `Failed`, as `Stuck`, if it panics over it for ever",
        both a_stop_whose_arm_panics_comes_again;
        paused a_stop_whose_arm_always_panics_ends_as_stuck;
    }
}

async fn an_error_while_an_error_is_handled_is_given_once_more(mut kit: Kit) {
    kit.setting.tolerant = true;
    kit.faults
        .add(Call::Dispatch, 1, Injection::error("the work"));
    // The action of the first error event.
    kit.faults
        .add(Call::Action, 1, Injection::panic("the report"));
    let component = kit.start(Phase::Polling, [Work::Idle(secs(3600))]);
    until(|| kit.log.lines().len() == 1).await;
    assert_eq!(
        kit.log.lines(),
        ["in state `Polling`: a panic: the report"],
        "told by the second error event"
    );
    component.stop();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kinds(&exit), [FaultKind::Dispatch, FaultKind::Panic]);
    assert_eq!(kit.completions(), 1);
}

async fn a_third_error_in_one_is_the_end(mut kit: Kit) {
    kit.setting.tolerant = true;
    kit.faults
        .add(Call::Dispatch, 1, Injection::error("the work"));
    kit.faults
        .add(Call::Action, 1.., Injection::error("the report"));
    let exit = kit.start(Phase::Ignoring, []).join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Phase::Ignoring));
    assert_eq!(
        kinds(&exit),
        [FaultKind::Dispatch, FaultKind::Action, FaultKind::Action]
    );
    let texts: Vec<_> = exit
        .faults()
        .iter()
        .map(|fault| fault.error().unwrap().to_string())
        .collect();
    assert_eq!(texts, ["the work", "the report", "the report"]);
    assert_eq!(kit.completions(), 1);
    assert_eq!(kit.dispatches(), 1);
}

async fn a_machine_without_a_route_ends_as_failed(kit: Kit) {
    kit.faults.add(Call::Dispatch, 1.., Injection::error("no"));
    let component = kit.faults.around(Unrouted).spawn_in(Phase::Polling, ());
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Phase::Polling));
    assert_eq!(
        kinds(&exit),
        [
            FaultKind::Dispatch,
            FaultKind::Unhandled,
            FaultKind::Unhandled
        ]
    );
    assert_eq!(kit.completions(), 1);
    assert_eq!(kit.dispatches(), 1, "no loop");
}

/// The waits between the faults of a row that ends it, in milliseconds.
const WAITS: [u64; 16] = [
    0, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_000, 10_000, 10_000, 10_000, 10_000,
];

async fn ends_as_stuck(kit: Kit, phases: [Phase; 2]) {
    kit.faults.add(Call::Dispatch, 1.., Injection::error("no"));
    let begin = Instant::now();
    let component = kit.start(phases[0].clone(), []);
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kit.dispatches(), 17);
    let expected = Duration::from_millis(WAITS.iter().sum());
    let waited = begin.elapsed();
    // A timer is due in whole milliseconds.
    assert!(
        expected <= waited && waited <= expected + millis(32),
        "{waited:?}"
    );
    let faults = exit.faults();
    assert_eq!(faults.len(), 18);
    let (stuck, others) = faults.split_last().unwrap();
    assert_eq!(stuck.kind(), FaultKind::Stuck);
    for (fault, phase) in others.iter().zip(phases.iter().cycle()) {
        assert_eq!(fault.kind(), FaultKind::Dispatch);
        assert_eq!(fault.state(), phase.variant_name());
    }
    assert_eq!(kit.completions(), 1);
}

async fn a_fault_again_and_again_backs_off_and_ends_as_stuck(mut kit: Kit) {
    kit.setting.tolerant = true;
    ends_as_stuck(kit, [Phase::Polling, Phase::Polling]).await;
}

async fn two_states_that_fail_into_each_other_back_off_and_end_as_stuck(mut kit: Kit) {
    kit.setting.swaps = true;
    ends_as_stuck(kit, [Phase::Polling, Phase::Racing]).await;
}

async fn a_row_of_faults_can_be_stopped(mut kit: Kit) {
    kit.setting.tolerant = true;
    kit.faults.add(Call::Dispatch, 1.., Injection::panic("no"));
    for phase in [Phase::Polling, Phase::Ignoring, Phase::Racing] {
        let before = kit.dispatches();
        let component = kit.start(phase, []);
        until(|| kit.dispatches() == before + 6).await;
        component.stop();
        let exit = component.join().await;
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(exit.state(), Some(&Phase::Finished));
        assert!(exit.faults().len() < 16);
    }
}

async fn other_tasks_go_on_during_a_row_of_faults(mut kit: Kit) {
    kit.setting.swaps = true;
    kit.faults.add(Call::Dispatch, 1.., Injection::error("no"));
    let component = kit.start(Phase::Polling, []);
    let turns = Arc::new(AtomicU64::new(0));
    let others = tokio::spawn({
        let turns = Arc::clone(&turns);
        async move {
            loop {
                turns.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
            }
        }
    });
    // Nothing here waits for a clock, which on one thread would not go on while a task is busy.
    while turns.load(Ordering::Relaxed) < 1000 {
        tokio::task::yield_now().await;
    }
    others.abort();
    assert!(component.is_running());
    component.abort();
    component.join().await;
}

async fn work_that_succeeds_breaks_the_row(mut kit: Kit) {
    kit.setting.tolerant = true;
    // Two of three fail: sixty faults, and no row of more than two.
    for number in (0..90).step_by(3) {
        let fails = Injection::error("no");
        kit.faults
            .add(Call::Dispatch, number + 1..=number + 2, fails);
    }
    let works = (0..29)
        .map(|_| Work::Again)
        .chain([Work::Emit(|| Order::Finish)]);
    let begin = Instant::now();
    let exit = kit.start(Phase::Polling, works).join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kit.dispatches(), 90);
    assert_eq!(exit.faults().len(), 32, "the last that are remembered");
    // The second of each row waits ten milliseconds.
    let waited = begin.elapsed();
    assert!(millis(300) <= waited && waited <= millis(360), "{waited:?}");
}

async fn an_event_that_is_taken_breaks_the_row(mut kit: Kit) {
    kit.setting.tolerant = true;
    kit.faults.add(Call::Dispatch, .., Injection::error("no"));
    let component = kit.start(Phase::Polling, []);
    // An hour of failing is no row where something is taken every half minute.
    for number in 0..120 {
        pass(secs(30)).await;
        component.send(Order::Note(number)).await.unwrap();
    }
    assert!(component.is_running());
    component.abort();
}

async fn a_clock_breaks_the_row(mut kit: Kit) {
    kit.setting.tolerant = true;
    // The one timeout of the state comes between two rows: that before it does not end it.
    kit.setting.limit = secs(30);
    kit.faults.add(Call::Dispatch, .., Injection::error("no"));
    let begin = Instant::now();
    let exit = kit.start(Phase::Polling, []).join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    let row: u64 = WAITS.iter().sum();
    let waited = begin.elapsed();
    assert!(secs(30) + millis(row) <= waited, "{waited:?}");
}

async fn a_stop_whose_arm_panics_comes_again(mut kit: Kit) {
    kit.setting.tolerant = true;
    for (number, phase) in (1..).zip([Phase::Blocking, Phase::Polling, Phase::Racing]) {
        *kit.setting.trip.lock().unwrap() = Some(Spot::Stop);
        let component = kit.start(phase, [Work::Sleep(millis(1))]);
        component.stop();
        let exit = component.join().await;
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(exit.state(), Some(&Phase::Finished));
        assert_eq!(kinds(&exit), [FaultKind::Panic]);
        assert_eq!(kit.log.lines().last().unwrap(), "stop");
        assert_eq!(kit.completions(), number);
    }
}

async fn a_stop_whose_arm_always_panics_ends_as_stuck(mut kit: Kit) {
    kit.setting.tolerant = true;
    kit.setting.stubborn = true;
    *kit.setting.trip.lock().unwrap() = Some(Spot::Stop);
    let begin = Instant::now();
    let component = kit.start(Phase::Blocking, []);
    component.stop();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.faults().last().unwrap().kind(), FaultKind::Stuck);
    assert!(begin.elapsed() >= millis(WAITS.iter().sum()));
}
