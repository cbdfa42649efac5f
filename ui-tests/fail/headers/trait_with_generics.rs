//! Rule: generics on the `trait` line

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
    trait DoorWork<T>;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: Hand::Error;

    state Closed { on Pull => Open; on Push => stay; }
    state Open: Race { on Push => Closed; on Pull => stay; }
    any { on Error(_) => Closed; }
}

fn main() {}
