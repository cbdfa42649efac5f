//! What the random runs are made of.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use steadfast::Handle;

use super::by_hand::ByHand;
use super::family::{Item, Machine, Member, Watcher};
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
    member: Member,
    form: Form,
    /// The state that it is resumed in, if it is.
    pub(crate) resumed: Option<Life>,
}

#[derive(Clone, Copy)]
enum Form {
    Item(Item),
    Expression(fn() -> Machine),
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Form::Item(_) => "item",
            Form::Expression(_) => "expression",
        })
    }
}

impl Subject {
    pub(crate) fn plan(&self) -> Plan {
        match self.form {
            Form::Item(_) => read(&format!("{} {}", self.member.headers, self.member.text)),
            Form::Expression(_) => Plan {
                // As `ByHand` says it.
                closed_ignored: true,
                ..read(self.member.text)
            },
        }
    }

    pub(crate) fn machine(&self) -> Machine {
        match (self.form, &self.resumed) {
            (Form::Item(item), Some(state)) => (item.resume)(state.clone()),
            (Form::Item(item), None) => (item.machine)(),
            (Form::Expression(machine), _) => machine(),
        }
    }

    /// As a component that `#[supervisor]` wrote, or one that was written by hand.
    pub(crate) fn spawn(&self, world: World, watcher: Watcher) -> Handle<Event, Life> {
        match self.form {
            Form::Item(item) => (item.spawn)(world, watcher),
            Form::Expression(machine) => ByHand::spawn(machine, world, watcher),
        }
    }
}

/// One that begins in its initial state.
pub(crate) fn entering() -> impl Strategy<Value = Subject> {
    let forms = FAMILY.iter().flat_map(|&member| {
        let item = member.item.map(Form::Item);
        let expression = member.expression.map(Form::Expression);
        let forms = item.into_iter().chain(expression);
        forms.map(move |form| Subject {
            member,
            form,
            resumed: None,
        })
    });
    proptest::sample::select(forms.collect::<Vec<_>>())
}

/// One that begins in its initial state, or is resumed.
pub(crate) fn subject() -> impl Strategy<Value = Subject> {
    let resumed = prop_oneof![4 => Just(None), 1 => life().prop_map(Some)];
    (entering(), resumed).prop_map(|(subject, resumed)| Subject {
        resumed: resumed.filter(|_| matches!(subject.form, Form::Item(_))),
        ..subject
    })
}

pub(crate) fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        (0..9u32).prop_map(|n| Life::A { n }),
        (0..9u32).prop_map(Life::B),
        Just(Life::C),
        (0..9u32, 0..9u32).prop_map(|(n, m)| Life::D { n, m }),
        (0..9u32, 0..9u32).prop_map(|(x, y)| Life::E(x, y)),
        (0..9u32).prop_map(|n| Life::F { n }),
    ]
}

fn tables_with(panics: [u8; 3], zero: bool) -> impl Strategy<Value = Tables> {
    let bytes = proptest::collection::vec(any::<u8>(), 61);
    let panics = proptest::sample::select(panics.to_vec());
    (bytes, panics, any::<bool>()).prop_map(move |(bytes, panics, some)| Tables {
        bytes,
        panics,
        zero: zero && some,
        chosen: BTreeMap::new(),
    })
}

pub(crate) fn tables() -> impl Strategy<Value = Tables> {
    tables_with([0, 6, 20], true)
}

/// Without clocks of no time: two of them could send a component round and round while its time
/// stands still. With more panics, so that some come in a row.
pub(crate) fn tables_of_a_loop() -> impl Strategy<Value = Tables> {
    tables_with([0, 15, 50], false)
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
