//! Rule: payload or policy that a clause does not have

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
    superstate Passable { pulls } {
        state Open { pulls } { on Push => Closed; on Pull if *pulls > 3 => Closed; on Pull => stay; }
    }
}

fn main() {}
