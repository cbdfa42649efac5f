//! M5 at its edges: what is due and what is not when a retry is interrupted, by a panic, by a clock
//! or by a caller who takes single steps.

use steadfast::prelude::*;

use super::fixture::{Do, both, panic_of, ready, secs, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Stall {
    Shut,
    Open,
}

#[derive(Debug, PartialEq, EventVariant)]
enum Guest {
    Ask(u32),
    Odd,
    Open,
    Shut,
}

/// What the stall is out of: asking for it panics.
struct Stock {
    missing: u32,
}

impl Stock {
    fn fetch(&self, number: u32) -> String {
        assert!(number != self.missing, "there is no {number}");
        format!("give {number}")
    }
}

fn all() -> Stock {
    Stock { missing: 0 }
}

both! {
    fn stalls() -> StateMachine<Stall, Guest, Stock, Do>;
    struct StallMachine;

    state: Stall;
    event: Guest;
    context: Stock;
    action: Do;
    initial: Shut;

    state Shut {
        on Ask(_) | Odd => postpone do [Say("later")];
        on Guest::Open => Open do [Say("open")];
    }
    state Open {
        timeout secs(5) => stay do [Say("five")];
        on Ask(number) => stay do [Tell(context.fetch(number))];
        on Odd => postpone do [Say("odd")];
        on Guest::Shut => Shut;
    }
    unhandled => stay;
}

type Stalls = StateMachine<Stall, Guest, Stock, Do>;

fn step(stall: &mut Stalls, event: Guest) -> Vec<String> {
    words(ready(stall.step_one(event, &mut all())).unwrap())
}

fn retry(stall: &mut Stalls) -> Option<Vec<String>> {
    let event = stall.next_postponed()?;
    Some(step(stall, event))
}

#[test]
fn an_event_postponed_while_others_are_due_waits_for_the_next_change_itself() {
    for mut stall in stalls() {
        for event in [Guest::Ask(1), Guest::Ask(2), Guest::Open] {
            step(&mut stall, event);
        }
        assert_eq!(retry(&mut stall).unwrap(), ["give 1"]);
        assert_eq!(step(&mut stall, Guest::Odd), ["odd"]);
        assert_eq!(retry(&mut stall).unwrap(), ["give 2"]);
        assert_eq!(retry(&mut stall), None, "the state is still the same");
        assert_eq!(stall.postponed(), 1);
    }
}

#[test]
fn after_a_panic_in_an_offered_event_a_new_one_does_not_take_its_place() {
    for mut stall in stalls() {
        for event in [Guest::Ask(1), Guest::Ask(2), Guest::Open] {
            step(&mut stall, event);
        }
        let offered = stall.next_postponed().unwrap();
        panic_of(|| ready(stall.step_one(offered, &mut Stock { missing: 1 })));
        assert_eq!(step(&mut stall, Guest::Odd), ["odd"]);
        assert_eq!(retry(&mut stall).unwrap(), ["give 2"]);
        assert_eq!(retry(&mut stall), None);
        step(&mut stall, Guest::Shut);
        assert_eq!(stall.next_postponed(), Some(Guest::Odd));
    }
}

#[test]
fn what_a_panic_left_due_comes_ahead_of_a_clock_that_expired() {
    for mut stall in stalls() {
        for event in [Guest::Ask(1), Guest::Ask(2)] {
            step(&mut stall, event);
        }
        panic_of(|| ready(stall.handle(Guest::Open, &mut Stock { missing: 1 })));
        let said = ready(stall.check_timeout(secs(5), &mut all())).unwrap();
        assert_eq!(words(said), ["open", "give 2", "five"]);
    }
}

#[test]
#[cfg_attr(miri, ignore = "a thousand events take most of a minute")]
fn an_event_over_the_bound_asks_for_nothing() {
    for mut stall in stalls() {
        for number in 0..1024 {
            step(&mut stall, Guest::Ask(number));
        }
        ready(stall.step_one(Guest::Odd, &mut all())).unwrap_err();
        assert_eq!(step(&mut stall, Guest::Shut), [""; 0]);
    }
}

#[test]
fn in_a_terminal_state_single_steps_hand_out_what_was_never_handled() {
    both! {
        fn machines() -> StateMachine<Stall, Guest, (), Do>;
        struct Closing;

        state: Stall;
        event: Guest;
        context: ();
        action: Do;
        initial: Shut;

        unhandled => postpone;
        state Shut {
            on Guest::Open => Open;
        }
        terminal state Open;
    }

    for mut machine in machines() {
        for event in [Guest::Odd, Guest::Ask(1), Guest::Open] {
            ready(machine.handle(event, &mut ())).unwrap();
        }
        assert_eq!(machine.next_postponed(), Some(Guest::Odd));
        assert_eq!(machine.next_postponed(), Some(Guest::Ask(1)));
        assert_eq!(machine.next_postponed(), None);
    }
}

#[test]
fn a_timeout_of_no_time_that_enters_its_state_again_fires_once_for_each_look() {
    both! {
        fn machines() -> StateMachine<Stall, Guest, (), Do>;
        struct Eager;

        state: Stall;
        event: Guest;
        context: ();
        action: Do;
        initial: Shut;

        unhandled => stay;
        state Shut {
            timeout secs(0) => Shut do [Say("again")];
            on Guest::Open => Open;
        }
        terminal state Open;
    }

    for mut machine in machines() {
        for seconds in [0, 0, 7] {
            let said = ready(machine.check_timeout(secs(seconds), &mut ())).unwrap();
            assert_eq!(words(said), ["again"]);
        }
    }
}
