//! Rule: guard that changes what it looks at

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed { knocks: u32 },
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
    initial: Closed { knocks: 0 };

    state Closed { knocks } {
        on Pull if { *knocks += 1; *knocks > 3 } => Open;
        on Pull | Push => stay;
    }
    state Open { on Push => Closed { knocks: 0 }; on Pull => stay; }
}

fn main() {}
