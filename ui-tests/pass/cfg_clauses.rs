//! Holds: `cfg` before every kind of clause and before a whole machine, on and off
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum Valve {
    Shut,
    Open,
    #[cfg(test)]
    Mocked,
    #[cfg(test)]
    Stuck,
    #[cfg(not(test))]
    Real,
    Failed(String),
}

#[derive(Debug, EventVariant)]
enum Hand {
    Turn,
    #[cfg(test)]
    Mock,
    Error(String),
}

#[derive(Debug)]
enum Sound {
    Hiss,
    #[cfg(test)]
    Beep,
}

struct Pipe;

fsm! {
    struct ValveMachine;
    trait ValveWork;
    state: Valve;
    event: Hand;
    context: Pipe;
    action: Sound;
    initial: Shut;
    error: Hand::Error;

    state Shut {
        #[cfg(test)]
        on Mock => Mocked;
        #[cfg(test)]
        on Turn => Mocked;
        #[cfg(not(test))]
        on Turn => Open;
        #[cfg(not(test))]
        on_entry do [Hiss];
        #[cfg(test)]
        on_entry do [Beep];
    }
    superstate Wet {
        #[cfg(test)]
        timeout mock_time();
        #[cfg(not(test))]
        timeout Duration::from_secs(1);
        state Open: Poll {
            #[cfg(test)]
            every mock_time() => stay;
            #[cfg(test)]
            on_exit do [Beep];
            #[cfg(test)]
            task mock_task();
            #[cfg(not(test))]
            on Turn => Real;
            #[cfg(test)]
            on Turn => Shut;
            #[cfg(test)]
            unhandled => stay;
        }
        #[cfg(test)]
        state Mocked: Race { on Turn => Shut; on Mock => stay; }
        #[cfg(not(test))]
        state Real: Race { on Turn => Shut; }
        on timeout => Shut;
    }
    #[cfg(test)]
    superstate Never {
        state Stuck { on Turn | Mock => Open; }
    }
    #[cfg(test)]
    any { on Error(_) => Mocked; }
    #[cfg(not(test))]
    any { on Error(text) => Failed(text); }
    #[cfg(test)]
    unhandled => stay;
    failure state Failed;
}

#[cfg(test)]
fsm! {
    struct SpareMachine;
    state: NotThere;
    event: NotThere;
    context: NotThere;
    initial: Shut;
    state Shut { on Turn => stay; }
}

#[cfg(not(test))]
fsm! {
    struct SpareMachine;
    state: Valve;
    event: Hand;
    context: Pipe;
    initial: Shut;
    state Shut { on Turn => Open; on Error(text) => Failed(text); }
    state Open { on Turn => Real; on Error(_) => stay; }
    state Real { on Turn => Shut; on Error(_) => stay; }
    failure state Failed;
}

// A `cfg` on the line of the machine is one for all of it, with what names a type that is not there;
// one on the line of the trait is for what supervisors need.
fsm! {
    #[cfg(test)]
    struct LeakMachine;
    trait LeakWork;
    state: NotThere;
    event: NotThere;
    context: NotThere;
    initial: Shut;
    error: Error;
    state Shut: Poll { on Error(_) => Gone; }
    terminal state Gone;
}

fsm! {
    /// As it is.
    #[cfg(not(test))]
    #[cfg_attr(not(test), derive(Debug), cfg(all()))]
    struct LeakMachine;
    #[cfg(not(test))]
    trait LeakWork;
    state: Valve;
    event: Hand;
    context: Pipe;
    initial: Shut;
    error: Error;
    state Shut: Poll { on Turn => Open; on Error(text) => Failed(text); }
    state Open { on Turn => Real; on Error(_) => stay; }
    state Real { on Turn => Shut; on Error(_) => stay; }
    failure state Failed;
}

fsm! {
    struct DripMachine;
    #[cfg(test)]
    trait DripWork;
    state: Valve;
    event: Hand;
    context: Pipe;
    initial: Shut;
    error: Error;
    state Shut: Poll { on Turn => Open; on Error(text) => Failed(text); }
    state Open { on Turn => Real; on Error(_) => stay; }
    state Real { on Turn => Shut; on Error(_) => stay; }
    failure state Failed;
}

#[supervisor(LeakMachine)]
struct Finder;

impl LeakWork for Finder {
    async fn shut(&mut self, _: &Valve, _: &mut Pipe) -> Next<Hand> {
        Ok(next::again())
    }
}

#[supervisor(ValveMachine)]
struct Plumber;

impl ValveWork for Plumber {
    async fn open(&mut self, _: &Valve, _: &mut Pipe) -> Next<Hand> {
        Ok(next::emit(Hand::Turn))
    }
    #[cfg(test)]
    async fn mocked(&mut self, _: &Valve, _: &mut Pipe) -> Next<Hand> {
        Ok(next::emit(Hand::Mock))
    }
    #[cfg(not(test))]
    async fn real(&mut self, _: &Valve, _: &mut Pipe) -> Next<Hand> {
        Ok(next::again())
    }
}

impl Execute<Sound> for Pipe {
    async fn execute(&mut self, sound: Sound) -> Result<(), BoxError> {
        match sound {
            Sound::Hiss => Ok(()),
            #[cfg(test)]
            Sound::Beep => Ok(()),
        }
    }
}

fn main() {
    let _spawn = Plumber::spawn;
    let names: Vec<_> = ValveMachine::GRAPH.states.iter().map(|state| state.name).collect();
    assert_eq!(names, ["Shut", "Open", "Real", "Failed"]);
    assert_eq!(SpareMachine::GRAPH.states.len(), 4);
    let _spawn = Finder::spawn;
    assert_eq!(format!("{LeakMachine:?} {}", DripMachine::GRAPH.name), "LeakMachine DripMachine");
}
