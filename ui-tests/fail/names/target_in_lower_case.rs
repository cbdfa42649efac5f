//! Rule: state whose name does not begin in upper case

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
    initial: Closed;

    state Closed { on Pull => end; on Push => stay; }
    state Door::end { on Push => Closed; on Pull => stay; }
}

fn main() {}
