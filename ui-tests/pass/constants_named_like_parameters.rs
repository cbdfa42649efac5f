//! Holds: a user's constants and statics named like the parameters of generated functions
#![deny(warnings)]
#![allow(non_upper_case_globals, dead_code)]

use steadfast::prelude::*;

const state: u32 = 0;
const exit: u32 = 0;
static context: u32 = 0;
static fault: u32 = 0;

#[derive(Clone, StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Error(Fault),
}

fsm! {
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

#[supervisor(DoorMachine, completed = Porter::completed)]
struct Porter;

impl Porter {
    async fn completed(&mut self, _: &Exit<Door, Hand>, _: &mut ()) {}
}

impl DoorWork for Porter {}

fn main() {
    let _spawn = Porter::spawn;
}
