//! Rule: `initial` unknown

use steadfast::prelude::*;

#[derive(StateVariant)]
#[allow(non_camel_case_types)]
enum Door {
    Closed,
    end,
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
    initial: end;

    state Closed { on Pull => Door::end; on Push => stay; }
    state Door::end { on Push => Closed; on Pull => stay; }
}

fn main() {}
