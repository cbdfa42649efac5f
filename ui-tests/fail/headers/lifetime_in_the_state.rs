//! Rule: header type that borrows

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
#[derive(StateVariant)]
enum Note<'a> {
    Blank,
    Written(&'a str),
}

fsm! {
    struct NoteMachine;
    state: Note<'_>;
    event: Hand;
    context: ();
    initial: Blank;

    state Blank { on Pull => Written("hello"); on Push => stay; }
    state Written(_) { on Push => Blank; on Pull => stay; }
}

fn main() {}
