//! Holds: the user's own modules `diagnostic`, `clippy`, `doc`, `core` and `std` take no place of others
#![deny(warnings)]

mod diagnostic {}
mod clippy {}
mod doc {}
mod core {}
mod std {}

use ::std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Error(::std::string::String),
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Open;
    error: Error;
    state Open: Race {
        timeout Duration::from_secs(1) => Closed;
        on Push if [3].iter().any(|three| *three == 3) => Closed;
        on Push => stay;
    }
    state Closed { on Push => Open; }
    any { on Error(_) => Closed; }
}

#[supervisor(DoorMachine)]
struct Porter;

impl DoorWork for Porter {
    async fn open(&mut self, _: &Door, _: &mut ()) -> Next<Hand> {
        Ok(next::emit(Hand::Push))
    }
}

fn main() {
    let _ = |porter: Porter| porter.spawn(());
}
