//! Holds: a crate without the standard prelude (a machine without a `trait` line, and an expression)
#![deny(warnings)]
#![no_implicit_prelude]
#![allow(dead_code)] // Nothing here is run.

#[derive(::std::clone::Clone, ::std::fmt::Debug, ::steadfast::StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
    Broken(::std::string::String),
}
#[derive(::std::fmt::Debug, ::steadfast::EventVariant)]
enum Hand {
    Push,
    Pull,
    Error(::steadfast::Fault),
}
#[derive(::std::fmt::Debug)]
enum Sound {
    Creak,
}
struct House {
    patience: ::std::time::Duration,
}

::steadfast::fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    action: Sound;
    initial: Closed;
    error: Hand::Error;
    closed: Hand::Push;
    stop: Hand::Push;

    superstate Whole {
        on_entry do [Creak];
        state Closed { on Pull => Open { pulls: 1 }; on Push => stay; }
        state Open { pulls }: Race {
            on_exit do [Creak];
            task async { Hand::Push };
            timeout context.patience => Closed;
            every context.patience * 2 => stay;
            on Push if *pulls > 3 => postpone;
            on Push => Closed;
            on Pull => stay { pulls: *pulls + 1 };
        }
    }
    any { on Error(fault) => Broken(fault.into()); }
    failure state Broken;
    unhandled => reject;
}

use ::std::convert::Into;

fn machine() -> ::steadfast::StateMachine<Door, Hand, House, Sound> {
    ::steadfast::fsm! {
        state: Door;
        event: Hand;
        context: House;
        action: Sound;
        initial: Closed;
        state Closed {
            on_entry do [Creak];
            timeout context.patience => stay;
            on Push => |_state: &Door, _event: &Hand, _context: &mut House| {
                ::std::boxed::Box::pin(async move {
                    ::std::result::Result::Ok(::steadfast::Transition {
                        next_state: Door::Closed,
                        actions: ::std::vec::Vec::new(),
                    })
                })
            };
            on Pull => Open { pulls: 0 };
        }
        state Open { pulls } { on Pull => stay { pulls: *pulls + 1 }; }
        terminal state Broken;
        unhandled => stay;
    }
}

fn main() {
    let _start = <DoorMachine as ::steadfast::Machine>::start;
    let _machine = machine();
}
