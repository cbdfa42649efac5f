//! Rule: shadowed arm

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
        on Pull => Open;
        on Pull if context.locked => stay;
        on Push => stay;
    }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
