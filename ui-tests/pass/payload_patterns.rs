//! Holds: every form of a payload's pattern, and bindings that only some clauses use
#![deny(warnings)]

use std::time::Duration;

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Shape {
    Unit,
    Tuple(u32, u32, u32),
    Fields { a: u32, b: u32, c: u32 },
    Renamed { a: u32, b: u32 },
}

#[derive(EventVariant)]
enum Turn {
    Next,
    Pair((u32, u32)),
    Flag(bool),
    Word(Option<String>),
    Many { first: u32, second: u32 },
}

fsm! {
    struct ShapeMachine;
    state: Shape;
    event: Turn;
    context: ();
    initial: Unit;

    state Unit {
        on Next => Tuple(1, 2, 3);
        on Pair((a, b)) => Fields { a, b, c: 0 };
        on Flag(true) => stay;
        on Flag(false) => reject;
        on Word(Some(word)) if word == "x" => stay;
        on Word(Some(_)) | Word(None) => stay;
        on Many { first, second: b } if first < b => Renamed { a: first, b };
        on Many { .. } => reject;
    }
    state Tuple(first, _, third) {
        timeout Duration::from_secs(u64::from(*first)) => stay;
        on Next if *third > 2 => Unit;
        on Next => reject;
    }
    state Fields { a, b: _, .. } {
        on Next => stay { a: *a + 1, b: *a, c: 7 };
        on Many { first: a, .. } => Tuple(a, a, a);
    }
    state Renamed { a: left, b: right } {
        every Duration::from_millis(10) => stay { a: *right };
        on Next if left == right => Unit;
        on Next => stay { b: *left };
    }
    unhandled => stay;
}

fn main() {
    let mut slot = Slot::new(ShapeMachine::initial());
    let turns = [
        Turn::Next,
        Turn::Pair((1, 2)),
        Turn::Flag(true),
        Turn::Word(None),
        Turn::Many { first: 1, second: 2 },
    ];
    for turn in turns {
        let step = ShapeMachine::step(&mut slot, Trigger::Event(turn), &(), &mut Vec::new());
        assert!(step.is_ok());
    }
    assert!(matches!(slot.get(), Some(Shape::Tuple(1, 2, 3))));
}
