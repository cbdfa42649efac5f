//! Holds: the expression form: closures that capture, beside declarative arms
#![deny(warnings)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
    Gone,
}

#[derive(Clone, Debug, EventVariant)]
enum Hand {
    Push,
    Pull,
    Kick,
}

#[derive(Clone, Debug)]
enum Sound {
    Creak,
}

fn machine(count: Arc<AtomicU32>) -> StateMachine<Door, Hand, u32, Sound> {
    let entered = Arc::clone(&count);
    let start = Door::Closed;
    fsm! {
        state: Door;
        event: Hand;
        context: u32;
        action: Sound;
        initial: start;

        state Door::Closed {
            on_entry move |_state: &Door, _context: &mut u32| {
                entered.fetch_add(1, Ordering::Relaxed);
                Box::pin(async move { Ok(vec![Sound::Creak]) })
            };
            on Hand::Pull => move |_state: &Door, _event: &Hand, context: &mut u32| {
                count.fetch_add(1, Ordering::Relaxed);
                *context += 1;
                let pulls = *context;
                Box::pin(async move {
                    Ok(Transition { next_state: Door::Open { pulls }, actions: vec![] })
                })
            };
            timeout Duration::from_secs(1) => |_state: &Door, _context: &mut u32| {
                Box::pin(async move {
                    Ok(Transition { next_state: Door::Gone, actions: vec![] })
                })
            };
        }
        state Open { pulls } {
            on_exit do [Creak];
            on Push if *pulls > *context => stay { pulls: *pulls - 1 };
            on Push => Closed do [Creak];
        }
        terminal state Gone;
        unhandled => |_state: &Door, _event: &Hand, _context: &mut u32| {
            Box::pin(async move { Ok(()) })
        };
    }
}

fn main() {
    let machine = machine(Arc::new(AtomicU32::new(0)));
    assert_eq!(machine.state(), &Door::Closed);
    let _hands = [Hand::Push, Hand::Pull, Hand::Kick];
}
