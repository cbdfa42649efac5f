//! Rule: unknown target

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Ajar,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Kick,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed { on Pull => Open; on Push => stay; }
    state Opne { on Push => Closed; on Pull => stay; }
    state Ajar { on Push => Closed; on Pull => Open; }
    any { on Kick => Ajar; }
}

fn main() {}
