//! Holds: types through aliases, modules and turbofish; targets and events by longer paths
#![deny(warnings)]

use steadfast::prelude::*;

mod types {
    use steadfast::{EventVariant, StateVariant};

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub enum Slot<T> {
        Empty,
        Full(T),
        Pair { left: T, right: T },
    }
    #[derive(Debug, EventVariant)]
    pub enum Hand<T> {
        Put(T),
        Take,
    }
    pub enum Deed {
        Tell(String),
    }
    impl Deed {
        pub const BEEP: fn() -> Deed = || Deed::Tell(String::from("beep"));
    }
    pub fn tell(text: &str) -> Deed {
        Deed::Tell(text.to_owned())
    }
}

type Place = types::Slot<u32>;
type Move = types::Hand<u32>;

fsm! {
    struct ByAlias;
    state: Place;
    event: Move;
    context: ();
    action: types::Deed;
    initial: Place::Empty;

    state Place::Empty {
        on Move::Put(n) => Place::Full(n) do [types::tell("put"), types::Deed::Tell(String::new())];
        on types::Hand::Take => reject;
    }
    state types::Slot::<u32>::Full(n) {
        on Put(m) => Pair { left: *n, right: m } do [{ types::Deed::BEEP() }];
        on Take => types::Slot::Empty;
    }
    state Pair { left, .. } {
        on Take => Full(*left);
        on Put(_) => reject;
    }
}

fsm! {
    struct ByPath;
    state: types::Slot::<Vec<(u32, u32)>>;
    event: crate::types::Hand<Vec<(u32, u32)>>;
    context: std::collections::HashMap<u32, Vec<u32>>;
    initial: Empty;

    state Empty {
        on Put(n) if context.is_empty() => Full(n);
        on Put(_) | Take => stay;
    }
    state Full(_) {
        on Take => types::Slot::<Vec<(u32, u32)>>::Empty;
        on Put(right) => Pair { left: Vec::<(u32, u32)>::new(), right };
    }
    state Pair { .. } {
        on Take => Empty;
        on Put(_) => reject;
    }
}

fn main() {
    let mut slot = steadfast::Slot::new(ByAlias::initial());
    let mut actions = Vec::new();
    for hand in [types::Hand::Put(1), Move::Put(2), Move::Take] {
        assert!(ByAlias::step(&mut slot, Trigger::Event(hand), &(), &mut actions).is_ok());
    }
    assert_eq!(slot.get(), Some(&types::Slot::Full(1)));
    assert_eq!(actions.len(), 3);
    for types::Deed::Tell(text) in actions {
        drop(text);
    }
    assert_eq!(ByPath::initial(), types::Slot::Empty);
}
