//! Rule: state in two superstates

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

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    superstate Shut {
        state Closed { on Pull => Open; on Push => stay; }
    }
    superstate Wide {
        state Open { on Push => Closed; on Pull => stay; }
        state Closed { on Pull => Open; on Push => stay; }
    }
}

fn main() {}
