//! Rule: guard that changes what it looks at

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
struct House {
    pulls: u32,
}
impl House {
    fn count(&mut self) -> bool {
        self.pulls += 1;
        self.pulls > 1
    }
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;

    state Closed { on Pull if context.count() => Open; on Pull => stay; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
}

fn main() {}
