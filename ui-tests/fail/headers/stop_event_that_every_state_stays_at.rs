//! Rule: stop event that nothing comes of

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

    state Closed { on Pull => Open; on Push | Error(_) => stay; }
    state Open: Race { on Pull => Closed; on Push | Error(_) => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
