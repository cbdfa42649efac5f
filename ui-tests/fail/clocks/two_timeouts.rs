//! Rule: duplicate `timeout`

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
        timeout context.patience => Closed;
        timeout context.patience * 2 => stay;
        on Push => Closed;
        on Pull => stay;
    }
}

fn main() {}
