//! L10: an accepted event is handled, or handed back by the exit, once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use steadfast::prelude::*;

use super::fixture::{Order, Phase, Rig, Work, kinds, names, secs, settle};

#[tokio::test(start_paused = true)]
async fn what_was_not_handled_is_handed_back_in_order_and_once() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.try_send(Order::Note("handled")).unwrap();
    worker.try_send(Order::Finish).unwrap();
    worker.try_send(Order::Note("a")).unwrap();
    worker.try_send(Order::Note("b")).unwrap();
    let exit = worker.join().await;
    assert_eq!(rig.log.take(), ["handled", "completed"]);
    assert_eq!(names(&exit.take_unhandled()), ["Note(a)", "Note(b)"]);
    assert!(exit.take_unhandled().is_empty());
}

#[tokio::test(start_paused = true)]
async fn postponed_events_come_before_those_in_the_mailbox() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.try_send(Order::Later(1)).unwrap();
    worker.try_send(Order::Later(2)).unwrap();
    worker.try_send(Order::Finish).unwrap();
    worker.try_send(Order::Note("a")).unwrap();
    let exit = worker.join().await;
    assert_eq!(
        names(&exit.take_unhandled()),
        ["Later(1)", "Later(2)", "Note(a)"]
    );
    assert_eq!(worker.stats().postponed, 0);
}

#[tokio::test(start_paused = true)]
async fn postponed_events_are_counted_while_they_wait() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Later(1)).await.unwrap();
    worker.send(Order::Later(2)).await.unwrap();
    settle().await;
    assert_eq!(worker.stats().postponed, 2);
    worker.send(Order::Race).await.unwrap();
    settle().await;
    assert_eq!(worker.stats().postponed, 2, "postponed once more");
}

#[tokio::test(start_paused = true)]
async fn an_event_that_could_not_be_postponed_is_handed_back_and_is_a_fault() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    for number in 0..1024 {
        worker.send(Order::Later(number)).await.unwrap();
    }
    worker.send(Order::Later(1024)).await.unwrap();
    worker.send(Order::Note("a")).await.unwrap();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(kinds(&exit), [FaultKind::Postpone]);
    let unhandled = names(&exit.take_unhandled());
    assert_eq!(unhandled.len(), 1026);
    assert_eq!(unhandled[1023..], ["Later(1023)", "Later(1024)", "Note(a)"]);
}

#[tokio::test(start_paused = true)]
async fn an_abort_hands_back_postponed_events_and_the_mailbox() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold]);
    worker.try_send(Order::Note("a")).unwrap();
    settle().await;
    worker.abort();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.in_hand(), None);
    assert_eq!(names(&exit.take_unhandled()), ["Note(a)"]);
}

#[tokio::test(start_paused = true)]
async fn an_abort_names_the_event_whose_actions_were_being_executed() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    for order in [Order::Later(1), Order::Hold("held"), Order::Note("a")] {
        worker.try_send(order).unwrap();
    }
    settle().await;
    worker.abort();
    let exit = worker.join().await;
    assert_eq!(exit.in_hand(), Some("Hold"));
    assert_eq!(names(&exit.take_unhandled()), ["Later(1)", "Note(a)"]);
}

#[tokio::test(start_paused = true)]
async fn an_abort_before_the_first_poll_hands_everything_back() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.try_send(Order::Note("a")).unwrap();
    worker.abort();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.state(), Some(&Phase::Blocking));
    assert_eq!(names(&exit.take_unhandled()), ["Note(a)"]);
}

#[test]
fn a_runtime_that_is_shut_down_hands_everything_back() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    let rig = Rig::default();
    let worker = runtime.block_on(async {
        let worker = rig.start(Phase::Blocking, []);
        for order in [Order::Later(1), Order::Hold("held"), Order::Note("a")] {
            worker.try_send(order).unwrap();
        }
        settle().await;
        worker
    });
    drop(runtime);
    assert!(!worker.is_running());
    let elsewhere = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let exit = elsewhere.block_on(worker.join());
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.in_hand(), Some("Hold"));
    assert_eq!(names(&exit.take_unhandled()), ["Later(1)", "Note(a)"]);
}

#[tokio::test(start_paused = true)]
async fn terminate_hands_the_mailbox_back() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold, Work::End]);
    worker.try_send(Order::Note("a")).unwrap();
    rig.open_gate();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(names(&exit.take_unhandled()), ["Note(a)"]);
}

#[tokio::test(start_paused = true)]
async fn a_sender_that_waits_for_room_gets_its_event_back_at_the_end() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold, Work::End]);
    while worker.try_send(Order::Odd).is_ok() {}
    let sending = tokio::spawn({
        let worker = worker.clone();
        async move { worker.send(Order::Note("mine")).await }
    });
    settle().await;
    rig.open_gate();
    let exit = worker.join().await;
    let steadfast::SendError(event) = sending.await.unwrap().unwrap_err();
    assert_eq!(names(&[event]), ["Note(mine)"]);
    assert_eq!(exit.take_unhandled().len(), steadfast::DEFAULT_MAILBOX);
}

#[tokio::test(start_paused = true)]
async fn a_sender_that_was_just_given_room_does_not_hang_the_end() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Hold("held")).await.unwrap();
    settle().await;
    worker.try_send(Order::Finish).unwrap();
    let mut accepted = 1;
    while worker.try_send(Order::Odd).is_ok() {
        accepted += 1;
    }
    let sending = tokio::spawn({
        let worker = worker.clone();
        async move { worker.send(Order::Note("mine")).await }
    });
    settle().await;
    // Taking `Finish` makes room for the sender, which has its turn only after the end.
    rig.open_gate();
    let exit = worker.join().await;
    let accepted = match sending.await.unwrap() {
        Ok(()) => accepted + 1,
        Err(steadfast::SendError(event)) => {
            assert_eq!(names(&[event]), ["Note(mine)"]);
            accepted
        }
    };
    assert_eq!(exit.take_unhandled().len(), accepted - 1);
}

#[tokio::test(start_paused = true)]
async fn the_mailbox_counter_counts_what_waits() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.try_send(Order::Hold("held")).unwrap();
    for _ in 0..9 {
        worker.try_send(Order::Note("n")).unwrap();
    }
    settle().await;
    assert_eq!(worker.stats().mailbox, 9);
}

/// Senders on other threads, and an end at any moment: the sum is always right.
async fn race_for_the_end(end: impl FnOnce(&Handle<Order, Phase>)) {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let accepted = Arc::new(AtomicU64::new(0));
    let senders: Vec<_> = (0..4)
        .map(|_| {
            let worker = worker.clone();
            let accepted = Arc::clone(&accepted);
            tokio::spawn(async move {
                while worker.send(Order::Odd).await.is_ok() {
                    accepted.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    while worker.stats().rejected < 500 {
        tokio::task::yield_now().await;
    }
    end(&worker);
    let exit = worker.join().await;
    for sender in senders {
        sender.await.unwrap();
    }
    let handled = worker.stats().rejected;
    let back = exit.take_unhandled().len() as u64;
    assert_eq!(handled + back, accepted.load(Ordering::Relaxed));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn with_senders_on_other_threads_nothing_is_lost_at_a_stop() {
    for _ in 0..20 {
        race_for_the_end(Handle::stop).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn with_senders_on_other_threads_nothing_is_lost_at_an_abort() {
    for _ in 0..20 {
        race_for_the_end(Handle::abort).await;
    }
}

mod bomb {
    //! Work that panics when it is dropped.

    use super::*;

    pub(super) struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            if !std::thread::panicking() {
                panic!("the work blew up when dropped")
            }
        }
    }

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Fuse {
        Lit,
        Out,
    }

    #[derive(Debug, PartialEq, EventVariant)]
    pub(super) enum Word {
        Hello(u32),
        Error(String),
    }

    fsm! {
        pub(super) struct FuseMachine;
        pub(super) trait FuseDispatch;

        state: Fuse;
        event: Word;
        context: ();
        initial: Lit;
        error: Error;

        state Lit: Race {
            on Hello(_) => stay;
            on Error(_) => Out;
        }
        terminal state Out;
    }

    #[supervisor(FuseMachine)]
    pub(super) struct Fuser;

    impl FuseDispatch for Fuser {
        async fn lit(&mut self, _: &Fuse, (): &mut ()) -> Next<Word> {
            let _bomb = Bomb;
            std::future::pending().await
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_event_is_not_lost_when_the_work_that_it_drops_panics() {
    let fuse = bomb::Fuser.spawn(());
    settle().await;
    fuse.try_send(bomb::Word::Hello(1)).unwrap();
    let exit = tokio::time::timeout(secs(60), fuse.join()).await.unwrap();
    assert_eq!(kinds(&exit), [FaultKind::Panic]);
    let handled = fuse.stats().handled;
    // The error event was handled; the other was, or is handed back.
    assert_eq!(handled + exit.take_unhandled().len() as u64, 2);
}
