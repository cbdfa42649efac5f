//! Rule: dispatch trait without a named machine

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

fn main() {
    let _door = fsm! {
        trait DoorWork;
        state: Door;
        event: Hand;
        context: ();
        initial: Closed;

        state Closed { on Pull => Open; on Push => stay; }
        state Open { on Push => Closed; on Pull => stay; }
    };
}
