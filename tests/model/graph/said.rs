//! What a graph says is what the declaration says, as `read` reads it.

use steadfast::ExternalEventMode;
use steadfast::graph::{Edge, EdgeKind, Graph, Trigger};

use super::super::plan::{Arm, Clock, Deed, Expr, Hook, Kind, On, Outcome, Plan, Scope};
use super::super::read::{self, read};
use super::{GRAPHED, Graphed};

fn each(look: impl Fn(&Graphed, &Graph, &Plan)) {
    assert!(!GRAPHED.is_empty());
    for graphed in GRAPHED.iter() {
        let member = graphed.member;
        let plan = read(&format!("{} {}", member.headers, member.text));
        look(graphed, graphed.item.graph, &plan);
    }
}

fn names(plan: &Plan, scopes: impl IntoIterator<Item = usize>) -> Vec<&str> {
    let scopes = scopes.into_iter();
    scopes.map(|at| plan.scopes[at].name.as_str()).collect()
}

fn word(outcome: Option<&Outcome>) -> Option<&'static str> {
    outcome.map(|outcome| match outcome {
        Outcome::Stay(_) => "stay",
        Outcome::Postpone => "postpone",
        Outcome::Reject => "reject",
        other => panic!("no `unhandled`: {other:?}"),
    })
}

/// The timeout, where there is one; what an `every` does is said by edges.
fn timeout(scope: &Scope) -> Option<Expr> {
    let mut clocks = scope.clocks.iter();
    let timeout = clocks.find(|clock| clock.every.is_none());
    timeout.map(|clock| clock.time.clone())
}

#[test]
fn the_headers_of_a_graph_are_those_of_the_declaration() {
    each(|graphed, graph, plan| {
        assert_eq!(graph.name, graphed.member.name);
        let initial = plan.initial.as_ref().unwrap();
        assert_eq!(graph.initial, initial.name, "{graphed:?}");
        assert_eq!(graph.error, plan.error.as_deref(), "{graphed:?}");
        assert_eq!(graph.stop, plan.stop.as_deref(), "{graphed:?}");
        let closed = plan.closed_ignored.then_some("ignore");
        assert_eq!(graph.closed, closed, "{graphed:?}");
        let unhandled = word(plan.unhandled.as_ref());
        assert_eq!(graph.unhandled, unhandled, "{graphed:?}");
    });
}

#[test]
fn the_states_and_superstates_of_a_graph_are_those_of_the_declaration_in_its_order() {
    each(|graphed, graph, plan| {
        let scopes = plan.scopes.iter().enumerate();
        let (groups, states): (Vec<_>, Vec<_>) =
            scopes.partition(|(_, scope)| scope.kind == Kind::Superstate);
        assert_eq!(graph.states.len(), states.len(), "{graphed:?}");
        assert_eq!(graph.superstates.len(), groups.len(), "{graphed:?}");

        // Both kinds have these fields.
        macro_rules! alike {
            ($info:expr, $at:expr, $scope:expr) => {
                let (info, scope) = ($info, $scope);
                let of = format!("{graphed:?}: {}", scope.name);
                assert_eq!(info.name, scope.name, "{of}");
                let around = names(plan, plan.outward($at).into_iter().skip(1));
                assert_eq!(info.superstates, around, "{of}");
                assert_eq!(info.timeout.map(read::time), timeout(scope), "{of}");
                assert_eq!(info.task.map(read::time), scope.task, "{of}");
                let entry = Hook::Do(read::actions(info.entry));
                assert_eq!(entry, scope.entry, "{of}");
                assert_eq!(Hook::Do(read::actions(info.exit)), scope.exit, "{of}");
                assert_eq!(info.unhandled, word(scope.unhandled.as_ref()), "{of}");
            };
        }
        for (info, (at, scope)) in graph.states.iter().zip(states) {
            alike!(info, at, scope);
            let ends = match scope.kind {
                Kind::Terminal(_) => (true, false),
                Kind::Failure(_) => (true, true),
                Kind::Working(_) | Kind::Superstate => (false, false),
            };
            assert_eq!((info.terminal, info.failure), ends, "{}", info.name);
            // The family has no other.
            assert_eq!(info.policy, ExternalEventMode::Block, "{}", info.name);
        }
        for (info, (at, scope)) in graph.superstates.iter().zip(groups) {
            alike!(info, at, scope);
        }
    });
}

#[test]
fn the_edges_of_a_graph_are_the_arms_of_the_declaration_in_its_order() {
    each(|graphed, graph, plan| {
        let mut arms: Vec<&[Edge]> = graph.edges.chunk_by(|a, b| a.arm == b.arm).collect();
        arms.reverse();
        for number in 0..arms.len() {
            let edges = arms[arms.len() - 1 - number];
            assert_eq!(
                edges[0].arm, number,
                "{graphed:?}: arms are numbered in order"
            );
        }
        let scopes = plan.scopes.iter();
        let any = (None, plan.any.as_slice(), &[][..]);
        let scopes = scopes.map(|scope| {
            let from = Some(scope.name.as_str());
            (from, scope.arms.as_slice(), scope.clocks.as_slice())
        });
        for (from, wanted, clocks) in scopes.chain([any]) {
            let mut wanted = wanted.iter();
            let mut everies = clocks.iter().filter(|clock| clock.every.is_some());
            while arms.last().is_some_and(|edges| edges[0].from == from) {
                let edges = arms.pop().unwrap();
                match edges[0].trigger {
                    Trigger::Every { .. } => same_every(edges, everies.next().unwrap()),
                    _ => same_arm(edges, wanted.next().unwrap()),
                }
            }
            let missing = wanted.len() + everies.count();
            assert_eq!(missing, 0, "{graphed:?}: arms of {from:?}");
        }
        assert!(arms.is_empty(), "{graphed:?}: {arms:?}");
    });
}

fn same_every(edges: &[Edge], clock: &Clock) {
    let [edge] = edges else {
        panic!("of one trigger: {edges:?}");
    };
    let Trigger::Every { period, .. } = edge.trigger else {
        panic!("no `every`: {edge:?}");
    };
    assert_eq!(read::time(period), clock.time);
    same_deed(edge, clock.every.as_ref().unwrap());
    assert_eq!(edge.guard, None);
}

fn same_arm(edges: &[Edge], arm: &Arm) {
    let on = edges.iter().map(|edge| match edge.trigger {
        Trigger::Event { name, pattern, .. } => {
            let on = read::on(pattern);
            let of_event = matches!(&on, On::Event(variant, _) if variant == name);
            assert!(of_event, "{edge:?}");
            on
        }
        _ => On::Timeout,
    });
    assert_eq!(on.collect::<Vec<_>>(), arm.on);
    for edge in edges {
        let guard = edge.guard.map(read::guard);
        assert_eq!(guard.unwrap_or_default(), arm.guard, "{edge:?}");
        same_deed(edge, &arm.deed);
    }
}

fn same_deed(edge: &Edge, deed: &Deed) {
    let outcome = &deed.outcome;
    assert_eq!(&read::outcome(edge.outcome), outcome, "{edge:?}");
    assert_eq!(read::actions(edge.actions), deed.actions, "{edge:?}");
    let (kind, to) = match outcome {
        Outcome::Go { target, .. } => (EdgeKind::Go, Some(target.name.as_str())),
        Outcome::Stay(fields) if fields.is_empty() => (EdgeKind::Stay, None),
        Outcome::Stay(_) => (EdgeKind::Assign, None),
        Outcome::Postpone => (EdgeKind::Postpone, None),
        Outcome::Reject => (EdgeKind::Reject, None),
        Outcome::Call(_) => unreachable!("the item form refuses closures"),
    };
    assert_eq!((edge.kind, edge.to), (kind, to), "{edge:?}");
}
