//! Rule: unknown target

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

fn main() {
    let _door = fsm! {
        state: Door;
        event: Hand;
        context: ();
        initial: Door::Closed;

        state Door::Closed { on Hand::Pull => Opne; }
        state Open { on Push => Closed; on Pull => stay; }
    };
}
