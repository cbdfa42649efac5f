//! Rule: context without `Execute`

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
enum Effect {
    Ring,
}
struct House;

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;
    action: Effect;
    error: Hand::Error;

    state Closed { on Pull => Open do [Ring]; on Push => stay; }
    state Open: Race { on Push => Closed; on Pull => stay; }
    any { on Error(_) => Closed; }
}

#[supervisor(DoorMachine)]
struct Porter;

impl DoorWork for Porter {
    async fn open(&mut self, _: &Door, _: &mut House) -> Next<Hand> {
        Ok(next::again())
    }
}

fn main() {
    Porter.spawn(House);
}
