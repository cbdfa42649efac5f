//! Rule: postponed event that is used up

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull(String),
}
enum Bell {
    Ring(String),
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    action: Bell;
    initial: Closed;

    state Closed {
        on Pull(by) => postpone do [Ring(by)];
        on Push => Open;
    }
    state Open { on Push => Closed; on Pull(_) => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
