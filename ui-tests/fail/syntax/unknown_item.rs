//! Rule: unknown clause

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
    Ring,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    action: Effect;

    state Closed { on Pull => Open; on Push => stay; onentry do [Ring]; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {}
