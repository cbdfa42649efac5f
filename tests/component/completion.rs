//! L8: the completion hook.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use steadfast::prelude::*;
use tokio::sync::Semaphore;

use super::fixture::{Order, Phase, Rig, Work, kinds, settle};

#[tokio::test(start_paused = true)]
async fn it_runs_once_at_a_terminal_state() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Finish).await.unwrap();
    worker.join().await;
    assert_eq!(rig.log.take(), ["completed"]);
}

#[tokio::test(start_paused = true)]
async fn it_runs_once_at_a_failure_state() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Fail("no")]);
    worker.join().await;
    assert_eq!(rig.log.take(), ["work", "failed"]);
}

#[tokio::test(start_paused = true)]
async fn it_runs_once_at_terminate() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::End]);
    worker.join().await;
    assert_eq!(rig.log.take(), ["work", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn it_does_not_run_after_an_abort() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    worker.abort();
    worker.join().await;
    assert_eq!(rig.log.take(), [""; 0]);
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Job {
    Doing,
    Done,
    Lost(String),
}

#[derive(Debug, EventVariant)]
enum Word {
    Done,
    Error(String),
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    state: Job;
    event: Word;
    context: u32;
    initial: Doing;
    error: Error;
    stop: Done;

    state Doing {
        on Done => Job::Done;
        on Error(why) => Lost(why);
    }
    terminal state Done;
    failure state Lost;
}

mod hook {
    use super::*;

    /// What the hook saw of the exit and of the context.
    pub(super) type Seen = Arc<std::sync::Mutex<Option<(ExitKind, Job, usize, u32)>>>;

    #[supervisor(JobMachine, completed = note)]
    pub(super) struct Noting(pub(super) Seen);

    async fn note(this: &mut Noting, exit: &Exit<Job, Word>, context: &mut u32) {
        *context += 1;
        let state = exit.state().unwrap().clone();
        let unhandled = exit.take_unhandled().len();
        *this.0.lock().unwrap() = Some((exit.kind(), state, unhandled, *context));
    }

    impl JobDispatch for Noting {}

    #[supervisor(JobMachine, completed = Failing::fail)]
    pub(super) struct Failing;

    impl Failing {
        async fn fail(
            &mut self,
            _: &Exit<Job, Word>,
            _: &mut u32,
        ) -> Result<(), std::num::ParseIntError> {
            "not a number".parse::<u32>().map(drop)
        }
    }

    impl JobDispatch for Failing {}

    #[supervisor(JobMachine, completed = Blowing::blow)]
    pub(super) struct Blowing;

    impl Blowing {
        async fn blow(&mut self, _: &Exit<Job, Word>, _: &mut u32) {
            panic!("the hook blew up")
        }
    }

    impl JobDispatch for Blowing {}

    #[supervisor(JobMachine, completed = Waiting::wait)]
    pub(super) struct Waiting {
        pub(super) begun: Arc<AtomicU32>,
        pub(super) gate: Arc<Semaphore>,
    }

    impl Waiting {
        async fn wait(&mut self, _: &Exit<Job, Word>, _: &mut u32) -> Result<(), BoxError> {
            self.begun.fetch_add(1, Ordering::Relaxed);
            self.gate.acquire().await?.forget();
            Ok(())
        }
    }

    impl JobDispatch for Waiting {}
}

#[tokio::test(start_paused = true)]
async fn it_is_told_kind_state_and_what_was_not_handled_and_has_the_context() {
    let seen = hook::Seen::default();
    let job = hook::Noting(Arc::clone(&seen)).spawn(41);
    job.stop();
    job.try_send(Word::Done).unwrap();
    let exit = job.join().await;
    assert_eq!(
        *seen.lock().unwrap(),
        Some((ExitKind::Completed, Job::Done, 1, 42))
    );
    assert!(exit.take_unhandled().is_empty(), "the hook took it");
}

#[tokio::test(start_paused = true)]
async fn one_that_fails_is_reported_and_does_not_change_the_exit() {
    let job = hook::Failing.spawn(0);
    job.stop();
    let exit = job.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert!(exit.faults().is_empty());
    let fault = exit.completion_fault().unwrap();
    assert!(
        fault
            .error()
            .is_some_and(|error| error.is::<std::num::ParseIntError>())
    );
    assert_eq!(fault.state(), "Done");
}

#[tokio::test(start_paused = true)]
async fn one_that_panics_is_reported_and_does_not_change_the_exit() {
    let job = hook::Blowing.spawn(0);
    job.stop();
    let exit = job.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    let fault = exit.completion_fault().unwrap();
    assert_eq!(fault.kind(), FaultKind::Panic);
    assert_eq!(
        fault.to_string(),
        "in state `Done`: a panic: the completion hook: the hook blew up"
    );
}

#[tokio::test(start_paused = true)]
async fn the_component_runs_until_its_hook_is_done() {
    let waiting = hook::Waiting {
        begun: Arc::default(),
        gate: Arc::new(Semaphore::new(0)),
    };
    let (begun, gate) = (Arc::clone(&waiting.begun), Arc::clone(&waiting.gate));
    let job = waiting.spawn(0);
    job.stop();
    settle().await;
    assert_eq!(begun.load(Ordering::Relaxed), 1);
    assert!(job.is_running());
    assert_eq!(job.state(), Job::Done);
    // The mailbox is closed by then: nothing that comes now could be handled.
    assert!(job.try_send(Word::Done).is_err());
    gate.add_permits(1);
    assert_eq!(job.join().await.kind(), ExitKind::Completed);
}

#[tokio::test(start_paused = true)]
async fn an_abort_in_the_hook_ends_it_as_aborted_with_nothing_lost() {
    let waiting = hook::Waiting {
        begun: Arc::default(),
        gate: Arc::new(Semaphore::new(0)),
    };
    let begun = Arc::clone(&waiting.begun);
    let job = waiting.spawn(0);
    job.stop();
    job.try_send(Word::Done).unwrap();
    settle().await;
    job.abort();
    let exit = job.join().await;
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.state(), Some(&Job::Done));
    assert_eq!(exit.take_unhandled().len(), 1);
    assert_eq!(begun.load(Ordering::Relaxed), 1);
}

#[tokio::test(start_paused = true)]
async fn it_runs_also_when_errors_could_not_be_handled() {
    // The guard of the error event panics each time.
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Polling, [Work::Fail("no")]);
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kinds(&exit).len(), 18);
    assert_eq!(rig.log.take().last().unwrap(), "failed");
}
