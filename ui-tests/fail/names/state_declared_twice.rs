//! Rule: duplicate state block

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

    state Closed { on Pull => Open; }
    state Open { on Push => Closed; on Pull => stay; }
    state Closed { on Push => stay; }
}

fn main() {}
