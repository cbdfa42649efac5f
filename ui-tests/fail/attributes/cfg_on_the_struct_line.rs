//! Rule: `cfg` inside a machine for all of it

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Closed,
    Open,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
}

fsm! {
    /// A door.
    #[cfg(any())]
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed { on Pull => Open; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {}
