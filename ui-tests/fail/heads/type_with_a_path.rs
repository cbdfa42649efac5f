//! Rule: type for a name in a state's head

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open(String),
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

    state Closed { on Pull => Open(String::new()); on Push => stay; }
    state Open(String) { on Push => Closed; on Pull => stay; }
}

fn main() {}
