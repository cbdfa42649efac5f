//! Rule: half-written clause

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed {
        on Pull => Open { pulls: };
        on Push => stay;
    }
    state Open { .. } { on Push => Closed; on Pull => stay; }
}

fn main() {}
