//! Rule: closure with other parameters

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

        state Closed {
            on Pull => |_state: &Door, _context: &mut ()| {
                Box::pin(async { Ok(Transition { next_state: Door::Open, actions: vec![] }) })
            };
        }
        state Open { on Push => Closed; on Pull => stay; }
    };
}
