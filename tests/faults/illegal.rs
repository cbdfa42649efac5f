//! An event that the machine does not take.

use steadfast::prelude::*;

use super::kit::{Kit, kinds, millis, until};
use super::plant::{Errand, Order, Phase, Work};
use super::rows::rows;

rows! {
    "an event from outside that the state does not take" {
        told: "nothing more",
        seen: "`Stats::rejected`, and a warning in the log; an `ask` is told `NoReply`. The component lives on",
        both an_illegal_event_from_outside_is_counted_and_the_component_lives_on;
    }
    "an event of its own, from the work or a task, that the state does not take" {
        told: "the error event",
        seen: "an `Unhandled` fault that names state and event",
        both an_illegal_event_of_the_work_is_the_error_event;
        both an_illegal_event_of_a_task_is_the_error_event;
    }
}

async fn an_illegal_event_from_outside_is_counted_and_the_component_lives_on(kit: Kit) {
    for phase in [Phase::Blocking, Phase::Polling, Phase::Racing] {
        let component = kit.start(phase.clone(), [Work::Sleep(millis(1))]);
        component.send(Order::Odd(1)).await.unwrap();
        let forever = std::time::Duration::MAX;
        let answer = component.ask(|reply| Order::Echo(2, reply), forever).await;
        assert_eq!(answer, Ok(2));
        let stats = component.stats();
        assert_eq!((stats.rejected, stats.handled, stats.faults), (1, 1, 0));
        component.abort();
        let exit = component.join().await;
        assert!(exit.faults().is_empty());
        let name = phase.variant_name();
        assert_eq!(kit.trace.take()[1], format!("{name}: on Odd(1) => reject"));
    }
}

const TEXT: &str = "state `Polling` does not take `Odd`";

async fn an_illegal_event_of_the_work_is_the_error_event(kit: Kit) {
    let component = kit.start(Phase::Polling, [Work::Emit(|| Order::Odd(1))]);
    let exit = component.join().await;
    assert_eq!(exit.state(), Some(&Phase::Broken(TEXT.to_owned())));
    assert_eq!(kinds(&exit), [FaultKind::Unhandled]);
    assert_eq!(component.stats().rejected, 0);
    assert_eq!(kit.completions(), 1);
}

async fn an_illegal_event_of_a_task_is_the_error_event(mut kit: Kit) {
    kit.setting.errand = Errand::After(millis(1), || Order::Odd(1));
    let component = kit.start(Phase::Polling, [Work::Sleep(millis(3))]);
    until(|| !component.is_running()).await;
    let exit = component.join().await;
    assert_eq!(exit.state(), Some(&Phase::Broken(TEXT.to_owned())));
    assert_eq!(kinds(&exit), [FaultKind::Unhandled]);
}
