//! What expressions of a machine see: the state's payload by its own names, `context`, and `state`
//! where the state's pattern binds nothing; also where only a format string mentions them.

use std::time::Duration;

use steadfast::prelude::*;

use super::fixture::{Do, Journal, both, ready, secs, words};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Pupil {
    Idle,
    Learning { page: u32, book: &'static str },
    Asleep(u32),
    Gone,
}

#[derive(Debug, EventVariant)]
enum Bell {
    Open(&'static str),
    Turn(u32),
    Sleep,
    Tell,
    Who,
    End,
}

#[derive(Debug, PartialEq)]
struct School {
    last_page: u32,
    nap: Duration,
}

const SCHOOL: School = School {
    last_page: 30,
    nap: Duration::from_secs(6),
};

both! {
    fn pupils() -> StateMachine<Pupil, Bell, School, Do>;
    struct PupilMachine;

    state: Pupil;
    event: Bell;
    context: School;
    action: Do;
    initial: Idle;

    superstate Awake {
        on_exit do [Tell(format!("awake no more, after {state:?}"))];
        on_entry do [Tell(format!("awake as {state:?}"))];
        timeout if matches!(state, Pupil::Idle) { secs(50) } else { secs(70) };
        on timeout if matches!(state, Pupil::Learning { page, .. } if *page > 9) =>
            Gone do [Tell(format!("read up to {state:?}"))];
        on timeout => Gone do [Say("read little")];

        state Idle {
            on Open(book) => Learning { page: 1, book };
            on Tell => stay do [Tell(format!("{state:?} before {}", context.last_page))];
        }

        state Learning { page, book } {
            on Turn(by) if *page + by > context.last_page => Asleep(context.last_page - *page);
            on Turn(by) => stay { page: *page + by };
            on Tell => stay do [Tell(format!("page {page} of {book} ({context:?})"))];
            on Sleep => Asleep(*page + context.last_page) do [Tell(format!("close {book}"))];
        }
    }

    state Asleep(dreams) {
        timeout context.nap + Duration::from_secs(u64::from(*dreams)) => Idle
            do [Tell(format!("{dreams:>4}"))];
        on_entry do [Tell(format!("{dreams} dreams of {:?}", context.nap))];
        on Tell => stay do [Say("hush")];
    }

    any {
        on Who if matches!(state, Pupil::Asleep(_)) => stay do [Tell(format!("any: {state:?}"))];
        on Who => stay do [Tell(state.variant_name().to_owned())];
        on End => Gone;
        on Open(_) | Turn(_) | Sleep | Tell => reject;
    }

    terminal state Gone;
}

type Pupils = StateMachine<Pupil, Bell, School, Do>;

fn entered() -> [Pupils; 2] {
    let mut pupils = pupils();
    for pupil in &mut pupils {
        let said = ready(pupil.enter(&mut { SCHOOL })).unwrap();
        assert_eq!(words(said), ["awake as Idle"]);
    }
    pupils
}

fn ring(pupil: &mut Pupils, event: Bell) -> Vec<String> {
    words(ready(pupil.handle(event, &mut { SCHOOL })).unwrap())
}

#[test]
fn where_the_pattern_binds_nothing_state_is_the_state() {
    for mut pupil in entered() {
        assert_eq!(ring(&mut pupil, Bell::Tell), ["Idle before 30"]);
    }
}

#[test]
fn bindings_of_the_payload_are_seen_in_guards_targets_and_actions() {
    for mut pupil in entered() {
        ring(&mut pupil, Bell::Open("Emma"));
        ring(&mut pupil, Bell::Turn(4));
        assert_eq!(
            ring(&mut pupil, Bell::Tell),
            ["page 5 of Emma (School { last_page: 30, nap: 6s })"],
        );
        let said = ring(&mut pupil, Bell::Turn(26));
        assert_eq!(pupil.state(), &Pupil::Asleep(25));
        assert_eq!(
            said,
            [
                "awake no more, after Learning { page: 5, book: \"Emma\" }",
                "25 dreams of 6s",
            ],
        );
    }
}

#[test]
fn the_context_is_seen_in_targets() {
    for mut pupil in entered() {
        ring(&mut pupil, Bell::Open("Emma"));
        let said = ring(&mut pupil, Bell::Sleep);
        assert_eq!(pupil.state(), &Pupil::Asleep(31));
        assert_eq!(said[1], "close Emma");
    }
}

#[test]
fn the_payload_and_the_context_are_seen_in_the_time_of_a_clock() {
    for mut pupil in entered() {
        ring(&mut pupil, Bell::Open("Emma"));
        ring(&mut pupil, Bell::Sleep);
        let context = &mut { SCHOOL };
        assert_eq!(ready(pupil.check_timeout(secs(36), context)).unwrap(), []);
        let said = words(ready(pupil.check_timeout(secs(37), context)).unwrap());
        assert_eq!(said, ["  31", "awake as Idle"]);
    }
}

#[test]
fn superstates_and_any_see_the_whole_state() {
    for mut pupil in entered() {
        assert_eq!(ring(&mut pupil, Bell::Who), ["Idle"]);
        ring(&mut pupil, Bell::Open("Emma"));
        assert_eq!(ring(&mut pupil, Bell::Who), ["Learning"]);
        ring(&mut pupil, Bell::Sleep);
        assert_eq!(ring(&mut pupil, Bell::Who), ["any: Asleep(31)"]);
    }
}

#[test]
fn a_superstates_clock_sees_the_state_that_entered_it_and_its_arms_the_state_of_now() {
    for mut pupil in entered() {
        ring(&mut pupil, Bell::Open("Emma"));
        ring(&mut pupil, Bell::Turn(9));
        let context = &mut { SCHOOL };
        assert_eq!(ready(pupil.check_timeout(secs(49), context)).unwrap(), []);
        let said = words(ready(pupil.check_timeout(secs(50), context)).unwrap());
        assert_eq!(
            said,
            [
                "awake no more, after Learning { page: 10, book: \"Emma\" }",
                "read up to Learning { page: 10, book: \"Emma\" }",
            ],
        );
        assert_eq!(pupil.state(), &Pupil::Gone);
    }
}

#[test]
fn the_payloads_own_names_come_before_context_and_state() {
    #[derive(Debug, PartialEq, StateVariant)]
    enum Scope {
        Payload { context: u32, state: u32 },
        Over,
    }
    #[derive(Debug, EventVariant)]
    enum Ask {
        Payload,
        Event { context: u32, state: u32 },
    }
    both! {
        fn scopes() -> StateMachine<Scope, Ask, u32, Do>;
        struct ScopeMachine;

        state: Scope;
        event: Ask;
        context: u32;
        action: Do;
        initial: Payload { context: 1, state: 2 };

        state Payload { context, state } {
            on_exit do [Tell(format!("{context} {state}"))];
            on Payload => stay do [Tell(format!("{context} {state}"))];
            on Event { context, state } => Over do [Tell(format!("{context} {state}"))];
        }
        terminal state Over;
    }

    for mut scope in scopes() {
        let said = ready(scope.handle(Ask::Payload, &mut 100)).unwrap();
        assert_eq!(words(said), ["1 2"]);
        let event = Ask::Event {
            context: 3,
            state: 4,
        };
        let said = ready(scope.handle(event, &mut 100)).unwrap();
        assert_eq!(words(said), ["1 2", "3 4"]);
    }
}

#[test]
fn actions_may_be_expressions_in_parentheses_or_braces() {
    fn shout(word: &str) -> Do {
        Do::Tell(word.to_uppercase())
    }
    #[derive(Debug, StateVariant)]
    enum Voice {
        Loud,
        Lost,
    }
    both! {
        fn voices() -> StateMachine<Voice, Bell, School, Do>;
        struct VoiceMachine;

        state: Voice;
        event: Bell;
        context: School;
        action: Do;
        initial: Loud;

        unhandled => reject;
        state Loud {
            on Tell => stay do [
                (shout("a")),
                { let word = "b"; shout(word) },
                (if context.last_page > 9 { Do::Say("long") } else { Do::Say("short") }),
                Do::Say("by its path"),
            ];
            on End => Lost;
        }
        terminal state Lost;
    }

    for mut voice in voices() {
        let said = ready(voice.handle(Bell::Tell, &mut { SCHOOL })).unwrap();
        assert_eq!(words(said), ["A", "B", "long", "by its path"]);
        ready(voice.handle(Bell::End, &mut { SCHOOL })).unwrap();
        assert!(voice.is_ended());
    }
}

#[derive(Clone, Debug, StateVariant)]
enum Study {
    Reading { page: u32 },
    Gone,
}

#[derive(Debug, EventVariant)]
enum Report {
    Seen(String),
    Error(String),
}

async fn report(text: String) -> Report {
    Report::Seen(text)
}

fsm! {
    struct TaskMachine;
    trait TaskDispatch;

    state: Study;
    event: Report;
    context: Journal;
    action: Do;
    initial: Reading { page: 7 };
    error: Report::Error;

    superstate Whole {
        task report({ context.note("superstate"); format!("{state:?}") });

        state Reading { page } {
            task report({ context.note(format!("state, {page}")); format!("page {page}") });
            on Seen(text) if text.starts_with("page") => stay do [Tell(text)];
        }
        on Seen(text) => Gone do [Tell(text)];
    }
    any {
        on Error(why) => Gone do [Tell(why)];
    }
    terminal state Gone;
}

#[supervisor(TaskMachine)]
struct Reporter;

impl TaskDispatch for Reporter {}

#[tokio::test(start_paused = true)]
async fn the_payload_the_context_and_the_state_are_seen_where_a_task_is_made() {
    let journal = Journal::default();
    let exit = Reporter.spawn(journal.clone()).join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    let mut said = journal.take();
    said.sort();
    assert_eq!(
        said,
        ["Reading { page: 7 }", "page 7", "state, 7", "superstate",],
    );
}
