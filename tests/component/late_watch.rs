//! Watches that come when nobody watched: to publish wakes nobody then, and all is seen all the same.

use super::fixture::{Order, Phase, Rig, settle};

#[tokio::test(start_paused = true)]
async fn a_watch_that_comes_late_has_the_latest_state_to_see_and_then_each_change() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    worker.send(Order::Poll).await.unwrap();
    worker.send(Order::Race).await.unwrap();
    settle().await;
    // Nobody watched till now.
    let mut late = worker.watch();
    assert!(late.has_changed().unwrap());
    assert_eq!(*late.borrow_and_update(), Phase::Racing);
    worker.send(Order::Block).await.unwrap();
    late.changed().await.unwrap();
    assert_eq!(*late.borrow_and_update(), Phase::Blocking);
    drop(late);
    // And nobody watches now.
    worker.send(Order::Ignore).await.unwrap();
    settle().await;
    assert_eq!(worker.state(), Phase::Ignoring);
    let later = worker.watch();
    assert!(later.has_changed().unwrap());
    assert_eq!(*later.borrow(), Phase::Ignoring);
    worker.abort();
}

#[tokio::test(start_paused = true)]
async fn one_who_waits_for_a_state_is_woken_though_nobody_else_watches() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    settle().await;
    let waiting = tokio::spawn({
        let worker = worker.clone();
        async move { worker.wait_for(|phase| *phase == Phase::Racing).await }
    });
    settle().await;
    worker.send(Order::Poll).await.unwrap();
    worker.send(Order::Race).await.unwrap();
    assert_eq!(waiting.await.unwrap(), Ok(Phase::Racing));
    worker.abort();
}

#[test]
fn many_who_come_and_go_on_many_threads_miss_no_state_that_stays() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(3)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let rig = Rig::default();
        let worker = rig.start(Phase::Blocking, []);
        for _ in 0..2000 {
            let there = tokio::spawn({
                let worker = worker.clone();
                async move { worker.wait_for(|phase| *phase == Phase::Racing).await }
            });
            worker.send(Order::Race).await.unwrap();
            there.await.unwrap().unwrap();
            let back = tokio::spawn({
                let worker = worker.clone();
                async move { worker.wait_for(|phase| *phase == Phase::Blocking).await }
            });
            worker.send(Order::Block).await.unwrap();
            back.await.unwrap().unwrap();
        }
        worker.abort();
    });
}
