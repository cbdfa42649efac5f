//! There is too much of something.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use steadfast::prelude::*;

use super::kit::{Kit, until, until_amid};
use super::plant::{Order, Phase, Work};
use super::rows::rows;

rows! {
    "more events than the component can handle" {
        told: "them, in order; after 64 in a row the work of a `Poll` or `Race` state has its turn",
        seen: "`send` waits for room in the mailbox; other tasks have their turn",
        both a_flood_of_events_leaves_the_work_and_other_components_their_turn;
    }
    "work that never waits" {
        told: "an event, `stop` or an expired clock between two pieces of it",
        seen: "other tasks have their turn",
        both a_flood_of_work_leaves_events_and_other_components_their_turn;
    }
    "a clock that is due again at once, over and over" {
        told: "it, but after 16 in a row an event from outside, or the work",
        seen: "`stop` gets in before the next",
        both a_clock_that_is_always_due_leaves_events_their_turn;
    }
    "the mailbox is full" {
        told: "nothing",
        seen: "`send` waits; `try_send` gives the event back as `Full`; `stop` gets in all the same, and comes first",
        both a_full_mailbox_gives_back_and_lets_stop_in;
    }
}

async fn a_flood_of_events_leaves_the_work_and_other_components_their_turn(kit: Kit) {
    for phase in [Phase::Polling, Phase::Racing] {
        let component = kit.start(phase, [Work::Again]);
        let sibling = kit.like().start(Phase::Blocking, []);
        let over = Arc::new(AtomicBool::new(false));
        let senders: Vec<_> = (0..3)
            .map(|_| {
                let (component, over) = (component.clone(), Arc::clone(&over));
                tokio::spawn(async move {
                    while !over.load(Ordering::Relaxed) {
                        component.send(Order::Odd(0)).await.unwrap();
                    }
                })
            })
            .collect();
        let before = kit.dispatches();
        while kit.dispatches() < before + 20 || component.stats().rejected < 500 {
            let answer = sibling
                .ask(|reply| Order::Echo(1, reply), std::time::Duration::MAX)
                .await;
            assert_eq!(answer, Ok(1));
        }
        over.store(true, Ordering::Relaxed);
        for sender in senders {
            sender.await.unwrap();
        }
        component.abort();
    }
}

async fn a_flood_of_work_leaves_events_and_other_components_their_turn(kit: Kit) {
    for phase in [Phase::Polling, Phase::Racing] {
        let component = kit.start(phase, [Work::Again]);
        let sibling = kit.like().start(Phase::Blocking, []);
        for number in 0..50 {
            let forever = std::time::Duration::MAX;
            let echo = |reply| Order::Echo(number, reply);
            assert_eq!(component.ask(echo, forever).await, Ok(number));
            let echo = |reply| Order::Echo(number, reply);
            assert_eq!(sibling.ask(echo, forever).await, Ok(number));
        }
        component.stop();
        assert_eq!(component.join().await.kind(), ExitKind::Completed);
    }
}

async fn a_clock_that_is_always_due_leaves_events_their_turn(mut kit: Kit) {
    kit.setting.beat = std::time::Duration::ZERO;
    let component = kit.start(Phase::Tripped { turn: 0 }, []);
    until_amid(|| component.stats().handled > 100).await;
    for number in 0..20 {
        let echo = |reply| Order::Echo(number, reply);
        let answer = component.ask(echo, std::time::Duration::MAX).await;
        assert_eq!(answer, Ok(number));
    }
    component.stop();
    assert_eq!(component.join().await.kind(), ExitKind::Completed);
}

async fn a_full_mailbox_gives_back_and_lets_stop_in(kit: Kit) {
    let component = kit.start(Phase::Ignoring, [Work::Hold]);
    until(|| kit.dispatches() == 1).await;
    let mut accepted = 0;
    let refused = loop {
        match component.try_send(Order::Note(accepted)) {
            Ok(()) => accepted += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, TrySendError::Full(Order::Note(number)) if number == accepted));
    let waiting = tokio::spawn({
        let component = component.clone();
        async move { component.send(Order::Note(7777)).await }
    });
    until(|| component.stats().mailbox == u64::from(accepted)).await;
    component.stop();
    kit.open_gate();
    let exit = component.join().await;
    assert_eq!(exit.state(), Some(&Phase::Finished));
    assert_eq!(kit.log.lines(), ["stop"], "before all of them");
    let SendError(back) = waiting.await.unwrap().unwrap_err();
    assert!(matches!(back, Order::Note(7777)));
    let left = exit.take_unhandled();
    assert_eq!(left.len(), accepted as usize);
    for (number, event) in (0..).zip(left) {
        assert!(matches!(event, Order::Note(left) if left == number));
    }
}
