//! Rule: no route for the error event

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Error(String),
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: Hand::Error;

    state Closed { on Pull => Open; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
    any { on Error(text) if text.is_empty() => stay; }
}

fn main() {}
