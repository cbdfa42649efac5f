//! M1: arms are tried in source order, the state's own, then its superstates' from the inside out,
//! then `any`. The first whose trigger and guard hold is taken.

use steadfast::prelude::*;

use super::fixture::{Do, both, ready, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Place {
    Deep,
    Shallow,
    Outside,
    Over,
}

#[derive(Debug, EventVariant)]
enum Call {
    Everyone,
    Number(u32),
    Next,
    Stop,
}

#[derive(Default)]
struct Willing {
    own: bool,
    inner: bool,
    outer: bool,
}

// The scopes stand in the reverse of the order in which they are asked.
both! {
    fn nests() -> StateMachine<Place, Call, Willing, Do>;
    struct Nest;

    state: Place;
    event: Call;
    context: Willing;
    action: Do;
    initial: Deep;

    any {
        on Everyone => stay do [Say("any")];
        on Number(_) => reject;
        on Stop => Over;
    }

    superstate Outer {
        on Everyone if context.outer => stay do [Say("outer")];

        superstate Inner {
            on Everyone if context.inner => stay do [Say("inner")];

            state Deep {
                on Everyone if context.own => stay do [Say("own")];
                on Number(0) => stay do [Say("nought")];
                on Number(n) if n < 10 => stay do [Tell(format!("digit {n}"))];
                on Number(n) if n % 2 == 0 => stay do [Tell(format!("even {n}"))];
                on Next => Shallow;
            }
        }

        state Shallow {
            on Next => Outside;
        }
    }

    state Outside {
        on Next => Deep;
    }

    terminal state Over;
}

type Nests = StateMachine<Place, Call, Willing, Do>;

fn told(machine: &mut Nests, event: Call, mut willing: Willing) -> Vec<String> {
    words(ready(machine.handle(event, &mut willing)).unwrap())
}

#[test]
fn own_arms_come_before_those_of_superstates_from_the_inside_out_and_any_is_last() {
    for mut nest in nests() {
        let everyone = |own, inner, outer| Willing { own, inner, outer };
        let mut ask = |willing| told(&mut nest, Call::Everyone, willing);
        assert_eq!(ask(everyone(true, true, true)), ["own"]);
        assert_eq!(ask(everyone(false, true, true)), ["inner"]);
        assert_eq!(ask(everyone(false, false, true)), ["outer"]);
        assert_eq!(ask(everyone(false, false, false)), ["any"]);
        assert_eq!(ask(everyone(true, false, false)), ["own"]);
    }
}

#[test]
fn the_arms_of_a_superstate_apply_only_inside_it() {
    for mut nest in nests() {
        let willing = || Willing {
            own: true,
            inner: true,
            outer: true,
        };
        assert_eq!(told(&mut nest, Call::Everyone, willing()), ["own"]);
        told(&mut nest, Call::Next, willing());
        assert_eq!(nest.state(), &Place::Shallow);
        assert_eq!(told(&mut nest, Call::Everyone, willing()), ["outer"]);
        told(&mut nest, Call::Next, willing());
        assert_eq!(nest.state(), &Place::Outside);
        assert_eq!(told(&mut nest, Call::Everyone, willing()), ["any"]);
    }
}

#[test]
fn arms_of_one_scope_are_tried_in_source_order() {
    for mut nest in nests() {
        let mut count = |n| told(&mut nest, Call::Number(n), Willing::default());
        assert_eq!(count(0), ["nought"], "the literal stands before the guard");
        assert_eq!(
            count(4),
            ["digit 4"],
            "both guards hold, the first is taken"
        );
        assert_eq!(count(5), ["digit 5"]);
        assert_eq!(count(12), ["even 12"]);
    }
}

#[test]
fn an_event_that_no_guard_takes_goes_on_to_the_outer_scopes_whole() {
    for mut nest in nests() {
        let error = ready(nest.handle(Call::Number(13), &mut Willing::default())).unwrap_err();
        assert_eq!(error.to_string(), "state `Deep` does not take `Number`");
    }
}

#[test]
fn any_applies_in_every_state_but_a_terminal_one() {
    for mut nest in nests() {
        let context = &mut Willing::default();
        ready(nest.handle(Call::Stop, context)).unwrap();
        assert_eq!(nest.state(), &Place::Over);
        let error = ready(nest.handle(Call::Everyone, context)).unwrap_err();
        assert_eq!(error.to_string(), "state `Over` does not take `Everyone`");
    }
}

#[test]
fn guards_are_asked_one_after_the_other_and_no_further_than_the_arm_that_is_taken() {
    use std::cell::RefCell;

    #[derive(Debug, StateVariant)]
    enum One {
        Only,
        Over,
    }
    #[derive(Debug, EventVariant)]
    enum Ask {
        Which(u8),
        Other,
        Leave,
    }
    fn ask(asked: &RefCell<Vec<&'static str>>, name: &'static str, answer: bool) -> bool {
        asked.borrow_mut().push(name);
        answer
    }

    both! {
        fn asking() -> StateMachine<One, Ask, RefCell<Vec<&'static str>>, Do>;
        struct Asking;

        state: One;
        event: Ask;
        context: RefCell<Vec<&'static str>>;
        action: Do;
        initial: Only;

        superstate Around {
            state Only {
                on Other if ask(context, "another event", true) => stay;
                on Which(n) if ask(context, "first", n == 1) => stay;
                on Which(n) if ask(context, "second", n == 2) => stay;
                on Which(n) if ask(context, "third", n == 3) => stay;
            }
            on Which(_) if ask(context, "around", true) => stay;
        }
        unhandled => reject;
        any {
            on Leave => Over;
        }
        terminal state Over;
    }

    for mut machine in asking() {
        let mut asked = RefCell::default();
        for (number, expected) in [
            (1, vec!["first"]),
            (2, vec!["first", "second"]),
            (9, vec!["first", "second", "third", "around"]),
        ] {
            ready(machine.handle(Ask::Which(number), &mut asked)).unwrap();
            assert_eq!(asked.take(), expected, "{number}");
        }
        ready(machine.handle(Ask::Other, &mut asked)).unwrap();
        assert_eq!(asked.take(), ["another event"]);
        ready(machine.handle(Ask::Leave, &mut asked)).unwrap();
        assert_eq!(asked.take(), [""; 0]);
    }
}
