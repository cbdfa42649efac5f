//! Rule: state that the enum lacks

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

    state Closed { on Pull => Ajar; on Push => stay; }
    state Ajar { on Pull => Open; on Push => Closed; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {}
