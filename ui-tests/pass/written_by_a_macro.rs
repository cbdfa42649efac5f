//! Holds: machines written by the user's own macro, from names, types, paths, patterns, expressions and whole clauses
#![deny(warnings)]

use std::time::Duration;

use steadfast::prelude::*;

mod types {
    use steadfast::prelude::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub enum Door {
        Open { pulls: u32 },
        Closed,
        Gone(&'static str),
    }
    #[derive(Debug, EventVariant)]
    pub enum Hand {
        Push,
        Pull(u32),
        Error(String),
    }
    #[derive(Debug, PartialEq)]
    pub enum Sound {
        Creak(u32),
    }
}

use types::{Door, Hand, Sound};

#[derive(Clone, Copy)]
struct House {
    limit: u32,
}

impl Execute<Sound> for House {
    async fn execute(&mut self, Sound::Creak(n): Sound) -> Result<(), BoxError> {
        self.limit += n;
        Ok(())
    }
}

macro_rules! door {
    (
        $(#[$meta:meta])*
        $vis:vis $name:ident / $work:ident by $porter:ident . $method:ident,
        $state:ty, $event:path, $context:ty, $action:path,
        $first:ident -> $second:ident,
        pull = $pull:ident, limit = $limit:expr, patience = $patience:expr,
        error = $error:path, wide = $wide:pat, word = $word:literal,
        { $($clause:tt)* }
    ) => {
        fsm! {
            $(#[$meta])*
            $vis struct $name;
            $vis trait $work;
            state: $state;
            event: $event;
            context: $context;
            action: $action;
            initial: $first;
            error: $error;

            state $first {
                on $pull(n) if n > context.limit + $limit => $second { pulls: n } do [Creak($limit)];
                on $pull($wide) => stay;
                on $pull(_) => Gone($word);
                on Push => stay;
            }
            state $second { pulls }: Race {
                timeout $patience => $first;
                every $patience * 2 => stay { pulls: $limit };
                on $pull(n) => stay { pulls: *pulls + n * $limit };
                on Push => $first;
            }
            any { on Error(_) => $first; }
            $($clause)*
        }

        #[supervisor($name)]
        $vis struct $porter;

        impl $work for $porter {
            async fn $method(&mut self, _: &$state, _: &mut $context) -> Next<$event> {
                Ok(next::again())
            }
        }
    };
}

door! {
    /// A door written by a macro.
    pub(crate) DoorMachine / DoorWork by Porter.open,
    Door, Hand, House, Sound,
    Closed -> Open,
    pull = Pull, limit = u32::pow(2, 1), patience = Duration::from_secs(1) + Duration::from_secs(2),
    error = Hand::Error, wide = 0..=3, word = "gone",
    { terminal state Gone; }
}

mod inner {
    use super::*;

    door! {
        Second / SecondWork by Keeper.open,
        crate::types::Door, crate::types::Hand, super::House, types::Sound,
        Closed -> Open,
        pull = Pull, limit = u32::from(true), patience = Duration::MAX,
        error = types::Hand::Error, wide = 1 | 2, word = "away",
        {
            failure state Gone { on_entry do [Creak(3)]; }
            unhandled => reject;
        }
    }

    pub(super) fn check() {
        let _spawn = Keeper::spawn;
        assert_eq!(Second::initial(), Door::Closed);
    }
}

macro_rules! by_expression {
    ($state:ty, $event:ty, $start:expr, $pulled:expr, $on:ident => $to:ident) => {
        fsm! {
            state: $state;
            event: $event;
            context: House;
            action: Sound;
            initial: $start;
            state Closed {
                on $on(_) => $pulled;
                on Push => $to("pushed") do [Creak(context.limit)];
            }
            state Open { .. } { timeout Duration::from_secs(1) => $to("late"); }
            terminal state Gone;
        }
    };
}

fn main() {
    inner::check();
    let _spawn = Porter::spawn;
    let mut slot = Slot::new(DoorMachine::initial());
    let house = House { limit: 3 };
    let mut actions = Vec::new();
    for hand in [Hand::Pull(2), Hand::Push, Hand::Pull(6), Hand::Pull(2)] {
        assert!(DoorMachine::step(&mut slot, Trigger::Event(hand), &house, &mut actions).is_ok());
    }
    assert_eq!(slot.get(), Some(&Door::Open { pulls: 10 }));
    assert_eq!(actions, [Sound::Creak(2)]);
    let machine: StateMachine<Door, Hand, House, Sound> = by_expression!(
        Door,
        Hand,
        Door::Closed,
        |_state: &Door, _event: &Hand, _context: &mut House| Box::pin(async move {
            Ok(Transition { next_state: Door::Open { pulls: 0 }, actions: vec![] })
        }),
        Pull => Gone
    );
    assert_eq!(machine.state(), &Door::Closed);
}
