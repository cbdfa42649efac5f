//! Holds: the user's own `matches!`, `unreachable!`, `panic!`, `vec!` and their like, and functions named like the machine's words
#![deny(warnings)]
#![allow(dead_code, unused_macros)] // They are here to be in the way.

use steadfast::prelude::*;

macro_rules! in_the_way {
    ($($name:ident)*) => {
        $(macro_rules! $name {
            ($d:tt) => {
                compile_error!("generated code took the user's macro");
            };
            () => {
                compile_error!("generated code took the user's macro");
            };
        })*
    };
}

in_the_way! {
    matches unreachable panic vec format assert debug_assert assert_eq todo unimplemented concat
    stringify write println include_str line file column module_path env cfg ready pin join select
}

fn context() {}
fn state() {}
fn event() {}
fn actions() {}
fn node() {}
fn slot() {}
fn input() {}
fn drop() {}
fn next_state() {}
fn step() {}
fn decide() {}
fn initial() {}

#[derive(Clone, Debug, StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
}
#[derive(Debug, EventVariant)]
enum Hand {
    Push,
    Pull,
    Error(Fault),
}
enum Sound {
    Creak,
}
struct House {
    patience: std::time::Duration,
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: House;
    action: Sound;
    initial: Closed;
    error: Hand::Error;
    closed: Hand::Push;
    stop: Hand::Push;

    superstate Whole {
        on_exit do [Creak];
        state Closed { on Pull => Open { pulls: 1 }; on Push => stay; }
        state Open { pulls }: Race {
            on_entry do [Creak];
            task async { Hand::Push };
            timeout context.patience;
            every context.patience => stay do [Creak];
            on timeout if *pulls > 2 => Closed;
            on timeout | Push => Closed;
            on Pull => stay { pulls: *pulls + 1 };
        }
    }
    any { on Error(_) => Closed; }
}

#[supervisor(DoorMachine, mailbox = 4, name = "porter")]
struct Porter;

impl DoorWork for Porter {
    async fn open(&mut self, _: &Door, _: &mut House) -> Next<Hand> {
        Ok(next::again())
    }
}

impl Execute<Sound> for House {
    async fn execute(&mut self, Sound::Creak: Sound) -> Result<(), BoxError> {
        Ok(())
    }
}

fn machine() -> StateMachine<Door, Hand, House, Sound> {
    fsm! {
        state: Door;
        event: Hand;
        context: House;
        action: Sound;
        initial: Closed;
        state Closed {
            on_entry do [Creak];
            timeout context.patience => stay;
            on Pull => |_state: &Door, _event: &Hand, _context: &mut House| {
                Box::pin(async move {
                    Ok(Transition { next_state: Door::Closed, actions: Vec::new() })
                })
            };
        }
        state Open { .. } { on Push => Closed do [Creak]; }
        unhandled => stay;
    }
}

fn main() {
    let _spawn = Porter::spawn;
    let _machine = machine();
}
