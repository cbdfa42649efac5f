//! Rule: unknown event

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
    closed: ignored;

    state Closed { on Pull => Open; on Push | Error(_) => stay; }
    state Open: Race { on Push => Closed; on Pull | Error(_) => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
