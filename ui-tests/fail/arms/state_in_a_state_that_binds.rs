//! Rule: `state` where the payload is bound

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open { pulls: u32 },
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

    state Closed { on Pull => Open { pulls: 0 }; on Push => stay; }
    state Open { pulls } {
        on Push if *pulls > 3 && state.is_open() => Closed;
        on Push | Pull => stay;
    }
}

impl Door {
    fn is_open(&self) -> bool {
        matches!(self, Door::Open { .. })
    }
}

fn main() {}
