//! Rule: guard that is no condition

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
struct House {
    pulls: u32,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;

    state Closed { on Pull if context.pulls => Open; on Pull => stay; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {}
