//! A machine that is right gives no warning: names are bound only where they are used.

#![deny(warnings)]

use steadfast::prelude::*;

use super::fixture::{Do, Journal, both, ready, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Cup {
    Empty { size: u32 },
    Full { size: u32, tea: Tea },
    Broken,
}

#[derive(Debug, PartialEq)]
struct Tea(u32);

#[derive(Debug, EventVariant)]
enum Hand {
    Pour(u32),
    Swap,
    Drink,
    Drop { context: u32, state: u32 },
}

both! {
    fn cups() -> StateMachine<Cup, Hand, Journal, Do>;
    struct CupMachine;

    state: Cup;
    event: Hand;
    context: Journal;
    action: Do;
    initial: Empty { size: 2 };

    // `size` is bound and not used: as a field of the target it is only mentioned.
    state Empty { size } {
        on Pour(mut amount) => Full { size: 3, tea: Tea({ amount *= 2; amount }) };
        on Swap => stay { size: 4 };
        on Drink => reject;
    }
    // `tea` is used only by an arm that takes it.
    state Full { size, tea } {
        on Pour(_) => reject;
        on Swap => move Full { tea: Tea(tea.0 + size), size };
        on Drink => Empty { size: 1 };
    }
    any {
        on Drop { context, state } if context > state => Broken do [Tell(format!("{context}"))];
        on Drop { state: _, .. } => stay;
    }
    terminal state Broken;
}

#[test]
fn a_machine_that_is_right_compiles_without_a_warning() {
    for mut cup in cups() {
        let mut context = Journal::default();
        for event in [Hand::Swap, Hand::Pour(2), Hand::Swap] {
            ready(cup.handle(event, &mut context)).unwrap();
        }
        let full = Cup::Full {
            size: 3,
            tea: Tea(7),
        };
        assert_eq!(cup.state(), &full);
        ready(cup.handle(Hand::Drink, &mut context)).unwrap();
        let drop = |context, state| Hand::Drop { context, state };
        assert_eq!(ready(cup.handle(drop(1, 2), &mut context)).unwrap(), []);
        let said = ready(cup.handle(drop(2, 1), &mut context)).unwrap();
        assert_eq!(words(said), ["2"]);
    }
}
