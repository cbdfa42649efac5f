//! M6: whose timeout an `on timeout` arm means. It is the nearest at or around the arm's scope; a
//! scope without any speaks of whichever fires inside it.

use std::time::Duration;

use steadfast::prelude::*;

use super::fixture::{Do, both, ready, secs, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Spot {
    Timed,
    Plain,
    Away,
    Over,
}

#[derive(Debug, EventVariant)]
enum Go {
    Plain,
    Away,
    Back,
    End,
}

#[derive(Debug)]
struct Limits {
    outer: Duration,
    own: Duration,
    own_takes: bool,
    middle_takes: bool,
}

/// The state's own clock is the first to expire.
const OWN_FIRST: Limits = Limits {
    outer: Duration::from_secs(9),
    own: Duration::from_secs(3),
    own_takes: true,
    middle_takes: true,
};

/// The outer superstate's clock is the first to expire.
const OUTER_FIRST: Limits = Limits {
    outer: Duration::from_secs(3),
    own: Duration::from_secs(9),
    own_takes: true,
    middle_takes: true,
};

both! {
    fn spots() -> StateMachine<Spot, Go, Limits, Do>;
    struct SpotMachine;

    state: Spot;
    event: Go;
    context: Limits;
    action: Do;
    initial: Timed;

    superstate Outer {
        timeout context.outer;
        on timeout => stay do [Say("outer")];

        // No timeout of its own: its arm means the outer one, and what is left over inside.
        superstate Middle {
            on timeout if context.middle_takes => stay do [Say("middle")];

            state Timed {
                timeout context.own;
                on timeout if context.own_takes => stay do [Say("own")];
                on Plain => Plain;
            }
        }

        // No timeout of its own: its arm means the outer one.
        state Plain {
            on timeout if context.own_takes => stay do [Say("plain")];
            on Back => Timed;
        }
    }

    // Around none: each of its arms speaks of whichever fires inside.
    superstate Loose {
        on timeout => stay do [Say("loose")];

        state Away {
            timeout context.own;
            on timeout if context.own_takes => stay do [Say("away")];
            on Back => Timed;
        }
    }

    any {
        on timeout => stay do [Say("any")];
        on Away => Away;
        on End => Over;
        on Plain | Back => stay;
    }

    terminal state Over;
}

/// What the first clock to expire does after going `way` from `Timed`.
fn expired(mut context: Limits, way: &[fn() -> Go]) -> Vec<String> {
    let [item, expression] = spots().map(|mut spot| {
        ready(spot.enter(&mut context)).unwrap();
        for event in way {
            ready(spot.handle(event(), &mut context)).unwrap();
        }
        words(ready(spot.check_timeout(secs(3), &mut context)).unwrap())
    });
    assert_eq!(item, expression);
    item
}

#[test]
fn a_states_arm_means_its_own_timeout_and_not_one_around_it() {
    assert_eq!(expired(OWN_FIRST, &[]), ["own"]);
    assert_eq!(expired(OUTER_FIRST, &[]), ["middle"]);
}

#[test]
fn a_superstate_without_a_timeout_takes_what_its_states_leave_over() {
    let limits = Limits {
        own_takes: false,
        ..OWN_FIRST
    };
    assert_eq!(expired(limits, &[]), ["middle"]);
}

#[test]
fn a_superstate_with_a_timeout_does_not_take_that_of_a_state_inside_it() {
    let limits = Limits {
        own_takes: false,
        middle_takes: false,
        ..OWN_FIRST
    };
    assert_eq!(expired(limits, &[]), ["any"]);
}

#[test]
fn a_superstate_takes_its_own_timeout_when_nothing_inside_it_does() {
    let limits = Limits {
        middle_takes: false,
        ..OUTER_FIRST
    };
    assert_eq!(expired(limits, &[]), ["outer"]);
}

#[test]
fn the_arm_of_a_state_without_a_timeout_means_the_nearest_around_it() {
    assert_eq!(expired(OUTER_FIRST, &[|| Go::Plain]), ["plain"]);
    let limits = Limits {
        own_takes: false,
        ..OUTER_FIRST
    };
    assert_eq!(expired(limits, &[|| Go::Plain]), ["outer"]);
}

#[test]
fn with_no_timeout_around_it_a_superstate_takes_whichever_is_left_over_inside() {
    assert_eq!(expired(OWN_FIRST, &[|| Go::Away]), ["away"]);
    let limits = Limits {
        own_takes: false,
        ..OWN_FIRST
    };
    assert_eq!(expired(limits, &[|| Go::Away]), ["loose"]);
}

#[test]
fn both_timeouts_of_nested_scopes_fire_each_to_its_own_arms() {
    for mut spot in spots() {
        let mut context = OWN_FIRST;
        ready(spot.enter(&mut context)).unwrap();
        let said = ready(spot.check_timeout(secs(9), &mut context)).unwrap();
        assert_eq!(words(said), ["own", "middle"]);
        ready(spot.handle(Go::Plain, &mut context)).unwrap();
        ready(spot.handle(Go::Back, &mut context)).unwrap();
        let said = ready(spot.check_timeout(secs(3), &mut context)).unwrap();
        assert_eq!(
            words(said),
            ["own"],
            "only what was entered again starts again"
        );
        ready(spot.handle(Go::End, &mut context)).unwrap();
    }
}

#[test]
fn the_pure_step_means_the_innermost_timeout() {
    for (state, word) in [
        (Spot::Timed, "own"),
        (Spot::Plain, "plain"),
        (Spot::Away, "away"),
    ] {
        let mut actions = Vec::new();
        let mut slot = Slot::new(state);
        SpotMachine::step(&mut slot, Trigger::Timeout, &OWN_FIRST, &mut actions).unwrap();
        assert_eq!(words(actions), [word]);
    }
}
