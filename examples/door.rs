//! What does the smallest machine look like?
//!
//! States, events and the transitions between them, and nothing that runs: no supervisor, no
//! mailbox, no clock. A machine like this can sit inside any program and be tested by itself.
//!
//! Run it with `cargo run -p steadfast-examples --example door`.

use steadfast::prelude::*;

#[derive(Debug, StateVariant)]
pub enum Door {
    Open,
    Closed,
    Locked { tries: u32 },
    Jammed,
}

#[derive(Debug, EventVariant)]
pub enum Hand {
    Push,
    Pull,
    Turn { key: u32 },
}

#[derive(Debug)]
pub enum Sound {
    Creak,
    Click,
    Rattle,
}

/// What the guards look at.
pub struct Lock {
    key: u32,
    max_tries: u32,
}

fsm! {
    pub struct DoorMachine;

    state:   Door;
    event:   Hand;
    context: Lock;
    action:  Sound;
    initial: Closed;

    state Open {
        on Push => Closed do [Creak];
        on Pull | Turn { .. } => reject;
    }

    state Closed {
        on Pull => Open do [Creak];
        on Turn { key } if key == context.key => Locked { tries: 0 } do [Click];
        on Turn { .. } => stay do [Rattle];
        on Push => reject;
    }

    state Locked { tries } {
        on Turn { key } if key == context.key => Closed do [Click];
        on Turn { .. } if *tries + 1 >= context.max_tries => Jammed do [Rattle];
        on Turn { .. } => stay { tries: *tries + 1 } do [Rattle];
        on Pull => stay do [Rattle];
        on Push => reject;
    }

    terminal state Jammed;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut lock = Lock {
        key: 7,
        max_tries: 2,
    };
    let mut door = DoorMachine::machine(DoorMachine::initial());
    let hands = [
        Hand::Pull,
        Hand::Turn { key: 7 },
        Hand::Push,
        Hand::Turn { key: 7 },
        Hand::Pull,
        Hand::Turn { key: 1 },
        Hand::Turn { key: 2 },
    ];
    for hand in hands {
        let before = format!("{:?} -- {hand:?}", door.state());
        match door.handle(hand, &mut lock).await {
            Ok(sounds) => println!("{before} --> {:?} {sounds:?}", door.state()),
            Err(refusal) => println!("{before}: {refusal}"),
        }
    }
}
