//! Rule: terminal state with `on_exit` or `unhandled`

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Gone,
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
    initial: Open;

    state Open { on Push => Gone; on Pull => stay; }
    failure state Gone { unhandled => stay; }
}

fn main() {}
