//! M6: a `timeout` starts on entry, is untouched by `stay`, is cancelled by leaving and fires once;
//! an `every` fires again and again. The pure machine is told the time.

use std::time::Duration;

use steadfast::prelude::*;

use super::fixture::{Do, both, ready, secs, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Oven {
    Cold,
    Warming { degrees: u32 },
    Baking,
    Done,
}

#[derive(Debug, EventVariant)]
enum Cook {
    Light,
    Look,
    Stir,
    Again,
    Bake,
    Off,
}

#[derive(Debug)]
struct Recipe {
    warm: Duration,
    bake: Duration,
    whole: Duration,
    hot: u32,
}

impl Default for Recipe {
    fn default() -> Self {
        Recipe {
            warm: secs(10),
            bake: secs(20),
            whole: secs(100),
            hot: 200,
        }
    }
}

both! {
    fn ovens() -> StateMachine<Oven, Cook, Recipe, Do>;
    struct OvenMachine;

    state: Oven;
    event: Cook;
    context: Recipe;
    action: Do;
    initial: Cold;

    state Cold {
        on Light => Warming { degrees: 20 };
    }

    superstate Lit {
        timeout context.whole => Done do [Say("too long")];
        on Off => Cold;

        state Warming { degrees } {
            timeout context.warm;
            on timeout if *degrees >= context.hot => Baking do [Say("hot")];
            on timeout if *degrees < 50 => stay do [Say("cold still")];
            on timeout => Warming { degrees: *degrees } do [Say("not yet")];
            on Stir => stay { degrees: *degrees + 100 };
            on Again => Warming { degrees: *degrees };
            on Bake => Baking;
        }

        state Baking {
            timeout context.bake => Done do [Say("baked")];
            on Again => Warming { degrees: 0 };
            on Bake => Baking;
        }
    }

    any {
        on Light | Look | Stir | Again | Bake | Off => stay;
    }

    terminal state Done;
}

type Ovens = StateMachine<Oven, Cook, Recipe, Do>;

/// Both machines, lit.
fn lit(recipe: &mut Recipe) -> [Ovens; 2] {
    let mut ovens = ovens();
    for oven in &mut ovens {
        ready(oven.handle(Cook::Light, recipe)).unwrap();
    }
    ovens
}

fn cook(oven: &mut Ovens, event: Cook) {
    ready(oven.handle(event, &mut Recipe::default())).unwrap();
}

/// What fires when the machine has been in its state for so many seconds.
fn after(oven: &mut Ovens, seconds: u64) -> Vec<String> {
    words(ready(oven.check_timeout(secs(seconds), &mut Recipe::default())).unwrap())
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_timeout_fires_when_its_time_has_passed_and_not_before() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 9), NOTHING);
        assert_eq!(after(&mut oven, 10), ["cold still"]);
    }
}

#[test]
fn a_timeout_fires_once() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 10), ["cold still"]);
        assert_eq!(after(&mut oven, 11), NOTHING);
        assert_eq!(after(&mut oven, 99), NOTHING);
    }
}

#[test]
fn the_time_of_a_timeout_is_computed_on_entry() {
    for mut oven in lit(&mut Recipe {
        warm: secs(3),
        ..Recipe::default()
    }) {
        assert_eq!(after(&mut oven, 2), NOTHING);
        assert_eq!(
            after(&mut oven, 3),
            ["cold still"],
            "not what the context says now"
        );
    }
}

#[test]
fn stay_leaves_a_timeout_running() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 6), NOTHING);
        cook(&mut oven, Cook::Look);
        assert_eq!(after(&mut oven, 9), NOTHING);
        assert_eq!(after(&mut oven, 10), ["cold still"]);
    }
}

#[test]
fn stay_with_fields_leaves_a_timeout_running_and_its_guards_see_the_new_payload() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 6), NOTHING);
        cook(&mut oven, Cook::Stir);
        cook(&mut oven, Cook::Stir);
        assert_eq!(oven.state(), &Oven::Warming { degrees: 220 });
        assert_eq!(after(&mut oven, 9), NOTHING);
        assert_eq!(after(&mut oven, 10), ["hot"]);
        assert_eq!(oven.state(), &Oven::Baking);
    }
}

#[test]
fn the_first_timeout_arm_whose_guard_holds_is_taken() {
    for (stirs, said) in [(0, "cold still"), (1, "not yet"), (2, "hot")] {
        for mut oven in lit(&mut Recipe::default()) {
            for _ in 0..stirs {
                cook(&mut oven, Cook::Stir);
            }
            assert_eq!(after(&mut oven, 10), [said]);
        }
    }
}

#[test]
fn entering_the_same_state_again_starts_its_timeout_anew() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 6), NOTHING);
        cook(&mut oven, Cook::Again);
        assert_eq!(
            after(&mut oven, 9),
            NOTHING,
            "nine seconds from the re-entry"
        );
        assert_eq!(after(&mut oven, 10), ["cold still"]);
    }
}

#[test]
fn a_timeout_whose_arm_enters_the_state_again_fires_again() {
    for mut oven in lit(&mut Recipe::default()) {
        cook(&mut oven, Cook::Stir);
        for _ in 0..3 {
            assert_eq!(after(&mut oven, 9), NOTHING);
            assert_eq!(after(&mut oven, 10), ["not yet"]);
        }
    }
}

#[test]
fn leaving_cancels_a_timeout() {
    for mut oven in lit(&mut Recipe::default()) {
        cook(&mut oven, Cook::Bake);
        assert_eq!(after(&mut oven, 19), NOTHING, "warming had ten seconds");
        assert_eq!(after(&mut oven, 20), ["baked"]);
    }
}

#[test]
fn a_superstates_timeout_runs_on_while_states_inside_it_change() {
    for mut oven in lit(&mut Recipe::default()) {
        // 9 s of warming four times, then 19 s of baking three times: 93 s in all.
        for _ in 0..4 {
            assert_eq!(after(&mut oven, 9), NOTHING);
            cook(&mut oven, Cook::Again);
        }
        for _ in 0..3 {
            cook(&mut oven, Cook::Bake);
            assert_eq!(after(&mut oven, 19), NOTHING);
        }
        cook(&mut oven, Cook::Again);
        assert_eq!(after(&mut oven, 6), NOTHING);
        assert_eq!(after(&mut oven, 7), ["too long"]);
        assert_eq!(oven.state(), &Oven::Done);
    }
}

#[test]
fn a_superstates_timeout_starts_anew_when_it_is_entered_from_outside() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 10), ["cold still"]);
        assert_eq!(after(&mut oven, 90), NOTHING);
        cook(&mut oven, Cook::Off);
        assert_eq!(after(&mut oven, 1000), NOTHING, "nothing is lit");
        cook(&mut oven, Cook::Light);
        assert_eq!(after(&mut oven, 10), ["cold still"]);
        assert_eq!(after(&mut oven, 99), NOTHING);
        assert_eq!(after(&mut oven, 100), ["too long"]);
    }
}

#[test]
fn of_two_clocks_that_have_expired_the_earlier_fires_first() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 100), ["cold still", "too long"]);
    }
    let mut recipe = Recipe {
        whole: secs(4),
        ..Recipe::default()
    };
    for mut oven in lit(&mut recipe) {
        assert_eq!(after(&mut oven, 100), ["too long"], "and cancels the other");
    }
}

#[test]
fn a_clock_started_by_one_that_fired_counts_from_then() {
    for mut oven in lit(&mut Recipe::default()) {
        cook(&mut oven, Cook::Stir);
        cook(&mut oven, Cook::Stir);
        assert_eq!(
            after(&mut oven, 50),
            ["hot"],
            "baking begins now, not at ten"
        );
        assert_eq!(after(&mut oven, 19), NOTHING);
        assert_eq!(after(&mut oven, 20), ["baked"]);
    }
}

#[test]
fn time_that_goes_backwards_is_not_believed() {
    for mut oven in lit(&mut Recipe::default()) {
        assert_eq!(after(&mut oven, 9), NOTHING);
        assert_eq!(after(&mut oven, 2), NOTHING);
        assert_eq!(after(&mut oven, 10), ["cold still"]);
    }
}

#[test]
fn no_time_at_all_expires_at_the_first_look() {
    for mut oven in lit(&mut Recipe {
        warm: Duration::ZERO,
        ..Recipe::default()
    }) {
        assert_eq!(oven.state(), &Oven::Warming { degrees: 20 });
        assert_eq!(after(&mut oven, 0), ["cold still"]);
    }
}

#[test]
fn a_time_of_duration_max_never_comes() {
    let mut recipe = Recipe {
        warm: Duration::MAX,
        whole: Duration::MAX,
        ..Recipe::default()
    };
    for mut oven in lit(&mut recipe) {
        assert_eq!(after(&mut oven, u64::MAX - 1), NOTHING);
        let said = ready(oven.check_timeout(Duration::MAX, &mut recipe)).unwrap();
        assert_eq!(words(said), NOTHING, "not even then");
    }
}

#[test]
fn the_clocks_of_a_resumed_state_start_anew() {
    let mut oven = OvenMachine::resume(Oven::Baking);
    assert_eq!(after(&mut oven, 19), NOTHING);
    assert_eq!(after(&mut oven, 20), ["baked"]);
}

#[test]
fn the_clocks_of_a_superstate_around_a_resumed_state_start_anew_too() {
    let mut oven = OvenMachine::resume(Oven::Warming { degrees: 0 });
    assert_eq!(after(&mut oven, 99), ["cold still"]);
    assert_eq!(after(&mut oven, 100), ["too long"]);
}

#[test]
fn the_pure_step_takes_a_timeout_as_a_trigger_whatever_the_time() {
    let mut slot = Slot::new(Oven::Baking);
    let mut actions = Vec::new();
    let recipe = Recipe::default();
    OvenMachine::step(&mut slot, Trigger::Timeout, &recipe, &mut actions).unwrap();
    assert_eq!(words(actions), ["baked"], "it means the innermost");
    assert_eq!(slot.get(), Some(&Oven::Done));
}

#[derive(Debug, PartialEq, StateVariant)]
enum Tower {
    Quiet,
    Ringing { strokes: u32 },
    Still,
}

#[derive(Debug, EventVariant)]
enum Sexton {
    Pull,
    Oil,
    Rest,
}

both! {
    fn towers() -> StateMachine<Tower, Sexton, (), Do>;
    struct TowerMachine;

    state: Tower;
    event: Sexton;
    context: ();
    action: Do;
    initial: Quiet;

    superstate Awake {
        every secs(60) => stay do [Say("minute")];

        state Quiet {
            on Pull => Ringing { strokes: 0 };
        }
        state Ringing { strokes } {
            every secs(2) => stay { strokes: *strokes + 1 } do [Tell(format!("stroke {}", *strokes + 1))];
            every secs(5) => stay do [Say("swing")];
            timeout secs(13) => Quiet do [Say("tired")];
            on Pull => Ringing { strokes: *strokes };
        }
    }

    any {
        on Oil => stay;
        on Rest => Still;
        on Pull => reject;
    }

    terminal state Still;
}

type Towers = StateMachine<Tower, Sexton, (), Do>;

fn ringing() -> [Towers; 2] {
    let mut towers = towers();
    for tower in &mut towers {
        ready(tower.handle(Sexton::Pull, &mut ())).unwrap();
    }
    towers
}

fn heard(tower: &mut Towers, seconds: u64) -> Vec<String> {
    words(ready(tower.check_timeout(secs(seconds), &mut ())).unwrap())
}

#[test]
fn an_every_fires_again_and_again_beside_other_clocks_until_the_state_is_left() {
    for mut tower in ringing() {
        let said: Vec<String> = (0..40)
            .flat_map(|second| heard(&mut tower, second))
            .collect();
        assert_eq!(
            said,
            [
                "stroke 1", "stroke 2", "swing", "stroke 3", "stroke 4", "stroke 5", "swing",
                "stroke 6", "tired",
            ],
        );
        assert_eq!(tower.state(), &Tower::Quiet);
    }
}

#[test]
fn rounds_of_an_every_that_were_missed_are_not_made_up_for() {
    for mut tower in ringing() {
        assert_eq!(heard(&mut tower, 9), ["stroke 1", "swing"]);
        // Three strokes were missed: the next is a whole period from now. No swing was.
        assert_eq!(heard(&mut tower, 10), ["swing"]);
        assert_eq!(heard(&mut tower, 11), ["stroke 2"]);
        assert_eq!(
            heard(&mut tower, 13),
            ["tired"],
            "of two at once, a timeout comes first"
        );
    }
}

#[test]
fn an_every_that_is_looked_at_a_little_late_keeps_its_rhythm() {
    for mut tower in ringing() {
        let mut at = |millis| {
            words(ready(tower.check_timeout(Duration::from_millis(millis), &mut ())).unwrap())
        };
        assert_eq!(at(2900), ["stroke 1"]);
        assert_eq!(at(3999), NOTHING);
        assert_eq!(at(4000), ["stroke 2"]);
    }
}

#[test]
fn entering_a_state_again_starts_its_everies_anew() {
    for mut tower in ringing() {
        assert_eq!(heard(&mut tower, 1), NOTHING);
        ready(tower.handle(Sexton::Pull, &mut ())).unwrap();
        assert_eq!(heard(&mut tower, 1), NOTHING);
        assert_eq!(heard(&mut tower, 2), ["stroke 1"]);
    }
}

#[test]
fn stay_leaves_an_every_running() {
    for mut tower in ringing() {
        assert_eq!(heard(&mut tower, 1), NOTHING);
        ready(tower.handle(Sexton::Oil, &mut ())).unwrap();
        assert_eq!(heard(&mut tower, 2), ["stroke 1"]);
    }
}

#[test]
fn a_superstates_every_goes_on_across_the_states_inside_it() {
    for mut tower in ringing() {
        assert_eq!(heard(&mut tower, 13), ["stroke 1", "swing", "tired"]);
        assert_eq!(heard(&mut tower, 46), NOTHING);
        assert_eq!(heard(&mut tower, 47), ["minute"]);
        assert_eq!(heard(&mut tower, 106), NOTHING);
        assert_eq!(heard(&mut tower, 107), ["minute"]);
    }
}

#[test]
fn a_terminal_state_has_no_clocks_left() {
    for mut tower in ringing() {
        ready(tower.handle(Sexton::Rest, &mut ())).unwrap();
        assert_eq!(heard(&mut tower, 1000), NOTHING);
    }
}

#[test]
fn a_superstates_clocks_do_not_fire_in_a_terminal_state_inside_it() {
    both! {
        fn machines() -> StateMachine<Tower, Sexton, (), Do>;
        struct Belfry;

        state: Tower;
        event: Sexton;
        context: ();
        action: Do;
        initial: Quiet;

        unhandled => reject;
        superstate Awake {
            timeout secs(5) => Ringing { strokes: 0 };
            every secs(2) => stay do [Say("minute")];

            state Quiet {
                on Rest => Still;
            }
            terminal state Still;
        }
        state Ringing {
            on Rest => Still;
        }
    }

    for mut machine in machines() {
        ready(machine.enter(&mut ())).unwrap();
        assert_eq!(heard(&mut machine, 3), ["minute"]);
        ready(machine.handle(Sexton::Rest, &mut ())).unwrap();
        assert_eq!(heard(&mut machine, 1000), NOTHING);
        assert_eq!(machine.state(), &Tower::Still);
    }
}

#[test]
fn an_every_of_no_time_at_all_still_lets_its_caller_go_on() {
    both! {
        fn machines() -> StateMachine<Tower, Sexton, (), Do>;
        struct Restless;

        state: Tower;
        event: Sexton;
        context: ();
        action: Do;
        initial: Quiet;

        unhandled => reject;
        state Quiet {
            every Duration::ZERO => stay do [Say("tick")];
            on Rest => Still;
            on Pull => Ringing { strokes: 0 };
        }
        state Ringing {
            on Rest => Still;
        }
        terminal state Still;
    }

    for mut machine in machines() {
        ready(machine.enter(&mut ())).unwrap();
        assert_eq!(heard(&mut machine, 1), ["tick"]);
        assert_eq!(heard(&mut machine, 2), ["tick"]);
        ready(machine.handle(Sexton::Pull, &mut ())).unwrap();
        assert_eq!(heard(&mut machine, 5), NOTHING);
    }
}
