//! Rule: action without its payload

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
enum Bell {
    Ring(u32),
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    action: Bell;
    initial: Closed;

    state Closed { on Pull => Open do [Ring]; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
