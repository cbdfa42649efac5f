//! Rule: terminal state with a task

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
    failure state Gone { task async { Hand::Push }; }
}

fn main() {}
