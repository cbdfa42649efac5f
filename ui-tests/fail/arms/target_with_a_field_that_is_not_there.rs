//! Rule: target with a field that the payload lacks

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

    state Closed { on Pull => Open { pushes: 0 }; on Push => stay; }
    state Open { pulls } { on Push if *pulls > 3 => Closed; on Push | Pull => stay; }
}

fn main() {}
