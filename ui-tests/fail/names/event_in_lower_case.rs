//! Rule: event whose name does not begin in upper case

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Closed,
    Open,
}
#[derive(EventVariant)]
#[allow(non_camel_case_types)]
enum Hand {
    push,
    Pull,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed { on Pull => Open; on push => stay; }
    state Open { on Hand::push => Closed; on Pull => stay; }
}

fn main() {}
