//! M4: every pair of state and event has a declared outcome. That a pair is missing is a compile
//! error in the item form; here is what the typed refusal says, in both.

use steadfast::prelude::*;

use super::fixture::{Do, both, ready, secs, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Lamp {
    Off,
    On { watts: u32 },
    Broken,
}

#[derive(Debug, PartialEq, EventVariant)]
enum Hand {
    Press,
    Dim(u32),
    Hit { force: u32 },
}

both! {
    fn lamps() -> StateMachine<Lamp, Hand, (), Do>;
    struct LampMachine;

    state: Lamp;
    event: Hand;
    context: ();
    action: Do;
    initial: Off;

    state Off {
        on_exit do [Say("leave")];
        on Press => On { watts: 40 };
        on Dim(_) => reject;
        every secs(7) => reject;
    }

    state On { watts } {
        timeout secs(3) => reject;
        on Dim(by) if by < *watts => stay { watts: *watts - by };
        on Dim(_) => reject;
        on Press => Off;
    }

    any {
        on Hit { force } if force < 3 => reject;
        on Hit { .. } => Broken;
        on Dim(_) => stay do [Say("never")];
    }

    terminal state Broken;
}

fn refusal(
    lamp: &mut StateMachine<Lamp, Hand, (), Do>,
    event: Hand,
) -> (&'static str, &'static str) {
    match ready(lamp.handle(event, &mut ())) {
        Err(FsmError::UnhandledEvent { state, event }) => (state, event),
        other => panic!("{other:?}"),
    }
}

#[test]
fn reject_names_the_state_and_the_event() {
    for mut lamp in lamps() {
        assert_eq!(refusal(&mut lamp, Hand::Dim(1)), ("Off", "Dim"));
        assert_eq!(refusal(&mut lamp, Hand::Hit { force: 1 }), ("Off", "Hit"));
        ready(lamp.handle(Hand::Press, &mut ())).unwrap();
        assert_eq!(refusal(&mut lamp, Hand::Dim(99)), ("On", "Dim"));
    }
}

#[test]
fn a_rejected_event_changes_nothing_and_asks_for_nothing() {
    for mut lamp in lamps() {
        refusal(&mut lamp, Hand::Dim(1));
        assert_eq!(lamp.state(), &Lamp::Off);
        assert_eq!(lamp.postponed(), 0);
        let said = words(ready(lamp.handle(Hand::Press, &mut ())).unwrap());
        assert_eq!(said, ["leave"]);
        refusal(&mut lamp, Hand::Dim(40));
        assert_eq!(lamp.state(), &Lamp::On { watts: 40 });
    }
}

#[test]
fn an_own_reject_comes_before_an_arm_of_any_that_would_take_the_event() {
    for mut lamp in lamps() {
        assert_eq!(refusal(&mut lamp, Hand::Dim(1)), ("Off", "Dim"));
    }
}

#[test]
fn a_clock_can_be_rejected_and_is_named_by_its_word() {
    for mut lamp in lamps() {
        let error = ready(lamp.check_timeout(secs(7), &mut ())).unwrap_err();
        assert_eq!(error.to_string(), "state `Off` does not take `every`");
        ready(lamp.handle(Hand::Press, &mut ())).unwrap();
        let error = ready(lamp.check_timeout(secs(3), &mut ())).unwrap_err();
        assert_eq!(error.to_string(), "state `On` does not take `timeout`");
    }
}

#[test]
fn a_terminal_state_takes_nothing() {
    for mut lamp in lamps() {
        ready(lamp.handle(Hand::Hit { force: 9 }, &mut ())).unwrap();
        for event in [Hand::Press, Hand::Dim(1), Hand::Hit { force: 9 }] {
            let name = event.variant_name();
            assert_eq!(refusal(&mut lamp, event), ("Broken", name));
        }
        let timeout = ready(lamp.step_one(Trigger::Timeout, &mut ())).unwrap_err();
        assert_eq!(
            timeout.to_string(),
            "state `Broken` does not take `timeout`"
        );
    }
}

#[test]
fn a_timeout_where_there_is_none_is_refused() {
    let mut slot = Slot::new(Lamp::Off);
    let result = LampMachine::step(&mut slot, Trigger::Timeout, &(), &mut Vec::new());
    let error = result.unwrap_err();
    assert_eq!(error.to_string(), "state `Off` does not take `timeout`");
}

#[test]
fn actions_of_an_earlier_step_survive_a_refusal_and_come_out_of_the_next_call() {
    #[derive(Debug, StateVariant)]
    enum Door {
        Ajar,
        Open,
    }
    both! {
        fn doors() -> StateMachine<Door, Hand, (), Do>;
        struct DoorMachine;

        state: Door;
        event: Hand;
        context: ();
        action: Do;
        initial: Ajar;

        state Ajar {
            on_entry do [Say("creak")];
            on Press => Open do [Say("push")];
            on Dim(_) => reject;
            on Hit { .. } => reject;
        }
        terminal state Open;
    }

    for mut door in doors() {
        assert!(ready(door.handle(Hand::Dim(1), &mut ())).is_err());
        assert!(ready(door.handle(Hand::Hit { force: 1 }, &mut ())).is_err());
        let said = words(ready(door.handle(Hand::Press, &mut ())).unwrap());
        assert_eq!(said, ["creak", "push"]);
    }
}

#[test]
fn in_the_expression_form_an_event_that_nothing_mentions_is_refused() {
    let mut lamp: StateMachine<Lamp, Hand, (), Do> = fsm! {
        state: Lamp;
        event: Hand;
        context: ();
        action: Do;
        initial: Lamp::Off;

        state Off {
            on Press => On { watts: 1 };
        }
        state On {
            on Press => Off;
        }
    };
    assert_eq!(refusal(&mut lamp, Hand::Dim(1)), ("Off", "Dim"));
    ready(lamp.handle(Hand::Press, &mut ())).unwrap();
    assert_eq!(refusal(&mut lamp, Hand::Hit { force: 1 }), ("On", "Hit"));
}

#[test]
fn in_the_expression_form_a_state_without_a_block_takes_nothing_and_has_nothing_of_other_states() {
    let mut lamp: StateMachine<Lamp, Hand, (), Do> = fsm! {
        state: Lamp;
        event: Hand;
        context: ();
        action: Do;
        initial: Lamp::Off;

        state Off {
            on_entry do [Say("enter off")];
            on_exit do [Say("leave off")];
            unhandled => stay;
            timeout secs(1) => Off;
            on Press => |_: &Lamp, _: &Hand, _: &mut ()| {
                Box::pin(async { Ok(Transition { next_state: Lamp::Broken, actions: vec![] }) })
            };
        }
    };
    ready(lamp.enter(&mut ())).unwrap();
    let said = words(ready(lamp.handle(Hand::Press, &mut ())).unwrap());
    assert_eq!(lamp.state(), &Lamp::Broken);
    assert_eq!(said, ["leave off"]);
    assert_eq!(refusal(&mut lamp, Hand::Dim(1)), ("Broken", "Dim"));
    assert_eq!(ready(lamp.check_timeout(secs(9), &mut ())).unwrap(), []);
    assert_eq!(lamp.state(), &Lamp::Broken);
}
