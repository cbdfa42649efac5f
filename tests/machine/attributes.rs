//! Attributes before clauses: `cfg` takes a clause away or chooses between two, and doc comments
//! may stand anywhere. `cfg(any())` never holds, `cfg(all())` always does.

use steadfast::graph::Trigger as On;
use steadfast::prelude::*;

use super::fixture::{Do, Journal, both, ready, secs, words};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Mode {
    Plain,
    #[cfg(any())]
    Secret,
    Other {
        #[allow(dead_code)]
        n: u8,
    },
    Inner,
    Off,
}

#[derive(Debug, EventVariant)]
enum Key {
    A,
    #[cfg(any())]
    B,
    C,
    D,
    Quit,
    Error(String),
}

both! {
    fn modes() -> StateMachine<Mode, Key, (), Do>;
    struct ModeMachine;

    /// Doc comments may stand before headers,
    state: Mode;
    event: Key;
    context: ();
    action: Do;
    initial: Plain;

    /// before states,
    #[cfg(all())]
    state Plain {
        /// before arms,
        #[cfg(any())]
        on A => stay do [Say("never")];
        #[cfg(all())]
        on A => stay do [Say("a")];
        #[cfg(any())]
        on B => Secret;
        #[cfg(all())]
        #[cfg(any())]
        on C => stay do [Say("both have to hold")];
        #[cfg(all())]
        on C => Other { n: 1 };
        on D => Inner;

        /// before clocks,
        #[cfg(any())]
        timeout secs(1) => Off do [Say("early")];
        #[cfg(all())]
        timeout secs(2) => Off do [Say("late")];
        #[cfg(any())]
        every secs(1) => stay do [Say("no tick")];
        every secs(1) => stay do [Say("tick")];

        /// before hooks,
        #[cfg(any())]
        on_entry do [Say("wrong entry")];
        #[cfg(all())]
        on_entry do [Say("plain")];
        #[cfg(any())]
        on_exit do [Say("wrong exit")];
    }

    #[cfg(any())]
    state Secret {
        on_entry do [Say("secret")];
        on B => Plain;
    }

    state Other { .. } {
        /// and before `unhandled`.
        #[cfg(any())]
        unhandled => reject;
        #[cfg(all())]
        unhandled => stay;
        on D => Inner;
    }

    /// Superstates too.
    superstate Group {
        #[cfg(any())]
        on C => stay do [Say("never by the superstate")];
        #[cfg(any())]
        on_entry do [Say("wrong group")];
        on_exit do [Say("leave the group")];

        state Inner {
            on D => Plain;
        }
    }

    #[cfg(any())]
    any {
        on A | C => stay do [Say("never by any")];
    }
    #[cfg(all())]
    any {
        #[cfg(any())]
        on A => stay do [Say("never by any")];
        on A | C => stay do [Say("by any")];
        on D => reject;
        on Quit => Off;
        on Error(_) => Off;
        #[cfg(any())]
        on B => reject;
    }

    terminal state Off;
}

type Modes = StateMachine<Mode, Key, (), Do>;

fn press(mode: &mut Modes, key: Key) -> Vec<String> {
    words(ready(mode.handle(key, &mut ())).unwrap())
}

#[test]
fn an_arm_that_is_configured_away_is_not_there() {
    for mut mode in modes() {
        assert_eq!(press(&mut mode, Key::A), ["plain", "a"]);
        assert_eq!(press(&mut mode, Key::C), [""; 0]);
        assert_eq!(mode.state(), &Mode::Other { n: 1 });
        assert_eq!(press(&mut mode, Key::D), [""; 0]);
        assert_eq!(press(&mut mode, Key::C), ["by any"]);
        assert_eq!(press(&mut mode, Key::A), ["by any"]);
        assert_eq!(press(&mut mode, Key::D), ["leave the group", "plain"]);
    }
}

#[test]
fn a_clock_that_is_configured_away_never_fires() {
    for mut mode in modes() {
        ready(mode.enter(&mut ())).unwrap();
        let said = ready(mode.check_timeout(secs(1), &mut ())).unwrap();
        assert_eq!(words(said), ["tick"]);
        let said = ready(mode.check_timeout(secs(2), &mut ())).unwrap();
        assert_eq!(words(said), ["late"]);
        assert_eq!(mode.state(), &Mode::Off);
    }
}

#[test]
fn of_two_unhandled_clauses_the_one_that_is_configured_applies() {
    for mut mode in modes() {
        press(&mut mode, Key::C);
        press(&mut mode, Key::Quit);
        assert_eq!(mode.state(), &Mode::Off);
    }
    #[derive(Debug, StateVariant)]
    enum Only {
        Here,
    }
    #[derive(Debug, EventVariant)]
    enum Any {
        Thing,
    }
    both! {
        fn machines() -> StateMachine<Only, Any, (), Do>;
        struct OnlyMachine;

        state: Only;
        event: Any;
        context: ();
        action: Do;
        initial: Here;

        state Here {
            #[cfg(any())]
            unhandled => reject;
            #[cfg(all())]
            unhandled => stay;
            #[cfg(any())]
            on Thing => Away;
        }
        #[cfg(all())]
        unhandled => reject;
        #[cfg(any())]
        state Away;
    }
    for mut machine in machines() {
        assert_eq!(ready(machine.handle(Any::Thing, &mut ())).unwrap(), []);
    }
}

#[test]
fn the_graph_shows_only_what_is_configured_and_the_doc_comments_of_it() {
    let graph = ModeMachine::GRAPH;
    let states: Vec<_> = graph
        .states
        .iter()
        .map(|state| (state.name, state.doc))
        .collect();
    assert_eq!(
        states,
        [
            ("Plain", "before states,"),
            ("Other", ""),
            ("Inner", ""),
            ("Off", ""),
        ],
    );
    assert_eq!(graph.superstates[0].doc, "Superstates too.");
    let of_plain: Vec<_> = graph
        .edges
        .iter()
        .filter(|edge| edge.from == Some("Plain"))
        .map(|edge| match edge.trigger {
            On::Event { name, .. } => (name, edge.to),
            On::Timeout => ("timeout", edge.to),
            On::Every { .. } => ("every", edge.to),
            trigger => panic!("{trigger:?}"),
        })
        .collect();
    assert_eq!(
        of_plain,
        [
            ("A", None),
            ("C", Some("Other")),
            ("D", Some("Inner")),
            ("timeout", Some("Off")),
            ("every", None),
        ],
    );
}

#[test]
fn the_graph_shows_the_timeout_that_is_configured() {
    assert_eq!(ModeMachine::GRAPH.states[0].timeout, Some("secs(2)"));
}

fsm! {
    struct WorkMachine;
    /// Attributes of the trait are kept.
    #[allow(missing_docs)]
    trait WorkDispatch;

    state: Mode;
    event: Key;
    context: Journal;
    action: Do;
    initial: Plain;
    error: Key::Error;

    state Plain: Race {
        #[cfg(any())]
        task no_such_task();
        on A => Inner;
    }
    #[cfg(any())]
    state Secret: Poll {
        on A => Plain;
    }
    state Other { .. } {
        on A => Plain;
    }
    state Inner {
        #[cfg(all())]
        task async { Key::Quit };
        on C => Other { n: 2 };
    }
    any {
        on Quit => Off do [Say("quit")];
        on Error(why) => Off do [Tell(why)];
    }
    unhandled => reject;
    terminal state Off;
}

#[supervisor(WorkMachine)]
struct Worker;

// Of `Secret`, which has a policy but is configured away, there is no method.
impl WorkDispatch for Worker {
    async fn plain(&mut self, _: &Mode, _: &mut Journal) -> Next<Key> {
        Ok(next::emit(Key::A))
    }
}

#[tokio::test(start_paused = true)]
async fn states_and_tasks_that_are_configured_away_leave_the_others_to_work() {
    let journal = Journal::default();
    let exit = Worker.spawn(journal.clone()).join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(journal.take(), ["quit"]);
}
