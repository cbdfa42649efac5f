//! Rule: supervised machine without an `error:` header

use steadfast::prelude::*;

#[derive(Clone, StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Error(String),
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;

    state Closed { on Pull => Open; on Push | Error(_) => stay; }
    state Open: Race { on Push => Closed; on Pull | Error(_) => stay; }
}

#[supervisor(DoorMachine)]
struct Porter;

impl DoorWork for Porter {
    async fn open(&mut self, _: &Door, _: &mut ()) -> Next<Hand> {
        Ok(next::again())
    }
}

fn main() {
    Porter.spawn(());
}
