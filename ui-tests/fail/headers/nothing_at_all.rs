//! Rule: missing header

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

fsm! {}

fn main() {}
