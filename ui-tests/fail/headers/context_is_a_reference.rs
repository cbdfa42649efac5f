//! Rule: header type that borrows

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
struct House;

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: &House;
    initial: Closed;

    state Closed { on Pull => Open; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
