//! Rule: head that lacks a field

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open { pulls: u32, pushes: u32 },
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

    state Closed { on Pull => Open { pulls: 1, pushes: 0 }; on Push => stay; }
    state Open { pulls } { on Push => Closed; on Pull if *pulls > 3 => Closed; on Pull => stay; }
}

fn main() {}
