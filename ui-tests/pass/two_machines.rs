//! Holds: two machines in one module, over the same enums, with supervisors of their own
#![deny(warnings)]

use steadfast::prelude::*;

#[derive(Clone, StateVariant)]
enum Lamp {
    On,
    Off,
}
#[derive(EventVariant)]
enum Press {
    Button,
    Error(Fault),
}

fsm! {
    struct Toggle;
    trait ToggleWork;
    state: Lamp;
    event: Press;
    context: ();
    initial: Off;
    error: Press::Error;

    state Off: Poll { on Button => On; }
    state On: Poll { on Button => Off; }
    any { on Error(fault) if fault.state() == "On" => Off; on Error(_) => stay; }
}

fsm! {
    trait LatchWork;
    struct Latch;
    error: Press::Error;
    initial: Off;
    context: ();
    event: Press;
    state: Lamp;

    any { on Error(_) => Off; }
    state On { on Button => stay; }
    state Off { on Button => On; }
}

#[supervisor(Toggle)]
struct First;
impl ToggleWork for First {
    async fn off(&mut self, _: &Lamp, _: &mut ()) -> Next<Press> {
        Ok(next::again())
    }
    async fn on(&mut self, _: &Lamp, _: &mut ()) -> Next<Press> {
        Ok(next::again())
    }
}

#[supervisor(Latch)]
struct Second;
impl LatchWork for Second {}

fn main() {
    let _spawns = (First::spawn, Second::spawn);
    let buttons = [Press::Button];
    assert_eq!(buttons.len(), 1);
}
