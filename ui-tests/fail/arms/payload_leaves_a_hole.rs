//! Rule: hole left by a refutable payload

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull(u32),
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed {
        on Pull(0) => stay;
        on Pull(2..) => Open;
        on Push => stay;
    }
    state Open { on Push => Closed; on Pull(_) => stay; }
}

fn main() {}
