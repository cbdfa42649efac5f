//! Rule: state whose name does not begin in upper case

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

    state Closed { on Pull => Open; on Push => stay; }
    state open { on Push => Closed; on Pull => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
