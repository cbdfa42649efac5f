//! Rule: `error:` that does not begin in upper case

use steadfast::prelude::*;

#[derive(Clone, StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
#[allow(non_camel_case_types)]
enum Hand {
    Push,
    failed(String),
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: failed;

    state Closed { on Push => Open; on Hand::failed(_) => stay; }
    state Open { on Push | Hand::failed(_) => Closed; }
}

fn main() {}
