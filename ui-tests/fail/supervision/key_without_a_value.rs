//! Rule: key without `=`

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
    error: Hand::Error;

    state Closed { on Pull => Open; on Push => stay; }
    state Open: Race { on Push => Closed; on Pull => stay; }
    any { on Error(_) => Closed; }
}

#[supervisor(DoorMachine, mailbox)]
struct Porter;

impl DoorWork for Porter {
    async fn open(&mut self, _: &Door, _: &mut ()) -> Next<Hand> {
        Ok(next::again())
    }
}

fn main() {
    Porter.spawn(());
}
