//! Rule: `move` outside a state's own block

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
    state Open(_) { on Push => stay; }
    any { on Pull => move Closed; }
}

fn main() {}
