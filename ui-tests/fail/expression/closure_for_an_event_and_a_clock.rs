//! Rule: closure for an event and a clock

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
        initial: Closed;

        state Closed { on Pull => Open; on Push => stay; }
        state Open {
            timeout std::time::Duration::MAX;
            on Push | timeout => |_state: &Door, _event: &Hand, _context: &mut ()| {
                Box::pin(async move { Ok(Transition { next_state: Door::Closed, actions: vec![] }) })
            };
        }
    };
}
