//! Rule: state whose name does not begin in upper case

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Closed,
    Open,
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

    state Closed { on Pull => Open; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
    state _ { on Push => Closed; on Pull => stay; }
}

fn main() {}
