//! Rule: clause in the wrong place

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
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    superstate All {
        state Closed { on Pull => Open; on Push => stay; }
        state Open { on Push => Closed; on Pull => stay; }
        any { on Push => Closed; }
    }
}

fn main() {}
