//! Rule: unknown action

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
}
enum Effect {
    Rang,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    action: Effect;

    state Closed { on Pull => Open do [Ring]; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {}
