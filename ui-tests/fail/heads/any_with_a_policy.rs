//! Rule: payload or policy that a clause does not have

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
    state Open { on Pull => Closed; }
    any: Poll { on Push => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
