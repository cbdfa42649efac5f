//! Each edge of a graph is made by the machine, in each state where it applies: with all guards false
//! but its own, unless an arm further in takes its trigger in any case.

use std::collections::{BTreeMap, BTreeSet};

use steadfast::graph::{Edge, EdgeKind};
use steadfast::{Slot, StateVariant};

use super::super::read;
use super::super::world::{Event, Life, Tables, Trouble, World};
use super::moves::{Timed, one_clock, site, step};
use super::walk::{By, Cause, Walk};
use super::{GRAPHED, Graphed};

/// One of each state that can be left.
const LIVES: [Life; 6] = [
    Life::A { n: 3 },
    Life::B(4),
    Life::C,
    Life::D { n: 5, m: 2 },
    Life::E(1, 6),
    Life::F { n: 7 },
];

/// Every event that a pattern of the family tells from others, and one more of each kind.
fn events() -> Vec<Event> {
    let plain = [Event::P, Event::T, Event::W, Event::Error(Trouble(3))];
    let some = (0..4).flat_map(|k| [Event::Q(k), Event::R { k }, Event::U(k)]);
    let jumps = (0..8).map(Event::Jump);
    plain.into_iter().chain(some).chain(jumps).collect()
}

/// A machine whose guards and clocks answer as they are told.
struct Told<'a> {
    graphed: &'a Graphed,
    walk: Walk,
    /// The sites in each edge's guard.
    guards: Vec<Vec<u32>>,
}

impl<'a> Told<'a> {
    fn all() -> impl Iterator<Item = Told<'a>> {
        GRAPHED.iter().map(|graphed| {
            let walk = Walk(graphed.item.graph);
            let guards = walk.0.edges.iter().map(|edge| {
                let guard = edge.guard.map(read::guard);
                guard.iter().flatten().map(site).collect()
            });
            Told {
                graphed,
                walk,
                guards: guards.collect(),
            }
        })
    }

    fn edge(&self, number: usize) -> &'static Edge {
        &self.walk.0.edges[number]
    }

    /// Everything that can come in a state.
    fn causes(&self, state: &Life) -> Vec<Cause> {
        let events = events().into_iter().map(Cause::Event);
        let clocks = self.walk.clocks_in(state.variant_name()).into_iter();
        events.chain(clocks.map(|(clock, _)| clock)).collect()
    }

    fn is_tried(&self, number: usize, cause: &Cause) -> bool {
        self.walk.is_tried(number, cause).is_some()
    }

    /// Lets it come in a state, while the guards of these edges hold and no other. Says by what the
    /// machine stepped: if not as the graph says, it panics.
    fn step_by(&self, state: &Life, cause: &Cause, holding: &[usize]) -> By {
        let (graphed, walk) = (self.graphed, self.walk);
        let mut chosen: BTreeMap<u32, u8> = BTreeMap::new();
        chosen.extend(self.guards.iter().flatten().map(|site| (*site, 0)));
        let holding = holding.iter().flat_map(|&number| &self.guards[number]);
        chosen.extend(holding.map(|site| (*site, 1)));
        let is_clock = !matches!(cause, Cause::Event(_));
        if is_clock {
            chosen.extend(one_clock(walk, Some(cause)));
        }
        let tables = Tables {
            bytes: vec![2, 45, 131, 7, 88],
            panics: 0,
            zero: false,
            chosen,
        };
        match cause {
            Cause::Event(event) => {
                let (world, mut slot) = (World::new(tables), Slot::new(state.clone()));
                let seen = step(graphed, &mut slot, event.clone(), &world);
                let by = walk.explain(cause, &seen);
                by.unwrap_or_else(|doubt| panic!("{graphed:?} {cause:?} {seen:#?} {doubt}"))
            }
            clock => {
                let clock = Some(clock.clone());
                let mut timed = Timed::new(graphed, Some(state), tables, clock);
                timed.tick().expect("the clock fires")
            }
        }
    }
}

#[test]
fn each_edge_is_made_in_each_state_where_it_applies_unless_an_inner_arm_takes_its_trigger() {
    let (mut kinds, mut covered) = (BTreeSet::new(), 0);
    for told in Told::all() {
        let mut untried: BTreeSet<usize> = (0..told.guards.len()).collect();
        for state in LIVES {
            let name = state.variant_name();
            let causes = told.causes(&state);
            let edges = told.walk.edges_in(name);
            for (place, &number) in edges.iter().enumerate() {
                let edge = told.edge(number);
                let of = || format!("{:?} {name} {edge:#?}", told.graphed);
                // Who comes first and has no guard.
                let cover = |cause: &Cause| {
                    let mut before = edges[..place].iter().map(|&number| told.edge(number));
                    let mut numbers = edges[..place].iter();
                    before.find(|before| {
                        let number = *numbers.next().unwrap();
                        before.guard.is_none() && told.is_tried(number, cause)
                    })
                };
                let mut covers = Vec::new();
                let mut made = false;
                for cause in causes.iter().filter(|cause| told.is_tried(number, cause)) {
                    untried.remove(&number);
                    if let Some(cover) = cover(cause) {
                        covers.push(cover);
                        continue;
                    }
                    let by = told.step_by(&state, cause, &[number]);
                    assert_eq!(by, By::Edge(number), "{cause:?} {}", of());
                    kinds.insert(format!("{:?}", edge.kind));
                    made = true;
                }
                let is_clock = edge.trigger.event().is_none();
                // On a timeout, it applies where there is one.
                let applies = !(is_clock && covers.is_empty());
                if !made && applies {
                    covered += 1;
                    // In its own scope it would be shadowed, which does not compile.
                    let inner = covers.iter().any(|cover| cover.from != edge.from);
                    assert!(inner, "nothing makes it: {}", of());
                }
            }
        }
        let untried: Vec<_> = untried.iter().map(|&number| told.edge(number)).collect();
        assert!(
            untried.is_empty(),
            "{:?}: no state tries {untried:#?}",
            told.graphed
        );
    }
    use EdgeKind::{Assign, Go, Postpone, Reject, Stay};
    let all = [Go, Stay, Assign, Postpone, Reject];
    assert_eq!(kinds, all.iter().map(|kind| format!("{kind:?}")).collect());
    assert_ne!(covered, 0);
}

#[test]
fn each_state_does_with_each_trigger_what_the_graph_says_whether_all_guards_hold_or_none() {
    let mut unhandled = 0;
    for told in Told::all() {
        let all: Vec<usize> = (0..told.guards.len()).collect();
        for state in LIVES {
            for cause in told.causes(&state) {
                for holding in [&all[..], &[]] {
                    let by = told.step_by(&state, &cause, holding);
                    // The item form has an outcome for every pair.
                    assert_ne!(by, By::Nothing, "{:?} {state:?} {cause:?}", told.graphed);
                    unhandled += usize::from(matches!(by, By::Unhandled(_)));
                }
            }
        }
    }
    assert_ne!(unhandled, 0);
}

#[test]
fn an_ended_machine_makes_no_move() {
    for told in Told::all() {
        let states = told.walk.0.states;
        let is_declared = |state: &Life| states.iter().any(|s| s.name == state.variant_name());
        let ended = [Life::Good(1), Life::Bad { n: 2 }];
        for state in ended.into_iter().filter(is_declared) {
            for event in events() {
                let by = told.step_by(&state, &Cause::Event(event), &[]);
                assert_eq!(by, By::Nothing, "{:?} {state:?}", told.graphed);
            }
        }
    }
}
