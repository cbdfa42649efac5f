//! Holds: machines in a trait's method, a method, a constant's block, a closure and an async block
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use steadfast::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Lamp {
    On,
    Off,
}
#[derive(Debug, EventVariant)]
enum Press {
    Button,
    Error(Fault),
}

type Machines = StateMachine<Lamp, Press, u32, String>;

trait Make {
    fn make(&self) -> Machines {
        fsm! {
            state: Lamp;
            event: Press;
            context: u32;
            action: String;
            initial: Off;
            state Off { on Button => On; }
            state On { on Button => Off; }
            unhandled => stay;
        }
    }
}

struct Maker;

impl Make for Maker {}

impl Maker {
    const LIMIT: u32 = 3;

    fn hidden(&self) -> &'static str {
        fsm! {
            struct Hidden;
            trait HiddenWork;
            state: Lamp;
            event: Press;
            context: u32;
            initial: Off;
            error: Press::Error;
            state Off { on Button if *context > Maker::LIMIT => On; on Button => stay; }
            state On: Poll { on Button => Off; }
            any { on Error(_) => Off; }
        }

        #[supervisor(Hidden)]
        struct Keeper;

        impl HiddenWork for Keeper {
            async fn on(&mut self, _: &Lamp, _: &mut u32) -> Next<Press> {
                Ok(next::again())
            }
        }

        let _spawn = Keeper::spawn;
        Hidden::GRAPH.states[0].name
    }
}

const _: () = {
    fsm! {
        struct OfAConstant;
        state: Lamp;
        event: Press;
        context: ();
        initial: Off;
        state Off { on Button => On; }
        state On { on Button => Off; }
        unhandled => stay;
    }
};

fn main() {
    let future = async {
        let machine: Machines = fsm! {
            state: Lamp;
            event: Press;
            context: u32;
            action: String;
            initial: Lamp::On;
            state Off { on Button => On; }
            state On { on Button => Off; }
        };
        machine
    };
    drop(future);
    let machines: Vec<Machines> = (0..2)
        .map(|n| fsm! {
            state: Lamp;
            event: Press;
            context: u32;
            action: String;
            initial: if n > 0 { Lamp::On } else { Lamp::Off };
            state Off { on Button if *context > n => On do [(format!("{n}"))]; on Button => stay; }
            state On { on Button => Off do [{ String::from("off") }]; }
        })
        .collect();
    assert_eq!(machines[1].state(), &Lamp::On);
    assert_eq!(Maker.make().state(), &Lamp::Off);
    assert_eq!(Maker.hidden(), "Off");
}
