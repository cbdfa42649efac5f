//! Rule: dead end: no terminal state can be reached

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Ajar,
    Closed,
    Gone,
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

    state Closed { on Pull => Open; on Push => Gone; }
    state Open { on Push => Ajar; on Pull => stay; }
    state Ajar { on Push => Open; on Pull => stay; }
    terminal state Gone;
}

fn main() {}
