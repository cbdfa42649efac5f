//! What can be done with a component from outside.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::{
    AskError, ChannelBuilder, Closed, Ended, SendError, TrySendError, WithExternalEvents,
};

use super::fixture::{Order, Phase, Rig, Work, millis, names, secs, settle};

// Sending.

#[tokio::test(start_paused = true)]
async fn try_send_tells_full_from_closed_and_gives_the_event_back() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Rest]);
    while worker.try_send(Order::Odd).is_ok() {}
    let refused = worker.try_send(Order::Note("a")).unwrap_err();
    assert!(matches!(refused, TrySendError::Full(Order::Note("a"))));
    assert!(refused.is_full());
    assert_eq!(names(&[refused.into_event()]), ["Note(a)"]);

    worker.abort();
    worker.join().await;
    let refused = worker.try_send(Order::Note("b")).unwrap_err();
    assert!(matches!(refused, TrySendError::Closed(Order::Note("b"))));
    assert!(!refused.is_full());
}

#[tokio::test(start_paused = true)]
async fn a_send_that_is_dropped_while_it_waits_for_room_sends_nothing() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold, Work::Emit(|| Order::Block)]);
    let mut accepted = 0;
    while worker.try_send(Order::Odd).is_ok() {
        accepted += 1;
    }
    let sending = tokio::time::timeout(secs(1), worker.send(Order::Note("never")));
    assert!(sending.await.is_err());
    rig.open_gate();
    settle().await;
    assert_eq!(worker.stats().rejected, accepted);
    assert_eq!(rig.log.take(), ["work", "work"]);
}

#[tokio::test(start_paused = true)]
async fn a_sender_that_always_finds_room_gives_way_to_others() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold]);
    let (mut sent, mut had_their_turn) = (0, None);
    let other = tokio::spawn(async {});
    while worker.stats().mailbox < 1024 {
        worker.send(Order::Odd).await.unwrap();
        sent += 1;
        if other.is_finished() {
            had_their_turn.get_or_insert(sent);
        }
    }
    assert!(
        had_their_turn.is_some_and(|sent| sent <= 256),
        "others had their turn after {had_their_turn:?} of {sent} events"
    );
}

// Asking.

#[tokio::test(start_paused = true)]
async fn an_ask_is_answered() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let asking = worker.ask(|reply| Order::Echo(7, reply), secs(1));
    assert_eq!(asking.await, Ok(7));
    assert_eq!(rig.log.take(), ["heard: true"]);
}

#[tokio::test(start_paused = true)]
async fn an_answer_just_before_the_end_is_there_also_for_who_has_no_budget_left() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let mut asking = pin!(worker.ask(|reply| Order::Echo(7, reply), secs(1)));
    assert!(poll_once(asking.as_mut()).await.is_pending());
    worker.send(Order::Finish).await.unwrap();
    settle().await;
    assert!(!worker.is_running());
    // A task that did much before it comes to its answer, as one with many answers to wait for does.
    let answer = poll_fn(|cx| {
        while pin!(tokio::task::coop::consume_budget())
            .poll(cx)
            .is_ready()
        {}
        asking.as_mut().poll(cx)
    });
    if let Poll::Ready(answer) = poll_once(pin!(answer)).await {
        assert_eq!(answer, Ok(7));
        return;
    }
    assert_eq!(asking.await, Ok(7));
}

/// Polls a future once.
async fn poll_once<F: Future>(mut future: Pin<&mut F>) -> Poll<F::Output> {
    poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx))).await
}

#[tokio::test(start_paused = true)]
async fn an_ask_without_a_deadline_to_speak_of_is_answered_too() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let asking = worker.ask(|reply| Order::Echo(7, reply), Duration::MAX);
    assert_eq!(asking.await, Ok(7));
}

#[tokio::test(start_paused = true)]
async fn many_can_ask_at_once_and_each_gets_its_own_answer() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    let asking: Vec<_> = (0..50)
        .map(|number| {
            let worker = worker.clone();
            tokio::spawn(async move {
                let question = |reply| Order::Echo(number, reply);
                worker.ask(question, secs(1)).await
            })
        })
        .collect();
    for (number, asked) in (0..).zip(asking) {
        assert_eq!(asked.await.unwrap(), Ok(number));
    }
}

#[tokio::test(start_paused = true)]
async fn an_ask_past_its_deadline_gives_up_and_the_late_reply_disturbs_nobody() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold, Work::Emit(|| Order::Block)]);
    let begin = tokio::time::Instant::now();
    let asking = worker.ask(|reply| Order::Echo(7, reply), secs(5));
    assert_eq!(asking.await, Err(AskError::Timeout));
    assert_eq!(begin.elapsed(), secs(5));
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work", "heard: false"]);
    assert!(worker.is_running());
}

#[tokio::test(start_paused = true)]
async fn the_deadline_of_an_ask_covers_the_wait_for_room_and_then_nothing_was_sent() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold, Work::Emit(|| Order::Block)]);
    while worker.try_send(Order::Odd).is_ok() {}
    let asking = worker.ask(|reply| Order::Echo(7, reply), secs(5));
    assert_eq!(asking.await, Err(AskError::Timeout));
    rig.open_gate();
    settle().await;
    assert_eq!(rig.log.take(), ["work", "work"]);
}

#[tokio::test(start_paused = true)]
async fn an_ask_whose_event_is_refused_has_no_reply_and_one_after_the_end_is_closed() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let begin = tokio::time::Instant::now();
    let asking = worker.ask(Order::Shrug, secs(60));
    assert_eq!(asking.await, Err(AskError::NoReply));
    worker.stop();
    worker.join().await;
    let asking = worker.ask(|reply| Order::Echo(7, reply), secs(60));
    assert_eq!(asking.await, Err(AskError::Closed));
    assert_eq!(begin.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn who_asked_hears_at_once_that_the_component_has_ended() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Rest]);
    let begin = tokio::time::Instant::now();
    let asking = tokio::spawn({
        let worker = worker.clone();
        async move {
            let question = |reply| Order::Echo(7, reply);
            worker.ask(question, secs(3600)).await
        }
    });
    settle().await;
    worker.abort();
    assert_eq!(asking.await.unwrap(), Err(AskError::NoReply));
    assert_eq!(begin.elapsed(), Duration::ZERO);
}

// Waiting.

#[tokio::test(start_paused = true)]
async fn wait_for_returns_at_once_or_when_the_state_comes() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let now = worker.wait_for(|phase| *phase == Phase::Blocking).await;
    assert_eq!(now, Ok(Phase::Blocking));
    let waiting = tokio::spawn({
        let worker = worker.clone();
        async move { worker.wait_for(|phase| *phase == Phase::Racing).await }
    });
    settle().await;
    assert!(!waiting.is_finished());
    worker.send(Order::Race).await.unwrap();
    assert_eq!(waiting.await.unwrap(), Ok(Phase::Racing));
}

#[tokio::test(start_paused = true)]
async fn wait_for_ends_with_the_component_and_says_how_it_ended() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let waiting = tokio::spawn({
        let worker = worker.clone();
        async move { worker.wait_for(|phase| *phase == Phase::Racing).await }
    });
    settle().await;
    worker.stop();
    let ended = waiting.await.unwrap().unwrap_err();
    assert_eq!(ended.kind(), ExitKind::Completed);
    assert_eq!(
        ended.to_string(),
        "component `Worker` completed before it came to that state"
    );
}

#[tokio::test(start_paused = true)]
async fn wait_for_finds_the_final_state_also_after_the_end() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.stop();
    worker.join().await;
    let state = worker.wait_for(|phase| *phase == Phase::Finished).await;
    assert_eq!(state, Ok(Phase::Finished));
    let ended = worker.wait_for(|phase| *phase == Phase::Blocking).await;
    assert_eq!(
        ended.map_err(|ended: Ended| ended.kind()),
        Err(ExitKind::Completed)
    );
}

#[tokio::test(start_paused = true)]
async fn any_number_can_join_before_and_after_and_all_get_the_same_exit() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let waiters: Vec<_> = (0..10)
        .map(|_| {
            let worker = worker.clone();
            tokio::spawn(async move { worker.join().await })
        })
        .collect();
    settle().await;
    worker.stop();
    let exit = worker.join().await;
    for waiter in waiters {
        assert!(std::sync::Arc::ptr_eq(&exit, &waiter.await.unwrap()));
    }
    assert!(std::sync::Arc::ptr_eq(&exit, &worker.join().await));
}

#[tokio::test(start_paused = true)]
async fn waits_that_are_dropped_disturb_nothing() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let finished = |phase: &Phase| *phase == Phase::Finished;
    assert!(
        tokio::time::timeout(millis(1), worker.join())
            .await
            .is_err()
    );
    let waiting = tokio::time::timeout(millis(1), worker.wait_for(finished));
    assert!(waiting.await.is_err());
    assert!(worker.is_running());
    worker.stop();
    assert_eq!(worker.wait_for(finished).await, Ok(Phase::Finished));
    assert_eq!(worker.join().await.kind(), ExitKind::Completed);
    assert!(!worker.is_running());
}

// Weak handles and detaching.

#[tokio::test(start_paused = true)]
async fn a_weak_handle_can_be_upgraded_while_there_is_another() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold]);
    let weak = worker.downgrade();
    let again = weak.clone().upgrade().unwrap();
    assert_eq!(again.id(), worker.id());
    drop(worker);
    assert!(weak.upgrade().is_some());
    drop(again);
    assert!(weak.upgrade().is_none());
}

#[tokio::test(start_paused = true)]
async fn detach_keeps_the_component_and_its_channel_until_it_ends() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let weak = worker.downgrade();
    worker.detach();
    settle().await;
    let again = weak.upgrade().unwrap();
    assert_eq!(again.stats().faults, 0);
    again.stop();
    let exit = again.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    drop(again);
    assert!(
        weak.upgrade().is_none(),
        "an ended component keeps no sender"
    );
}

#[tokio::test(start_paused = true)]
async fn detach_after_the_end_keeps_nothing() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let weak = worker.downgrade();
    worker.stop();
    worker.join().await;
    worker.detach();
    assert!(weak.upgrade().is_none());
}

// Lists of components.

#[tokio::test(start_paused = true)]
async fn components_of_different_types_fit_in_one_list() {
    let (rig, other) = (Rig::default(), Rig::default());
    let closed = super::ids::spawn_plain();
    let components: Vec<Box<dyn SupervisorHandle>> = vec![
        Box::new(rig.start(Phase::Blocking, [])),
        Box::new(other.start(Phase::Polling, [Work::Fail("no")])),
        Box::new(closed),
    ];
    settle().await;
    let names: Vec<_> = components.iter().map(|one| one.name()).collect();
    assert_eq!(names, ["Worker", "Worker", "Plain"]);
    assert!(components[0].id() < components[1].id());
    let running: Vec<_> = components.iter().map(|one| one.is_running()).collect();
    assert_eq!(running, [true, false, true]);
    assert_eq!(components[1].stats().faults, 1);

    components[0].stop();
    components[2].abort();
    let mut kinds = Vec::new();
    for component in &components {
        kinds.push(component.join().await);
    }
    assert_eq!(
        kinds,
        [ExitKind::Completed, ExitKind::Failed, ExitKind::Aborted]
    );
}

// Counters.

#[tokio::test(start_paused = true)]
async fn the_counters_stay_readable_after_the_end() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Note("a")).await.unwrap();
    worker.send(Order::Odd).await.unwrap();
    worker.send(Order::Later(1)).await.unwrap();
    worker.send(Order::Blow).await.unwrap();
    worker.join().await;
    let stats = worker.stats();
    // Note, Blow and Error were taken, and Later was not taken yet.
    assert_eq!((stats.handled, stats.rejected, stats.faults), (3, 1, 1));
    assert_eq!((stats.postponed, stats.restarts, stats.mailbox), (0, 0, 0));
}

#[tokio::test(start_paused = true)]
async fn a_weak_handle_can_stop_and_wait_though_it_cannot_send() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let weak = worker.downgrade();
    assert_eq!((weak.name(), weak.id()), (worker.name(), worker.id()));
    worker.detach();
    assert!(weak.is_running());
    weak.stop();
    assert_eq!(weak.join().await.kind(), ExitKind::Completed);
    assert!(!weak.is_running());
    assert!(weak.upgrade().is_none());
}

// What is shown of all this.

#[tokio::test(start_paused = true)]
async fn handles_show_name_identity_and_whether_it_runs() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    let id = worker.id().as_u64();
    assert_eq!(
        format!("{worker:?}"),
        format!("Handle {{ name: \"Worker\", id: {id}, running: true, .. }}")
    );
    assert_eq!(
        format!("{:?}", worker.downgrade()),
        format!("WeakHandle {{ id: {id}, .. }}")
    );
    worker.abort();
    worker.join().await;
    assert!(format!("{worker:?}").contains("running: false"));
}

#[test]
fn errors_say_what_they_mean_and_do_not_show_the_event() {
    let secret = || Order::Note("secret");
    assert_eq!(SendError(secret()).to_string(), "the component has ended");
    assert_eq!(format!("{:?}", SendError(secret())), "SendError(..)");
    let full = TrySendError::Full(secret());
    assert_eq!(full.to_string(), "the mailbox is full");
    assert_eq!(format!("{full:?}"), "Full(..)");
    let closed = TrySendError::Closed(secret());
    assert_eq!(closed.to_string(), "the component has ended");
    assert_eq!(format!("{closed:?}"), "Closed(..)");
    assert_eq!(
        AskError::Timeout.to_string(),
        "no reply before the deadline"
    );
    assert_eq!(AskError::Closed.to_string(), "the component has ended");
    assert_eq!(
        AskError::NoReply.to_string(),
        "the component dropped the reply"
    );
    assert_eq!(Closed.to_string(), "all senders are gone");
    assert_eq!(ExitKind::Aborted.to_string(), "aborted");
}

#[tokio::test(start_paused = true)]
async fn a_reply_shows_nothing_of_itself() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Rest]);
    let asking = worker.ask(|reply| Order::Echo(7, reply), millis(1));
    assert_eq!(asking.await, Err(AskError::Timeout));
    worker.abort();
    let exit = worker.join().await;
    assert_eq!(
        format!("{:?}", exit.take_unhandled()),
        "[Echo(7, Reply(..))]"
    );
}

#[tokio::test(start_paused = true)]
async fn channels_show_how_many_events_wait() {
    let rig = Rig::default();
    let channels = ChannelBuilder::<Order, Phase>::new().mailbox(4);
    let (sender, receiver, watcher) = channels.build(Phase::Blocking);
    sender.try_send(Order::Odd).unwrap();
    let _states = watcher.subscribe();
    assert_eq!(format!("{sender:?}"), "EventSender { depth: 1, .. }");
    assert_eq!(format!("{receiver:?}"), "EventReceiver { depth: 1, .. }");
    assert_eq!(format!("{watcher:?}"), "StateWatcher { watchers: 1, .. }");
    let (worker, _) = rig.parts([]);
    let decorated = WithExternalEvents::new(worker, receiver, watcher);
    assert_eq!(
        format!("{decorated:?}"),
        "WithExternalEvents { name: \"Worker\", receiver: EventReceiver { depth: 1, .. }, .. }"
    );
}

// The channels themselves.

#[tokio::test(start_paused = true)]
async fn a_channel_gives_events_in_order_and_says_when_it_is_closed() {
    let (sender, mut receiver, _watcher) = ChannelBuilder::<u32, ()>::new().build(());
    assert_eq!(receiver.try_recv(), Ok(None));
    for number in 0..100_u32 {
        sender.send(number).await.unwrap();
    }
    // Both ways to receive, mixed.
    assert_eq!(receiver.recv().await, Some(0));
    for number in 1..60 {
        assert_eq!(receiver.try_recv(), Ok(Some(number)));
    }
    for number in 60..100 {
        assert_eq!(receiver.recv().await, Some(number));
    }
    drop(sender);
    assert_eq!(receiver.try_recv(), Err(Closed));
    assert_eq!(receiver.recv().await, None);
}

#[tokio::test(start_paused = true)]
async fn a_mailbox_of_no_events_holds_one() {
    let channels = ChannelBuilder::<u32, ()>::default().mailbox(0);
    let (sender, receiver, _watcher) = channels.build(());
    sender.try_send(1_u32).unwrap();
    assert!(sender.try_send(2_u32).unwrap_err().is_full());
    drop(receiver);
    assert_eq!(sender.clone().send(3_u32).await, Err(SendError(3)));
}

#[test]
fn a_watcher_keeps_what_was_published_last() {
    let (_sender, _receiver, watcher) = ChannelBuilder::<u32, &str>::new().build("first");
    let mut states = watcher.subscribe();
    watcher.update("second");
    watcher.update("third");
    assert_eq!(watcher.current(), "third");
    assert_eq!(*states.borrow_and_update(), "third");
}
