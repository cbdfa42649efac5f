//! Holds: an expression that the user's own macro passes on counts as a whole, in a guard, in a clock and in `stay { .. }`

#![deny(warnings)]

use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
}
#[derive(Debug, EventVariant)]
enum Hand {
    Push,
    Pull(u32),
}

macro_rules! door {
    ($limit:expr, $shut:expr, $patience:expr) => {
        fsm! {
            struct DoorMachine;
            state: Door;
            event: Hand;
            context: ();
            initial: Closed;
            state Closed {
                on Push if !$shut => Open { pulls: 0 };
                on Push => stay;
                on Pull(n) => Open { pulls: n * $limit };
            }
            state Open { pulls } {
                timeout $patience * 2 => Closed;
                on Pull(n) => stay { pulls: *pulls + n * $limit };
                on Push => Closed;
            }
        }
    };
}

door!(1 + 1, false || true, Duration::from_secs(1) + Duration::from_secs(2));

fn main() {
    let mut slot = Slot::new(DoorMachine::initial());
    let mut step = |hand| {
        let step = DoorMachine::step(&mut slot, Trigger::Event(hand), &(), &mut Vec::new());
        assert!(step.is_ok());
        slot.get().cloned()
    };
    assert_eq!(step(Hand::Push), Some(Door::Closed), "the guard");
    assert_eq!(step(Hand::Pull(3)), Some(Door::Open { pulls: 6 }), "the target");
    assert_eq!(step(Hand::Pull(2)), Some(Door::Open { pulls: 10 }), "`stay`");
}
