//! Holds: components that hold each other, and themselves, by the associated types of supervisors
#![deny(warnings)]
#![allow(dead_code)]

use steadfast::prelude::*;
use steadfast::{Machine, Supervisor, WeakHandle};

type To<T> = WeakHandle<<T as Supervisor>::Event, <T as Supervisor>::State>;

#[derive(Clone, StateVariant)]
enum Door {
    Open(Option<To<Bell>>),
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push(To<Bell>),
    Error(Fault),
}
struct House {
    door: To<Porter>,
    bell: To<Bell>,
    last: <DoorMachine as Machine>::State,
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;
    error: Hand::Error;

    state Closed { on Push(bell) => Open(Some(bell)); }
    state Open: Race { on Push(_) => Closed; }
    any { on Error(_) => Closed; }
}

#[supervisor(DoorMachine)]
struct Porter(Option<To<Porter>>, Option<To<Bell>>);

impl DoorWork for Porter {
    async fn open(&mut self, _: &Door, _: &mut House) -> Next<Hand> {
        Ok(next::end())
    }
}

#[derive(Clone, StateVariant)]
enum Sound {
    Quiet,
    Loud(To<Porter>),
}
#[derive(EventVariant)]
enum Cord {
    Pull(To<Porter>),
    Error(Fault),
}

fsm! {
    struct BellMachine;
    trait BellWork;
    state: Sound;
    event: Cord;
    context: Option<To<Bell>>;
    initial: Quiet;
    error: Cord::Error;

    state Quiet { on Pull(door) => Loud(door); }
    state Loud { on Pull(_) => Quiet; }
    any { on Error(_) => Quiet; }
}

#[supervisor(BellMachine)]
struct Bell(Option<To<Porter>>);

impl BellWork for Bell {}

fn main() {
    let _spawns = (Porter::spawn, Bell::spawn);
}
