//! The ways to start a component, and the options of `#[supervisor]`.

use std::fmt::Debug;

use steadfast::prelude::*;

use super::fixture::{Order, Phase, Rig, Work, Worker, secs, settle};

#[tokio::test(start_paused = true)]
async fn spawn_begins_in_the_machines_initial_state() {
    let rig = Rig::default();
    let (worker, world) = rig.parts([]);
    let worker = worker.spawn(world);
    assert_eq!(worker.state(), Phase::Blocking);
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["a"]);
}

#[tokio::test(start_paused = true)]
async fn spawn_in_begins_in_the_state_that_is_given() {
    let rig = Rig::default();
    let (worker, world) = rig.parts([Work::End]);
    let worker = worker.spawn_in(Phase::Racing, world);
    assert_eq!(worker.state(), Phase::Racing);
    assert_eq!(worker.join().await.state(), Some(&Phase::Racing));
}

#[tokio::test(start_paused = true)]
async fn spawn_with_gives_a_handle_to_the_component_itself() {
    let rig = Rig::default();
    let mut own = None;
    let worker = Worker::spawn_with(|me| {
        me.upgrade()
            .unwrap()
            .try_send(Order::Note("to myself"))
            .unwrap();
        own = Some(me);
        rig.parts([])
    });
    let own = own.unwrap();
    assert_eq!(own.id(), worker.id());
    settle().await;
    assert_eq!(rig.log.take(), ["to myself"]);
    // It does not keep the channel open.
    drop(worker);
    settle().await;
    assert!(own.upgrade().is_none());
    assert_eq!(rig.log.take(), ["failed"]);
}

#[test]
fn spawn_outside_a_runtime_panics_and_says_so() {
    let rig = Rig::default();
    let spawning = std::panic::AssertUnwindSafe(|| drop(rig.start(Phase::Blocking, [])));
    let panic = std::panic::catch_unwind(spawning).unwrap_err();
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    assert!(text.is_some_and(|text| text.contains("no reactor running")));
}

#[tokio::test(start_paused = true)]
async fn a_run_in_place_needs_no_mailbox_and_returns_the_exit() {
    let rig = Rig::default();
    let (worker, world) = rig.parts([Work::Again, Work::Emit(|| Order::Race), Work::End]);
    let exit = worker.run(Phase::Polling, world).await.unwrap();
    assert_eq!(exit.state(), Some(&Phase::Racing));
    assert_eq!(rig.log.take(), ["work", "work", "work", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn a_run_in_place_that_failed_is_an_error_with_the_fault_as_its_source() {
    let rig = Rig::default();
    let (worker, world) = rig.parts([Work::Fail("no disk")]);
    let error = worker.run(Phase::Polling, world).await.unwrap_err();
    assert_eq!(error.to_string(), "the component failed in state `Broken`");
    let fault = std::error::Error::source(&error).unwrap();
    assert_eq!(fault.to_string(), "in state `Polling`: dispatch failed");
    assert_eq!(fault.source().unwrap().to_string(), "no disk");
    assert_eq!(error.exit().kind(), ExitKind::Failed);
    assert!(matches!(error.into_exit().state(), Some(Phase::Broken(_))));
}

#[tokio::test(start_paused = true)]
async fn a_run_in_place_that_is_dropped_runs_no_hook() {
    let rig = Rig::default();
    let (worker, world) = rig.parts([Work::Rest]);
    let run = tokio::time::timeout(secs(1), worker.run(Phase::Polling, world));
    assert!(run.await.is_err());
    assert_eq!(rig.log.take(), ["work"]);
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Job<T> {
    Doing(T),
    Done,
}

#[derive(Debug, EventVariant)]
enum Word<T> {
    Item(T),
    Error(String),
}

enum Act<T> {
    Keep(T),
}

/// Sends what it is told to keep.
struct Shelf<T>(tokio::sync::mpsc::UnboundedSender<T>);

impl<T: Send + Sync + Debug + 'static> Execute<Act<T>> for Shelf<T> {
    async fn execute(&mut self, Act::Keep(item): Act<T>) -> Result<(), BoxError> {
        self.0.send(item).map_err(|_| "nobody wants it".into())
    }
}

fsm! {
    struct JobMachine<T: Clone + Default + Debug + Send + Sync + 'static>;
    trait JobDispatch;

    state: Job::<T>;
    event: Word::<T>;
    context: Shelf<T>;
    action: Act::<T>;
    initial: Doing(T::default());
    error: Error;

    state Doing(_): Race {
        on Item(item) => stay do [Keep(item)];
        on Error(_) => Done;
    }
    terminal state Done;
}

#[supervisor(JobMachine<T>, name = "a job", mailbox = 3)]
struct Doer<T: Clone + Default + Debug + Send + Sync + 'static> {
    last: T,
}

impl<T: Clone + Default + Debug + Send + Sync + 'static> JobDispatch<T> for Doer<T> {
    async fn doing(&mut self, state: &Job<T>, _: &mut Shelf<T>) -> Next<Word<T>> {
        if let Job::Doing(item) = state {
            self.last = item.clone();
        }
        std::future::pending().await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_generic_component_runs_on_a_runtime_with_many_threads() {
    let (items, mut kept) = tokio::sync::mpsc::unbounded_channel();
    let doer = Doer { last: "" }.spawn(Shelf(items));
    for item in ["a", "b", "c", "d", "e"] {
        doer.send(Word::Item(item)).await.unwrap();
    }
    for item in ["a", "b", "c", "d", "e"] {
        assert_eq!(kept.recv().await, Some(item));
    }
    doer.stop();
    let exit = doer.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.state(), Some(&Job::Doing("")));
}

#[tokio::test(start_paused = true)]
async fn the_options_name_and_mailbox_are_heeded() {
    let (items, _kept) = tokio::sync::mpsc::unbounded_channel();
    let doer = Doer { last: 0_u8 }.spawn(Shelf(items));
    assert_eq!(doer.name(), "a job");
    for _ in 0..3 {
        doer.try_send(Word::Item(1)).unwrap();
    }
    assert!(doer.try_send(Word::Item(1)).unwrap_err().is_full());
}

#[tokio::test(start_paused = true)]
async fn the_name_is_that_of_the_struct_where_none_is_given() {
    let rig = Rig::default();
    assert_eq!(rig.start(Phase::Blocking, []).name(), "Worker");
}

mod handled {
    //! `handler = ..`.

    use steadfast::HandlerSupervised;
    use steadfast::prelude::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Pump {
        Pumping,
        Done,
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Word {
        Dry,
        Error(String),
    }

    fsm! {
        pub(super) struct PumpMachine;
        pub(super) trait PumpDispatch;

        state: Pump;
        event: Word;
        context: u32;
        initial: Pumping;
        error: Error;

        state Pumping: Poll {
            on Dry => Done;
            on Error(_) => Done;
        }
        terminal state Done;
    }

    /// Works through a function that somebody else supplies.
    #[supervisor(PumpMachine, handler = F, name = &self.name, completed = Self::count)]
    pub(super) struct Station<F: FnMut() -> bool + Send> {
        pub(super) name: String,
        pub(super) handler: F,
        pub(super) told: Option<tokio::sync::oneshot::Sender<u32>>,
    }

    impl<F: FnMut() -> bool + Send + 'static> Station<F> {
        async fn count(&mut self, _: &Exit<Pump, Word>, strokes: &mut u32) {
            if let Some(told) = self.told.take() {
                let _ = told.send(*strokes);
            }
        }
    }

    impl<F: FnMut() -> bool + Send> PumpDispatch for Station<F> {
        async fn pumping(&mut self, _: &Pump, strokes: &mut u32) -> Next<Word> {
            *strokes += 1;
            Ok(if (self.handler)() {
                next::again()
            } else {
                Word::Dry.into()
            })
        }
    }

    /// That the handler is the one which was named.
    pub(super) fn handler_of<T: HandlerSupervised>(_: &T) -> &'static str {
        std::any::type_name::<T::Handler>()
    }
}

#[tokio::test(start_paused = true)]
async fn a_handler_supervised_component_works_through_its_handler() {
    let mut water = 4;
    let (told, strokes) = tokio::sync::oneshot::channel();
    let station = handled::Station {
        name: "station 9".to_owned(),
        handler: move || {
            water -= 1;
            water > 0
        },
        told: Some(told),
    };
    assert!(handled::handler_of(&station).contains("closure"));
    let pump = station.spawn(0);
    assert_eq!(pump.name(), "station 9");
    assert_eq!(pump.join().await.state(), Some(&handled::Pump::Done));
    assert_eq!(strokes.await, Ok(4));
}

/// A component whose states hold what cannot be cloned.
mod uncloned {
    use super::*;

    #[derive(Debug)]
    pub(super) struct Ticket;

    #[derive(Debug, StateVariant)]
    pub(super) enum Ride {
        Boarding(Ticket),
        Riding(Ticket),
        Arrived,
        Stranded(String),
    }
    #[derive(Debug, EventVariant)]
    pub(super) enum Bell {
        Ring,
        Error(String),
    }

    fsm! {
        pub(super) struct RideMachine;
        pub(super) trait RideWork;
        state: Ride;
        event: Bell;
        context: ();
        initial: Boarding(Ticket);
        error: Error;

        state Boarding(ticket): Poll { on Ring => move Riding(ticket); }
        state Riding: Poll { on Ring => Arrived; }
        any { on Error(why) => Stranded(why); }
        terminal state Arrived;
        failure state Stranded;
    }

    #[supervisor(RideMachine)]
    pub(super) struct Tram;

    impl RideWork for Tram {
        async fn boarding(&mut self, _: &Ride, _: &mut ()) -> Next<Bell> {
            Ok(next::emit(Bell::Ring))
        }

        async fn riding(&mut self, _: &Ride, _: &mut ()) -> Next<Bell> {
            Ok(next::emit(Bell::Ring))
        }
    }
}

#[tokio::test]
async fn states_need_clone_only_to_be_spawned_not_to_be_run_in_place() {
    use uncloned::{Ride, RideMachine, Tram};

    let exit = Tram.run(RideMachine::initial(), ()).await.unwrap();
    assert!(matches!(exit.state(), Some(Ride::Arrived)));
}
