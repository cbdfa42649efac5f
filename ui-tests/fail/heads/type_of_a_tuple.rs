//! Rule: type for a name in a state's head

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open(u32),
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

    state Closed { on Pull => Open(1); on Push => stay; }
    state Open(u32) { on Push => Closed; on Pull => stay; }
}

fn main() {}
