//! M7: a state's task is made on entry, goes on while the state lasts, and is dropped on leaving.
//! The event it gives is the component's own. M6 in a component: clocks on tokio's time.

use std::time::Duration;

use steadfast::prelude::*;
use tokio::time::Instant;

use super::fixture::{Do, Journal, secs};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Job {
    Idle,
    Working { part: u32 },
    Resting,
    Done,
    Failed(String),
}

#[derive(Debug, EventVariant)]
enum Order {
    Start(u32),
    Look,
    Assign(u32),
    Pause,
    Finished(u32),
    Unheard,
    Quit,
    Error(String),
}

/// Notes when it is dropped.
struct Worker(Journal, u32);

impl Drop for Worker {
    fn drop(&mut self) {
        self.0.note(format!("worker {} leaves", self.1));
    }
}

async fn work(journal: Journal, part: u32) -> Order {
    journal.note(format!("worker {part} begins"));
    let worker = Worker(journal, part);
    tokio::time::sleep(secs(10)).await;
    match worker.1 {
        66 => panic!("the hammer broke"),
        77 => Order::Unheard,
        part => Order::Finished(part),
    }
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    state: Job;
    event: Order;
    context: Journal;
    action: Do;
    initial: Idle;
    error: Order::Error;

    superstate Shift {
        on Quit => Done do [Say("quit")];

        state Idle {
            on Start(part) => Working { part };
        }

        state Working { part } {
            on_entry do [Tell(format!("part {part}"))];
            task work(context.clone(), *part);
            every secs(3) => stay do [Say("tick")];
            on Look => stay do [Say("look")];
            on Assign(other) => stay { part: other };
            on Start(other) => Working { part: other };
            on Pause => Resting;
            on Finished(result) => Resting do [Tell(format!("{result} from {part}"))];
        }

        state Resting: Poll {
            on Start(part) => Working { part };
        }
    }

    any {
        on Error(why) => Failed(why);
        on Start(_) | Look | Assign(_) | Pause | Finished(_) | Unheard | Quit => reject;
    }

    terminal state Done;
    failure state Failed;
}

#[supervisor(JobMachine)]
struct Boss;

impl JobDispatch for Boss {
    async fn resting(&mut self, _: &Job, _: &mut Journal) -> Next<Order> {
        Ok(next::idle(secs(1)))
    }
}

/// Lets a component that has something to do do it, without time passing.
async fn settle() {
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
}

/// A component at work on a part, and its journal without the beginning.
async fn working_on(part: u32) -> (Handle<Order, Job>, Journal) {
    let journal = Journal::default();
    let job = Boss.spawn(journal.clone());
    job.send(Order::Start(part)).await.unwrap();
    settle().await;
    assert_eq!(
        journal.take(),
        [format!("part {part}"), format!("worker {part} begins")],
        "the task begins after the entry actions",
    );
    (job, journal)
}

#[tokio::test(start_paused = true)]
async fn a_task_gives_its_event_to_the_machine_and_every_goes_on_meanwhile() {
    let (job, journal) = working_on(1).await;
    let begin = Instant::now();
    job.wait_for(|state| *state == Job::Resting).await.unwrap();
    assert_eq!(begin.elapsed(), secs(10));
    settle().await;
    assert_eq!(
        journal.take(),
        ["tick", "tick", "tick", "worker 1 leaves", "1 from 1"],
    );
}

#[tokio::test(start_paused = true)]
async fn stay_leaves_the_task_as_it_is() {
    let (job, journal) = working_on(1).await;
    let begin = Instant::now();
    tokio::time::sleep(secs(8)).await;
    job.send(Order::Look).await.unwrap();
    job.send(Order::Assign(5)).await.unwrap();
    job.wait_for(|state| *state == Job::Resting).await.unwrap();
    assert_eq!(begin.elapsed(), secs(10), "no second start");
    settle().await;
    assert_eq!(
        journal.take(),
        [
            "tick",
            "tick",
            "look",
            "tick",
            "worker 1 leaves",
            "1 from 5"
        ],
    );
}

#[tokio::test(start_paused = true)]
async fn leaving_the_state_drops_its_task() {
    let (job, journal) = working_on(1).await;
    tokio::time::sleep(secs(1)).await;
    job.send(Order::Pause).await.unwrap();
    settle().await;
    assert_eq!(journal.take(), ["worker 1 leaves"]);
    tokio::time::sleep(secs(30)).await;
    assert_eq!(job.state(), Job::Resting);
    assert_eq!(journal.take(), [""; 0], "neither an event nor a tick");
}

#[tokio::test(start_paused = true)]
async fn entering_the_state_again_drops_the_task_and_makes_a_new_one() {
    let (job, journal) = working_on(1).await;
    let begin = Instant::now();
    tokio::time::sleep(secs(2)).await;
    job.send(Order::Start(2)).await.unwrap();
    job.wait_for(|state| *state == Job::Resting).await.unwrap();
    assert_eq!(begin.elapsed(), secs(12), "ten from the second start");
    settle().await;
    assert_eq!(
        journal.take(),
        [
            "worker 1 leaves",
            "part 2",
            "worker 2 begins",
            "tick",
            "tick",
            "tick",
            "worker 2 leaves",
            "2 from 2",
        ],
    );
}

#[tokio::test(start_paused = true)]
async fn a_task_that_panics_becomes_the_error_event() {
    let (job, _) = working_on(66).await;
    let exit = job.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    let why = "in state `Working`: a panic: the hammer broke";
    assert_eq!(exit.state(), Some(&Job::Failed(why.into())));
}

#[tokio::test(start_paused = true)]
async fn an_event_of_a_task_that_the_machine_does_not_take_is_a_fault() {
    let (job, _) = working_on(77).await;
    let exit = job.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.faults().len(), 1);
    assert_eq!(exit.faults()[0].kind(), FaultKind::Unhandled);
    let why = "state `Working` does not take `Unheard`";
    assert_eq!(exit.state(), Some(&Job::Failed(why.into())));
}

#[tokio::test(start_paused = true)]
async fn the_same_event_from_outside_is_refused_and_the_component_lives_on() {
    let (job, journal) = working_on(1).await;
    job.send(Order::Unheard).await.unwrap();
    settle().await;
    assert_eq!(job.stats().rejected, 1);
    assert_eq!(job.state(), Job::Working { part: 1 });
    assert_eq!(journal.take(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn ending_the_component_drops_its_task() {
    let (job, journal) = working_on(1).await;
    job.send(Order::Quit).await.unwrap();
    assert_eq!(job.join().await.kind(), ExitKind::Completed);
    assert_eq!(journal.take(), ["worker 1 leaves", "quit"]);
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Lab {
    Mixing,
    Heating,
    Cooling,
    Over,
}

async fn wait(time: Duration, event: Order) -> Order {
    tokio::time::sleep(time).await;
    event
}

fsm! {
    struct LabMachine;
    trait LabDispatch;

    state: Lab;
    event: Order;
    context: Journal;
    action: Do;
    initial: Mixing;
    error: Order::Error;

    superstate Whole {
        task { context.note("whole task"); wait(secs(20), Order::Quit) };
        timeout secs(60) => Over do [Say("too slow")];

        state Mixing: Ignore {
            timeout secs(4) => Heating;
        }
        state Heating: Race {
            task wait(secs(5), Order::Finished(1));
            timeout Duration::MAX => Over do [Say("never")];
            on Finished(_) => Cooling do [Say("hot")];
        }
        state Cooling: Poll {
            every secs(2) => stay do [Say("cooler")];
        }
    }

    any {
        on Quit => Over do [Say("quit")];
        on Error(why) => Over do [Tell(why)];
    }
    unhandled => reject;
    terminal state Over;
}

#[supervisor(LabMachine)]
struct Chemist;

impl LabDispatch for Chemist {
    async fn mixing(&mut self, _: &Lab, context: &mut Journal) -> Next<Order> {
        context.note("mix");
        tokio::time::sleep(secs(3)).await;
        Ok(next::again())
    }

    async fn heating(&mut self, _: &Lab, context: &mut Journal) -> Next<Order> {
        context.note("heat");
        std::future::pending().await
    }

    async fn cooling(&mut self, _: &Lab, _: &mut Journal) -> Next<Order> {
        Ok(next::idle(secs(100)))
    }
}

#[tokio::test(start_paused = true)]
async fn a_superstates_task_goes_on_across_the_states_inside_it_whatever_their_policy() {
    let begin = Instant::now();
    let journal = Journal::default();
    let exit = Chemist.spawn(journal.clone()).join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(begin.elapsed(), secs(20));
    // Under `Ignore` the timeout of 4 s acts when the second dispatch returns, at 6 s; the task of
    // 5 s ends at 11 s; then there are rounds of 2 s up to the 20 s of the outer task.
    assert_eq!(
        journal.take(),
        [
            "whole task",
            "mix",
            "mix",
            "heat",
            "hot",
            "cooler",
            "cooler",
            "cooler",
            "cooler",
            "quit",
        ],
    );
}

#[derive(Debug, EventVariant)]
enum Alarm {
    Cancel,
    Snooze,
    Error(String),
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Clock {
    Waiting,
    Never,
    Over,
}

fsm! {
    struct ClockMachine;
    trait ClockDispatch;

    state: Clock;
    event: Alarm;
    context: Journal;
    action: Do;
    initial: Waiting;
    error: Alarm::Error;
    closed: ignore;

    state Waiting {
        timeout secs(7) => Over do [Say("ring")];
        every secs(2) => stay do [Say("tick")];
        on Snooze => Waiting;
        on Cancel => Never;
    }
    state Never {
        timeout Duration::MAX => Over do [Say("at the end of time")];
        on Snooze => Waiting;
        on Cancel => stay;
    }
    any {
        on Error(why) => Over do [Tell(why)];
    }
    terminal state Over;
}

#[supervisor(ClockMachine)]
struct Ticking;

impl ClockDispatch for Ticking {}

#[tokio::test(start_paused = true)]
async fn in_a_component_clocks_fire_at_their_time() {
    let begin = Instant::now();
    let journal = Journal::default();
    let clock = Ticking.spawn(journal.clone());
    assert_eq!(clock.join().await.kind(), ExitKind::Completed);
    assert_eq!(begin.elapsed(), secs(7));
    assert_eq!(journal.take(), ["tick", "tick", "tick", "ring"]);
}

#[tokio::test(start_paused = true)]
async fn in_a_component_re_entry_starts_clocks_anew() {
    let begin = Instant::now();
    let journal = Journal::default();
    let clock = Ticking.spawn(journal.clone());
    tokio::time::sleep(secs(5)).await;
    clock.send(Alarm::Snooze).await.unwrap();
    clock.join().await;
    assert_eq!(begin.elapsed(), secs(12));
    assert_eq!(
        journal.take(),
        ["tick", "tick", "tick", "tick", "tick", "ring"],
    );
}

#[tokio::test(start_paused = true)]
async fn in_a_component_a_timeout_of_duration_max_never_fires() {
    let journal = Journal::default();
    let clock = Ticking.spawn(journal.clone());
    clock.send(Alarm::Cancel).await.unwrap();
    let century = Duration::from_secs(100 * 365 * 24 * 3600);
    let waited = tokio::time::timeout(century, clock.join()).await;
    assert!(waited.is_err());
    assert_eq!(clock.state(), Clock::Never);
    clock.send(Alarm::Snooze).await.unwrap();
    clock.join().await;
    assert_eq!(journal.take(), ["tick", "tick", "tick", "ring"]);
}

#[tokio::test(start_paused = true)]
async fn a_timeout_that_never_fires_does_not_keep_a_forgotten_component_waiting() {
    #[derive(Clone, Debug, PartialEq, StateVariant)]
    enum Memory {
        Never,
        Over,
    }
    fsm! {
        struct Forgotten;
        trait ForgottenDispatch;

        state: Memory;
        event: Alarm;
        context: Journal;
        action: Do;
        initial: Never;
        error: Alarm::Error;
        closed: ignore;

        state Never {
            timeout Duration::MAX => Over;
            on Cancel => Over;
        }
        any {
            on Error(why) => Over do [Tell(why)];
            on Snooze | Cancel => stay;
        }
        terminal state Over;
    }

    #[supervisor(Forgotten)]
    struct Nobody;

    impl ForgottenDispatch for Nobody {}

    let journal = Journal::default();
    let component = Nobody.spawn(journal.clone());
    let mut states = component.watch();
    drop(component);
    let stuck = tokio::time::timeout(secs(60), states.wait_for(|state| *state == Memory::Over));
    assert!(stuck.await.is_ok(), "nothing can wake it, and it waits");
    assert_eq!(
        journal.take(),
        ["in state `Never`: stuck: no sender, clock or task can wake it"],
    );
}
