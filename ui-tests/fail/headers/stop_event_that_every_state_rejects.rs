//! Rule: stop event that every state rejects

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
    error: Error;
    stop: Push;

    state Closed { on Pull => Open; on Error(_) => stay; }
    state Open: Race { on Pull => Closed; on Error(_) => stay; }
    any { on Push => reject; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
