//! Rule: name that the clause does not bind

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

    state Closed { on Pull => Open { pulls: 1 }; }
    state Open { pulls } { on Pull if *pulls < 3 => stay; on Pull => Closed; }
    any {
        on Push if *pulls > 3 => Closed;
        on Push => stay;
    }
}

fn main() {}
