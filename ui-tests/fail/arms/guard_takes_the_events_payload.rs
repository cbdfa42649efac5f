//! Rule: guard that takes what it looks at

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

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed {
        on Pull(name) if is_known(name) => Open;
        on Pull(_) => stay;
        on Push => stay;
    }
    state Open { on Push => Closed; on Pull(_) => stay; }
}

fn is_known(name: String) -> bool {
    name.is_empty()
}

fn main() {}
