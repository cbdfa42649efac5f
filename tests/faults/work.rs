//! The work fails.

use std::sync::Arc;

use steadfast::prelude::*;
use steadfast::testing::{Call, Injection};

use super::kit::{Kit, kinds, millis, secs, until};
use super::plant::{Order, Phase, Work};
use super::rows::rows;

rows! {
    "a dispatch method returns an error" {
        told: "the error event, with the error and its causes",
        seen: "a `Dispatch` fault in `Exit::faults`, the error itself as its source",
        both an_error_of_the_work_is_the_error_event;
    }
    "a dispatch method panics, before its first await or behind one" {
        told: "the error event, with the panic's text",
        seen: "a `Panic` fault; other components go on",
        both a_panic_of_the_work_is_the_error_event;
        both a_panic_behind_an_await_is_the_error_event;
    }
    "the work never returns" {
        told: "in a `Race` state, whatever comes next; in `Poll` and `Ignore` nothing before it returns",
        seen: "`abort` ends it everywhere",
        both work_that_hangs_gives_way_in_a_race;
        both work_that_hangs_can_be_aborted;
    }
}

const WORKING: [Phase; 3] = [Phase::Polling, Phase::Ignoring, Phase::Racing];

async fn an_error_of_the_work_is_the_error_event(kit: Kit) {
    let refused = || std::io::Error::new(std::io::ErrorKind::ConnectionRefused, "nobody there");
    kit.faults
        .add(Call::Dispatch, 1.., Injection::error_with(refused));
    for (number, phase) in (1..).zip(WORKING) {
        let exit = kit.start(phase, []).join().await;
        assert_eq!(exit.state(), Some(&Phase::Broken("nobody there".into())));
        assert_eq!(exit.kind(), ExitKind::Failed);
        assert_eq!(kinds(&exit), [FaultKind::Dispatch]);
        let source = exit.faults()[0].error().unwrap();
        assert!(source.is::<std::io::Error>());
        assert_eq!(kit.completions(), number);
    }
}

/// One component panics; another one, started before it, does not notice.
async fn panics(kit: &Kit, injection: Injection) {
    let sibling = Kit {
        faults: Default::default(),
        ..kit.like()
    };
    let sibling = sibling.start(Phase::Blocking, []);
    kit.faults.add(Call::Dispatch, 1.., injection);
    for (number, phase) in (1..).zip(WORKING) {
        let name = phase.variant_name();
        let component = kit.start(phase, []);
        let exit = component.join().await;
        let text = format!("in state `{name}`: a panic: out of range");
        assert_eq!(exit.state(), Some(&Phase::Broken(text)));
        assert_eq!(exit.kind(), ExitKind::Failed);
        assert_eq!(kinds(&exit), [FaultKind::Panic]);
        assert_eq!(exit.faults()[0].state(), name);
        assert_eq!(kit.completions(), number);
        // Whoever comes later is told the same.
        assert!(Arc::ptr_eq(&exit, &component.join().await));
    }
    let answer = sibling.ask(|reply| Order::Echo(7, reply), secs(60)).await;
    assert_eq!(answer, Ok(7));
}

async fn a_panic_of_the_work_is_the_error_event(kit: Kit) {
    panics(&kit, Injection::panic("out of range")).await;
}

async fn a_panic_behind_an_await_is_the_error_event(kit: Kit) {
    panics(&kit, Injection::panic("out of range").after(millis(1))).await;
}

async fn work_that_hangs_gives_way_in_a_race(kit: Kit) {
    kit.faults.add(Call::Dispatch, 1, Injection::hang());
    let component = kit.start(Phase::Racing, [Work::Rest]);
    until(|| kit.dispatches() == 1).await;
    component.send(Order::Note(1)).await.unwrap();
    until(|| kit.dispatches() == 2).await;
    assert_eq!(kit.log.lines(), ["1"]);
    assert_eq!(component.stats().restarts, 1);
    component.stop();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
}

async fn work_that_hangs_can_be_aborted(kit: Kit) {
    kit.faults.add(Call::Dispatch, 1.., Injection::hang());
    for (number, phase) in (1..).zip(WORKING) {
        let component = kit.start(phase.clone(), []);
        until(|| kit.dispatches() == number).await;
        component.abort();
        component.abort();
        let exit = component.join().await;
        assert_eq!(exit.kind(), ExitKind::Aborted);
        assert_eq!(exit.state(), Some(&phase));
        assert_eq!(kit.completions(), 0, "no hook after an abort");
        assert_eq!(kit.dispatches(), number);
    }
}
