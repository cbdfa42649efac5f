//! An action fails.

use steadfast::prelude::*;
use steadfast::testing::{Call, Injection};

use super::kit::{Kit, kinds, secs, until};
use super::plant::{Order, Phase};
use super::rows::rows;

rows! {
    "an action returns an error, or panics" {
        told: "the error event, after the state has changed; the rest of that transition's actions are not executed, and the error says how many those are",
        seen: "an `Action` or a `Panic` fault in the state that was entered, which says which of the transition's actions it was where there are several, in the order exit, transition, entry",
        both an_error_of_the_second_of_three_actions_is_the_error_event;
        both a_panic_of_the_second_of_three_actions_is_the_error_event;
        both a_component_that_bears_it_goes_on_with_the_next_event;
    }
    "an action on the way into a terminal state fails" {
        told: "nothing more",
        seen: "`ExitKind::Failed` in that state, with the fault",
        both an_action_that_fails_at_the_end_makes_the_exit_failed;
    }
    "an action never returns" {
        told: "nothing: no event, clock or `stop` comes before its end",
        seen: "`abort` ends it; the event whose action it was is named by `Exit::in_hand`",
        both an_action_that_hangs_can_only_be_aborted;
    }
}

async fn fails_at_the_second_of_three(kit: Kit, injection: Injection, kind: FaultKind, text: &str) {
    kit.faults.add(Call::Action, 2, injection);
    let component = kit.start(Phase::Blocking, []);
    component.send(Order::Three(1)).await.unwrap();
    let exit = component.join().await;
    assert_eq!(kit.log.lines(), ["1"]);
    assert_eq!(kinds(&exit), [kind]);
    assert_eq!(exit.state(), Some(&Phase::Broken(text.to_owned())));
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kit.completions(), 1);
    // The first, the second, and that of leaving the working states; the third never was begun.
    assert_eq!(kit.faults.calls(Call::Action), 3);
    let lines = kit.trace.lines();
    assert_eq!(
        lines[1],
        r#"Blocking: on Three(1) => Blocking do [Say("1"), Say("2"), Say("3")]"#
    );
    assert!(lines[2].starts_with("Blocking: fault: "), "{lines:?}");
    assert_eq!(lines.len(), 4, "{lines:?}");
}

async fn an_error_of_the_second_of_three_actions_is_the_error_event(kit: Kit) {
    let text = "action 2 of 3, 1 after it not executed: the disk is full";
    let injection = Injection::error("the disk is full");
    fails_at_the_second_of_three(kit, injection, FaultKind::Action, text).await;
}

async fn a_panic_of_the_second_of_three_actions_is_the_error_event(kit: Kit) {
    let text = "in state `Blocking`: a panic: action 2 of 3, 1 after it not executed: no room";
    let injection = Injection::panic("no room");
    fails_at_the_second_of_three(kit, injection, FaultKind::Panic, text).await;
}

async fn a_component_that_bears_it_goes_on_with_the_next_event(mut kit: Kit) {
    kit.setting.tolerant = true;
    kit.faults.add(Call::Action, 2, Injection::error("no"));
    let component = kit.start(Phase::Blocking, []);
    component.send(Order::Three(1)).await.unwrap();
    component.send(Order::Note(9)).await.unwrap();
    until(|| component.stats().handled == 3).await;
    let told = "action 2 of 3, 1 after it not executed: no";
    until(|| kit.log.lines().len() == 3).await;
    assert_eq!(kit.log.lines(), ["1", told, "9"]);
    assert_eq!(component.stats().faults, 1);
    component.stop();
    assert_eq!(component.join().await.kind(), ExitKind::Completed);
}

async fn an_action_that_fails_at_the_end_makes_the_exit_failed(kit: Kit) {
    // Leaving has an action, and so has being stopped.
    kit.faults.add(Call::Action, 2, Injection::error("no"));
    let component = kit.start(Phase::Blocking, []);
    component.stop();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Phase::Finished));
    assert_eq!(kinds(&exit), [FaultKind::Action]);
    assert_eq!(kit.completions(), 1);
    assert_eq!(
        kit.trace.lines().last().unwrap().split(": ").next(),
        Some("Finished")
    );
}

async fn an_action_that_hangs_can_only_be_aborted(mut kit: Kit) {
    kit.setting.limit = secs(1);
    kit.faults.add(Call::Action, 1, Injection::hang());
    let component = kit.start(Phase::Racing, []);
    component.send(Order::Hold(1)).await.unwrap();
    until(|| kit.faults.calls(Call::Action) == 1).await;
    component.send(Order::Note(2)).await.unwrap();
    component.stop();
    if kit.is_paused {
        steadfast::testing::pass(secs(3600)).await;
    }
    assert_eq!(component.stats().handled, 1);
    component.abort();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.in_hand(), Some("Hold"));
    assert!(matches!(exit.take_unhandled()[..], [Order::Note(2)]));
    assert!(kit.log.lines().is_empty());
}
