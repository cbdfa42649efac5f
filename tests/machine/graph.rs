//! `Machine::GRAPH`: the declaration as data.

use steadfast::graph::{Edge, Trigger as On};
use steadfast::prelude::*;

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

#[derive(Clone, Debug, StateVariant)]
enum Oven {
    Cold,
    Hot,
    Off,
}

#[derive(Debug, EventVariant)]
enum Knob {
    Turn,
    Off,
    Bad(Fault),
}

async fn burn() -> Knob {
    Knob::Turn
}

fsm! {
    struct OvenMachine;
    trait OvenDispatch;
    state: Oven; event: Knob; context: Journal; action: Do;
    initial: Cold; error: Bad; stop: Knob::Off; closed: ignore;

    unhandled => reject;
    state Cold {
        on_entry do [Say("cold")];
        on_exit do [Say("on"), Say("off")];
        /// Gas.
        /// Then fire.
        on Turn => Hot;
    }
    superstate Warm {
        unhandled => postpone;
        on_entry do [Say("warm")];
        state Hot {
            task burn();
            unhandled => stay;
        }
    }
    any { on Knob::Off => Oven::Off; on bad @ Knob::Bad(_) if !bad.variant_name().is_empty() => Oven::Off; on Bad(_) => Off; }
    terminal state Off;
}

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
    let states: Vec<_> = PumpMachine::GRAPH
        .states
        .iter()
        .map(|state| {
            let ends = (state.terminal, state.failure);
            (
                state.name,
                state.doc,
                state.policy,
                ends,
                state.superstates,
                state.timeout,
            )
        })
        .collect();
    use ExternalEventMode::{Block, Poll, Race};
    let wet: &[&str] = &["Wet"];
    let alive = (false, false);
    let expected = [
        ("Idle", "", Block, alive, &[][..], None),
        (
            "Priming",
            "Air has to go first.",
            Race,
            alive,
            wet,
            Some("secs(5)"),
        ),
        ("Running", "", Poll, alive, &["Fast", "Wet"], None),
        ("Stopped", "All is well.", Block, (true, false), &[], None),
        ("Burst", "", Block, (true, true), &[], None),
    ];
    assert_eq!(states, expected);
}

#[test]
fn the_graph_lists_superstates_in_source_order() {
    let superstates: Vec<_> = PumpMachine::GRAPH
        .superstates
        .iter()
        .map(|group| (group.name, group.doc, group.superstates, group.timeout))
        .collect();
    let expected = [
        ("Wet", "Water is on its way.", &[][..], Some("secs(60)")),
        ("Fast", "", &["Wet"], None),
    ];
    assert_eq!(superstates, expected);
}

#[test]
fn the_graph_lists_every_trigger_of_every_arm_once_with_its_guard_and_actions_as_text() {
    let mut edges: Vec<_> = PumpMachine::GRAPH.edges.iter().map(line).collect();
    edges.sort();
    expect_test::expect![[r#"
        None Event { name: "Close", pattern: "Close" } None -> Some("Stopped") Go "Stopped" ["Do::Say(\"bye\")"] #9
        None Event { name: "Error", pattern: "Error(why)" } None -> Some("Burst") Go "Burst(why)" [] #10
        Some("Idle") Event { name: "Flow", pattern: "Flow(_)" } None -> None Postpone "postpone" [] #1
        Some("Idle") Event { name: "Open", pattern: "Open" } None -> Some("Priming") Go "Priming { tries: 0 }" [] #0
        Some("Priming") Event { name: "Flow", pattern: "Flow(_)" } None -> None Assign "stay { tries: *tries + 1 }" [] #5
        Some("Priming") Event { name: "Flow", pattern: "Flow(n)" } Some("n > *tries") -> Some("Running") Go "Running" ["Say(\"flows\")", "Tell(format!(\"{n}\"))"] #4
        Some("Priming") Timeout None -> None Assign "stay { tries: *tries + 1 }" [] #5
        Some("Running") Event { name: "Flow", pattern: "Flow(0)" } None -> Some("Idle") Go "Idle" [] #7
        Some("Running") Event { name: "Flow", pattern: "Flow(_)" } None -> None Stay "stay" [] #8
        Some("Running") Every { period: "secs(1)" } None -> None Stay "stay" ["Say(\"tick\")"] #6
        Some("Wet") Event { name: "Open", pattern: "Open" } None -> None Reject "reject" [] #3
        Some("Wet") Timeout None -> Some("Stopped") Go "Stopped" [] #2"#]].assert_eq(&edges.join("\n"));
}

/// An edge in one line.
fn line(edge: &Edge) -> String {
    let Edge {
        from,
        to,
        trigger,
        guard,
        actions,
        kind,
        outcome,
        arm,
        ..
    } = edge;
    format!("{from:?} {trigger:?} {guard:?} -> {to:?} {kind:?} {outcome:?} {actions:?} #{arm}")
}

#[test]
fn the_graph_says_what_else_is_declared() {
    let graph = OvenMachine::GRAPH;
    assert_eq!(
        (graph.stop, graph.closed),
        (Some("Knob::Off"), Some("ignore"))
    );
    assert_eq!(graph.unhandled, Some("reject"));
    let [cold, hot, ..] = graph.states else {
        panic!("{graph:?}")
    };
    assert_eq!(
        (cold.entry, cold.exit),
        (&["Say(\"cold\")"][..], &["Say(\"on\")", "Say(\"off\")"][..])
    );
    assert_eq!((hot.task, hot.unhandled), (Some("burn()"), Some("stay")));
    let warm = graph.superstates[0];
    assert_eq!((warm.entry, warm.exit), (&["Say(\"warm\")"][..], &[][..]));
    assert_eq!((warm.task, warm.unhandled), (None, Some("postpone")));
    let patterns: Vec<_> = graph
        .edges
        .iter()
        .map(|edge| match edge.trigger {
            On::Event { name, pattern, .. } => (name, pattern),
            trigger => panic!("{trigger:?}"),
        })
        .collect();
    let expected = [
        ("Turn", "Turn"),
        ("Off", "Off"),
        ("Bad", "bad @ Bad(_)"),
        ("Bad", "Bad(_)"),
    ];
    assert_eq!(patterns, expected);
    let docs: Vec<_> = graph.edges.iter().map(|edge| edge.doc).collect();
    assert_eq!(docs, ["Gas.\nThen fire.", "", "", ""]);
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
