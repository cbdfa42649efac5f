//! Rule: `stay { .. }` with a value of another type

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

    state Closed { on Pull => Open { pulls: 0 }; on Push => stay; }
    state Open { pulls } {
        on Push => Closed;
        on Pull => stay { pulls: "one more" };
    }
}

fn main() {}
