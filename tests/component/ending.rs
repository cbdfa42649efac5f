//! L13: how a run ends, and that it is the same every time.

use std::time::Duration;

use steadfast::prelude::*;

use super::fixture::{Errand, Order, Phase, Rig, Work, millis, secs};

#[tokio::test(start_paused = true)]
async fn terminate_completes_in_the_state_it_is_in() {
    for phase in [Phase::Polling, Phase::Ignoring, Phase::Racing] {
        let rig = Rig::default();
        let worker = rig.start(phase.clone(), [Work::Again, Work::End]);
        let exit = worker.join().await;
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(exit.state(), Some(&phase));
        assert_eq!(worker.state(), phase);
        assert_eq!(rig.log.take(), ["work", "work", "completed"]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_terminal_state_completes_and_a_failure_state_fails() {
    let rig = Rig::default();
    let finished = rig.start(Phase::Finished, []).join().await;
    assert_eq!(finished.kind(), ExitKind::Completed);
    let broken = rig.start(Phase::Broken("so".into()), []).join().await;
    assert_eq!(broken.kind(), ExitKind::Failed);
    assert!(broken.faults().is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_exit_says_in_words_how_it_was() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Fail("no disk")]);
    let exit = worker.join().await;
    assert_eq!(
        exit.to_string(),
        "failed in state `Broken`, in state `Polling`: dispatch failed: no disk"
    );
    let debug = format!("{exit:?}");
    assert!(
        debug.starts_with("Exit { kind: Failed, state: Some(\"Broken\"), faults: [Fault {"),
        "{debug}"
    );
    assert!(debug.ends_with("unhandled: 0, in_hand: None }"), "{debug}");
}

/// Clocks, a task, faults with backoff, idling and events, on a paused clock.
async fn eventful_run() -> (Vec<String>, Duration) {
    let rig = Rig {
        limit: millis(700),
        errand: Errand::After(millis(1300), || Order::Note("task")),
        tolerant: true,
        ..Rig::default()
    };
    let begin = tokio::time::Instant::now();
    let script = [
        Work::Fail("a"),
        Work::Fail("b"),
        Work::Fail("c"),
        Work::Sleep(millis(500)),
        Work::Idle(secs(1)),
        Work::Again,
        Work::Blow,
        Work::Emit(|| Order::Block),
    ];
    let worker = rig.start(Phase::Racing, script);
    for _ in 0..5 {
        tokio::time::sleep(millis(300)).await;
        worker.send(Order::Note("external")).await.unwrap();
    }
    tokio::time::sleep(secs(5)).await;
    worker.stop();
    worker.join().await;
    (rig.log.take(), begin.elapsed())
}

#[tokio::test(start_paused = true)]
async fn a_run_on_a_paused_clock_is_the_same_every_time() {
    let (first, time) = eventful_run().await;
    assert_eq!(time, millis(6500));
    assert_eq!(first.last().unwrap(), "completed");
    assert!(first.contains(&"timeout".to_owned()) && first.contains(&"task".to_owned()));
    for _ in 0..20 {
        assert_eq!(eventful_run().await, (first.clone(), time));
    }
}

mod nasty {
    //! Parts that panic when they are dropped.

    use super::*;

    pub(super) struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("the context blew up when dropped")
        }
    }

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum State {
        On,
        Off,
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Event {
        Error(String),
    }

    fsm! {
        pub(super) struct Machine;
        pub(super) trait Dispatch;

        state: State;
        event: Event;
        context: Bomb;
        initial: On;
        error: Error;

        state On { on Error(_) => Off; }
        terminal state Off;
    }

    #[supervisor(Machine)]
    pub(super) struct Lamp;

    impl Dispatch for Lamp {}
}

#[tokio::test(start_paused = true)]
async fn a_context_that_panics_when_dropped_keeps_no_waiter_waiting() {
    let lamp = nasty::Lamp.spawn(nasty::Bomb);
    lamp.stop();
    assert_eq!(lamp.join().await.kind(), ExitKind::Completed);
    let lamp = nasty::Lamp.spawn(nasty::Bomb);
    lamp.abort();
    assert_eq!(lamp.join().await.kind(), ExitKind::Aborted);
    assert_eq!(lamp.state(), nasty::State::On);
}

#[tokio::test(start_paused = true)]
async fn an_exit_that_is_stuck_says_what_it_could_not_get_over() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let script = std::iter::repeat_n(Work::Fail("no route"), 20);
    let exit = rig.start(Phase::Ignoring, script).join().await;
    let text = exit.to_string();
    assert!(text.contains("stuck: it failed over and over"), "{text}");
    assert!(text.contains("; before that in state"), "{text}");
    assert!(text.ends_with("dispatch failed: no route"), "{text}");
}
