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
    Knock(u32),
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
    stop: Knock;

    state Closed { on Pull => Open; on Push | Error(_) | Knock(_) => stay; }
    state Open: Race { on Push | Knock(_) => Closed; on Pull | Error(_) => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
