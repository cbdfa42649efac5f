//! Rule: type for a name in an event's payload

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull(u32),
}
struct House {
    patience: std::time::Duration,
    knocks: u32,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;

    state Closed {
        on Pull(_) => Open { pulls: 1 };
        on Push => stay;
    }
    state Open { pulls } {
        on Pull(by: u32) if by > 3 => Closed;
        on Push => Closed;
        on Pull(_) => stay;
    }
}

fn main() {}
