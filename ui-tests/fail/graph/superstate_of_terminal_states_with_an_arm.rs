//! Rule: terminal state with arms

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

    state Closed { on Pull => Open; on Push => stay; }
    superstate Ends {
        terminal state Open;
        on Push => Closed;
    }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
