//! Events that wait for a change of state.

use steadfast::prelude::*;

use super::kit::{Kit, kinds, until};
use super::plant::{Order, Phase, Work};
use super::rows::rows;

rows! {
    "events are postponed, and new ones come" {
        told: "after the next change of state the postponed ones, oldest first and ahead of anything new; a `stay` changes nothing",
        seen: "`Stats::postponed`; those that are left at the end are handed back by `Exit::take_unhandled`",
        both postponed_events_come_first_and_in_order_after_a_change_of_state;
        both postponed_events_that_are_left_are_handed_back_before_the_mailbox;
    }
    "more than 1024 events are postponed" {
        told: "the error event",
        seen: "a `Postpone` fault; the event that did not fit is handed back at the end",
        both an_event_that_cannot_be_postponed_is_the_error_event_and_handed_back;
    }
}

async fn postponed_events_come_first_and_in_order_after_a_change_of_state(kit: Kit) {
    let component = kit.start(Phase::Blocking, [Work::Rest]);
    for event in [Order::Later(1), Order::Later(2), Order::Note(3)] {
        component.send(event).await.unwrap();
    }
    until(|| component.stats().postponed == 2 && kit.log.lines() == ["3"]).await;
    component.send(Order::Race).await.unwrap();
    component.send(Order::Note(4)).await.unwrap();
    until(|| kit.log.lines().len() == 4).await;
    assert_eq!(kit.log.lines(), ["3", "late 1", "late 2", "4"]);
    assert_eq!(component.stats().postponed, 0);
    component.abort();
}

async fn postponed_events_that_are_left_are_handed_back_before_the_mailbox(kit: Kit) {
    let component = kit.start(Phase::Blocking, []);
    for event in [
        Order::Later(1),
        Order::Hold(2),
        Order::Later(3),
        Order::Note(4),
    ] {
        component.send(event).await.unwrap();
    }
    until(|| kit.faults.calls(steadfast::testing::Call::Action) == 1).await;
    // In the action: what comes behind it is in the mailbox still.
    component.stop();
    kit.open_gate();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    let left = exit.take_unhandled();
    assert!(
        matches!(left[..], [Order::Later(1), Order::Later(3), Order::Note(4)]),
        "{left:?}"
    );
    assert!(exit.take_unhandled().is_empty(), "once");
}

async fn an_event_that_cannot_be_postponed_is_the_error_event_and_handed_back(kit: Kit) {
    let component = kit.start(Phase::Blocking, []);
    for number in 0..=1024 {
        component.send(Order::Later(number)).await.unwrap();
    }
    let exit = component.join().await;
    assert_eq!(kinds(&exit), [FaultKind::Postpone]);
    let text = "state `Blocking` cannot postpone `Later`: 1024 events are postponed already";
    assert_eq!(exit.state(), Some(&Phase::Broken(text.to_owned())));
    let left = exit.take_unhandled();
    assert_eq!(left.len(), 1025);
    for (number, event) in (0..).zip(left) {
        assert!(matches!(event, Order::Later(left) if left == number));
    }
}
