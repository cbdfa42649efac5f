//! What the random runs are made of.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use steadfast::Handle;

use super::by_hand::ByHand;
use super::family::{Machine, Member, Watcher};
use super::machines::FAMILY;
use super::plan::Plan;
use super::read::read;
use super::world::{Event, Life, Tables, Trouble, World};

/// How many cases, unless PROPTEST_CASES says it; the same ones every time, unless
/// PROPTEST_RNG_SEED is given.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    ProptestConfig {
        cases: match std::env::var_os("PROPTEST_CASES") {
            Some(_) => given.cases,
            None => cases,
        },
        rng_seed: match given.rng_seed {
            RngSeed::Random => RngSeed::Fixed(1),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        failure_persistence: None,
        ..given
    }
}

/// One machine in one of its forms.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) member: Member,
    pub(crate) is_expression: bool,
    /// The state that it is resumed in, if it is.
    pub(crate) resumed: Option<Life>,
}

impl Subject {
    pub(crate) fn plan(&self) -> Plan {
        if !self.is_expression {
            return read(&format!("{} {}", self.member.headers, self.member.text));
        }
        let mut plan = read(self.member.text);
        // As `ByHand` says it.
        plan.closed_ignored = true;
        plan
    }

    /// As a component that `#[supervisor]` wrote, or one that was written by hand.
    pub(crate) fn spawn(&self, world: World, watcher: Watcher) -> Handle<Event, Life> {
        match self.member.item {
            Some(item) if !self.is_expression => (item.spawn)(world, watcher),
            _ => ByHand::spawn(self.member.expression, world, watcher),
        }
    }

    pub(crate) fn machine(&self) -> Machine {
        match (self.member.item, &self.resumed) {
            (Some(item), Some(state)) => (item.resume)(state.clone()),
            (Some(item), None) if !self.is_expression => (item.machine)(),
            _ => (self.member.expression)(),
        }
    }
}

fn member() -> impl Strategy<Value = Member> {
    (0..FAMILY.len()).prop_map(|at| FAMILY[at])
}

fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        (0..9u32).prop_map(|n| Life::A { n }),
        (0..9u32).prop_map(Life::B),
        Just(Life::C),
        (0..9u32, 0..9u32).prop_map(|(n, m)| Life::D { n, m }),
        (0..9u32, 0..9u32).prop_map(|(x, y)| Life::E(x, y)),
        (0..9u32).prop_map(|n| Life::F { n }),
    ]
}

pub(crate) fn subject() -> impl Strategy<Value = Subject> {
    let resumed = prop_oneof![4 => Just(None), 1 => life().prop_map(Some)];
    (member(), any::<bool>(), resumed).prop_map(|(member, is_expression, resumed)| {
        let resumed = resumed.filter(|_| member.item.is_some());
        Subject {
            member,
            is_expression: member.item.is_none() || (is_expression && resumed.is_none()),
            resumed,
        }
    })
}

/// One that begins in its initial state.
pub(crate) fn entering() -> impl Strategy<Value = Subject> {
    (member(), any::<bool>()).prop_map(|(member, is_expression)| Subject {
        member,
        is_expression: is_expression || member.item.is_none(),
        resumed: None,
    })
}

pub(crate) fn tables() -> impl Strategy<Value = Tables> {
    let bytes = proptest::collection::vec(any::<u8>(), 61);
    let panics = prop_oneof![Just(0), Just(6), Just(20)];
    (bytes, panics, any::<bool>()).prop_map(|(bytes, panics, zero)| Tables {
        bytes,
        panics,
        zero,
    })
}

/// Without clocks of no time: two of them could send a component round and round while its time
/// stands still.
pub(crate) fn tables_of_a_loop() -> impl Strategy<Value = Tables> {
    tables().prop_map(|tables| Tables {
        zero: false,
        ..tables
    })
}

pub(crate) fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => Just(Event::P),
        3 => (0..4u32).prop_map(Event::Q),
        3 => (0..4u32).prop_map(|k| Event::R { k }),
        3 => Just(Event::T),
        3 => (0..4u32).prop_map(Event::U),
        3 => Just(Event::W),
        6 => (0..6u32).prop_map(Event::Jump),
        1 => (6..8u32).prop_map(Event::Jump),
        1 => (0..9u32).prop_map(|code| Event::Error(Trouble(code))),
    ]
}

pub(crate) fn script<T: std::fmt::Debug>(
    step: impl Strategy<Value = T>,
    steps: usize,
) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(step, 1..steps)
}
