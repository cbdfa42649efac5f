//! Rule: head with a field that the payload lacks

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
    state Open { pull } { on Push => Closed; on Pull if *pull > 3 => Closed; on Pull => stay; }
}

fn main() {}
