//! M8: entering a `terminal` or `failure` state runs its actions, then ends the loop: as completed
//! or as failed.

use steadfast::prelude::*;

use super::fixture::{Do, Journal, both, ready, words};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Race {
    Running,
    Arrived { place: u32 },
    Lost(String),
}

#[derive(Debug, PartialEq, EventVariant)]
enum Referee {
    Finish(u32),
    Disqualify,
    Error(String),
}

both! {
    fn races() -> StateMachine<Race, Referee, Journal, Do>;
    struct PureRace;

    state: Race;
    event: Referee;
    context: Journal;
    action: Do;
    initial: Running;

    superstate Track {
        on_exit do [Say("leave the track")];
        state Running {
            on_exit do [Say("stop running")];
        }
    }

    any {
        on Finish(place) => Arrived { place } do [Say("whistle")];
        on Disqualify => Lost("disqualified".into());
        on Error(why) => Lost(why);
    }

    superstate After {
        on_entry do [Say("off the track")];

        terminal state Arrived { place } {
            on_entry do [Tell(format!("arrived as number {place}")), Say("rest")];
        }
        failure state Lost(why) {
            on_entry do [Tell(format!("lost: {why}"))];
        }
    }
}

#[test]
fn the_actions_of_entering_a_terminal_state_come_out_as_any_others() {
    for mut race in races() {
        let said = ready(race.handle(Referee::Finish(2), &mut Journal::default())).unwrap();
        assert_eq!(
            words(said),
            [
                "stop running",
                "leave the track",
                "whistle",
                "off the track",
                "arrived as number 2",
                "rest",
            ],
        );
    }
}

#[test]
fn a_machine_in_a_terminal_or_failure_state_has_ended_and_takes_no_event() {
    for event in [|| Referee::Finish(1), || Referee::Disqualify] {
        for mut race in races() {
            let journal = &mut Journal::default();
            assert!(!race.is_ended());
            ready(race.handle(event(), journal)).unwrap();
            assert!(race.is_ended());
            let name = race.state().variant_name();
            let error = ready(race.handle(Referee::Error("late".into()), journal)).unwrap_err();
            let expected = format!("state `{name}` does not take `Error`");
            assert_eq!(error.to_string(), expected);
        }
    }
}

fsm! {
    struct RaceMachine;
    trait RaceDispatch;

    state: Race;
    event: Referee;
    context: Journal;
    action: Do;
    initial: Running;
    error: Referee::Error;

    state Running: Race {
        on_exit do [Say("stop running")];
    }

    any {
        on Finish(place) => Arrived { place } do [Say("whistle")];
        on Disqualify => Lost("disqualified".into());
        on Error(why) => Lost(why);
    }

    terminal state Arrived { place } {
        on_entry do [Tell(format!("arrived as number {place}"))];
    }
    failure state Lost(why) {
        on_entry do [Tell(format!("lost: {why}"))];
    }
}

#[supervisor(RaceMachine)]
struct Runner;

// `Running` is the only state that has a method: those that end the machine have none.
impl RaceDispatch for Runner {
    async fn running(&mut self, _: &Race, context: &mut Journal) -> Next<Referee> {
        context.note("run");
        std::future::pending().await
    }
}

/// Spawns a runner and sends it some events before it can take the first.
async fn run(events: Vec<Referee>) -> (std::sync::Arc<Exit<Race, Referee>>, Vec<String>) {
    let journal = Journal::default();
    let runner = Runner.spawn(journal.clone());
    for event in events {
        runner.send(event).await.unwrap();
    }
    let exit = runner.join().await;
    assert!(!runner.is_running());
    (exit, journal.take())
}

#[tokio::test(start_paused = true)]
async fn a_terminal_state_ends_the_component_as_completed_after_its_entry_actions() {
    let (exit, said) = run(vec![Referee::Finish(3)]).await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.state(), Some(&Race::Arrived { place: 3 }));
    assert!(exit.faults().is_empty());
    assert_eq!(said, ["stop running", "whistle", "arrived as number 3"]);
}

#[tokio::test(start_paused = true)]
async fn a_failure_state_ends_the_component_as_failed_after_its_entry_actions() {
    let (exit, said) = run(vec![Referee::Disqualify]).await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Race::Lost("disqualified".into())));
    assert!(exit.faults().is_empty(), "the machine chose to");
    assert_eq!(said, ["stop running", "lost: disqualified"]);
}

#[tokio::test(start_paused = true)]
async fn events_behind_the_one_that_ended_the_component_are_handed_back() {
    let (exit, _) = run(vec![
        Referee::Finish(1),
        Referee::Disqualify,
        Referee::Finish(9),
    ])
    .await;
    assert_eq!(exit.state(), Some(&Race::Arrived { place: 1 }));
    assert_eq!(
        exit.take_unhandled(),
        [Referee::Disqualify, Referee::Finish(9)],
    );
}

#[tokio::test(start_paused = true)]
async fn after_a_terminal_state_the_component_takes_no_event() {
    let runner = Runner.spawn(Journal::default());
    runner.send(Referee::Finish(1)).await.unwrap();
    runner.join().await;
    assert!(runner.send(Referee::Disqualify).await.is_err());
    assert_eq!(runner.state(), Race::Arrived { place: 1 });
}
