//! `Machine::GRAPH`: the declaration as data.

use steadfast::prelude::*;
use steadfast::{Edge, EdgeKind, StateInfo, SuperstateInfo};

use super::fixture::{Do, Journal, secs};

#[derive(Clone, Debug, StateVariant)]
enum Pump {
    Idle,
    Priming { tries: u32 },
    Running,
    Stopped,
    Burst(String),
}

#[derive(Debug, EventVariant)]
enum Valve {
    Open,
    Flow(u32),
    Close,
    Error(String),
}

fsm! {
    /// Moves water.
    ///
    /// Until it stops.
    struct PumpMachine;
    trait PumpDispatch;

    state: Pump;
    event: Valve;
    context: Journal;
    action: Do;
    initial: Idle;
    error: Valve::Error;

    state Idle {
        on Open => Priming { tries: 0 };
        on Flow(_) => postpone;
    }

    /// Water is on its way.
    superstate Wet: Poll {
        timeout secs(60) => Stopped;

        /// Air has to go first.
        state Priming { tries }: Race {
            timeout secs(5);
            on Flow(n) if n > *tries => Running do [Say("flows"), Tell(format!("{n}"))];
            on Flow(_) | timeout => stay { tries: *tries + 1 };
        }

        superstate Fast {
            state Running {
                every secs(1) => stay do [Say("tick")];
                on Flow(0) => Idle;
                on Flow(_) => stay;
            }
        }

        on Open => reject;
    }

    any {
        on Close => Stopped do [(Do::Say("bye"))];
        on Error(why) => Burst(why);
    }

    /// All is well.
    terminal state Stopped;
    failure state Burst;
}

const STATE: StateInfo = StateInfo {
    name: "",
    doc: "",
    policy: ExternalEventMode::Block,
    terminal: false,
    failure: false,
    superstate: None,
    timeout: None,
};

const EDGE: Edge = Edge {
    from: None,
    to: None,
    trigger: "",
    guard: None,
    actions: &[],
    kind: EdgeKind::Go,
};

#[test]
fn the_graph_tells_of_the_machine() {
    let graph = PumpMachine::GRAPH;
    assert_eq!(graph.name, "PumpMachine");
    assert_eq!(graph.doc, "Moves water.\n\nUntil it stops.");
    assert_eq!(graph.initial, "Idle");
    assert_eq!(graph.error, Some("Error"));
}

#[test]
fn the_graph_lists_states_in_source_order_with_policies_inherited_from_superstates() {
    let expected = [
        StateInfo {
            name: "Idle",
            ..STATE
        },
        StateInfo {
            name: "Priming",
            doc: "Air has to go first.",
            policy: ExternalEventMode::Race,
            superstate: Some("Wet"),
            timeout: Some("secs(5)"),
            ..STATE
        },
        StateInfo {
            name: "Running",
            policy: ExternalEventMode::Poll,
            superstate: Some("Fast"),
            ..STATE
        },
        StateInfo {
            name: "Stopped",
            doc: "All is well.",
            terminal: true,
            ..STATE
        },
        StateInfo {
            name: "Burst",
            terminal: true,
            failure: true,
            ..STATE
        },
    ];
    assert_eq!(PumpMachine::GRAPH.states, expected);
}

#[test]
fn the_graph_lists_superstates_in_source_order() {
    let expected = [
        SuperstateInfo {
            name: "Wet",
            doc: "Water is on its way.",
            superstate: None,
            timeout: Some("secs(60)"),
        },
        SuperstateInfo {
            name: "Fast",
            doc: "",
            superstate: Some("Wet"),
            timeout: None,
        },
    ];
    assert_eq!(PumpMachine::GRAPH.superstates, expected);
}

#[test]
fn the_graph_lists_every_trigger_of_every_arm_once_with_its_guard_and_actions_as_text() {
    let mut edges = PumpMachine::GRAPH.edges.to_vec();
    // Arms of a superstate stand before those of the states in it.
    edges.sort_by_key(|edge| edge.from);
    let expected = [
        Edge {
            to: Some("Stopped"),
            trigger: "Close",
            actions: &["Do::Say(\"bye\")"],
            ..EDGE
        },
        Edge {
            to: Some("Burst"),
            trigger: "Error",
            ..EDGE
        },
        Edge {
            from: Some("Idle"),
            to: Some("Priming"),
            trigger: "Open",
            ..EDGE
        },
        Edge {
            from: Some("Idle"),
            trigger: "Flow",
            kind: EdgeKind::Postpone,
            ..EDGE
        },
        Edge {
            from: Some("Priming"),
            to: Some("Running"),
            trigger: "Flow",
            guard: Some("n > *tries"),
            actions: &["Say(\"flows\")", "Tell(format!(\"{n}\"))"],
            ..EDGE
        },
        Edge {
            from: Some("Priming"),
            trigger: "Flow",
            kind: EdgeKind::Assign,
            ..EDGE
        },
        Edge {
            from: Some("Priming"),
            trigger: "timeout",
            kind: EdgeKind::Assign,
            ..EDGE
        },
        Edge {
            from: Some("Running"),
            trigger: "every",
            actions: &["Say(\"tick\")"],
            kind: EdgeKind::Stay,
            ..EDGE
        },
        Edge {
            from: Some("Running"),
            to: Some("Idle"),
            trigger: "Flow",
            ..EDGE
        },
        Edge {
            from: Some("Running"),
            trigger: "Flow",
            kind: EdgeKind::Stay,
            ..EDGE
        },
        Edge {
            from: Some("Wet"),
            to: Some("Stopped"),
            trigger: "timeout",
            ..EDGE
        },
        Edge {
            from: Some("Wet"),
            trigger: "Open",
            kind: EdgeKind::Reject,
            ..EDGE
        },
    ];
    assert_eq!(edges, expected);
}

#[test]
fn the_graph_lists_edges_in_source_order() {
    let from: Vec<_> = PumpMachine::GRAPH
        .edges
        .iter()
        .map(|edge| edge.from)
        .collect();
    let mut scopes = from.clone();
    scopes.dedup();
    let once = [
        Some("Idle"),
        Some("Wet"),
        Some("Priming"),
        Some("Running"),
        None,
    ];
    assert_eq!(scopes, once);
}

#[test]
fn the_graph_is_a_constant() {
    const STATES: usize = PumpMachine::GRAPH.states.len();
    assert_eq!([(); STATES].len(), 5);
}

#[test]
fn the_graph_writes_expressions_as_people_do() {
    fsm! {
        struct Texts;
        state: Pump;
        event: Valve;
        context: Journal;
        action: Do;
        initial: Idle;

        unhandled => reject;
        state Idle {
            on Flow(n) if n > 3 && n < 9 || !context.take().is_empty() => Running;
            on Flow(n) if n & 1 == 0 => Stopped do [Tell(Vec::<u32>::new().len().to_string())];
            on Flow(n) if n * 2 > 7 => Priming { tries: n };
            on Error(why) => Burst(why);
        }
        state Running { on Flow(_) => Idle; }
        state Priming { on Flow(_) => Idle; }
        terminal state Stopped;
        failure state Burst;
    }
    let edges = Texts::GRAPH.edges;
    let guards: Vec<_> = edges.iter().filter_map(|edge| edge.guard).collect();
    assert_eq!(
        guards,
        [
            "n > 3 && n < 9 || !context.take().is_empty()",
            "n & 1 == 0",
            "n * 2 > 7",
        ],
    );
    assert_eq!(
        edges[1].actions,
        ["Tell(Vec::<u32>::new().len().to_string())"],
    );
}

#[test]
fn the_policy_of_a_state_is_that_of_the_graph() {
    for (state, expected) in [
        (Pump::Idle, ExternalEventMode::Block),
        (Pump::Priming { tries: 0 }, ExternalEventMode::Race),
        (Pump::Running, ExternalEventMode::Poll),
    ] {
        assert_eq!(PumpMachine::policy(&state), expected);
    }
    let mut pump = PumpMachine::machine(Pump::Idle);
    for event in [Valve::Flow(1), Valve::Open, Valve::Error("a leak".into())] {
        super::fixture::ready(pump.handle(event, &mut Journal::default())).unwrap();
    }
    assert!(matches!(pump.state(), Pump::Burst(why) if why == "a leak"));
    let mut pump = PumpMachine::machine(Pump::Stopped);
    assert!(super::fixture::ready(pump.handle(Valve::Close, &mut Journal::default())).is_err());
}
