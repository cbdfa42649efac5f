//! Rule: `stay { .. }` outside a state's own block

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

    superstate Wide {
        state Open { pulls } { on Push => Closed; }
        on Pull => stay { pulls: 0 };
    }
    state Closed { on Pull => Open { pulls: 0 }; on Push => stay; }
}

fn main() {}
