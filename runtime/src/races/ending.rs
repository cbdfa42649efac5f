//! The end of a component, and those who wait for it.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use loom::future::block_on;
use loom::thread;
use tokio::sync::watch;

use super::{Only, Turn, exit, poll_once};
use crate::component::Component;
use crate::ending::Ending;
use crate::{ChannelBuilder, Closed, ExitKind};

type Slot = Component<u32, Only>;

fn slot() -> Arc<Slot> {
    Arc::new(Component::new(watch::Sender::new(Only)))
}

#[test]
fn everyone_who_waits_gets_the_same_exit() {
    loom::model(|| {
        let slot = slot();
        let waiters = [(); 2].map(|()| {
            let slot = Arc::clone(&slot);
            thread::spawn(move || block_on(slot.ended()))
        });
        slot.publish(exit(ExitKind::Failed));
        let exit = block_on(slot.ended());
        for waiter in waiters {
            assert!(Arc::ptr_eq(&waiter.join().unwrap(), &exit));
        }
    });
}

#[test]
fn of_two_ends_the_first_is_the_end_for_everyone() {
    loom::model(|| {
        let ending = Arc::new(Ending::new(()));
        let publisher = {
            let ending = Arc::clone(&ending);
            thread::spawn(move || ending.publish(1))
        };
        let waiter = {
            let ending = Arc::clone(&ending);
            thread::spawn(move || block_on(ending.wait()))
        };
        ending.publish(2);
        let exit = block_on(ending.wait());
        publisher.join().unwrap();
        assert!(Arc::ptr_eq(&block_on(ending.wait()), &exit));
        assert!(Arc::ptr_eq(&waiter.join().unwrap(), &exit));
    });
}

#[test]
fn one_who_stops_waiting_disturbs_nobody_else() {
    loom::model(|| {
        let slot = slot();
        let impatient = {
            let slot = Arc::clone(&slot);
            thread::spawn(move || {
                let mut given_up = Box::pin(slot.ended());
                let _ = poll_once(&mut given_up);
                drop(given_up);
                // Waits anew, where somebody else may have waited in the meantime.
                block_on(slot.ended())
            })
        };
        let waiter = {
            let slot = Arc::clone(&slot);
            thread::spawn(move || block_on(slot.ended()))
        };
        slot.publish(exit(ExitKind::Completed));
        let given = [impatient.join().unwrap(), waiter.join().unwrap()];
        assert!(Arc::ptr_eq(&given[0], &given[1]));
    });
}

#[test]
fn a_wait_that_moves_to_another_thread_is_woken_there() {
    loom::model(|| {
        let ending = Arc::new(Ending::<u32, ()>::new(()));
        let publisher = {
            let ending = Arc::clone(&ending);
            thread::spawn(move || ending.publish(1))
        };
        let mut waiting = pin!(ending.wait());
        let mut nobody = std::task::Context::from_waker(std::task::Waker::noop());
        let first = waiting.as_mut().poll(&mut nobody);
        let exit = match first {
            Poll::Ready(exit) => exit,
            Poll::Pending => block_on(waiting),
        };
        assert_eq!(*exit, 1);
        publisher.join().unwrap();
    });
}

#[test]
fn an_ended_component_keeps_no_sender_however_late_it_is_detached() {
    loom::model(|| {
        let slot = slot();
        let (sender, mut receiver, _watcher) = ChannelBuilder::<u32, ()>::new().build(());
        let other = {
            let slot = Arc::clone(&slot);
            thread::spawn(move || slot.detach(sender))
        };
        slot.publish(exit(ExitKind::Completed));
        other.join().unwrap();
        assert_eq!(receiver.try_recv(), Err(Closed));
    });
}

#[test]
fn whoever_sees_the_watch_closed_finds_the_exit() {
    loom::model(|| {
        let slot = slot();
        let turn = Turn::default();
        let watcher = {
            let (slot, turn) = (Arc::clone(&slot), turn.clone());
            thread::spawn(move || {
                turn.take();
                let closed = slot.states.has_changed().is_err();
                assert!(!closed || slot.has_ended());
            })
        };
        turn.take();
        slot.publish(exit(ExitKind::Completed));
        turn.take();
        watcher.join().unwrap();
        assert!(slot.states.has_changed().is_err());
    });
}
