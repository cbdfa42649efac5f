//! Rule: half-written clause

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
            on Pull => |_state: &Door, _event: &Hand, _context: &mut ()|;
        }
        state Open { on Push => Closed; on Pull => stay; }
    };
}
