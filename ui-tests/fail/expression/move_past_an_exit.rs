//! Rule: `move` past an `on_exit` in an expression

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open(String),
    Named(String),
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
}
enum Effect {
    Ring,
}

fn main() {
    let _door = fsm! {
        state: Door;
        event: Hand;
        context: ();
        action: Effect;
        initial: Closed;

        state Closed { on Pull => Open(String::new()); on Push => stay; }
        state Open(name) {
            on_exit do [Ring];
            on Push => move Named(name);
        }
        state Named(_) { on Push => Closed; }
    };
}
