//! What Graphviz itself draws. Where it is not installed, these tests say that they are skipped.

use std::io::{Write, stderr};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use steadfast::__private::Arm;
use steadfast::graph::{Graph, StateInfo, SuperstateInfo};

use crate::kit;
use crate::random::{config, texts};

/// What `dot` draws of a graph, and what it says to it.
fn draw(dot: &str) -> Option<(String, String)> {
    let mut drawing = Command::new("dot");
    drawing
        .arg("-Tplain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let Ok(mut drawing) = drawing.spawn() else {
        // Past what the test harness keeps to itself.
        let _ = writeln!(stderr(), "SKIPPED, as `dot` is not here");
        return None;
    };
    let mut stdin = drawing.stdin.take().expect("it is a pipe");
    stdin.write_all(dot.as_bytes()).expect("it reads");
    drop(stdin);
    let output = drawing.wait_with_output().expect("it ends");
    let [drawn, said] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    assert!(output.status.success(), "{said}\n{dot}");
    Some((drawn, said))
}

/// It draws every box and every arrow. An arrow that it finds no way for it leaves out, and says so.
fn compare(graph: &Graph) {
    let dot = graph.dot().to_string();
    let Some((drawn, said)) = draw(&dot) else {
        return;
    };
    assert!(!said.contains("Error"), "{said}\n{dot}");
    let count = |what: &str| drawn.lines().filter(|line| line.starts_with(what)).count();
    let arrows = kit::expected(graph).arrows.len();
    // And the one from the beginning.
    assert_eq!(count("edge "), arrows + 1, "{dot}");
}

#[test]
fn graphviz_draws_every_arrow_of_a_machine() {
    for graph in kit::graphs() {
        compare(&graph);
    }
}

const STATES: [&str; 12] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"];
const GROUPS: [&str; 3] = ["Outer", "Inner", "Other"];
/// The superstates around each state, from the inside out.
const AROUND: [&[&str]; 4] = [&[], &["Outer"], &["Inner", "Outer"], &["Other"]];

/// Texts as long as those of real machines: how much room they need is what makes an arrow hard to draw.
fn text() -> impl Strategy<Value = String> {
    "[a-z]{2,9}( [a-z]{2,9}){0,8}"
}

fn arm() -> impl Strategy<Value = Arm> {
    let from = prop_oneof![
        1 => Just(None),
        8 => prop::sample::select(&STATES[..11]).prop_map(Some),
        2 => prop::sample::select(&GROUPS[..]).prop_map(Some),
    ];
    let to = prop::sample::select(&STATES[..]);
    let parts = (
        prop::option::of(text()),
        prop::collection::vec(text(), 0..2),
    );
    (from, to, parts).prop_map(|(from, to, (guard, actions))| {
        let triggers = texts(vec!["Event".to_owned()]);
        let arm = match from {
            Some(from) => Arm::of(from, triggers),
            None => Arm::any(triggers),
        };
        let arm = arm.to(to).actions(texts(actions));
        match guard {
            Some(guard) => arm.guard(guard.leak()),
            None => arm,
        }
    })
}

fn graph() -> impl Strategy<Value = Graph> {
    let state = (
        prop::sample::select(&AROUND[..]),
        prop::collection::vec(text(), 0..2),
    );
    let states = prop::collection::vec(state, 6..STATES.len());
    let arms = prop::collection::vec(arm(), 12..24);
    (states, arms).prop_map(|(states, arms)| {
        let states = states.into_iter().zip(STATES);
        let states = states
            .map(|((around, entry), name)| StateInfo::new(name).inside(around).entry(texts(entry)));
        let mut states: Vec<StateInfo> = states.collect();
        // Those of a superstate stand together, as in a declaration.
        states.sort_by_key(|state| {
            AROUND
                .iter()
                .position(|around| *around == state.superstates)
        });
        states.push(StateInfo::new(STATES[11]).failure());
        let around: [&[&str]; 3] = [&[], &["Outer"], &[]];
        let groups = GROUPS.iter().zip(around);
        let groups: Vec<SuperstateInfo> = groups
            .map(|(name, around)| SuperstateInfo::new(name).inside(around))
            .collect();
        let is_there = |name: &str| {
            states
                .iter()
                .any(|state| state.name == name || state.superstates.contains(&name))
        };
        let edges = Arm::edges::<24>(&arms)
            .into_iter()
            .take(Arm::triggers(&arms));
        let edges: Vec<_> = edges
            .filter(|edge| edge.from.is_none_or(is_there) && edge.to.is_none_or(is_there))
            .collect();
        let initial = states[0].name;
        Graph::new("Large", initial).of(states.leak(), groups.leak(), edges.leak())
    })
}

proptest! {
    // Some versions lose an arrow in one of two hundred such graphs, unless they rank all boxes at once:
    // of these cases, in the twenty-fifth.
    #![proptest_config(config(64, 6))]

    #[test]
    fn graphviz_draws_every_arrow_of_any_machine(graph in graph()) {
        compare(&graph);
    }
}
