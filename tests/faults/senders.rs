//! Nobody can send any more.

use steadfast::prelude::*;

use super::kit::{Kit, Way, kinds, millis, until};
use super::plant::{Errand, Order, Phase, Work};
use super::rows::rows;

rows! {
    "all handles are dropped" {
        told: "the `closed:` event, by default the error event, once in each state whose policy looks at the mailbox; in a terminal state nothing. Events that were sent before come first",
        seen: "a `ChannelClosed` fault, where it is the error event",
        both a_state_that_looks_is_told_that_all_senders_are_gone;
        both it_is_told_so_once_and_does_not_spin;
        both a_state_that_ignores_the_mailbox_is_not_told;
        both a_terminal_state_is_not_told;
    }
    "all handles are dropped, and the state waits for events alone, without a clock or a task" {
        told: "after the `closed:` event the error event, with a `Stuck` fault",
        seen: "a `Stuck` fault, and no wait for ever",
        paused a_state_that_nothing_can_wake_is_stuck;
    }
}

/// The text that the closed channel has: a hand-written component chooses its own.
fn told(kit: &Kit, phase: &Phase) -> String {
    match kit.way {
        Way::GeneratedSelf | Way::GeneratedHandler => {
            format!("in state `{}`: all senders are gone", phase.variant_name())
        }
        _ => "all senders are gone".to_owned(),
    }
}

const LOOKING: [Phase; 3] = [Phase::Blocking, Phase::Polling, Phase::Racing];

async fn a_state_that_looks_is_told_that_all_senders_are_gone(kit: Kit) {
    for phase in LOOKING {
        for waits in [false, true] {
            let before = kit.log.lines().len();
            let component = kit.start(phase.clone(), [Work::Sleep(millis(1))]);
            component.send(Order::Note(1)).await.unwrap();
            if waits {
                until(|| kit.log.lines().len() > before).await;
            }
            let end = component.downgrade();
            drop(component);
            let exit = end.join().await;
            assert_eq!(exit.state(), Some(&Phase::Broken(told(&kit, &phase))));
            assert_eq!(
                kit.log.lines()[before..],
                ["1"],
                "what was sent comes first"
            );
            let by_macro = matches!(kit.way, Way::GeneratedSelf | Way::GeneratedHandler);
            let kind = by_macro.then_some(FaultKind::ChannelClosed);
            assert_eq!(kinds(&exit), Vec::from_iter(kind));
        }
    }
}

async fn it_is_told_so_once_and_does_not_spin(mut kit: Kit) {
    kit.setting.tolerant = true;
    kit.setting.errand = Errand::After(millis(60), || Order::Finish);
    for phase in LOOKING {
        let (before, polls) = (kit.log.lines().len(), kit.polls());
        let dispatches = kit.dispatches();
        let component = kit.start(phase.clone(), [Work::Again, Work::Idle(millis(30))]);
        let end = component.downgrade();
        drop(component);
        let exit = end.join().await;
        assert_eq!(exit.state(), Some(&Phase::Finished));
        assert_eq!(kit.log.lines()[before..], [told(&kit, &phase)]);
        let polls = kit.polls() - polls;
        assert!(polls < 20, "{polls} polls");
        let dispatches = kit.dispatches() - dispatches;
        assert!(dispatches < 6, "{dispatches} dispatches");
    }
}

async fn a_state_that_ignores_the_mailbox_is_not_told(mut kit: Kit) {
    kit.setting.errand = Errand::After(millis(30), || Order::Finish);
    let component = kit.start(Phase::Ignoring, [Work::Sleep(millis(5))]);
    component.send(Order::Note(1)).await.unwrap();
    let end = component.downgrade();
    drop(component);
    let exit = end.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert!(exit.faults().is_empty());
    assert!(matches!(exit.take_unhandled()[..], [Order::Note(1)]));
}

async fn a_terminal_state_is_not_told(kit: Kit) {
    let component = kit.start(Phase::Blocking, []);
    component.send(Order::Finish).await.unwrap();
    let end = component.downgrade();
    drop(component);
    let exit = end.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(
        kit.trace.lines(),
        [
            "initial: Blocking",
            "Blocking: on Finish => Finished do [Nothing]"
        ]
    );
}

async fn a_state_that_nothing_can_wake_is_stuck(mut kit: Kit) {
    // Outside of the working states, which have a task.
    kit.setting.tolerant = true;
    let component = kit.start(Phase::Tripped { turn: 0 }, []);
    let end = component.downgrade();
    drop(component);
    let exit = end.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    let lines = kit.log.lines();
    assert_eq!(lines[0], told(&kit, &Phase::Tripped { turn: 0 }));
    assert!(lines[1].ends_with("stuck: no sender, clock or task can wake it"));
    assert_eq!(exit.faults().last().unwrap().kind(), FaultKind::Stuck);
    assert!(kit.log.lines().len() <= 17);
    assert_eq!(kit.completions(), 1);
}
