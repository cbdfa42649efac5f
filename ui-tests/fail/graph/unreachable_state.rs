//! Rule: unreachable state

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed,
    Locked,
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

    state Closed { on Pull => Open; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
    state Locked { on Push | Pull => Closed; }
}

fn main() {}
