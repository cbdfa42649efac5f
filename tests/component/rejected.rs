//! L6: an event that the machine does not take.

use super::fixture::{Errand, Order, Phase, Rig, Work, kinds, secs, settle};
use steadfast::prelude::*;

#[tokio::test(start_paused = true)]
async fn a_rejected_external_event_is_counted_and_the_component_lives_on() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Odd).await.unwrap();
    worker.send(Order::Note("a")).await.unwrap();
    settle().await;
    assert_eq!(rig.log.take(), ["a"]);
    let stats = worker.stats();
    assert_eq!((stats.handled, stats.rejected, stats.faults), (1, 1, 0));
    worker.stop();
    assert!(worker.join().await.take_unhandled().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_rejected_event_of_the_work_is_an_unhandled_fault() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Emit(|| Order::Odd)]);
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kinds(&exit), [FaultKind::Unhandled]);
    let error = exit.faults()[0].error().unwrap();
    assert!(matches!(
        error.downcast_ref::<FsmError>(),
        Some(FsmError::UnhandledEvent {
            state: "Polling",
            event: "Odd"
        })
    ));
    assert_eq!(worker.stats().rejected, 0);
}

#[tokio::test(start_paused = true)]
async fn a_rejected_event_of_a_task_is_an_unhandled_fault() {
    let rig = Rig {
        errand: Errand::After(secs(1), || Order::Odd),
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kinds(&exit), [FaultKind::Unhandled]);
    assert_eq!(exit.faults()[0].state(), "Blocking");
}

#[tokio::test(start_paused = true)]
async fn who_asked_with_an_event_that_is_rejected_hears_of_it_at_once() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let asking = worker.ask(Order::Shrug, secs(1));
    assert_eq!(asking.await, Err(steadfast::AskError::NoReply));
    assert_eq!(worker.stats().rejected, 1);
    assert!(worker.is_running());
}

mod kept {
    //! Events that are postponed keep their origin.

    use steadfast::prelude::*;

    use super::super::fixture::{kinds, settle};

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    enum Door {
        Shut,
        Open,
        Lost(String),
    }

    #[derive(Debug, EventVariant)]
    enum Hand {
        Turn,
        Knock,
        Error(String),
    }

    fsm! {
        struct DoorMachine;
        trait DoorDispatch;

        state: Door;
        event: Hand;
        context: ();
        initial: Shut;
        error: Error;

        state Shut: Poll {
            on Knock => postpone;
            on Turn => Open;
            on Error(why) => Lost(why);
        }
        state Open {
            on Knock => reject;
            on Turn => Shut;
            on Error(why) => Lost(why);
        }
        failure state Lost;
    }

    #[supervisor(DoorMachine)]
    struct Porter {
        knocks: bool,
    }

    impl DoorDispatch for Porter {
        async fn shut(&mut self, _: &Door, (): &mut ()) -> Next<Hand> {
            if std::mem::take(&mut self.knocks) {
                return Ok(Hand::Knock.into());
            }
            Ok(Hand::Turn.into())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn an_external_event_refused_after_a_postponement_is_only_counted() {
        let door = Porter { knocks: false }.spawn(());
        door.try_send(Hand::Knock).unwrap();
        settle().await;
        assert_eq!(door.state(), Door::Open);
        assert_eq!(door.stats().rejected, 1);
        assert_eq!(door.stats().postponed, 0);
    }

    #[tokio::test(start_paused = true)]
    async fn an_own_event_refused_after_a_postponement_is_a_fault() {
        let door = Porter { knocks: true }.spawn(());
        let exit = door.join().await;
        assert_eq!(kinds(&exit), [FaultKind::Unhandled]);
        assert_eq!(
            exit.state(),
            Some(&Door::Lost("state `Open` does not take `Knock`".into()))
        );
    }
}
