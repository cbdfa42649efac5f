//! Rule: terminal state with `on_exit` or `unhandled`

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Gone,
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
    initial: Open;
    action: Effect;

    state Open { on Push => Gone; on Pull => stay; }
    terminal state Gone { on_exit do [Ring]; }
}

fn main() {}
