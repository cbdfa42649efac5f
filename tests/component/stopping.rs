//! L11: `stop` and `abort`.

use steadfast::prelude::*;

use super::fixture::{Log, Order, Phase, Rig, Work, Worker, names, secs, settle};

#[tokio::test(start_paused = true)]
async fn stop_gets_in_when_the_mailbox_is_full_and_comes_before_it() {
    for phase in [Phase::Blocking, Phase::Polling, Phase::Racing] {
        let rig = Rig::default();
        let worker = rig.start(phase, []);
        while worker.try_send(Order::Note("n")).is_ok() {}
        worker.stop();
        let exit = worker.join().await;
        assert_eq!(rig.log.take(), ["stop", "completed"]);
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(exit.take_unhandled().len(), steadfast::DEFAULT_MAILBOX);
    }
}

#[tokio::test(start_paused = true)]
async fn stop_before_the_first_round_comes_before_any_work_under_every_policy() {
    for phase in [
        Phase::Blocking,
        Phase::Polling,
        Phase::Ignoring,
        Phase::Racing,
    ] {
        let rig = Rig::default();
        let worker = rig.start(phase, [Work::Again]);
        worker.stop();
        assert_eq!(worker.join().await.kind(), ExitKind::Completed);
        assert_eq!(rig.log.take(), ["stop", "completed"]);
    }
}

#[tokio::test(start_paused = true)]
async fn stop_while_an_action_runs_comes_right_after_it() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Hold("held")).await.unwrap();
    worker.send(Order::Note("after")).await.unwrap();
    settle().await;
    worker.stop();
    rig.open_gate();
    let exit = worker.join().await;
    assert_eq!(rig.log.take(), ["held", "stop", "completed"]);
    assert_eq!(names(&exit.take_unhandled()), ["Note(after)"]);
}

#[tokio::test(start_paused = true)]
async fn stop_after_the_end_changes_nothing() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Fail("no")]);
    let exit = worker.join().await;
    worker.stop();
    worker.abort();
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(worker.join().await.kind(), ExitKind::Failed);
    assert_eq!(rig.log.take(), ["work", "failed"]);
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Shop {
    Open,
    Closing,
    Shut,
}

#[derive(Debug, EventVariant)]
enum Word {
    Close,
    Empty,
    Error(String),
}

enum Act {
    Say(&'static str),
}

impl Execute<Act> for Log {
    async fn execute(&mut self, Act::Say(word): Act) -> Result<(), BoxError> {
        self.add(word);
        Ok(())
    }
}

mod graceful {
    //! A `stop:` event that does not end the component at once.

    use super::*;

    fsm! {
        struct ShopMachine;
        trait ShopDispatch;

        state: Shop;
        event: Word;
        context: Log;
        action: Act;
        initial: Open;
        error: Error;
        stop: Close;

        state Open {
            on Close => Closing do [Say("closing")];
        }
        state Closing {
            on Close => stay do [Say("closing already")];
            timeout secs(60) => Shut;
        }
        any {
            on Empty => stay;
            on Error(_) => Shut;
        }
        terminal state Shut { on_entry do [Say("shut")]; }
    }

    #[supervisor(ShopMachine)]
    struct Keeper;

    impl ShopDispatch for Keeper {}

    #[tokio::test(start_paused = true)]
    async fn stop_twice_gives_its_event_once() {
        let log = Log::default();
        let shop = Keeper.spawn(log.clone());
        shop.stop();
        shop.stop();
        settle().await;
        shop.stop();
        settle().await;
        assert_eq!(log.take(), ["closing"]);
        assert_eq!(shop.stats().handled, 1);
        let begin = tokio::time::Instant::now();
        assert_eq!(shop.join().await.kind(), ExitKind::Completed);
        assert_eq!(begin.elapsed().as_secs(), 60);
        assert_eq!(log.take(), ["shut"]);
    }

    #[tokio::test(start_paused = true)]
    async fn the_mailbox_works_on_until_the_end() {
        let log = Log::default();
        let shop = Keeper.spawn(log.clone());
        shop.stop();
        settle().await;
        shop.send(Word::Close).await.unwrap();
        settle().await;
        assert_eq!(log.take(), ["closing", "closing already"]);
    }

    #[tokio::test(start_paused = true)]
    async fn an_abort_cuts_a_slow_stop_short() {
        let log = Log::default();
        let shop = Keeper.spawn(log.clone());
        shop.stop();
        settle().await;
        shop.abort();
        let exit = shop.join().await;
        assert_eq!(exit.kind(), ExitKind::Aborted);
        assert_eq!(exit.state(), Some(&Shop::Closing));
    }
}

mod plain {
    //! No `stop:` header.

    use super::*;

    fsm! {
        struct ShopMachine;
        trait ShopDispatch;

        state: Shop;
        event: Word;
        context: Log;
        action: Act;
        initial: Open;
        error: Error;

        state Open {
            on_exit do [Say("left")];
            on Close => Closing;
        }
        state Closing: Race {
            on_exit do [Say("left")];
            on Close => stay;
        }
        any {
            on Empty => Shut;
            on Error(_) => Shut;
        }
        terminal state Shut;
    }

    #[supervisor(ShopMachine)]
    struct Keeper;

    impl ShopDispatch for Keeper {
        async fn closing(&mut self, _: &Shop, _: &mut Log) -> Next<Word> {
            std::future::pending().await
        }
    }

    #[tokio::test(start_paused = true)]
    async fn stop_without_a_header_completes_in_the_state_without_exit_actions() {
        let log = Log::default();
        let shop = Keeper.spawn(log.clone());
        shop.send(Word::Close).await.unwrap();
        settle().await;
        assert_eq!(log.take(), ["left"]);
        shop.try_send(Word::Empty).unwrap();
        shop.stop();
        let exit = shop.join().await;
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(exit.state(), Some(&Shop::Closing));
        assert_eq!(exit.take_unhandled().len(), 1);
        assert_eq!(log.take(), [""; 0]);
    }
}

#[tokio::test(start_paused = true)]
async fn abort_ends_it_without_its_machine_and_every_waiter_sees_it() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Racing, [Work::Rest]);
    let waiters: Vec<_> = (0..3)
        .map(|_| {
            let worker = worker.clone();
            tokio::spawn(async move { worker.join().await.kind() })
        })
        .collect();
    settle().await;
    worker.abort();
    worker.abort();
    for waiter in waiters {
        assert_eq!(waiter.await.unwrap(), ExitKind::Aborted);
    }
    worker.abort();
    assert_eq!(rig.log.take(), ["work"]);
    assert_eq!(worker.join().await.state(), Some(&Phase::Racing));
}

#[tokio::test(start_paused = true)]
async fn abort_within_spawn_with_runs_nothing() {
    let rig = Rig::default();
    let worker = Worker::spawn_with(|me| {
        me.upgrade().unwrap().abort();
        rig.parts([Work::Again])
    });
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.state(), Some(&Phase::Blocking));
    assert_eq!(rig.log.take(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn stop_within_spawn_with_is_not_forgotten() {
    let rig = Rig::default();
    let worker = Worker::spawn_with(|me| {
        me.upgrade().unwrap().stop();
        rig.parts([])
    });
    assert_eq!(worker.join().await.kind(), ExitKind::Completed);
    assert_eq!(rig.log.take(), ["stop", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn abort_drops_supervisor_and_context_before_waiters_hear_of_it() {
    let rig = Rig::default();
    let gate = std::sync::Arc::downgrade(&rig.gate);
    let worker = rig.start(Phase::Ignoring, [Work::Rest]);
    settle().await;
    drop(rig);
    assert_eq!(gate.strong_count(), 1);
    worker.abort();
    worker.join().await;
    assert_eq!(gate.strong_count(), 0);
}

#[test]
fn waiters_on_another_runtime_see_that_the_component_was_aborted_with_its_own() {
    let new_runtime = || {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_time()
            .build()
            .unwrap()
    };
    let (home, elsewhere) = (new_runtime(), new_runtime());
    let rig = Rig::default();
    let worker = home.block_on(async { rig.start(Phase::Racing, [Work::Rest]) });
    let waiting = elsewhere.spawn({
        let worker = worker.clone();
        async move { worker.wait_for(|phase| *phase == Phase::Finished).await }
    });
    drop(home);
    let ended = elsewhere.block_on(waiting).unwrap().unwrap_err();
    assert_eq!(ended.kind(), ExitKind::Aborted);
    assert!(rig.log.take().iter().all(|line| line == "work"));
}

#[test]
fn the_state_left_by_a_runtime_that_was_dropped_before_the_first_poll_is_the_initial_one() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let rig = Rig::default();
    let worker = {
        let _inside = runtime.enter();
        rig.start(Phase::Polling, [Work::Again])
    };
    drop(runtime);
    assert!(!worker.is_running());
    assert_eq!(worker.state(), Phase::Polling);
    assert_eq!(rig.dispatches(), 0);
}

mod from_within {
    //! A component that ends itself.

    use super::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    enum Life {
        Alive,
        Dead,
    }

    #[derive(Debug, EventVariant)]
    enum Word {
        Abort,
        Stop,
        Note,
        Error(String),
    }

    enum Act {
        Abort,
        Stop,
        Note,
    }

    struct Body {
        me: WeakHandle<Word, Life>,
        log: Log,
    }

    impl Execute<Act> for Body {
        async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
            let me = self.me.upgrade().ok_or("nobody holds a handle")?;
            match act {
                Act::Abort => me.abort(),
                Act::Stop => me.stop(),
                Act::Note => self.log.add("note"),
            }
            Ok(())
        }
    }

    fsm! {
        struct LifeMachine;
        trait LifeDispatch;

        state: Life;
        event: Word;
        context: Body;
        action: Act;
        initial: Alive;
        error: Error;

        state Alive {
            on Abort => stay do [Act::Abort];
            on Stop => stay do [Act::Stop];
            on Note => stay do [Act::Note];
            on Error(_) => Dead;
        }
        terminal state Dead;
    }

    #[supervisor(LifeMachine)]
    struct Soul;

    impl LifeDispatch for Soul {}

    /// Sends the word and three notes at once; the exit, and what was noted.
    async fn ended_by(word: Word) -> (std::sync::Arc<Exit<Life, Word>>, Vec<String>) {
        let log = Log::default();
        let soul = Soul::spawn_with(|me| {
            let log = log.clone();
            (Soul, Body { me, log })
        });
        soul.try_send(word).unwrap();
        for _ in 0..3 {
            soul.try_send(Word::Note).unwrap();
        }
        (soul.join().await, log.take())
    }

    #[tokio::test(start_paused = true)]
    async fn stop_from_an_action_comes_right_after_it() {
        let (exit, noted) = ended_by(Word::Stop).await;
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(noted, [""; 0]);
        assert_eq!(exit.take_unhandled().len(), 3);
    }

    #[tokio::test(start_paused = true)]
    async fn abort_from_an_action_lets_no_other_event_in() {
        let (exit, noted) = ended_by(Word::Abort).await;
        assert_eq!(exit.kind(), ExitKind::Aborted);
        assert_eq!(noted, [""; 0]);
        assert_eq!(exit.take_unhandled().len(), 3);
    }
}
