//! Something comes while the component works or waits for long.

use steadfast::prelude::*;
use steadfast::testing::pass;
use tokio::time::sleep;

use super::kit::{Kit, kinds, millis, secs};
use super::plant::{Errand, Order, Phase, Work};
use super::rows::rows;

rows! {
    "an event, `stop`, or an expired clock comes during work of an hour" {
        told: "in a `Race` state at once, and the work begins anew; in a `Poll` state when the work returns, `stop` and the clock first; in an `Ignore` state events wait until the state is left",
        seen: "the same; `abort` acts at once everywhere",
        paused an_event_during_long_work_comes_as_the_policy_says;
        paused stop_during_long_work_comes_as_the_policy_says;
        paused a_clock_during_long_work_comes_as_the_policy_says;
        paused abort_during_long_work_acts_at_once;
    }
    "they come while a `task` goes on" {
        told: "at once where the state waits; the task goes on through whatever leaves the state what it is",
        seen: "the same",
        paused whatever_comes_during_a_task_comes_at_once;
    }
    "a task panics" {
        told: "the error event, in `Poll` and `Ignore` when the work returns",
        seen: "a `Panic` fault",
        both a_panic_of_a_task_is_the_error_event;
    }
    "a task would end after its state was left" {
        told: "nothing: it is dropped with the state",
        seen: "nothing",
        paused a_task_ends_with_its_state;
    }
    "a task, a clock and an event from outside come in the same instant" {
        told: "the clock first, then the task's event, then the one from outside",
        seen: "the same",
        paused what_comes_in_the_same_instant_comes_in_order;
    }
    "events that are refused keep coming during the work of a `Race` state" {
        told: "nothing, but the work begins anew whenever one comes while it is under way",
        seen: "`Stats::restarts` and `Stats::rejected` grow",
        paused refused_chatter_restarts_a_race_and_is_counted;
    }
}

const WORKING: [Phase; 3] = [Phase::Polling, Phase::Ignoring, Phase::Racing];

async fn an_event_during_long_work_comes_as_the_policy_says(kit: Kit) {
    for phase in WORKING {
        let (before, dispatches) = (kit.log.lines().len(), kit.dispatches());
        let component = kit.start(phase.clone(), [Work::Sleep(secs(3600))]);
        pass(secs(10)).await;
        component.send(Order::Note(1)).await.unwrap();
        pass(millis(1)).await;
        let at_once = kit.log.lines().len() - before;
        assert_eq!(at_once, usize::from(phase == Phase::Racing));
        pass(secs(3595)).await;
        let after_the_work = kit.log.lines().len() - before;
        assert_eq!(after_the_work, usize::from(phase != Phase::Ignoring));
        // One round later: in a race, begun anew once; elsewhere, begun again after its end.
        assert_eq!(kit.dispatches() - dispatches, 2);
        component.abort();
        let exit = component.join().await;
        let left = exit.take_unhandled().len();
        assert_eq!(left, usize::from(phase == Phase::Ignoring));
    }
}

async fn stop_during_long_work_comes_as_the_policy_says(kit: Kit) {
    for phase in WORKING {
        let dispatches = kit.dispatches();
        let component = kit.start(phase.clone(), [Work::Sleep(secs(3600))]);
        pass(secs(10)).await;
        component.send(Order::Note(1)).await.unwrap();
        component.stop();
        pass(millis(1)).await;
        assert_eq!(component.is_running(), phase != Phase::Racing);
        pass(secs(3595)).await;
        assert!(!component.is_running());
        let exit = component.join().await;
        assert_eq!(exit.state(), Some(&Phase::Finished));
        // Before the event, and without a further piece of work.
        assert!(matches!(exit.take_unhandled()[..], [Order::Note(1)]));
        assert_eq!(kit.dispatches() - dispatches, 1);
    }
}

async fn a_clock_during_long_work_comes_as_the_policy_says(mut kit: Kit) {
    kit.setting.limit = secs(10);
    for phase in WORKING {
        let before = kit.log.lines().len();
        let component = kit.start(phase.clone(), [Work::Sleep(secs(3600))]);
        pass(secs(11)).await;
        component.send(Order::Note(1)).await.unwrap();
        let at_once = kit.log.lines().len() - before;
        assert_eq!(at_once, usize::from(phase == Phase::Racing));
        pass(secs(3595)).await;
        let lines = kit.log.lines().split_off(before);
        let expected: &[_] = match phase {
            Phase::Ignoring => &["timeout"],
            _ => &["timeout", "1"],
        };
        assert_eq!(lines, expected);
        component.abort();
    }
}

async fn abort_during_long_work_acts_at_once(kit: Kit) {
    for phase in [
        Phase::Blocking,
        Phase::Polling,
        Phase::Ignoring,
        Phase::Racing,
    ] {
        let component = kit.start(phase.clone(), [Work::Sleep(secs(3600))]);
        pass(secs(10)).await;
        component.abort();
        pass(millis(1)).await;
        assert!(!component.is_running());
        assert_eq!(component.join().await.state(), Some(&phase));
    }
    assert_eq!(kit.completions(), 0);
}

async fn whatever_comes_during_a_task_comes_at_once(mut kit: Kit) {
    kit.setting.errand = Errand::After(secs(3600), || Order::Note(9));
    kit.setting.limit = secs(10);
    for phase in [Phase::Blocking, Phase::Racing] {
        let before = kit.log.lines().len();
        let component = kit.start(phase.clone(), [Work::Rest]);
        pass(secs(5)).await;
        component.send(Order::Note(1)).await.unwrap();
        pass(millis(1)).await;
        assert_eq!(kit.log.lines()[before..], ["1"]);
        pass(secs(5)).await;
        assert_eq!(kit.log.lines()[before..], ["1", "timeout"]);
        // From the beginning on, not from the event or the clock.
        pass(secs(3590)).await;
        assert_eq!(kit.log.lines()[before..], ["1", "timeout", "9"]);
        component.stop();
        pass(millis(1)).await;
        assert!(!component.is_running());
    }
}

async fn a_panic_of_a_task_is_the_error_event(mut kit: Kit) {
    kit.setting.errand = Errand::BlowAfter(millis(2));
    let phases = [
        Phase::Blocking,
        Phase::Polling,
        Phase::Ignoring,
        Phase::Racing,
    ];
    for (number, phase) in (1..).zip(phases) {
        let component = kit.start(phase.clone(), [Work::Sleep(millis(5))]);
        let exit = component.join().await;
        let name = phase.variant_name();
        let text = format!("in state `{name}`: a panic: the errand blew up");
        assert_eq!(exit.state(), Some(&Phase::Broken(text)));
        assert_eq!(kinds(&exit), [FaultKind::Panic]);
        assert_eq!(kit.completions(), number);
    }
}

async fn a_task_ends_with_its_state(mut kit: Kit) {
    kit.setting.errand = Errand::After(secs(10), || Order::Note(9));
    let component = kit.start(Phase::Blocking, []);
    pass(secs(9)).await;
    component.send(Order::Trip).await.unwrap();
    pass(secs(60)).await;
    assert_eq!(kit.log.lines(), ["tripped"]);
    // Between the states of its superstate it goes on; entered anew, it begins anew.
    component.send(Order::Block).await.unwrap();
    pass(secs(5)).await;
    component.send(Order::Race).await.unwrap();
    pass(secs(6)).await;
    assert_eq!(kit.log.lines(), ["tripped", "9"]);
    component.abort();
}

async fn what_comes_in_the_same_instant_comes_in_order(mut kit: Kit) {
    kit.setting.errand = Errand::After(secs(10), || Order::Note(1));
    kit.setting.limit = secs(10);
    for phase in [Phase::Blocking, Phase::Racing] {
        let before = kit.log.lines().len();
        let component = kit.start(phase, [Work::Rest]);
        let sender = component.clone();
        tokio::spawn(async move {
            sleep(secs(10)).await;
            sender.send(Order::Note(2)).await
        });
        pass(secs(11)).await;
        assert_eq!(kit.log.lines()[before..], ["timeout", "1", "2"]);
        component.abort();
    }
}

async fn refused_chatter_restarts_a_race_and_is_counted(kit: Kit) {
    let component = kit.start(Phase::Racing, [Work::Sleep(secs(10))]);
    for number in 0..5 {
        pass(secs(9)).await;
        component.send(Order::Odd(number)).await.unwrap();
    }
    pass(secs(9)).await;
    let stats = component.stats();
    assert_eq!((stats.restarts, stats.rejected), (5, 5));
    assert_eq!(kit.dispatches(), 6, "in 54 seconds none of ten was done");
    // Left alone, the last is done, and one more is begun.
    pass(secs(2)).await;
    assert_eq!(kit.dispatches(), 7);
    component.stop();
    assert!(component.join().await.faults().is_empty());
}
