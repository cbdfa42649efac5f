//! Rule: state that the enum lacks

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

        state Closed { on Pull => Open; on Push => stay; }
        state Open { on Push => Closed; on Pull => stay; }
        state Ajar;
    };
}
