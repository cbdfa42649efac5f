//! M3: a transition is atomic. Everything is evaluated first, in a fixed order; then there is one
//! commit, and the old state is dropped after it. A panic on the way changes nothing.

use std::cell::RefCell;

use steadfast::prelude::*;

use super::fixture::{Do, Journal, both, panic_of, ready, secs, words};

thread_local! {
    /// Where a step has come by, in order. Each test has a thread of its own.
    static PASSED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

fn passed() -> Vec<&'static str> {
    PASSED.take()
}

/// A context that panics at one place.
#[derive(Default)]
struct Path {
    blocked_at: &'static str,
}

impl Path {
    fn by<T>(&self, place: &'static str, value: T) -> T {
        PASSED.with_borrow_mut(|passed| passed.push(place));
        assert!(place != self.blocked_at, "blocked at {place}");
        value
    }
}

/// Tells when it is dropped.
#[derive(Debug, PartialEq)]
struct Witness;

impl Drop for Witness {
    fn drop(&mut self) {
        PASSED.with_borrow_mut(|passed| passed.push("drop"));
    }
}

#[derive(Debug, PartialEq, StateVariant)]
enum Ledge {
    Low { metres: u32, witness: Witness },
    High { metres: u32 },
}

#[derive(Debug, EventVariant)]
enum Climb {
    Up(u32),
    Down,
    Shift,
    Fidget,
}

both! {
    fn climbers() -> StateMachine<Ledge, Climb, Path, Do>;
    struct Climber;

    state: Ledge;
    event: Climb;
    context: Path;
    action: Do;
    initial: Low { metres: 1, witness: Witness };

    state Low { metres, .. } {
        timeout secs(100) => stay do [Say("tired")];
        on_exit do [Tell(context.by("exit", format!("leave {metres}")))];
        on Up(by) if context.by("guard", true) => High { metres: context.by("target", *metres + by) }
            do [Tell(context.by("action", format!("climb {by}")))];
        on Shift => stay { metres: context.by("value", *metres + 1) }
            do [Tell(context.by("stay action", format!("shift from {metres}")))];
        on Fidget => stay do [Say("fidget"), Tell(context.by("second action", "again".into()))];
    }

    state High { metres } {
        timeout context.by("clock", secs(10)) => stay do [Say("dizzy")];
        on_entry do [Tell(context.by("entry", format!("reach {metres}")))];
        on Down => Low { metres: 1, witness: Witness };
    }

    any {
        on Up(_) | Down | Shift | Fidget => reject;
    }
}

type Climbers = StateMachine<Ledge, Climb, Path, Do>;

fn climb(climber: &mut Climbers, event: Climb, blocked_at: &'static str) -> Vec<String> {
    let mut path = Path { blocked_at };
    words(ready(climber.handle(event, &mut path)).unwrap())
}

fn low() -> Ledge {
    Ledge::Low {
        metres: 1,
        witness: Witness,
    }
}

const WAY_UP: [&str; 6] = ["guard", "target", "action", "exit", "entry", "clock"];

#[test]
fn guard_target_and_actions_are_evaluated_in_order_before_the_old_state_is_dropped() {
    for mut climber in climbers() {
        let said = climb(&mut climber, Climb::Up(4), "");
        assert_eq!(said, ["leave 1", "climb 4", "reach 5"]);
        assert_eq!(passed()[..6], WAY_UP);
    }
}

#[test]
fn the_old_state_is_dropped_once_and_after_everything_else() {
    let mut slot = Slot::new(low());
    let mut actions = Vec::new();
    Climber::step(
        &mut slot,
        Climb::Up(4).into(),
        &Path::default(),
        &mut actions,
    )
    .unwrap();
    let mut expected = WAY_UP.to_vec();
    expected.push("drop");
    assert_eq!(passed(), expected);
    assert_eq!(slot.get(), Some(&Ledge::High { metres: 5 }));
}

#[test]
fn a_panic_anywhere_on_the_way_leaves_state_and_actions_as_they_were() {
    for (come, place) in WAY_UP.into_iter().enumerate() {
        let mut slot = Slot::new(low());
        let mut actions = vec![Do::Say("before")];
        let path = Path { blocked_at: place };
        let text = panic_of(|| Climber::step(&mut slot, Climb::Up(4).into(), &path, &mut actions));
        assert_eq!(text, format!("blocked at {place}"));
        assert_eq!(actions, [Do::Say("before")], "{place}");
        assert_eq!(passed(), WAY_UP[..=come]);
        assert!(matches!(slot.get(), Some(Ledge::Low { metres: 1, .. })));

        Climber::step(
            &mut slot,
            Climb::Up(4).into(),
            &Path::default(),
            &mut actions,
        )
        .unwrap();
        assert_eq!(slot.get(), Some(&Ledge::High { metres: 5 }));
        assert_eq!(words(actions), ["before", "leave 1", "climb 4", "reach 5"]);
        passed();
    }
}

#[test]
fn a_machine_goes_on_after_a_panic_as_if_the_event_had_not_come() {
    for place in WAY_UP {
        for mut climber in climbers() {
            ready(climber.enter(&mut Path::default())).unwrap();
            panic_of(|| climb(&mut climber, Climb::Up(4), place));
            assert!(matches!(climber.state(), Ledge::Low { metres: 1, .. }));
            let said = climb(&mut climber, Climb::Up(2), "");
            assert_eq!(said, ["leave 1", "climb 2", "reach 3"], "{place}");
        }
    }
}

#[test]
fn a_panic_neither_stops_the_old_states_clocks_nor_starts_those_of_the_new() {
    for place in WAY_UP {
        for mut climber in climbers() {
            let path = &mut Path::default();
            ready(climber.enter(path)).unwrap();
            panic_of(|| climb(&mut climber, Climb::Up(4), place));
            assert_eq!(ready(climber.check_timeout(secs(99), path)).unwrap(), []);
            let said = ready(climber.check_timeout(secs(100), path)).unwrap();
            assert_eq!(words(said), ["tired"], "{place}");
        }
    }
}

#[test]
fn a_panic_in_the_value_or_the_action_of_an_assignment_assigns_nothing() {
    for place in ["value", "stay action"] {
        for mut climber in climbers() {
            panic_of(|| climb(&mut climber, Climb::Shift, place));
            assert!(matches!(climber.state(), Ledge::Low { metres: 1, .. }));
            assert_eq!(climb(&mut climber, Climb::Shift, ""), ["shift from 1"]);
            assert!(matches!(climber.state(), Ledge::Low { metres: 2, .. }));
        }
    }
}

#[test]
fn a_panic_in_the_second_action_of_a_stay_takes_the_first_along() {
    let mut slot = Slot::new(low());
    let mut actions = Vec::new();
    let path = Path {
        blocked_at: "second action",
    };
    panic_of(|| Climber::step(&mut slot, Climb::Fidget.into(), &path, &mut actions));
    assert_eq!(actions, []);
}

#[test]
fn a_panic_in_the_timeout_of_the_initial_state_leaves_it_to_be_entered() {
    #[derive(Debug, StateVariant)]
    enum Only {
        Here,
        There,
    }
    both! {
        fn machines() -> StateMachine<Only, Climb, Path, Do>;
        struct Starting;

        state: Only;
        event: Climb;
        context: Path;
        action: Do;
        initial: Here;

        unhandled => reject;
        state Here {
            timeout context.by("clock", secs(1)) => There;
            on_entry do [Say("here")];
        }
        terminal state There;
    }

    for mut machine in machines() {
        let mut blocked = Path {
            blocked_at: "clock",
        };
        panic_of(|| ready(machine.enter(&mut blocked)));
        let said = ready(machine.enter(&mut Path::default())).unwrap();
        assert_eq!(words(said), ["here"]);
    }
}

/// Panics when it is dropped, once.
#[derive(Debug)]
struct Grenade;

impl Drop for Grenade {
    fn drop(&mut self) {
        panic!("the old state went off");
    }
}

#[derive(Debug, StateVariant)]
enum Field {
    Mined(Grenade),
    Clear,
}

fsm! {
    struct FieldMachine;

    state: Field;
    event: Climb;
    context: Path;
    action: Do;
    initial: Mined(Grenade);

    unhandled => reject;
    state Mined(_) {
        timeout secs(1) => stay do [Say("the old clock")];
        on_exit do [Say("leave")];
        on Up(_) => Clear do [Say("go")];
    }
    state Clear {
        timeout secs(5) => stay do [Say("the new clock")];
        on_entry do [Say("arrive")];
        on Down => Mined(Grenade);
    }
}

#[test]
fn a_panic_in_the_drop_of_the_old_state_comes_after_the_commit() {
    let mut slot = Slot::new(FieldMachine::initial());
    let path = Path::default();
    let text = panic_of(|| FieldMachine::step(&mut slot, Climb::Up(0).into(), &path, &mut vec![]));
    assert_eq!(text, "the old state went off");
    assert!(matches!(slot.get(), Some(Field::Clear)));
}

#[test]
fn a_panic_in_the_drop_of_the_old_state_keeps_the_actions_of_the_step_that_was_committed() {
    let mut slot = Slot::new(FieldMachine::initial());
    let mut actions = Vec::new();
    let path = Path::default();
    panic_of(|| FieldMachine::step(&mut slot, Climb::Up(0).into(), &path, &mut actions));
    assert_eq!(words(actions), ["leave", "go", "arrive"]);
}

#[test]
fn after_a_panic_in_the_drop_of_the_old_state_the_clocks_are_those_of_the_new() {
    let path = &mut Path::default();
    let mut machine = FieldMachine::start(path, &mut Vec::new());
    panic_of(|| ready(machine.handle(Climb::Up(0), path)));
    assert!(matches!(machine.state(), Field::Clear));
    let _ = ready(machine.enter(path)).unwrap();
    assert_eq!(ready(machine.check_timeout(secs(4), path)).unwrap(), []);
    let said = ready(machine.check_timeout(secs(5), path)).unwrap();
    assert_eq!(words(said), ["the new clock"]);
}

/// Panics when it is dropped; its clones do not.
#[derive(Debug)]
struct Rocket {
    live: bool,
}

impl Clone for Rocket {
    fn clone(&self) -> Self {
        Rocket { live: false }
    }
}

impl Drop for Rocket {
    fn drop(&mut self) {
        assert!(!self.live, "the rocket went off");
    }
}

#[derive(Clone, Debug, StateVariant)]
enum Launch {
    Ready(Rocket),
    Flown,
    Over,
}

#[derive(Debug, EventVariant)]
enum Button {
    Fire,
    Landed,
    Error(String),
}

fsm! {
    struct LaunchMachine;
    trait LaunchDispatch;

    state: Launch;
    event: Button;
    context: Journal;
    action: Do;
    initial: Ready(Rocket { live: true });
    error: Button::Error;

    state Ready(rocket) {
        on_exit do [Tell(format!("live: {}", rocket.live))];
        on Fire => Flown do [Say("fire")];
    }
    state Flown {
        task async { Button::Landed };
        on_entry do [Say("fly")];
        on Landed => Over do [Say("landed")];
        on Error(why) => stay do [Tell(why)];
    }
    any {
        on Error(why) => Over do [Tell(why)];
        on Fire | Landed => reject;
    }
    terminal state Over;
}

#[supervisor(LaunchMachine)]
struct Crew;

impl LaunchDispatch for Crew {}

#[tokio::test(start_paused = true)]
async fn in_a_component_a_panic_in_the_drop_of_the_old_state_is_a_fault_of_a_step_that_was_made() {
    let journal = Journal::default();
    let launch = Crew.spawn(journal.clone());
    launch.send(Button::Fire).await.unwrap();
    let ended = tokio::time::timeout(secs(60), launch.join()).await;
    let exit = ended.expect("the task of the state that was entered never ran");
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.faults().len(), 1);
    assert_eq!(exit.faults()[0].kind(), FaultKind::Panic);
    let said = journal.take();
    assert_eq!(said[..3], ["live: true", "fire", "fly"]);
    assert!(said[3].ends_with("the rocket went off"), "{said:?}");
    assert_eq!(said[4..], ["landed"]);
}

#[test]
fn a_panic_in_the_first_step_does_not_lose_the_entry_actions_of_the_initial_state() {
    let mut climber = Climber::machine(Ledge::High { metres: 2 });
    let mut path = Path {
        blocked_at: "entry",
    };
    panic_of(|| ready(climber.handle(Climb::Down, &mut path)));
    // Entering failed: it is done again by the next step, which gives its actions.
    let said = climb(&mut climber, Climb::Down, "");
    assert_eq!(said, ["reach 2"]);
}

#[derive(Debug, PartialEq, StateVariant)]
enum Gate {
    Shut,
    Open,
}

both! {
    fn gates() -> StateMachine<Gate, Climb, Path, Do>;
    struct GateMachine;

    state: Gate;
    event: Climb;
    context: Path;
    action: Do;
    initial: Shut;

    unhandled => stay;
    state Shut {
        on_entry do [Say("shut")];
        on Up(_) => Open do [Say("up")];
        on Shift => postpone;
        on Down => Shut do [Tell(context.by("down", "down".into()))];
    }
    state Open {
        on_entry do [Say("open")];
        on Shift => stay do [Tell(context.by("shift", "shift".into()))];
        on Up(_) => stay do [Say("open already")];
        on Down => Shut;
    }
}

#[test]
fn a_panic_in_the_first_event_keeps_the_actions_of_entering_the_initial_state() {
    for mut gate in gates() {
        let mut path = Path { blocked_at: "down" };
        panic_of(|| ready(gate.handle(Climb::Down, &mut path)));
        // The initial state was entered before, in a step of its own.
        let said = ready(gate.handle(Climb::Fidget, &mut path)).unwrap();
        assert_eq!(words(said), ["shut"]);
    }
}

#[test]
fn a_panic_in_a_postponed_event_keeps_the_actions_of_the_move_that_made_it_due() {
    for mut gate in gates() {
        let mut path = Path {
            blocked_at: "shift",
        };
        ready(gate.enter(&mut path)).unwrap();
        ready(gate.handle(Climb::Shift, &mut path)).unwrap();
        panic_of(|| ready(gate.handle(Climb::Up(1), &mut path)));
        assert_eq!(gate.state(), &Gate::Open);
        let said = ready(gate.handle(Climb::Fidget, &mut path)).unwrap();
        assert_eq!(words(said), ["up", "open"]);
    }
}

#[test]
fn after_a_panic_in_a_postponed_event_the_others_still_come_ahead_of_a_new_one() {
    for mut gate in gates() {
        let mut path = Path {
            blocked_at: "shift",
        };
        ready(gate.enter(&mut path)).unwrap();
        for _ in 0..2 {
            ready(gate.handle(Climb::Shift, &mut path)).unwrap();
        }
        panic_of(|| ready(gate.handle(Climb::Up(1), &mut path)));
        let said = ready(gate.handle(Climb::Up(2), &mut Path::default())).unwrap();
        let said = words(said);
        assert!(
            said.ends_with(&["shift".into(), "open already".into()]),
            "{said:?}"
        );
    }
}

#[test]
fn expressions_of_a_step_are_evaluated_once() {
    for mut climber in climbers() {
        climb(&mut climber, Climb::Shift, "");
        assert_eq!(passed(), ["value", "stay action"]);
        climb(&mut climber, Climb::Up(1), "");
        assert_eq!(passed(), [&WAY_UP[..], &["drop"]].concat());
    }
}
