//! Rule: policy before the payload

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

    state Closed { on Pull => Open { pulls: 1 }; on Push => stay; }
    state Open: Poll { pulls } { on Push => Closed; on Pull if *pulls > 3 => Closed; on Pull => stay; }
}

fn main() {}
