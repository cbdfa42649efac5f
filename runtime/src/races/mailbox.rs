//! The closed mailbox, and senders that are still putting an event in.

use std::sync::Arc;

use loom::thread;

use super::{Only, Turn};
use crate::exit::Unhandled;
use crate::{ChannelBuilder, Exit, ExitKind};

// A sender takes a place in the mailbox first, and puts its event there later.
#[test]
fn an_event_accepted_while_the_component_ends_is_handed_back_once() {
    loom::model(|| {
        let (sender, mut receiver, _watcher) = ChannelBuilder::<u32, ()>::new().build(());
        let turn = Turn::default();
        let late = {
            let turn = turn.clone();
            thread::spawn(move || {
                turn.take();
                let Ok(place) = sender.sender.try_reserve() else {
                    return false;
                };
                turn.take();
                place.send(7);
                true
            })
        };
        turn.take();
        let unhandled = Unhandled {
            events: vec![6],
            mailbox: Some(receiver.close()),
        };
        let exit = Arc::new(Exit::new(
            ExitKind::Aborted,
            Some(Only),
            Vec::new(),
            unhandled,
            None,
        ));
        let other = {
            let (exit, turn) = (Arc::clone(&exit), turn.clone());
            thread::spawn(move || {
                turn.take();
                exit.take_unhandled()
            })
        };
        turn.take();
        let mut events = exit.take_unhandled();
        events.extend(other.join().unwrap());
        let was_accepted = late.join().unwrap();
        events.extend(exit.take_unhandled());
        events.sort_unstable();
        if was_accepted {
            assert_eq!(events, [6, 7]);
        } else {
            assert_eq!(events, [6]);
        }
    });
}
