//! Rule: target without its payload

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open { pulls: u32 },
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

    state Closed { on Pull => Open; on Push => stay; }
    state Open { pulls } {
        on Push => Closed;
        on Pull => stay { pulls: *pulls + 1 };
    }
}

fn main() {}
