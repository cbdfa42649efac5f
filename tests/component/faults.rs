//! L4, L5, L7: whatever goes wrong becomes the error event, and never a silent end.

use std::time::Duration;

use steadfast::Observe;
use steadfast::prelude::*;
use tokio::time::Instant;

use odd::Trouble;

use super::fixture::{
    Boom, Errand, Log, Order, Phase, Rig, Work, boom, kinds, millis, secs, settle,
};

// L4: every place where something can go wrong.

#[tokio::test(start_paused = true)]
async fn an_error_of_the_work_is_the_error_event_and_keeps_its_source() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Fail("no disk")]);
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kinds(&exit), [FaultKind::Dispatch]);
    assert_eq!(boom(&exit.faults()[0]), "no disk");
    assert_eq!(exit.faults()[0].state(), "Polling");
    assert_eq!(worker.stats().faults, 1);
}

#[tokio::test(start_paused = true)]
async fn a_panic_of_the_work_is_the_error_event_under_every_policy() {
    for phase in [Phase::Polling, Phase::Ignoring, Phase::Racing] {
        let rig = Rig::default();
        let worker = rig.start(phase.clone(), [Work::Blow]);
        let exit = worker.join().await;
        let text = format!(
            "in state `{}`: a panic: the work blew up",
            phase.variant_name()
        );
        assert_eq!(exit.state(), Some(&Phase::Broken(text)));
        assert_eq!(kinds(&exit), [FaultKind::Panic]);
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_failed_action_the_rest_is_not_executed_and_that_is_reported() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Burst).await.unwrap();
    settle().await;
    let text = "in state `Blocking`: an action failed: action 2 of 3, 1 after it not executed";
    assert_eq!(rig.log.take(), ["one", &format!("error: {text}")]);
    worker.stop();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kinds(&exit), [FaultKind::Action]);
    assert_eq!(boom(&exit.faults()[0]), "two");
}

#[tokio::test(start_paused = true)]
async fn a_panic_of_an_action_is_the_error_event() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Blow).await.unwrap();
    let exit = worker.join().await;
    let text = "in state `Blocking`: a panic: the action blew up";
    assert_eq!(exit.state(), Some(&Phase::Broken(text.into())));
}

#[tokio::test(start_paused = true)]
async fn a_panic_of_a_task_is_the_error_event() {
    let rig = Rig {
        errand: Errand::BlowAfter(secs(1)),
        ..Rig::default()
    };
    for phase in [Phase::Blocking, Phase::Racing] {
        let worker = rig.start(phase.clone(), []);
        let exit = worker.join().await;
        assert_eq!(kinds(&exit), [FaultKind::Panic]);
        let text = format!(
            "in state `{}`: a panic: the errand blew up",
            phase.variant_name()
        );
        assert_eq!(exit.state(), Some(&Phase::Broken(text)));
    }
}

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

#[tokio::test(start_paused = true)]
async fn a_panic_of_a_guard_is_the_error_event() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Trip).await.unwrap();
    let exit = worker.join().await;
    let text = "in state `Blocking`: a panic: the guard tripped";
    assert_eq!(exit.state(), Some(&Phase::Broken(text.into())));
}

#[tokio::test(start_paused = true)]
async fn a_failed_action_on_the_way_into_a_terminal_state_ends_as_failed() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Sink).await.unwrap();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Phase::Finished));
    assert_eq!(kinds(&exit), [FaultKind::Action]);
    assert_eq!(
        exit.faults()[0].to_string(),
        "in state `Finished`: an action failed: action 1 of 2, 1 after it not executed"
    );
    assert_eq!(rig.log.take(), ["failed"]);
}

// L4: what the error variant holds.

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Job {
    Doing,
    Lost(String),
}

#[derive(Debug, EventVariant)]
enum Word {
    Again,
    Error(String),
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    state: Job;
    event: Word;
    context: ();
    initial: Doing;
    error: Error;

    state Doing: Poll {
        on Again => stay;
        on Error(why) => Lost(why);
    }
    failure state Lost;
}

#[supervisor(JobMachine)]
struct Parser;

#[derive(Debug)]
struct Bad(std::num::ParseIntError);

impl std::fmt::Display for Bad {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a bad line")
    }
}

impl std::error::Error for Bad {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl JobDispatch for Parser {
    async fn doing(&mut self, _: &Job, (): &mut ()) -> Next<Word> {
        "x".parse::<u32>().map_err(Bad)?;
        Ok(Word::Again.into())
    }
}

#[tokio::test(start_paused = true)]
async fn a_variant_with_a_string_gets_the_text_with_all_causes() {
    let exit = Parser.spawn(()).join().await;
    let text = "a bad line: invalid digit found in string";
    assert_eq!(exit.state(), Some(&Job::Lost(text.into())));
    let error = exit.faults()[0].error().unwrap();
    assert_eq!(error.to_string(), "a bad line");
    assert!(error.is::<Bad>());
}

mod typed {
    //! An error variant that holds a `Fault`.

    use super::*;

    #[derive(Clone, Debug, StateVariant)]
    pub(super) enum Disk {
        Writing,
        Full,
        Lost,
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Word {
        Error(Fault),
    }

    fn is_full(fault: &Fault) -> bool {
        let error = fault.error().and_then(|error| error.downcast_ref());
        error == Some(&Boom("disk full"))
    }

    fsm! {
        pub(super) struct DiskMachine;
        pub(super) trait DiskDispatch;

        state: Disk;
        event: Word;
        context: ();
        initial: Writing;
        error: Error;

        state Writing: Ignore {
            on Error(fault) if is_full(&fault) => Full;
            on Error(_) => Lost;
        }
        terminal state Full;
        failure state Lost;
    }

    #[supervisor(DiskMachine)]
    pub(super) struct Writer(pub(super) &'static str);

    impl DiskDispatch for Writer {
        async fn writing(&mut self, _: &Disk, (): &mut ()) -> Next<Word> {
            Err(Boom(self.0).into())
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_variant_with_a_fault_lets_a_guard_look_at_the_error_itself() {
    let exit = typed::Writer("disk full").spawn(()).join().await;
    assert!(matches!(exit.state(), Some(typed::Disk::Full)));
    assert_eq!(exit.kind(), ExitKind::Completed);
    let exit = typed::Writer("disk gone").spawn(()).join().await;
    assert!(matches!(exit.state(), Some(typed::Disk::Lost)));
    assert_eq!(exit.kind(), ExitKind::Failed);
}

// L5: errors while an error is handled.

mod nested {
    //! A machine whose error arm has actions that fail as often as it is told.

    use super::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Patient {
        Well,
        Cured,
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Word {
        Error(String),
    }

    pub(super) enum Act {
        Treat(String),
    }

    pub(super) struct Ward {
        pub(super) log: Log,
        pub(super) failures: u32,
    }

    impl Execute<Act> for Ward {
        async fn execute(&mut self, Act::Treat(what): Act) -> Result<(), BoxError> {
            self.log.add(what);
            match self.failures.checked_sub(1) {
                None => Ok(()),
                Some(rest) => {
                    self.failures = rest;
                    Err(Boom(if rest == 0 { "last" } else { "not last" }).into())
                }
            }
        }
    }

    fsm! {
        pub(super) struct PatientMachine;
        pub(super) trait PatientDispatch;

        state: Patient;
        event: Word;
        context: Ward;
        action: Act;
        initial: Well;
        error: Error;

        state Well: Poll {
            on Error(what) if context.failures == 0 => Cured do [Treat(what)];
            on Error(what) => stay do [Treat(what)];
        }
        terminal state Cured;
    }

    #[supervisor(PatientMachine)]
    pub(super) struct Nurse;

    impl PatientDispatch for Nurse {
        async fn well(&mut self, _: &Patient, _: &mut Ward) -> Next<Word> {
            Err(Boom("ill").into())
        }
    }

    /// What was treated, and how it ended.
    pub(super) async fn treat(failures: u32) -> (Vec<String>, ExitKind, Vec<&'static str>) {
        let log = Log::default();
        let ward = Ward {
            log: log.clone(),
            failures,
        };
        let exit = Nurse.spawn(ward).join().await;
        let causes = exit.faults().iter().map(boom).collect();
        (log.take(), exit.kind(), causes)
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_while_an_error_is_handled_is_given_once_more() {
    let (treated, kind, causes) = nested::treat(1).await;
    assert_eq!(treated, ["ill", "last"]);
    assert_eq!(kind, ExitKind::Completed);
    assert_eq!(causes, ["ill", "last"]);
}

#[tokio::test(start_paused = true)]
async fn a_third_error_in_one_ends_as_failed_with_all_of_them() {
    let (treated, kind, causes) = nested::treat(2).await;
    assert_eq!(treated, ["ill", "not last"]);
    assert_eq!(kind, ExitKind::Failed);
    assert_eq!(causes, ["ill", "not last", "last"]);
}

// L7: faults in a row.

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
async fn work_that_succeeds_in_between_starts_the_count_anew() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let mut script = Vec::new();
    for _ in 0..50 {
        script.extend([Work::Fail("no"), Work::Again]);
    }
    script.push(Work::Rest);
    let begin = Instant::now();
    let worker = rig.start(Phase::Ignoring, script);
    while rig.dispatches() < 101 {
        tokio::time::sleep(millis(1)).await;
    }
    assert!(begin.elapsed() < millis(10), "{:?}", begin.elapsed());
    assert_eq!(worker.stats().faults, 50);
    assert!(worker.is_running());
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

mod odd {
    //! Entry actions, `move`, tasks and conversions that go wrong.

    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(super) enum Trouble {
        EntryFails,
        ClockBlows,
        TaskBlows,
        MoveBlows,
        ConversionBlows,
        NoText,
        NastyPayload,
    }

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Stage {
        Begun(u32),
        Next(u32),
        Lost,
    }

    /// A panic's payload that panics again.
    struct Nasty;

    impl Drop for Nasty {
        fn drop(&mut self) {
            panic!("once more")
        }
    }

    /// An error that some faults cannot be made into.
    #[derive(Debug)]
    pub(super) struct Why;

    impl From<Fault> for Why {
        fn from(fault: Fault) -> Self {
            assert_ne!(boom(&fault), "unspeakable");
            Why
        }
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Word {
        Go,
        Error(Why),
    }

    pub(super) enum Act {
        Enter,
    }

    pub(super) struct Desk {
        pub(super) trouble: Trouble,
        pub(super) log: Log,
    }

    impl Desk {
        fn limit(&self) -> Duration {
            assert_ne!(self.trouble, Trouble::ClockBlows, "no clock");
            Duration::MAX
        }

        fn errand(&self) -> impl Future<Output = Word> + Send + 'static {
            assert_ne!(self.trouble, Trouble::TaskBlows, "no task");
            std::future::pending()
        }

        fn pass(&self, number: u32) -> u32 {
            assert_ne!(self.trouble, Trouble::MoveBlows, "no move");
            number
        }
    }

    impl Execute<Act> for Desk {
        async fn execute(&mut self, Act::Enter: Act) -> Result<(), BoxError> {
            match self.trouble {
                Trouble::EntryFails => Err(Boom("no entry").into()),
                _ => Ok(()),
            }
        }
    }

    fsm! {
        pub(super) struct StageMachine;
        pub(super) trait StageDispatch;

        state: Stage;
        event: Word;
        context: Desk;
        action: Act;
        initial: Begun(1);
        error: Error;

        state Begun(number): Poll {
            on_entry do [Enter];
            timeout context.limit() => stay;
            task context.errand();
            on Go => move Next(context.pass(number));
            on Error(_) => Lost;
        }
        state Next(_) {
            on Go => stay;
            on Error(_) => Lost;
        }
        failure state Lost;
    }

    #[supervisor(StageMachine, completed = Self::completed)]
    pub(super) struct Clerk;

    impl Clerk {
        async fn completed(&mut self, exit: &Exit<Stage, Word>, desk: &mut Desk) {
            desk.log.add(format!("{} {:?}", exit.kind(), exit.state()));
        }
    }

    impl StageDispatch for Clerk {
        async fn begun(&mut self, _: &Stage, desk: &mut Desk) -> Next<Word> {
            match desk.trouble {
                Trouble::MoveBlows => Ok(Word::Go.into()),
                Trouble::ConversionBlows => Err(Boom("unspeakable").into()),
                Trouble::NoText => std::panic::panic_any(7),
                Trouble::NastyPayload => std::panic::panic_any(Nasty),
                _ => std::future::pending().await,
            }
        }
    }

    /// The faults, and what the hook said.
    pub(super) async fn run(trouble: Trouble) -> (Vec<String>, Vec<String>) {
        let log = Log::default();
        let desk = Desk {
            trouble,
            log: log.clone(),
        };
        let clerk = Clerk.spawn(desk);
        let exit = tokio::time::timeout(secs(1000), clerk.join()).await;
        let exit = exit.expect("it goes on");
        let faults = exit.faults().iter().map(Fault::to_string).collect();
        (faults, log.take())
    }
}

#[tokio::test(start_paused = true)]
async fn an_entry_action_of_the_initial_state_that_fails_is_the_error_event() {
    let (faults, ended) = odd::run(Trouble::EntryFails).await;
    assert_eq!(faults, ["in state `Begun`: an action failed"]);
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn an_initial_state_that_cannot_be_entered_ends_as_failed() {
    let (faults, ended) = odd::run(Trouble::ClockBlows).await;
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults.iter().all(|fault| fault.contains("no clock")));
    assert_eq!(ended, ["failed Some(Begun(1))"]);
}

#[tokio::test(start_paused = true)]
async fn a_task_that_cannot_be_made_is_the_error_event() {
    let (faults, ended) = odd::run(Trouble::TaskBlows).await;
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].contains("a panic") && faults[0].contains("no task"));
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn a_state_lost_in_a_move_ends_as_failed_with_the_panic_first() {
    let (faults, ended) = odd::run(Trouble::MoveBlows).await;
    assert!(
        faults[0].starts_with("in state `Begun`: a panic"),
        "{faults:?}"
    );
    assert_eq!(ended, ["failed None"]);
}

#[tokio::test(start_paused = true)]
async fn a_conversion_of_the_fault_that_panics_is_an_error_while_an_error_is_handled() {
    let (faults, ended) = odd::run(Trouble::ConversionBlows).await;
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert_eq!(faults[0], "in state `Begun`: dispatch failed");
    assert!(faults[1].starts_with("in state `Begun`: a panic"));
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn a_panic_without_a_text_is_a_fault_too() {
    let (faults, ended) = odd::run(Trouble::NoText).await;
    let text = "in state `Begun`: a panic: a payload that is not text";
    assert_eq!(faults, [text]);
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn a_panic_whose_payload_panics_again_is_a_fault_too() {
    let (faults, ended) = odd::run(Trouble::NastyPayload).await;
    let text = "in state `Begun`: a panic: a payload that is not text";
    assert_eq!(faults, [text]);
    assert_eq!(ended, ["failed Some(Lost)"]);
}
