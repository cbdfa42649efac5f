//! Rule: two states with one method name

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    HTTPOpen,
    HttpOpen,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Error(String),
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: HTTPOpen;
    error: Hand::Error;

    state HTTPOpen: Poll { on Push => HttpOpen; on Pull => stay; }
    state HttpOpen: Poll { on Push => HTTPOpen; on Pull => stay; }
    any { on Error(_) => HttpOpen; }
}

fn main() {}
