//! Rule: dead end: nothing leaves the state

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
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: Hand::Error;

    state Closed { on Pull => Open; on Push => stay; }
    state Open: Poll { on Push | Pull => stay; }
    any { on Error(_) => stay; }
}

fn main() {}
