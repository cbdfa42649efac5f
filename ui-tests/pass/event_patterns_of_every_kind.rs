//! Holds: ranges, constants, slices, literals, boxes, nested enums and `@` in the payloads of events
#![deny(warnings)]
#![allow(dead_code)] // Not every event is sent here.

use std::convert::Infallible;

use steadfast::prelude::*;

mod limits {
    pub const TOP: u32 = 9;
}

const LIMIT: u32 = 3;

#[derive(Debug, PartialEq, StateVariant)]
enum Gate {
    Idle,
    Busy(Option<u32>),
}

#[derive(Debug, EventVariant)]
enum Input {
    Number(u32),
    Text(&'static str, i8),
    Nested(Option<Result<u32, String>>),
    Slice { xs: [u32; 3], letter: char },
    Never(Infallible),
    Boxed(Box<u32>),
    Inner(Inner),
}

#[derive(Debug)]
enum Inner {
    A,
    B { k: u32 },
}

fsm! {
    struct GateMachine;
    state: Gate;
    event: Input;
    context: u32;
    initial: Idle;

    state Idle {
        on Number(n @ 1..=2) => Busy(Some(n));
        on Number(LIMIT) => stay;
        on Number(limits::TOP..) if context > &1 => reject;
        on Number(n @ (4 | 5)) => Busy(Some(n));
        on Number(_) => stay;
        on Text("x", -1) => stay;
        on Text("x" | "y", i8::MIN..=0) => reject;
        on Text(..) => stay;
        on Nested(Some(Ok(n))) if n > 3 => Busy(Some(n));
        on Nested(Some(Ok(_) | Err(_)) | None) => stay;
        on Slice { xs: [first, .., last], letter: 'a'..='z' } if first < last => Busy(Some(first));
        on Slice { .. } => stay;
        on Boxed(n) if *n > 3 => Busy(Some(*n));
        on Boxed(_) => stay;
        on Inner(Inner::B { k: 3 }) => Busy(None);
        on Inner(inner @ Inner::B { .. }) if format!("{inner:?}").len() > 3 => stay;
        on Inner(Inner::A | Inner::B { .. }) => stay;
    }
    state Busy(n) {
        on Number(_) => Idle;
        on Text(_, _) if n.is_some_and(|n| n > LIMIT) => Idle;
        on whole @ Nested(Some(_)) if format!("{whole:?}").is_empty() => stay;
        unhandled => stay;
    }
}

fn main() {
    let mut slot = Slot::new(GateMachine::initial());
    let inputs = [
        Input::Number(3),
        Input::Text("y", 1),
        Input::Boxed(Box::new(2)),
        Input::Slice {
            xs: [4, 5, 6],
            letter: 'q',
        },
        Input::Nested(Some(Ok(1))),
    ];
    for input in inputs {
        let step = GateMachine::step(&mut slot, Trigger::Event(input), &1, &mut Vec::new());
        assert!(step.is_ok());
    }
    assert_eq!(slot.get(), Some(&Gate::Busy(Some(4))));
}
