//! Rule: task that gives no event

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
    patience: std::time::Duration,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;

    state Closed { on Pull => Open; on Push => stay; }
    state Open {
        task || async { Hand::Push };
        on Push => Closed;
        on Pull => stay;
    }
}

fn main() {}
