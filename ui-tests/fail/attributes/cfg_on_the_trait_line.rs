//! Rule: `cfg` inside a machine for all of it

use steadfast::prelude::*;

#[derive(Clone, StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Error(String),
}

fsm! {
    struct DoorMachine;
    #[cfg(all())]
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: Error;

    state Closed { on Push => Open; on Error(_) => stay; }
    state Open { on Push | Error(_) => Closed; }
}

fn main() {}
