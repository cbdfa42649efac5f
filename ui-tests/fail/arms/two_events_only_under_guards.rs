//! Rule: hole left by guards without a fall-back

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
struct Lock {
    locked: bool,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: Lock;
    initial: Closed;

    state Closed {
        on Pull if !context.locked => Open;
        on Push if context.locked => stay;
    }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {}
