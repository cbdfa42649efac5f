//! Each edge of a graph is made by the machine, in each state where it applies: with all guards false
//! but its own, unless an arm further in takes its trigger in any case.

use std::collections::{BTreeMap, BTreeSet};

use steadfast::graph::EdgeKind;
use steadfast::{Slot, StateVariant};

use super::super::read;
use super::super::world::{Event, Life, Tables, Trouble, World};
use super::moves::{Timed, one_clock, site, step};
use super::walk::{By, Cause, Walk};
use super::{GRAPHED, Graphed};

/// One of each state that can be left.
fn lives() -> Vec<Life> {
    vec![
        Life::A { n: 3 },
        Life::B(4),
        Life::C,
        Life::D { n: 5, m: 2 },
        Life::E(1, 6),
        Life::F { n: 7 },
    ]
}

/// Every event that a pattern of the family tells from others, and more.
fn events() -> Vec<Event> {
    let numbers = (0..9).flat_map(|k| [Event::Q(k), Event::R { k }, Event::U(k), Event::Jump(k)]);
    let plain = [Event::P, Event::T, Event::W, Event::Error(Trouble(3))];
    plain.into_iter().chain(numbers).collect()
}

/// Everything that can come in a state.
fn causes(walk: Walk, state: &Life) -> Vec<Cause> {
    let events = events().into_iter().map(Cause::Event);
    let clocks = walk.clocks_in(state.variant_name()).into_iter();
    events.chain(clocks.map(|(clock, _)| clock)).collect()
}

fn guard_sites(walk: Walk, number: usize) -> Vec<u32> {
    let guard = walk.0.edges[number].guard.map(read::guard);
    guard.iter().flatten().map(site).collect()
}

/// All guards false but those of some edges.
fn guards(walk: Walk, holding: &[usize]) -> BTreeMap<u32, u8> {
    let all = 0..walk.0.edges.len();
    let sites = all.flat_map(|number| guard_sites(walk, number));
    let mut answers: BTreeMap<u32, u8> = sites.map(|site| (site, 0)).collect();
    let holding = holding.iter().flat_map(|&number| guard_sites(walk, number));
    answers.extend(holding.map(|site| (site, 1)));
    answers
}

/// Lets it come in a state, and says by what the machine stepped: as the graph says, or it panics.
fn step_by(graphed: &Graphed, state: &Life, cause: &Cause, guards: BTreeMap<u32, u8>) -> By {
    let walk = Walk(graphed.item.graph);
    let mut chosen = one_clock(walk, Some(cause));
    chosen.extend(guards);
    let tables = Tables {
        bytes: vec![2, 45, 131, 7, 88],
        panics: 0,
        zero: false,
        chosen,
    };
    match cause {
        Cause::Event(event) => {
            let world = World::new(tables);
            let seen = step(
                graphed,
                &mut Slot::new(state.clone()),
                event.clone(),
                &world,
            );
            let by = walk.explain(cause, &seen);
            by.unwrap_or_else(|doubt| panic!("{graphed:?} {cause:?} {seen:#?} {doubt}"))
        }
        clock => {
            let mut timed = Timed::new(graphed, Some(state), tables, Some(clock.clone()));
            timed.tick().expect("the clock fires")
        }
    }
}

#[test]
fn each_edge_is_made_in_each_state_where_it_applies_unless_an_inner_arm_takes_its_trigger() {
    let mut kinds = BTreeSet::new();
    let mut covered = 0;
    for graphed in GRAPHED.iter() {
        let walk = Walk(graphed.item.graph);
        for state in lives() {
            let edges = walk.edges_in(state.variant_name());
            for (place, &number) in edges.iter().enumerate() {
                let edge = &walk.0.edges[number];
                let causes = causes(walk, &state).into_iter();
                let causes = causes.filter(|cause| walk.is_tried(number, cause).is_some());
                // Whose turn comes first, and who has no guard.
                let cover = |cause: &Cause| {
                    let mut before = edges[..place]
                        .iter()
                        .map(|&number| (number, &walk.0.edges[number]));
                    let takes = |number| walk.is_tried(number, cause).is_some();
                    let cover =
                        before.find(|(number, cover)| cover.guard.is_none() && takes(*number));
                    cover.map(|(_, cover)| cover.from)
                };
                let (open, closed): (Vec<_>, Vec<_>) =
                    causes.partition(|cause| cover(cause).is_none());
                for cause in &open {
                    let by = step_by(graphed, &state, cause, guards(walk, &[number]));
                    assert_eq!(
                        by,
                        By::Edge(number),
                        "{graphed:?} {state:?} {cause:?} {edge:#?}"
                    );
                    kinds.insert(format!("{:?}", edge.kind));
                }
                if open.is_empty() {
                    covered += 1;
                    assert!(
                        closed.is_empty()
                            || closed.iter().any(|cause| cover(cause) != Some(edge.from)),
                        "{graphed:?} {state:?}: nothing of its own scope hides {edge:#?}"
                    );
                }
            }
        }
    }
    let all = [
        EdgeKind::Go,
        EdgeKind::Stay,
        EdgeKind::Assign,
        EdgeKind::Postpone,
        EdgeKind::Reject,
    ];
    assert_eq!(kinds, all.iter().map(|kind| format!("{kind:?}")).collect());
    assert_ne!(covered, 0);
}

#[test]
fn each_state_does_with_each_trigger_what_the_graph_says_whether_all_guards_hold_or_none() {
    let (mut unhandled, mut nothing) = (0, 0);
    for graphed in GRAPHED.iter() {
        let walk = Walk(graphed.item.graph);
        let all: Vec<usize> = (0..walk.0.edges.len()).collect();
        for state in lives() {
            for cause in causes(walk, &state) {
                for holding in [&all[..], &[]] {
                    match step_by(graphed, &state, &cause, guards(walk, holding)) {
                        By::Edge(_) => {}
                        By::Unhandled(_) => unhandled += 1,
                        By::Nothing => nothing += 1,
                    }
                }
            }
        }
    }
    assert_ne!((unhandled, nothing), (0, 0));
}

#[test]
fn an_ended_machine_makes_no_move() {
    for graphed in GRAPHED.iter() {
        let walk = Walk(graphed.item.graph);
        let ended = [Life::Good(1), Life::Bad { n: 2 }];
        let declared = |state: &Life| {
            walk.0
                .states
                .iter()
                .any(|info| info.name == state.variant_name())
        };
        for state in ended.into_iter().filter(declared) {
            for event in events() {
                let by = step_by(graphed, &state, &Cause::Event(event), BTreeMap::new());
                assert_eq!(by, By::Nothing, "{graphed:?} {state:?}");
            }
        }
    }
}
