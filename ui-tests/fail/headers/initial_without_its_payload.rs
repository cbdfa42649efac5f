//! Rule: `initial` without its payload

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
    initial: Open;

    state Closed { on Pull => Open { pulls: 0 }; on Push => stay; }
    state Open { pulls } { on Push if *pulls > 3 => Closed; on Push | Pull => stay; }
}

fn main() {}
