//! Whoever waits hears of it: many at once, on other threads and runtimes, slow, late or gone; and
//! whoever stops waiting takes nothing along.

use std::sync::Arc;
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::{AskError, SendError, SupervisorHandle, TrySendError};
use tokio::runtime::Builder;
use tokio::sync::watch;

use super::dock::{Dock, Rig, Word};

/// Runs a future where nobody else is: on a thread and a runtime of its own.
fn elsewhere<T: Send + 'static>(
    future: impl Future<Output = T> + Send + 'static,
) -> std::thread::JoinHandle<T> {
    std::thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_time().build();
        runtime.unwrap().block_on(future)
    })
}

// Joining.

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_ten_waiters_those_that_stay_all_get_the_one_exit() {
    for round in 0..60 {
        let dock = Rig::default().start();
        let mut tasks: Vec<_> = (0..10)
            .map(|_| {
                let dock = dock.clone();
                tokio::spawn(async move { dock.join().await })
            })
            .collect();
        let weak = dock.downgrade();
        let on_thread = elsewhere(async move { weak.join().await });
        // Half of them are dropped, while they wait or just when they hear of it.
        let gone = tasks.split_off(5);
        if round % 3 == 0 {
            tokio::task::yield_now().await;
        }
        let ending = tokio::spawn({
            let dock = dock.clone();
            async move {
                match round % 2 {
                    0 => dock.stop(),
                    _ => dock.abort(),
                }
            }
        });
        for task in gone {
            task.abort();
        }
        ending.await.unwrap();
        let exit = dock.join().await;
        for task in tasks {
            assert!(Arc::ptr_eq(&exit, &task.await.unwrap()));
        }
        assert!(Arc::ptr_eq(&exit, &on_thread.join().unwrap()));
        assert!(Arc::ptr_eq(&exit, &dock.join().await));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn waiters_outlive_the_last_handle_and_hear_of_the_end_that_it_causes() {
    let dock = Rig::default().start();
    let mut states = dock.watch();
    let weak = dock.downgrade();
    let waiters: Vec<_> = (0..10)
        .map(|_| {
            let weak = weak.clone();
            elsewhere(async move { weak.join().await })
        })
        .collect();
    drop(dock);
    let exit = weak.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.faults()[0].kind(), FaultKind::ChannelClosed);
    for waiter in waiters {
        assert!(Arc::ptr_eq(&exit, &waiter.join().unwrap()));
    }
    while states.changed().await.is_ok() {}
    assert!(matches!(*states.borrow(), Dock::Broken(_)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_list_of_components_each_end_is_heard() {
    let docks: Vec<Box<dyn SupervisorHandle>> = (0..10)
        .map(|_| -> Box<dyn SupervisorHandle> { Box::new(Rig::default().start()) })
        .collect();
    for (place, dock) in docks.iter().enumerate() {
        match place % 2 {
            0 => dock.stop(),
            _ => dock.abort(),
        }
    }
    for (place, dock) in docks.iter().enumerate() {
        let expected = [ExitKind::Completed, ExitKind::Aborted][place % 2];
        assert_eq!(dock.join().await, expected);
    }
}

// Watching.

/// What a watch shows, until it closes.
async fn all_seen(mut states: watch::Receiver<Dock>) -> Vec<Dock> {
    let mut seen = vec![states.borrow_and_update().clone()];
    while states.changed().await.is_ok() {
        seen.push(states.borrow_and_update().clone());
    }
    seen
}

fn count(state: &Dock) -> u32 {
    match state {
        Dock::Open(count) => *count,
        Dock::Done => u32::MAX,
        other => panic!("it is {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_late_and_gone_watchers_never_miss_the_final_state() {
    const STEPS: u32 = 2000;
    let dock = Rig::default().start();
    let eager: Vec<_> = (0..3)
        .map(|_| tokio::spawn(all_seen(dock.watch())))
        .collect();
    let far = elsewhere(all_seen(dock.watch()));
    let slow = dock.watch();
    let gone = dock.watch();
    for step in 0..STEPS {
        dock.send(Word::Next).await.unwrap();
        if step == STEPS / 2 {
            drop(dock.watch());
        }
    }
    drop(gone);
    dock.send(Word::Finish).await.unwrap();
    dock.join().await;
    let late = dock.watch();

    let mut all = vec![far.join().unwrap()];
    for watcher in eager {
        all.push(watcher.await.unwrap());
    }
    for seen in all {
        assert!(seen.is_sorted_by_key(count), "an older state came later");
        assert_eq!(seen.last(), Some(&Dock::Done));
    }
    let seen = all_seen(slow).await;
    assert_eq!(seen.last(), Some(&Dock::Done));
    assert!(seen.len() <= 2, "it sees the latest, not every one");
    assert_eq!(all_seen(late).await, [Dock::Done]);
    assert_eq!(dock.state(), Dock::Done);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_state_that_is_borrowed_for_long_delays_the_next_one_and_loses_nothing() {
    for ends in [Handle::stop, Handle::abort] {
        let dock = Rig::default().start();
        let states = dock.watch();
        {
            let borrowed = states.borrow();
            for _ in 0..10 {
                dock.try_send(Word::Next).unwrap();
            }
            // What does not look at the state does not wait for it.
            assert!(dock.stats().handled <= 1);
            ends(&dock);
            assert_eq!(*borrowed, Dock::Open(0));
        }
        let exit = dock.join().await;
        let left = exit.take_unhandled().len() as u64;
        let stop = u64::from(exit.kind() == ExitKind::Completed);
        assert_eq!(dock.stats().handled - stop + left, 10, "{exit:?}");
        assert_eq!(Some(&*states.borrow()), exit.state());
    }
}

// Asking.

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn replies_that_come_too_late_disturb_neither_the_component_nor_the_other_answers() {
    const ASKS: u32 = 300;
    let dock = Rig::default().start();
    let mut asking = Vec::new();
    for number in 0..ASKS {
        let dock = dock.clone();
        asking.push(tokio::spawn(async move {
            // Some deadlines are over before the reply, some after, and some just then.
            let deadline = Duration::from_micros(u64::from(number % 7) * 300);
            dock.ask(|reply| Word::Echo(number, reply), deadline).await
        }));
    }
    let mut answered = 0;
    for (number, asked) in (0..ASKS).zip(asking) {
        match asked.await.unwrap() {
            Ok(answer) => {
                assert_eq!(answer, number);
                answered += 1;
            }
            Err(error) => assert_eq!(error, AskError::Timeout),
        }
    }
    let last = dock.ask(|reply| Word::Echo(ASKS, reply), Duration::from_secs(100));
    assert_eq!(last.await, Ok(ASKS), "{answered} were answered in time");
    let stats = dock.stats();
    assert_eq!((stats.faults, stats.rejected), (0, 0));
    // Each that was sent was handled, whether or not anyone still waited for it.
    assert!(stats.handled > answered && stats.handled <= u64::from(ASKS) + 1);
    dock.stop();
    assert_eq!(dock.join().await.kind(), ExitKind::Completed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ask_past_its_deadline_is_a_timeout_and_the_reply_after_it_goes_nowhere() {
    let rig = Rig::default();
    let dock = rig.start();
    dock.send(Word::Hang).await.unwrap();
    let asking = dock.ask(|reply| Word::Echo(7, reply), Duration::from_millis(5));
    assert_eq!(asking.await, Err(AskError::Timeout));
    rig.gate.add_permits(1);
    let asking = dock.ask(|reply| Word::Echo(8, reply), Duration::from_secs(100));
    assert_eq!(asking.await, Ok(8));
    assert_eq!(dock.stats().handled, 3);
    dock.stop();
    dock.join().await;
}

// A full mailbox.

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn senders_that_wait_for_room_get_in_one_after_the_other_and_in_their_own_order() {
    const SENDERS: u32 = 4;
    const EACH: u32 = 200;
    let rig = Rig::default();
    let dock = rig.start();
    dock.send(Word::Hang).await.unwrap();
    let senders: Vec<_> = (0..SENDERS)
        .map(|sender| {
            let dock = dock.clone();
            tokio::spawn(async move {
                for number in 0..EACH {
                    let number = sender * EACH + number;
                    dock.send(Word::Number(number)).await.unwrap();
                }
            })
        })
        .collect();
    loop {
        match dock.try_send(Word::Number(u32::MAX)) {
            Err(TrySendError::Full(Word::Number(u32::MAX))) => break,
            Err(other) => panic!("{other:?}"),
            Ok(()) => {}
        }
    }
    rig.gate.add_permits(1);
    for sender in senders {
        sender.await.unwrap();
    }
    dock.send(Word::Finish).await.unwrap();
    dock.join().await;
    let mut numbers = rig.numbers.lock().unwrap().clone();
    numbers.retain(|&number| number != u32::MAX);
    assert_eq!(numbers.len() as u32, SENDERS * EACH);
    for sender in 0..SENDERS {
        let mine = sender * EACH..(sender + 1) * EACH;
        let seen: Vec<_> = numbers.iter().filter(|n| mine.contains(n)).collect();
        assert!(
            seen.iter()
                .copied()
                .eq(mine.clone().collect::<Vec<_>>().iter())
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stop_gets_in_past_senders_that_hammer_a_full_mailbox() {
    let rig = Rig::default();
    let dock = rig.start();
    let senders: Vec<_> = (0..4)
        .map(|_| {
            let dock = dock.clone();
            tokio::spawn(async move {
                let mut accepted = 0;
                for number in 0.. {
                    match dock.send(Word::Number(number)).await {
                        Ok(()) => accepted += 1,
                        Err(SendError(event)) => {
                            assert!(matches!(event, Word::Number(back) if back == number));
                            break;
                        }
                    }
                }
                accepted
            })
        })
        .collect();
    while dock.stats().handled < 100 {
        tokio::task::yield_now().await;
    }
    dock.stop();
    let exit = dock.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    let mut accepted = 0;
    for sender in senders {
        accepted += sender.await.unwrap();
    }
    let handled = rig.numbers.lock().unwrap().len();
    assert_eq!(handled + exit.take_unhandled().len(), accepted);
}
