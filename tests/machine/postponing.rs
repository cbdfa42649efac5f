//! M5: `postpone` keeps the whole event. After the next change of state variant, postponed events
//! are offered again, oldest first, ahead of anything new.

use steadfast::prelude::*;

use super::fixture::{Do, Journal, both, ready, words};

/// Not `Clone`: what comes back is the event itself.
#[derive(Debug, PartialEq)]
struct Paper(&'static str);

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Desk {
    Closed { knocks: u32 },
    Open,
    Busy,
    Left,
}

#[derive(Debug, PartialEq, EventVariant)]
enum Visit {
    Hand(Paper),
    Knock,
    Begin,
    Return,
    Leave,
    Odd,
    Error(String),
}

both! {
    fn desks() -> StateMachine<Desk, Visit, Journal, Do>;
    struct DeskMachine;

    state: Desk;
    event: Visit;
    context: Journal;
    action: Do;
    initial: Closed { knocks: 0 };

    state Closed { knocks } {
        on Hand(_) | Odd => postpone;
            on Knock => stay { knocks: *knocks + 1 };
        on Return => Closed { knocks: *knocks } do [Say("turn over")];
        on Begin => Open do [Say("open")];
    }

    state Open {
        on Hand(Paper("thick")) => Busy do [Say("thick, start")];
        on Hand(paper) => stay do [Tell(format!("take {}", paper.0))];
        on Odd => reject;
        on Begin | Return | Knock => stay;
    }

    state Busy {
        on Hand(Paper("thick")) => postpone do [Say("not now")];
        on Hand(ref paper) => postpone do [Tell(format!("later {}", paper.0))];
        on Return => Open do [Say("done")];
        on Knock => stay;
        on Begin | Odd => reject;
    }

    any {
        on Leave => Left do [Say("leave")];
        on Error(_) => Left;
    }

    terminal state Left;
}

type Desks = StateMachine<Desk, Visit, Journal, Do>;

fn visit(desk: &mut Desks, event: Visit) -> Vec<String> {
    words(ready(desk.handle(event, &mut Journal::default())).unwrap())
}

fn hand(text: &'static str) -> Visit {
    Visit::Hand(Paper(text))
}

#[test]
fn the_whole_event_is_kept_and_offered_again_after_a_change_of_state() {
    for mut desk in desks() {
        assert_eq!(visit(&mut desk, hand("a")), [""; 0]);
        assert_eq!(desk.postponed(), 1);
        assert_eq!(visit(&mut desk, Visit::Begin), ["open", "take a"]);
        assert_eq!(desk.postponed(), 0);
    }
}

#[test]
fn postponed_events_are_offered_oldest_first() {
    for mut desk in desks() {
        for text in ["a", "b", "c"] {
            visit(&mut desk, hand(text));
        }
        let said = visit(&mut desk, Visit::Begin);
        assert_eq!(said, ["open", "take a", "take b", "take c"]);
    }
}

#[test]
fn neither_stay_nor_an_assignment_nor_a_re_entry_offers_them_again() {
    for mut desk in desks() {
        visit(&mut desk, hand("a"));
        visit(&mut desk, Visit::Knock);
        assert_eq!(visit(&mut desk, Visit::Return), ["turn over"]);
        assert_eq!(desk.state(), &Desk::Closed { knocks: 1 });
        assert_eq!(desk.postponed(), 1);
        assert_eq!(visit(&mut desk, Visit::Begin), ["open", "take a"]);
    }
}

#[test]
fn an_event_that_is_postponed_again_keeps_its_place() {
    for mut desk in desks() {
        for text in ["thick", "a", "thick", "b"] {
            visit(&mut desk, hand(text));
        }
        // `Busy` after the first; the other three are postponed once more, in their order.
        assert_eq!(
            visit(&mut desk, Visit::Begin),
            ["open", "thick, start", "later a", "not now", "later b"],
        );
        assert_eq!(desk.postponed(), 3);
        assert_eq!(visit(&mut desk, hand("new")), ["later new"]);
        // Open: a is taken, the second thick one makes it busy again, b and new wait on.
        assert_eq!(
            visit(&mut desk, Visit::Return),
            ["done", "take a", "thick, start", "later b", "later new"],
        );
        assert_eq!(
            visit(&mut desk, Visit::Return),
            ["done", "take b", "take new"],
        );
        assert_eq!(desk.postponed(), 0);
    }
}

#[test]
fn a_change_during_the_retry_starts_again_from_the_oldest() {
    for mut desk in desks() {
        for event in [hand("thick"), hand("a"), hand("b"), Visit::Odd] {
            visit(&mut desk, event);
        }
        // In `Busy`, a and b are passed over before the odd one is refused there.
        let mut journal = Journal::default();
        let refused = ready(desk.handle(Visit::Begin, &mut journal)).unwrap_err();
        assert_eq!(refused.to_string(), "state `Busy` does not take `Odd`");
        assert_eq!(
            visit(&mut desk, Visit::Return),
            [
                "open",
                "thick, start",
                "later a",
                "later b",
                "done",
                "take a",
                "take b"
            ],
        );
    }
}

#[test]
fn postponed_events_are_offered_ahead_of_a_new_one() {
    for mut desk in desks() {
        let mut journal = Journal::default();
        for text in ["a", "b"] {
            visit(&mut desk, hand(text));
        }
        // One step at a time: what is due comes before what the caller has at hand.
        ready(desk.step_one(Visit::Begin, &mut journal)).unwrap();
        assert_eq!(desk.next_postponed(), Some(hand("a")));
        assert_eq!(desk.next_postponed(), Some(hand("b")));
        assert_eq!(desk.next_postponed(), None);
    }
}

#[test]
fn step_one_leaves_postponed_events_to_the_caller() {
    for mut desk in desks() {
        let mut journal = Journal::default();
        assert_eq!(desk.next_postponed(), None);
        for text in ["thick", "a"] {
            ready(desk.step_one(hand(text), &mut journal)).unwrap();
            assert_eq!(desk.next_postponed(), None, "nothing changed yet");
        }
        let said = ready(desk.step_one(Visit::Begin, &mut journal)).unwrap();
        assert_eq!(words(said), ["open"]);
        let mut said = Vec::new();
        while let Some(event) = desk.next_postponed() {
            said.extend(words(ready(desk.step_one(event, &mut journal)).unwrap()));
        }
        assert_eq!(said, ["thick, start", "later a"]);
        assert_eq!(desk.postponed(), 1);
    }
}

#[test]
fn a_postponed_event_that_is_refused_does_not_keep_the_others_from_their_turn() {
    for mut desk in desks() {
        let mut journal = Journal::default();
        for event in [hand("a"), Visit::Odd, hand("b"), Visit::Odd, hand("c")] {
            visit(&mut desk, event);
        }
        let refused = ready(desk.handle(Visit::Begin, &mut journal)).unwrap_err();
        assert_eq!(refused.to_string(), "state `Open` does not take `Odd`");
        assert_eq!(desk.postponed(), 0);
        assert_eq!(
            visit(&mut desk, hand("new")),
            ["open", "take a", "take b", "take c", "take new"],
            "what was done before comes out of the next call",
        );
    }
}

#[test]
fn an_event_postponed_after_a_refused_retry_stands_behind_those_that_were_there() {
    for mut desk in desks() {
        let mut journal = Journal::default();
        for event in [hand("thick"), Visit::Odd, hand("a"), hand("b")] {
            visit(&mut desk, event);
        }
        let refused = ready(desk.handle(Visit::Begin, &mut journal)).unwrap_err();
        assert_eq!(refused.to_string(), "state `Busy` does not take `Odd`");
        visit(&mut desk, hand("new"));
        let said = visit(&mut desk, Visit::Return);
        let taken: Vec<_> = said
            .iter()
            .filter(|word| word.starts_with("take"))
            .collect();
        assert_eq!(taken, ["take a", "take b", "take new"]);
    }
}

const BOUND: usize = 1024;

#[test]
#[cfg_attr(miri, ignore = "a thousand events take most of a minute")]
fn over_the_bound_the_event_comes_back_in_a_typed_error() {
    for mut desk in desks() {
        let mut journal = Journal::default();
        for _ in 0..BOUND {
            visit(&mut desk, hand("a"));
        }
        let error = ready(desk.handle(hand("the last"), &mut journal)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "state `Closed` cannot postpone `Hand`: 1024 events are postponed already",
        );
        let FsmError::PostponeFull {
            state,
            event,
            bound,
            refused,
        } = error
        else {
            panic!("{error:?}");
        };
        assert_eq!((state, event, bound), ("Closed", "Hand", BOUND));
        assert_eq!(refused.take::<u32>(), None, "it is no number");
        assert_eq!(refused.take(), Some(hand("the last")));
        assert_eq!(refused.take::<Visit>(), None, "once");
        assert_eq!(desk.postponed(), BOUND);
    }
}

#[test]
#[cfg_attr(miri, ignore = "a thousand events take most of a minute")]
fn when_the_queue_is_full_an_event_that_is_postponed_again_still_fits() {
    for mut desk in desks() {
        visit(&mut desk, hand("thick"));
        for _ in 1..BOUND {
            visit(&mut desk, hand("a"));
        }
        visit(&mut desk, Visit::Begin);
        assert_eq!(desk.postponed(), BOUND - 1);
        visit(&mut desk, hand("the last"));
        assert_eq!(desk.postponed(), BOUND);
        let said = visit(&mut desk, Visit::Return);
        assert_eq!(said.len(), 1 + BOUND);
        assert_eq!(said.last().unwrap(), "take the last");
    }
}

#[test]
fn a_terminal_state_is_offered_nothing() {
    for mut desk in desks() {
        visit(&mut desk, hand("a"));
        assert_eq!(visit(&mut desk, Visit::Leave), ["leave"]);
        assert_eq!(desk.postponed(), 1);
    }
}

#[test]
fn a_timeout_that_changes_the_state_offers_them_again() {
    #[derive(Debug, StateVariant)]
    enum Shop {
        Shut,
        Trading,
    }
    both! {
        fn shops() -> StateMachine<Shop, Visit, (), Do>;
        struct ShopMachine;

        state: Shop;
        event: Visit;
        context: ();
        action: Do;
        initial: Shut;

        unhandled => reject;
        state Shut {
            timeout super::fixture::secs(9) => Trading do [Say("nine")];
            on Hand(_) => postpone;
        }
        state Trading {
            on Hand(Paper(name)) => stay do [Say(name)];
            on Leave => Shut;
        }
    }

    for mut shop in shops() {
        ready(shop.handle(hand("early bird"), &mut ())).unwrap();
        let said = ready(shop.check_timeout(super::fixture::secs(9), &mut ())).unwrap();
        assert_eq!(words(said), ["nine", "early bird"]);
    }
}

fsm! {
    struct CounterMachine;
    trait CounterDispatch;

    state: Desk;
    event: Visit;
    context: Journal;
    action: Do;
    initial: Closed { knocks: 0 };
    error: Visit::Error;

    state Closed {
        on Begin => Open;
        on Hand(_) | Odd => postpone;
    }
    state Open {
        on Hand(paper) => stay do [Tell(paper.0.into())];
        on Return => Busy;
    }
    state Busy {
        on Hand(_) => postpone;
        on Return => Open;
    }
    any {
        on Leave => Left;
        on Error(why) => Left do [Tell(why)];
    }
    unhandled => reject;
    terminal state Left;
}

#[supervisor(CounterMachine)]
struct Counter;

impl CounterDispatch for Counter {}

#[tokio::test(start_paused = true)]
async fn in_a_component_postponed_events_come_ahead_of_those_in_the_mailbox() {
    let journal = Journal::default();
    let counter = Counter.spawn(journal.clone());
    for event in [
        hand("first"),
        hand("second"),
        Visit::Begin,
        hand("third"),
        Visit::Leave,
    ] {
        counter.send(event).await.unwrap();
    }
    assert_eq!(counter.join().await.kind(), ExitKind::Completed);
    assert_eq!(journal.take(), ["first", "second", "third"]);
}

#[tokio::test(start_paused = true)]
async fn entering_a_terminal_state_hands_postponed_events_to_the_exit_before_those_in_the_mailbox()
{
    let counter = Counter.spawn(Journal::default());
    for event in [hand("a"), Visit::Odd, Visit::Leave, Visit::Begin] {
        counter.send(event).await.unwrap();
    }
    let exit = counter.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.take_unhandled(), [hand("a"), Visit::Odd, Visit::Begin]);
    assert_eq!(exit.take_unhandled(), [], "once");
}

#[tokio::test(start_paused = true)]
#[cfg_attr(miri, ignore = "a thousand events take most of a minute")]
async fn in_a_component_one_event_over_the_bound_is_a_fault_and_goes_to_the_exit() {
    let journal = Journal::default();
    let counter = Counter.spawn(journal.clone());
    for _ in 0..BOUND {
        counter.send(hand("a")).await.unwrap();
    }
    counter.send(Visit::Odd).await.unwrap();
    let exit = counter.join().await;
    assert_eq!(exit.faults().len(), 1);
    assert_eq!(exit.faults()[0].kind(), FaultKind::Postpone);
    assert_eq!(
        exit.state(),
        Some(&Desk::Left),
        "the error event was handled"
    );
    let unhandled = exit.take_unhandled();
    assert_eq!(unhandled.len(), BOUND + 1);
    assert_eq!(unhandled[BOUND], Visit::Odd);
    assert_eq!(
        journal.take(),
        ["state `Closed` cannot postpone `Odd`: 1024 events are postponed already"],
    );
}
