//! Rule: duplicate `on_entry`

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
struct House {
    patience: std::time::Duration,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;
    action: Effect;

    state Closed { on Pull => Open; on Push => stay; }
    state Open {
        on_entry do [Ring];
        on_entry do [(Effect::Ring)];
        on Push => Closed;
        on Pull => stay;
    }
}

enum Effect {
    Ring,
}

fn main() {}
