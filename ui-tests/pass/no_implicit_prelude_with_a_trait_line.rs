//! Holds: a supervised machine in a crate without the standard prelude
#![no_implicit_prelude]

#[derive(::std::clone::Clone, ::steadfast::StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(::steadfast::EventVariant)]
enum Hand {
    Push,
    Error(::steadfast::Fault),
}

::steadfast::fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: Hand::Error;

    state Closed { on Push => Open; }
    state Open { on Push => Closed; }
    any { on Error(_) => Closed; }
}

#[::steadfast::supervisor(DoorMachine)]
struct Porter;

impl DoorWork for Porter {}

fn main() {
    let _spawn = Porter::spawn;
}
