//! Rule: stop event that does not fit

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
    stop: Error;

    state Closed { on Pull => Open; on Push => stay; on Error(_) => Open; }
    state Open: Race { on Push => Closed; on Pull => stay; on Error(_) => Closed; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
