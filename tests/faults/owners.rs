//! What the owner does, or does not do.

use std::sync::Arc;

use steadfast::prelude::*;
use steadfast::testing::{Call, Injection};

use super::kit::{Kit, millis, secs, until, until_amid};
use super::plant::{Order, Phase, Work};
use super::rows::rows;

rows! {
    "`stop` twice, or before the first round" {
        told: "the `stop:` event, once, before anything else but postponed events that are being offered again",
        seen: "one exit, for everybody",
        both stop_twice_and_early_is_one_event_and_one_exit;
    }
    "`abort` twice, in the midst of an action, or while others send" {
        told: "nothing: no code of yours runs any more but `Drop`",
        seen: "`ExitKind::Aborted`, for everybody; the event in hand is named, all others that were accepted are handed back",
        both abort_twice_in_an_action_is_one_exit_that_names_the_event;
        both what_others_send_during_an_abort_is_given_or_handed_back;
    }
    "events come while it ends" {
        told: "those that come before its end",
        seen: "each event that was accepted is counted as handled or rejected, or handed back",
        both what_others_send_during_the_end_is_handled_given_or_handed_back;
    }
    "many wait for the end, and some of them give up" {
        told: "nothing",
        seen: "every other waiter gets the same exit, also one that comes later",
        both every_waiter_gets_the_one_exit;
    }
    "a watcher is slow, late, or gone" {
        told: "nothing",
        seen: "each sees the latest state, and the final one; then the watch closes",
        both every_watcher_sees_the_final_state_and_the_close;
    }
    "an `ask` is answered after its deadline" {
        told: "the event, as ever",
        seen: "`AskError::Timeout`; the late reply goes nowhere",
        both a_late_reply_disturbs_nobody;
    }
    "the runtime is shut down" {
        told: "nothing",
        seen: "`ExitKind::Aborted`, with all that was accepted",
        both a_runtime_that_is_shut_down_aborts_and_loses_nothing;
    }
}

async fn stop_twice_and_early_is_one_event_and_one_exit(kit: Kit) {
    for phase in [
        Phase::Blocking,
        Phase::Polling,
        Phase::Ignoring,
        Phase::Racing,
    ] {
        let before = kit.log.lines().len();
        let component = kit.start(phase, [Work::Sleep(millis(1))]);
        component.stop();
        component.stop();
        let exit = component.join().await;
        component.stop();
        assert_eq!(exit.state(), Some(&Phase::Finished));
        assert!(Arc::ptr_eq(&exit, &component.join().await));
        assert_eq!(kit.log.lines()[before..], ["stop"]);
        if kit.is_paused {
            assert_eq!(kit.dispatches(), 0, "before the first round");
        }
    }
    assert_eq!(kit.completions(), 4);
}

async fn abort_twice_in_an_action_is_one_exit_that_names_the_event(kit: Kit) {
    kit.faults.add(Call::Action, 1, Injection::hang());
    let component = kit.start(Phase::Blocking, []);
    component.send(Order::Three(1)).await.unwrap();
    component.send(Order::Note(2)).await.unwrap();
    until(|| kit.faults.calls(Call::Action) == 1).await;
    component.abort();
    component.abort();
    let exit = component.join().await;
    component.abort();
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.in_hand(), Some("Three"));
    assert!(Arc::ptr_eq(&exit, &component.join().await));
    assert!(matches!(exit.take_unhandled()[..], [Order::Note(2)]));
    assert!(kit.log.lines().is_empty());
    assert_eq!(kit.completions(), 0);
}

/// Four senders send until they are told that it has ended; returns how many events were accepted,
/// all of which must be accounted for.
async fn sends_to_the_end(kit: &Kit, end: impl FnOnce(&Handle<Order, Phase>)) {
    let component = kit.start(Phase::Racing, [Work::Again]);
    let senders: Vec<_> = (0..4)
        .map(|_| {
            let component = component.clone();
            tokio::spawn(async move {
                let mut accepted = 0;
                let events: [fn(u32) -> Order; 3] = [Order::Note, Order::Odd, Order::Later];
                for event in events.iter().cycle() {
                    match component.send(event(accepted)).await {
                        Ok(()) => accepted += 1,
                        Err(SendError(back)) => {
                            assert_eq!(back.variant_name(), event(0).variant_name());
                            break;
                        }
                    }
                }
                u64::from(accepted)
            })
        })
        .collect();
    until_amid(|| component.stats().handled > 100).await;
    end(&component);
    let exit = component.join().await;
    let mut accepted = 0;
    for sender in senders {
        accepted += sender.await.unwrap();
    }
    let stats = component.stats();
    let back = exit.take_unhandled().len() as u64;
    // The component's own: the stop event, where there was one.
    let own = u64::from(exit.kind() == ExitKind::Completed);
    assert_eq!(stats.handled - own + stats.rejected + back, accepted);
    assert!(exit.take_unhandled().is_empty());
}

async fn what_others_send_during_an_abort_is_given_or_handed_back(kit: Kit) {
    for _ in 0..5 {
        sends_to_the_end(&kit, |component| component.abort()).await;
    }
}

async fn what_others_send_during_the_end_is_handled_given_or_handed_back(kit: Kit) {
    for _ in 0..5 {
        sends_to_the_end(&kit, |component| component.stop()).await;
    }
    assert_eq!(kit.completions(), 5);
}

async fn every_waiter_gets_the_one_exit(kit: Kit) {
    let component = kit.start(Phase::Blocking, []);
    let waiters: Vec<_> = (0..10)
        .map(|_| {
            let component = component.clone();
            tokio::spawn(async move { component.join().await })
        })
        .collect();
    tokio::task::yield_now().await;
    // Some give up; a waiter that is gone wakes nobody else's place.
    for waiter in waiters.iter().step_by(3) {
        waiter.abort();
    }
    component.stop();
    let exit = component.join().await;
    for (number, waiter) in waiters.into_iter().enumerate() {
        match waiter.await {
            Ok(same) => assert!(Arc::ptr_eq(&exit, &same)),
            Err(_) => assert_eq!(number % 3, 0),
        }
    }
    let weak = component.downgrade();
    drop(component);
    assert!(Arc::ptr_eq(&exit, &weak.join().await));
}

async fn every_watcher_sees_the_final_state_and_the_close(kit: Kit) {
    let component = kit.start(Phase::Blocking, [Work::Sleep(millis(1))]);
    let mut eager = component.watch();
    let mut slow = component.watch();
    drop(component.watch());
    let watching = tokio::spawn(async move {
        while eager.changed().await.is_ok() {}
        eager.borrow().clone()
    });
    for event in [Order::Poll, Order::Ignore] {
        component.send(event).await.unwrap();
    }
    component.stop();
    component.join().await;
    assert_eq!(watching.await.unwrap(), Phase::Finished);
    assert!(slow.changed().await.is_ok(), "it has something to see");
    assert_eq!(*slow.borrow_and_update(), Phase::Finished);
    assert!(slow.changed().await.is_err(), "and then there is no more");
    let late = component.watch();
    assert_eq!(*late.borrow(), Phase::Finished);
    assert_eq!(component.state(), Phase::Finished);
}

async fn a_late_reply_disturbs_nobody(kit: Kit) {
    let component = kit.start(Phase::Blocking, []);
    component.send(Order::Hold(1)).await.unwrap();
    let answer = component
        .ask(|reply| Order::Echo(2, reply), millis(5))
        .await;
    assert_eq!(answer, Err(AskError::Timeout));
    kit.open_gate();
    let answer = component
        .ask(|reply| Order::Echo(3, reply), secs(600))
        .await;
    assert_eq!(answer, Ok(3));
    until(|| kit.log.lines().len() == 3).await;
    assert_eq!(kit.log.lines(), ["1", "heard: false", "heard: true"]);
    assert_eq!(component.stats().faults, 0);
    component.abort();
}

async fn a_runtime_that_is_shut_down_aborts_and_loses_nothing(kit: Kit) {
    let phases = [Phase::Blocking, Phase::Ignoring, Phase::Racing];
    for (number, phase) in (1..).zip(phases) {
        let works = [Work::Sleep(secs(3600))];
        let reached = || match phase {
            Phase::Ignoring => kit.dispatches(),
            _ => kit.faults.calls(Call::Action),
        };
        let before = reached();
        // A thread without a runtime around it: only there a runtime may be dropped.
        let started = std::thread::scope(|threads| {
            let start = || {
                let runtime = tokio::runtime::Builder::new_multi_thread()
                    .worker_threads(1)
                    .enable_all()
                    .build()
                    .unwrap();
                let component = {
                    let _inside = runtime.enter();
                    kit.start(phase.clone(), works)
                };
                component.try_send(Order::Hold(1)).unwrap();
                component.try_send(Order::Note(2)).unwrap();
                while reached() == before {
                    std::thread::yield_now();
                }
                drop(runtime);
                component
            };
            threads.spawn(start).join().unwrap()
        });
        let exit = started.join().await;
        assert_eq!(exit.kind(), ExitKind::Aborted);
        assert_eq!(exit.state(), Some(&phase));
        let names: Vec<_> = exit
            .take_unhandled()
            .iter()
            .map(EventVariant::variant_name)
            .collect();
        match phase {
            Phase::Ignoring => assert_eq!(names, ["Hold", "Note"]),
            _ => assert_eq!((exit.in_hand(), &names[..]), (Some("Hold"), &["Note"][..])),
        }
        assert!(started.try_send(Order::Note(number)).is_err());
    }
    assert_eq!(kit.completions(), 0);
}
