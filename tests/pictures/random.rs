//! Random machines with random texts: whatever is written in one, it stays one label.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use steadfast::__private::Arm;
use steadfast::ExternalEventMode;
use steadfast::graph::{Edge, Graph, StateInfo, SuperstateInfo};

use crate::same::{compare_dot, compare_mermaid};
use crate::svg;

/// Texts of pieces that mean something to one of the languages, and of anything else that is no
/// character of control.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "[\\PC&&[^\\p{White_Space}\u{200b}\u{2060}\u{37e}∶ˋˍ‹›∗\u{ad}]]{1,4}",
        1 => "[ a-zA-Z0-9_]{1,12}",
    ];
    let texts = prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat());
    // What no text of an expression is.
    texts.prop_filter("blank", |text| !text.trim().is_empty())
}

const PIECES: &[&str] = &[
    "\"",
    "'",
    "''",
    "`",
    "```",
    "\\",
    "\\\\",
    "\\n",
    "\\l",
    "\\N",
    "\\\"",
    ";",
    ";;",
    ":",
    "::",
    ":::",
    "|",
    "||",
    "<",
    ">",
    "<<",
    ">>",
    "<=",
    ">=",
    "->",
    "=>",
    "-->",
    "---",
    "--",
    "<-",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<br/>",
    "<br>",
    "<script>",
    "</script>",
    "<T>",
    "Vec<u32>",
    "&",
    "&&",
    "&amp;",
    "&lt;",
    "&copy",
    "&copy;",
    "&#35;",
    "&#x41;",
    "#",
    "#35;",
    "#quot;",
    "##",
    "%",
    "%%",
    "%%{",
    "}%%",
    "%%{init: {}}%%",
    "{",
    "}",
    "{{",
    "}}",
    "[",
    "]",
    "[*]",
    "[[",
    "(",
    ")",
    "((",
    "*",
    "**",
    "***",
    "_",
    "__",
    "*a*",
    "_a_",
    "**a**",
    "__a__",
    "~",
    "~~",
    "$",
    "$$",
    "$$x$$",
    "@",
    "@{",
    "!",
    "?",
    ".",
    ",",
    "/",
    "//",
    "/*",
    "*/",
    "+",
    "=",
    "==",
    "^",
    "state ",
    "note right of A",
    "end note",
    "end",
    "class A b",
    "classDef",
    "[*] -->",
    "as",
    "<<fork>>",
    "<<choice>>",
    "direction LR",
    "style",
    "digraph",
    "subgraph",
    "label=",
    "https://example.com",
    "a@b.com",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "é",
    "日本",
    "🦀",
    "ß",
    "ﬁ",
    "\u{301}",
    "عربى",
    "accTitle",
    "click",
    "1. ",
    "- ",
    "> ",
    "^x^",
    "==x==",
    "--x--",
];

const STATES: [&str; 5] = ["Idle", "Note", "Öffnen", "Up", "Closed"];
const GROUPS: [&str; 3] = ["Outer", "Class", "Größe"];
const EVENTS: [&str; 4] = ["Dial", "End", "Lost(_)", "Zurück { als, .. }"];

/// As many triggers as the arms of a machine may have.
const MOST: usize = 32;

/// As it is in a constant.
pub(crate) fn texts(texts: Vec<String>) -> &'static [&'static str] {
    let texts: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();
    texts.leak()
}

/// An arm of anyone, with random texts.
fn arm() -> impl Strategy<Value = Arm> {
    let from = prop_oneof![
        1 => Just(None),
        3 => prop::sample::select(&STATES[..4]).prop_map(Some),
        2 => prop::sample::select(&GROUPS[..]).prop_map(Some),
    ];
    let trigger = prop_oneof![
        4 => prop::sample::select(&EVENTS[..]).prop_map(str::to_owned),
        1 => Just(String::new()),
        1 => text().prop_map(|period| format!("@{period}")),
    ];
    let triggers = prop::collection::vec(trigger, 1..4);
    let guard = prop::option::of(text());
    let actions = prop::collection::vec(text(), 0..3);
    let outcome = prop_oneof![
        3 => prop::sample::select(&STATES[..]).prop_map(Ok),
        2 => (0u8..4, text()).prop_map(Err),
    ];
    (from, triggers, guard, actions, outcome).prop_map(
        |(from, triggers, guard, actions, outcome)| {
            let triggers = texts(triggers);
            let mut arm = match from {
                Some(from) => Arm::of(from, triggers),
                None => Arm::any(triggers),
            };
            arm = match outcome {
                Ok(state) => arm.to(state),
                Err((0, _)) => arm,
                Err((1, _)) => arm.postpone(),
                Err((2, _)) => arm.reject(),
                Err((_, text)) => arm.assign(text.leak()),
            };
            if let Some(guard) = guard {
                arm = arm.guard(guard.leak());
            }
            arm.actions(texts(actions))
        },
    )
}

/// A machine of all that can be in a box, and of random arms.
fn graph() -> impl Strategy<Value = Graph> {
    let around: Vec<&'static [&'static str]> = vec![
        &[],
        &["Outer"],
        &["Class", "Outer"],
        &["Größe", "Class", "Outer"],
    ];
    let around = prop::sample::select(around);
    let state = (
        around,
        text(),
        text(),
        prop::collection::vec(text(), 0..3),
        0u8..16,
    );
    let states = prop::collection::vec(state, STATES.len() - 1);
    let arms = prop::collection::vec(arm(), 0..8);
    (states, arms, text()).prop_map(|(states, arms, task)| {
        let states = states.into_iter().zip(STATES);
        let states = states.map(|((around, timeout, exit, entry, bits), name)| {
            let mut state = StateInfo::new(name).inside(around);
            if bits & 1 == 1 {
                state = state
                    .timeout(texts(vec![timeout]))
                    .mode(ExternalEventMode::Race);
            }
            if bits & 2 == 2 {
                state = state.exit(texts(vec![exit])).unhandled(&["stay"]);
            }
            state.entry(texts(entry))
        });
        let mut states: Vec<StateInfo> = states.collect();
        // Those of a superstate stand together, as in a declaration.
        states.sort_by_key(|state| state.superstates.len());
        states.push(StateInfo::new(STATES[4]).failure());
        let around: [&[&str]; 3] = [&[], &["Outer"], &["Class", "Outer"]];
        let groups = GROUPS.iter().zip(around);
        let groups = groups.map(|(name, around)| SuperstateInfo::new(name).inside(around));
        let mut groups: Vec<SuperstateInfo> = groups.collect();
        groups[1] = groups[1].task(texts(vec![task]));
        // Nothing comes from a superstate that nothing is in.
        let is_there = |name: &str| {
            let is_group = GROUPS.contains(&name);
            !is_group || states.iter().any(|state| state.superstates.contains(&name))
        };
        let count = Arm::triggers(&arms);
        let edges = Arm::edges::<MOST>(&arms).into_iter().take(count);
        let edges: Vec<Edge> = edges
            .filter(|edge| edge.from.is_none_or(is_there))
            .collect();
        let states: &[StateInfo] = states.leak();
        Graph::new("Random", "Idle").of(states, groups.leak(), edges.leak())
    })
}

/// The same cases every time, unless PROPTEST_RNG_SEED is given.
pub(crate) fn config(cases: u32, seed: u64) -> ProptestConfig {
    let given = ProptestConfig::default();
    ProptestConfig {
        cases: match std::env::var_os("PROPTEST_CASES") {
            Some(_) => given.cases,
            None => cases,
        },
        rng_seed: match given.rng_seed {
            RngSeed::Random => RngSeed::Fixed(seed),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        failure_persistence: None,
        ..given
    }
}

proptest! {
    #![proptest_config(config(256, 1))]

    #[test]
    fn whatever_is_written_in_a_machine_mermaid_reads_it_as_labels(graph in graph()) {
        compare_mermaid(&graph);
    }

    #[test]
    fn whatever_is_written_in_a_machine_graphviz_reads_it_as_labels(graph in graph()) {
        compare_dot(&graph);
    }
}

proptest! {
    // A picture takes as long as a hundred texts.
    #![proptest_config(config(16, 1))]

    #[test]
    fn whatever_is_written_in_a_machine_its_picture_shows_it_as_text(graph in graph()) {
        svg::compare(&graph);
    }
}
