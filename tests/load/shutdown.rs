//! L11: a runtime that is shut down under a component, wherever that is, ends it as aborted, and
//! whoever waits elsewhere hears of it.

use std::sync::Arc;
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::{AskError, SendError};
use tokio::runtime::{Builder, Runtime};

use super::dock::{Dock, Rig, Word};

/// Where the component is when its runtime goes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    Unpolled,
    Idle,
    Work,
    Action,
    Task,
    Hook,
}

#[derive(Clone, Copy, Debug)]
enum How {
    Drop,
    Background,
    Timeout,
}

impl How {
    fn shut_down(self, runtime: Runtime) {
        match self {
            How::Drop => drop(runtime),
            How::Background => runtime.shutdown_background(),
            How::Timeout => runtime.shutdown_timeout(Duration::from_secs(100)),
        }
    }
}

fn one_thread() -> Runtime {
    let mut builder = Builder::new_current_thread();
    builder.enable_time().build().unwrap()
}

fn two_threads() -> Runtime {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(2).enable_time().build().unwrap()
}

/// All the ways a runtime can be shut down under a component.
fn all(at: &[At], check: impl Fn(At, How, Runtime)) {
    for &at in at {
        for how in [How::Drop, How::Background, How::Timeout] {
            check(at, how, one_thread());
            check(at, how, two_threads());
        }
    }
}

/// A component that has come to this place.
fn start(at: At, home: &Runtime) -> (Rig, Handle<Word, Dock>) {
    let rig = Rig {
        hook_hangs: at == At::Hook,
        ..Rig::default()
    };
    let dock = {
        let _inside = home.enter();
        rig.start()
    };
    let word = match at {
        At::Unpolled => return (rig, dock),
        At::Idle => Word::Next,
        At::Work => Word::Work,
        At::Action => Word::Hang,
        At::Task => Word::Task,
        At::Hook => Word::Finish,
    };
    dock.try_send(word).unwrap();
    home.block_on(async {
        match at {
            At::Idle => drop(dock.wait_for(|dock| *dock == Dock::Open(1)).await),
            _ => rig.reached.acquire().await.unwrap().forget(),
        }
    });
    (rig, dock)
}

const EVERYWHERE: [At; 6] = [
    At::Unpolled,
    At::Idle,
    At::Work,
    At::Action,
    At::Task,
    At::Hook,
];

#[test]
fn wherever_the_component_is_all_waiters_see_one_aborted_exit_and_everything_is_dropped() {
    let elsewhere = two_threads();
    all(&EVERYWHERE, |at, how, home| {
        let (rig, dock) = start(at, &home);
        let joins: Vec<_> = (0..5)
            .map(|_| {
                let dock = dock.clone();
                elsewhere.spawn(async move { dock.join().await })
            })
            .collect();
        let waiting = elsewhere.spawn({
            let dock = dock.clone();
            async move { dock.wait_for(|dock| matches!(dock, Dock::Broken(_))).await }
        });
        how.shut_down(home);
        let exit = elsewhere.block_on(dock.join());
        assert_eq!(exit.kind(), ExitKind::Aborted, "{at:?}, {how:?}");
        let state = match at {
            At::Unpolled | At::Action => Dock::Open(0),
            At::Idle => Dock::Open(1),
            At::Work => Dock::Working,
            At::Task => Dock::Tasking,
            At::Hook => Dock::Done,
        };
        assert_eq!(exit.state(), Some(&state), "{at:?}, {how:?}");
        let in_hand = (at == At::Action).then_some("Hang");
        assert_eq!(exit.in_hand(), in_hand, "{at:?}, {how:?}");
        for join in joins {
            let joined = elsewhere.block_on(join).unwrap();
            assert!(Arc::ptr_eq(&exit, &joined), "{at:?}, {how:?}");
        }
        let ended = elsewhere.block_on(waiting).unwrap().unwrap_err();
        assert_eq!(ended.kind(), ExitKind::Aborted, "{at:?}, {how:?}");
        let mut states = dock.watch();
        while elsewhere.block_on(states.changed()).is_ok() {}
        assert_eq!(*states.borrow(), state, "{at:?}, {how:?}");
        // The rig of the context is gone, and those of what hung.
        assert_eq!(Arc::strong_count(&rig.gate), 1, "{at:?}, {how:?}");
    });
}

#[test]
fn senders_blocked_on_a_full_mailbox_get_their_events_back_and_the_rest_is_in_the_exit() {
    let elsewhere = two_threads();
    all(&[At::Work, At::Action], |at, how, home| {
        let (_rig, dock) = start(at, &home);
        for number in 0..16 {
            dock.try_send(Word::Number(number)).unwrap();
        }
        let senders: Vec<_> = (16..20)
            .map(|number| {
                let dock = dock.clone();
                elsewhere.spawn(async move { dock.send(Word::Number(number)).await })
            })
            .collect();
        how.shut_down(home);
        let exit = elsewhere.block_on(dock.join());
        for (number, sender) in (16..).zip(senders) {
            let SendError(event) = elsewhere.block_on(sender).unwrap().unwrap_err();
            assert!(
                matches!(event, Word::Number(back) if back == number),
                "{at:?}, {how:?}: {event:?}"
            );
        }
        let back = exit.take_unhandled();
        assert_eq!(back.len(), 16, "{at:?}, {how:?}");
        for (number, event) in (0..).zip(back) {
            assert!(matches!(event, Word::Number(back) if back == number));
        }
    });
}

#[test]
fn who_has_asked_hears_that_there_is_no_reply_and_who_waits_for_room_that_it_is_closed() {
    let elsewhere = two_threads();
    let long = Duration::from_secs(3600);
    all(&[At::Work, At::Action], |at, how, home| {
        let (_rig, dock) = start(at, &home);
        let ask = |number| {
            let dock = dock.clone();
            elsewhere.spawn(async move { dock.ask(|reply| Word::Echo(number, reply), long).await })
        };
        let accepted: Vec<_> = (0..16).map(ask).collect();
        while dock.stats().mailbox < 16 {
            std::thread::yield_now();
        }
        let waiting: Vec<_> = (16..20).map(ask).collect();
        how.shut_down(home);
        for asked in accepted {
            let answer = elsewhere.block_on(asked).unwrap();
            assert_eq!(answer, Err(AskError::NoReply), "{at:?}, {how:?}");
        }
        for asked in waiting {
            let answer = elsewhere.block_on(asked).unwrap();
            assert_eq!(answer, Err(AskError::Closed), "{at:?}, {how:?}");
        }
        let exit = elsewhere.block_on(dock.join());
        assert_eq!(exit.take_unhandled().len(), 16, "{at:?}, {how:?}");
    });
}
