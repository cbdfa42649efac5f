//! L7: what waits after faults, and what does not.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use steadfast::prelude::*;
use steadfast::{Observe, Trigger};
use tokio::time::Instant;

use super::fixture::{self, Log, Order, Phase, Rig, Work, kinds, millis, secs};

mod link {
    //! A line whose task fails: at once and for ever, or while its work idles.

    use super::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Line {
        Offline,
        Dialling,
        Reading,
        Retrying,
        Drained,
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Word {
        Dial,
        Read,
        Empty,
        Error(String),
    }

    fsm! {
        pub(super) struct LineMachine;
        pub(super) trait LineDispatch;

        state: Line;
        event: Word;
        context: ();
        initial: Offline;
        error: Error;

        state Offline {
            on Dial => Dialling;
            on Read => Reading;
        }
        state Dialling {
            task async { panic!("no dial tone") };
            on Error(_) => Dialling;
        }
        state Reading: Poll {
            task async {
                tokio::time::sleep(secs(1)).await;
                panic!("hung up")
            };
            on Error(_) => Retrying;
        }
        state Retrying: Poll;
        any {
            on Empty | Error(_) => Drained;
            on Dial | Read => reject;
        }
        terminal state Drained;
    }

    #[supervisor(LineMachine)]
    pub(super) struct Modem;

    impl LineDispatch for Modem {
        async fn reading(&mut self, _: &Line, (): &mut ()) -> Next<Word> {
            Ok(next::idle(secs(3600)))
        }

        async fn retrying(&mut self, _: &Line, (): &mut ()) -> Next<Word> {
            Ok(next::emit(Word::Empty))
        }
    }

    /// When faults were seen.
    pub(super) struct Times(pub(super) Instant, pub(super) Log);

    impl<A> Observe<Line, Word, A> for Times {
        fn fault(&mut self, fault: &Fault) {
            let at = self.0.elapsed().as_millis();
            self.1.add(format!("{at} {:?}", fault.kind()));
        }
    }
}

use link::{Line, Modem, Times, Word};

#[tokio::test(start_paused = true)]
async fn a_task_that_panics_again_and_again_is_started_less_and_less_often() {
    let times = Log::default();
    let observer = Times(Instant::now(), times.clone());
    let line = Modem.spawn_observed(Line::Offline, (), observer);
    line.send(Word::Dial).await.unwrap();
    let exit = line.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Line::Dialling));
    let panics = [
        0, 0, 10, 30, 70, 150, 310, 630, 1270, 2550, 5110, 10_230, 20_230, 30_230, 40_230, 50_230,
        60_230,
    ];
    let mut expected: Vec<_> = panics.iter().map(|at| format!("{at} Panic")).collect();
    expected.push("60230 Stuck".into());
    assert_eq!(times.take(), expected);
}

#[tokio::test(start_paused = true)]
async fn a_row_of_task_faults_takes_a_minute_before_it_ends_the_component() {
    let begin = Instant::now();
    let line = Modem.spawn(());
    line.send(Word::Dial).await.unwrap();
    tokio::time::sleep(secs(60)).await;
    assert!(line.is_running());
    let exit = line.join().await;
    assert_eq!(begin.elapsed(), millis(60_230));
    assert_eq!(exit.faults().len(), 18);
}

#[tokio::test(start_paused = true)]
async fn an_event_gets_in_between_two_faults_of_a_row() {
    let begin = Instant::now();
    let line = Modem.spawn(());
    line.send(Word::Dial).await.unwrap();
    tokio::time::sleep(secs(45)).await;
    line.send(Word::Empty).await.unwrap();
    let exit = line.join().await;
    assert_eq!(begin.elapsed(), secs(45));
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kinds(&exit), [FaultKind::Panic; 15]);
}

#[tokio::test(start_paused = true)]
async fn an_idle_time_of_a_state_left_by_a_fault_does_not_delay_the_work_of_the_next() {
    let begin = Instant::now();
    let line = Modem.spawn(());
    line.send(Word::Read).await.unwrap();
    let exit = line.join().await;
    assert_eq!(begin.elapsed(), secs(1));
    assert_eq!(exit.state(), Some(&Line::Drained));
    assert_eq!(kinds(&exit), [FaultKind::Panic]);
}

/// Logs every event, each of which takes a millisecond.
struct Slow(Log);

impl Observe<Phase, Order, fixture::Act> for Slow {
    fn before(&mut self, _: &Phase, _: &Trigger<Order>) {
        self.0.add("event");
        // The first poll moves the clock; the rest would only let others run.
        let mut context = Context::from_waker(Waker::noop());
        let _ = pin!(tokio::time::advance(millis(1))).poll(&mut context);
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_rejected_events_does_not_keep_work_that_idles_from_its_turn() {
    for phase in [Phase::Polling, Phase::Racing] {
        let rig = Rig::default();
        let script = [Work::Idle(millis(1))];
        let worker = rig.start_observed(phase, script, Slow(rig.log.clone()));
        for _ in 0..200 {
            worker.try_send(Order::Odd).unwrap();
        }
        while worker.stats().rejected < 200 {
            tokio::task::yield_now().await;
        }
        let log = rig.log.take();
        let work: Vec<_> = (0..200).filter(|&at| log[at] == "work").collect();
        assert_eq!(work, [64, 129, 194]);
    }
}
