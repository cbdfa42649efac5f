//! An expression of the machine panics.

use steadfast::prelude::*;

use super::kit::{Kit, kinds};
use super::plant::{Order, Phase, Spot};
use super::rows::rows;

rows! {
    "a guard, a target, the expression of an action (its own, that of an entry or of an exit) or of a timeout panics" {
        told: "the error event; the state is what it was, and no action of the step is executed",
        seen: "a `Panic` fault with the panic's text",
        both a_panic_in_any_expression_leaves_the_state_and_is_the_error_event;
        both after_a_panic_in_an_expression_the_next_event_is_taken_as_ever;
    }
    "the target of an arm that says `move` panics, once it has taken the payload" {
        told: "nothing more: the state is lost",
        seen: "`ExitKind::Failed` with the panic, and `None` for `Exit::state`; the watch shows the state before",
        both a_panic_in_a_move_loses_the_state_and_is_the_end;
    }
}

const SPOTS: [Spot; 6] = [
    Spot::Guard,
    Spot::Target,
    Spot::Action,
    Spot::Exit,
    Spot::Entry,
    Spot::Timeout,
];

async fn a_panic_in_any_expression_leaves_the_state_and_is_the_error_event(kit: Kit) {
    for (number, spot) in (1..).zip(SPOTS) {
        *kit.setting.trip.lock().unwrap() = Some(spot);
        let component = kit.start(Phase::Racing, []);
        component.send(Order::Trip).await.unwrap();
        let exit = component.join().await;
        let text = format!("in state `Racing`: a panic: {spot:?} panicked");
        assert_eq!(exit.state(), Some(&Phase::Broken(text.clone())));
        assert_eq!(kinds(&exit), [FaultKind::Panic]);
        assert_eq!(kit.completions(), number);
        assert_eq!(
            kit.trace.take(),
            [
                "initial: Racing".to_owned(),
                format!("Racing: on Trip => fault: {text}"),
                // Leaving has an action of its own; that of the step which panicked is not there.
                format!("Racing: on Error({text:?}) => Broken({text:?}) do [Nothing]"),
            ]
        );
    }
}

async fn after_a_panic_in_an_expression_the_next_event_is_taken_as_ever(mut kit: Kit) {
    kit.setting.tolerant = true;
    for spot in SPOTS {
        *kit.setting.trip.lock().unwrap() = Some(spot);
        let component = kit.start(Phase::Blocking, []);
        component.send(Order::Trip).await.unwrap();
        component.send(Order::Trip).await.unwrap();
        component
            .wait_for(|phase| *phase == Phase::Tripped { turn: 1 })
            .await
            .unwrap();
        component.stop();
        assert_eq!(component.join().await.faults().len(), 1);
    }
    // Told, and then tripped: six times.
    let lines = kit.log.lines();
    assert_eq!(lines.iter().filter(|line| *line == "tripped").count(), 6);
}

async fn a_panic_in_a_move_loses_the_state_and_is_the_end(mut kit: Kit) {
    kit.setting.tolerant = true;
    *kit.setting.trip.lock().unwrap() = Some(Spot::Moved);
    let component = kit.start(Phase::Tripped { turn: 7 }, []);
    component.send(Order::Again).await.unwrap();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), None);
    assert_eq!(component.state(), Phase::Tripped { turn: 7 });
    assert_eq!(kinds(&exit)[0], FaultKind::Panic);
    assert!(exit.faults().iter().all(|fault| fault.state() == "Tripped"));
    assert!(exit.faults()[0].to_string().ends_with("Moved panicked"));
    assert_eq!(kit.completions(), 1);
    let lines = kit.trace.lines();
    assert_eq!(lines[0], "initial: Tripped { turn: 7 } do [Nothing]");
    assert!(lines[1].starts_with("Tripped { turn: 7 }: on Again => fault: "));
    assert!(
        lines[2..]
            .iter()
            .all(|line| line.starts_with("Tripped: fault: "))
    );
}
