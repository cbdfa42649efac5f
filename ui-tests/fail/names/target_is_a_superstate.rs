//! Rule: superstate as a target

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
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed { on Pull => Wide; on Push => stay; }
    superstate Wide {
        state Open { on Push => Closed; on Pull => stay; }
        state Ajar { on Push => Closed; on Pull => Open; }
    }
}

fn main() {}
