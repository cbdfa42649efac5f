//! Rule: state whose name does not begin in upper case

use steadfast::prelude::*;

#[derive(StateVariant)]
#[allow(non_camel_case_types)]
enum Door {
    Closed,
    __Ajar,
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

    state Closed { on Pull => __Ajar; on Push => stay; }
    state __Ajar { on Push => Closed; on Pull => stay; }
}

fn main() {}
