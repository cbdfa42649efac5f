//! Rule: terminal state with arms

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
    terminal state Gone { on Push => Open; }
}

fn main() {}
