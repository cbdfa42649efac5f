//! Rule: malformed clause · unknown policy · unknown target · duplicate `task` · duplicate arm · missing (state, event) pair

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed,
    Locked,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Kick,
    Ring,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed {
        on Pull => Opne;
        on Push -> stay;
        on Kick => stay;
        on Kick => stay;
    }
    state Open: Pol {
        on Push => Closed;
        on Pull | Kick | Ring => stay
        task async { Hand::Push };
        task async { Hand::Pull };
    }
    state Locked {
        on Push => Closed;
        on Pull | Ring => stay;
    }
    any { on Kick => Locked; }
}

fn main() {
    DoorMachine::resume(Door::Open);
}
