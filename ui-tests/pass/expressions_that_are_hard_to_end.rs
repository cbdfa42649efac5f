//! Holds: guards, clocks, tasks and actions with closures, matches, comparisons, generics, blocks and `|` in them
#![deny(warnings)]
#![allow(clippy::all)]

use std::collections::BTreeMap;
use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
}
#[derive(Clone, Debug, PartialEq, EventVariant)]
enum Hand {
    Push,
    Pull(u32),
    Many(Vec<(u32, u32)>),
}
#[derive(Debug, PartialEq)]
enum Sound {
    Creak(u32),
    Say { text: String },
}
struct House {
    limits: BTreeMap<u32, Vec<u32>>,
    a: bool,
    b: bool,
}

const LEAST: usize = 1;

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    action: Sound;
    initial: Closed;

    state Closed {
        timeout match context.limits.len() { 0 => Duration::ZERO, n if n > 2 => Duration::MAX, _ => Duration::from_secs(1) };
        every if context.a { Duration::from_secs(1) } else { Duration::from_secs(2) } => stay;
        on timeout if context.limits.iter().any(|(&key, limits)| limits.len() < LEAST && key >= 2) => stay;
        on timeout => Open { pulls: { let n = 1; n + 1 } };
        on Push | Pull(0 | 1) if context.a | context.b => stay;
        on Push if context.a || context.b && !(context.a ^ context.b) => stay;
        on Pull(n) if matches!(context.limits.get(&n), Some(limits) if limits.len() >= LEAST) => stay do [];
        on Pull(n) if match n { 0 => true, 1..=3 => false, _ => n << 1 < 8 || n >> 1 <= 2 } => reject;
        on Pull(n) if (|m: u32| -> bool { m > 5 })(n) => Open { pulls: n }
            do [Creak(n), Say { text: format!("{n} => {}; do [x]", n + 1) }];
        on Pull(n) if Vec::<(u32, BTreeMap<u32, u32>)>::new().len() < n as usize => Open { pulls: if n > 3 { 1 } else { 2 } };
        on Pull(_) | Push => stay;
        on Many(pairs) if pairs.iter().map(|(a, b)| a | b).collect::<Vec<_>>().is_empty() => stay;
        on Many(pairs) => Open { pulls: pairs.into_iter().fold(0, |sum, (a, b)| sum + a * b) };
    }
    state Open { pulls } {
        task { let pulls = *pulls; async move { Hand::Pull(pulls + 1) } };
        timeout Duration::from_secs(match *pulls { 0 => 1, n => u64::from(n) }) => Closed;
        every Duration::from_millis(if *pulls > 3 && *pulls << 1 >= 8 { 1 } else { 2 }) => stay;
        on_entry do [Creak(*pulls & 3 | 4), ({ let double = |n: u32| n * 2; Sound::Creak(double(*pulls)) })];
        on Push | Pull(_) | Many(_) if *pulls < 3 => Closed;
        on Push | Pull(_) | Many(_) => stay { pulls: match *pulls { 0 => 1, n => n - 1 } };
    }
}

fn main() {
    let house = House {
        limits: BTreeMap::from([(2, vec![1])]),
        a: false,
        b: false,
    };
    let mut slot = Slot::new(DoorMachine::initial());
    let mut actions = Vec::new();
    for hand in [Hand::Many(vec![]), Hand::Pull(2), Hand::Pull(9), Hand::Push, Hand::Pull(1)] {
        assert!(DoorMachine::step(&mut slot, Trigger::Event(hand), &house, &mut actions).is_ok());
    }
    assert_eq!(slot.get(), Some(&Door::Open { pulls: 7 }));
    let text = "9 => 10; do [x]".to_owned();
    assert_eq!(actions[..2], [Sound::Creak(9), Sound::Say { text }]);
}
