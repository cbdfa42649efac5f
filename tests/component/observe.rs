//! Looking on: `Observe`, through `spawn_observed` and `run_observed`.

use steadfast::Observe;
use steadfast::prelude::*;

use super::fixture::{Act, Log, Order, Phase, Rig, Work, Worker, kinds, secs};

/// Writes down all that it is shown.
struct Notes(Log);

impl Observe<Phase, Order, Act> for Notes {
    fn before(&mut self, state: &Phase, trigger: &Trigger<Order>) {
        let name = match trigger {
            Trigger::Event(event) => event.variant_name(),
            Trigger::Timeout => "timeout",
        };
        self.0
            .add(format!("before {} {name}", state.variant_name()));
    }

    fn after(&mut self, state: &Phase, actions: &[Act]) {
        let name = state.variant_name();
        self.0.add(format!("after {name} {actions:?}"));
    }

    fn fault(&mut self, fault: &Fault) {
        self.0.add(format!("fault {:?}", fault.kind()));
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_shown_each_trigger_before_and_what_came_of_it_before_the_actions_run() {
    let rig = Rig {
        limit: secs(1),
        ..Rig::default()
    };
    // The observer writes to the component's own log, so that the order shows.
    let worker = rig.start_observed(Phase::Blocking, [], Notes(rig.log.clone()));
    worker.send(Order::Note("a")).await.unwrap();
    worker.send(Order::Odd).await.unwrap();
    worker.send(Order::Later(1)).await.unwrap();
    tokio::time::sleep(secs(2)).await;
    worker.stop();
    worker.join().await;
    assert_eq!(
        rig.log.take(),
        [
            // The initial state is entered without a trigger.
            "after Blocking []",
            "before Blocking Note",
            "after Blocking [Say(\"a\")]",
            "a",
            // Refused: there is no after.
            "before Blocking Odd",
            "before Blocking Later",
            "after Blocking []",
            "before Blocking timeout",
            "after Blocking [Say(\"timeout\")]",
            "timeout",
            "before Blocking Stop",
            "after Finished [Say(\"stop\")]",
            "stop",
            "completed",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn it_is_shown_each_fault_before_the_error_event() {
    let rig = Rig::default();
    let worker = rig.start_observed(Phase::Polling, [Work::Fail("no")], Notes(rig.log.clone()));
    worker.join().await;
    assert_eq!(
        rig.log.take(),
        [
            "after Polling []",
            "work",
            "fault Dispatch",
            "before Polling Error",
            "after Broken []",
            "failed"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn it_looks_on_in_place_too() {
    let rig = Rig::default();
    let (worker, world) = rig.parts([Work::Emit(|| Order::Finish)]);
    let exit = worker
        .run_observed(Phase::Polling, world, Notes(rig.log.clone()))
        .await
        .unwrap();
    assert_eq!(exit.state(), Some(&Phase::Finished));
    assert_eq!(
        rig.log.take(),
        [
            "after Polling []",
            "work",
            "before Polling Finish",
            "after Finished []",
            "completed"
        ]
    );
}

/// Panics at the first of each kind of look.
#[derive(Default)]
struct Clumsy {
    before: bool,
    after: bool,
    fault: bool,
}

impl Observe<Phase, Order, Act> for Clumsy {
    fn before(&mut self, _: &Phase, trigger: &Trigger<Order>) {
        if matches!(trigger, Trigger::Event(Order::Note("before"))) && !self.before {
            self.before = true;
            panic!("before")
        }
    }

    fn after(&mut self, _: &Phase, actions: &[Act]) {
        let said = |act: &Act| matches!(act, Act::Say(word) if word == "after");
        if actions.iter().any(said) && !self.after {
            self.after = true;
            panic!("after")
        }
    }

    fn fault(&mut self, _: &Fault) {
        if !self.fault {
            self.fault = true;
            panic!("fault")
        }
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_panics_is_a_fault_and_not_the_end() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start_observed(Phase::Blocking, [], Clumsy::default());
    for word in ["before", "after", "last"] {
        worker.send(Order::Note(word)).await.unwrap();
    }
    worker.send(Order::Finish).await.unwrap();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kinds(&exit), [FaultKind::Panic, FaultKind::Panic]);
    assert_eq!(
        rig.log.take(),
        [
            "error: in state `Blocking`: a panic: before",
            "error: in state `Blocking`: a panic: after",
            "last",
            "completed"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_component_that_has_a_handle_to_itself_can_be_looked_at_too() {
    let rig = Rig::default();
    let parts = rig.parts([]);
    let worker = Worker::spawn_with_observed(|_me| parts, Notes(rig.log.clone()));
    worker.send(Order::Note("a")).await.unwrap();
    worker.stop();
    worker.join().await;
    assert_eq!(rig.log.take()[0], "after Blocking []");
}
