//! What a component shows of itself to whoever looks: state, since when, counters, end.

use std::sync::{Arc, Mutex};

use steadfast::prelude::*;
use tokio::time::{Instant, advance};

use super::fixture::{Act, Order, Phase, Rig, Work, secs, settle};

/// The state, and for how many seconds.
fn seen(stats: &Stats) -> (&'static str, u64) {
    (stats.state, stats.since.elapsed().as_secs())
}

#[tokio::test(start_paused = true)]
async fn what_was_just_spawned_is_in_its_first_state_and_has_counted_nothing() {
    let rig = Rig::default();
    advance(secs(3)).await;
    let worker = rig.start(Phase::Polling, [Work::Rest]);
    let stats = worker.stats();
    assert_eq!(seen(&stats), ("Polling", 0));
    assert_eq!(stats.ended, None);
    assert_eq!((stats.handled, stats.rejected, stats.faults), (0, 0, 0));
    assert_eq!((stats.postponed, stats.restarts, stats.mailbox), (0, 0, 0));
}

#[tokio::test(start_paused = true)]
async fn a_change_of_state_begins_a_new_time_and_staying_does_not() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    advance(secs(5)).await;
    worker.send(Order::Note("stay")).await.unwrap();
    worker.send(Order::Odd).await.unwrap();
    worker.send(Order::Later(1)).await.unwrap();
    settle().await;
    assert_eq!(seen(&worker.stats()), ("Blocking", 5));

    worker.send(Order::Race).await.unwrap();
    settle().await;
    assert_eq!(seen(&worker.stats()), ("Racing", 0));
    advance(secs(7)).await;
    assert_eq!(seen(&worker.stats()), ("Racing", 7));
}

#[tokio::test(start_paused = true)]
async fn to_enter_the_same_state_again_begins_a_new_time() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    advance(secs(5)).await;
    worker.send(Order::Block).await.unwrap();
    settle().await;
    advance(secs(2)).await;
    assert_eq!(seen(&worker.stats()), ("Blocking", 2));
}

#[tokio::test(start_paused = true)]
async fn the_time_of_a_state_is_when_it_was_entered_not_when_its_first_action_was_done() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Poll).await.unwrap();
    worker.send(Order::Hold("held")).await.unwrap();
    settle().await;
    advance(secs(5)).await;
    rig.open_gate();
    settle().await;
    assert_eq!(seen(&worker.stats()), ("Polling", 5));
}

/// Looks at the component from inside of its own step.
struct Inside {
    component: Arc<Mutex<Option<WeakHandle<Order, Phase>>>>,
    seen: Arc<Mutex<Vec<Stats>>>,
}

impl Observe<Phase, Order, Act> for Inside {
    fn after(&mut self, _: &Phase, _: &[Act]) {
        if let Some(component) = &*self.component.lock().unwrap() {
            self.seen.lock().unwrap().push(component.stats());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_looks_in_the_midst_of_a_step_sees_no_time_from_before_it() {
    let rig = Rig::default();
    let (component, seen) = (Arc::default(), Arc::default());
    let inside = Inside {
        component: Arc::clone(&component),
        seen: Arc::clone(&seen),
    };
    let worker = rig.start_observed(Phase::Blocking, [], inside);
    settle().await;
    *component.lock().unwrap() = Some(worker.downgrade());
    advance(secs(5)).await;
    worker.send(Order::Poll).await.unwrap();
    settle().await;
    let seen = seen.lock().unwrap();
    assert_eq!(
        (seen[0].state, seen[0].since),
        ("Polling", Instant::now()),
        "{seen:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_component_deep_in_its_work_is_seen_and_not_woken() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Ignoring, [Work::Hold]);
    settle().await;
    for _ in 0..3 {
        worker.send(Order::Odd).await.unwrap();
    }
    settle().await;
    let polls = rig.polls();
    advance(secs(60)).await;
    for _ in 0..10 {
        let stats = worker.stats();
        assert_eq!(seen(&stats), ("Ignoring", 60));
        assert_eq!((stats.handled, stats.mailbox), (0, 3));
        assert_eq!(worker.downgrade().stats(), stats);
        settle().await;
    }
    assert_eq!(rig.polls(), polls);
}

#[tokio::test(start_paused = true)]
async fn after_the_end_it_says_how_and_since_when() {
    let ends = [
        (Order::Finish, ("Finished", 9), ExitKind::Completed),
        (Order::Blow, ("Broken", 9), ExitKind::Failed),
    ];
    for (last, state, kind) in ends {
        let rig = Rig::default();
        let worker = rig.start(Phase::Blocking, []);
        settle().await;
        advance(secs(5)).await;
        worker.send(last).await.unwrap();
        settle().await;
        advance(secs(9)).await;
        let stats = worker.stats();
        assert_eq!((seen(&stats), stats.ended), (state, Some(kind)));
        assert_eq!(worker.downgrade().stats(), stats);
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_aborted_keeps_the_state_that_it_was_in_and_its_time() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    settle().await;
    advance(secs(5)).await;
    worker.abort();
    worker.join().await;
    advance(secs(2)).await;
    let stats = worker.stats();
    assert_eq!(seen(&stats), ("Racing", 7));
    assert_eq!(stats.ended, Some(ExitKind::Aborted));
}

#[tokio::test(start_paused = true)]
async fn a_component_that_was_never_polled_has_its_first_state_since_it_was_spawned() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    worker.abort();
    worker.join().await;
    advance(secs(2)).await;
    assert_eq!(seen(&worker.stats()), ("Racing", 2));
}

#[tokio::test(start_paused = true)]
async fn a_list_of_handles_of_different_types_shows_the_state_of_each() {
    let rig = Rig::default();
    let components: Vec<Box<dyn SupervisorHandle>> = vec![
        Box::new(rig.start(Phase::Blocking, [])),
        Box::new(super::ids::spawn_plain()),
    ];
    settle().await;
    advance(secs(4)).await;
    let seen: Vec<_> = components.iter().map(|one| seen(&one.stats())).collect();
    assert_eq!(seen[0], ("Blocking", 4));
    assert_eq!(seen[1].1, 4);
    for component in &components {
        let weak = component.weak();
        assert_eq!((weak.name(), weak.id()), (component.name(), component.id()));
        assert_eq!(weak.stats(), component.stats());
    }
}

#[tokio::test(start_paused = true)]
async fn who_keeps_weak_handles_and_looks_keeps_no_component_alive() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    let weak = SupervisorHandle::weak(&worker);
    let weaker = weak.weak();
    drop(worker);
    assert_eq!(weaker.stats().state, "Blocking");
    settle().await;
    let stats = weak.stats();
    assert_eq!(
        (stats.state, stats.ended),
        ("Broken", Some(ExitKind::Failed))
    );
    assert_eq!(weaker.join().await, ExitKind::Failed);
}

// A borrowed state keeps the next one from being published, and a lock that somebody waits for lets
// nobody else in: whoever looked by way of the watch would wait for the borrower, who may be himself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_borrows_the_state_keeps_nobody_from_looking() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Race).await.unwrap();
    let racing = |phase: &Phase| phase.variant_name() == "Racing";
    worker.wait_for(racing).await.unwrap();
    let states = worker.watch();
    let borrowed = states.borrow();
    worker.try_send(Order::Block).unwrap();
    let looker = worker.clone();
    let looking = tokio::task::spawn_blocking(move || {
        while looker.stats().state != "Blocking" {
            std::thread::yield_now();
        }
        looker.stats().handled
    });
    // Not a time that it may take: the bound only makes a test that fails end.
    let looked = tokio::time::timeout(secs(60), looking).await;
    assert_eq!(borrowed.variant_name(), "Racing");
    drop(borrowed);
    assert_eq!(looked.expect("nobody had to wait").unwrap(), 2);
}
