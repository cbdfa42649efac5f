//! M3: `move Target` hands the arm the state's payload by value. Only there a panic loses the
//! state, and then the machine has failed.

use steadfast::prelude::*;

use super::fixture::{Do, Journal, both, panic_of, ready, words};

/// Neither `Clone` nor `Default`.
#[derive(Debug, PartialEq)]
struct Parcel(Box<str>);

#[derive(Debug, PartialEq, StateVariant)]
enum Shelf {
    Holding { parcel: Parcel, since: u32 },
    Sent(Parcel, &'static str),
    Bare,
}

#[derive(Debug, EventVariant)]
enum Order {
    Send(&'static str),
    Repack(&'static str),
    Return,
}

#[derive(Default)]
struct Clerk {
    faints_at: &'static str,
}

impl Clerk {
    fn at<T>(&self, place: &'static str, value: T) -> T {
        assert!(place != self.faints_at, "faint at {place}");
        value
    }
}

fn parcel(text: &str) -> Parcel {
    Parcel(text.into())
}

both! {
    fn shelves() -> StateMachine<Shelf, Order, Clerk, Do>;
    struct PlainShelf;

    state: Shelf;
    event: Order;
    context: Clerk;
    action: Do;
    initial: Holding { parcel: parcel("book"), since: 3 };

    state Holding { parcel, since } {
        on Send(to) if context.at("guard", *since > 0) => move Sent(parcel, context.at("target", to))
            do [Tell(context.at("action", format!("{since} days")))];
        on Repack(label) => move Holding {
            parcel: Parcel(format!("{label} {}", parcel.0).into()),
            since: since + 1,
        };
    }

    state Sent(parcel, _) {
        on_entry do [Tell(context.at("entry", format!("sent {}", parcel.0)))];
        on Return => move Holding { parcel, since: 0 };
    }

    any {
        on Return => Bare;
    }

    unhandled => reject;

    terminal state Bare;
}

type Shelves = StateMachine<Shelf, Order, Clerk, Do>;

fn order(shelf: &mut Shelves, order: Order) -> Vec<String> {
    words(ready(shelf.handle(order, &mut Clerk::default())).unwrap())
}

#[test]
fn a_payload_that_is_neither_clone_nor_default_goes_on_to_the_next_state() {
    for mut shelf in shelves() {
        assert_eq!(
            order(&mut shelf, Order::Send("Oslo")),
            ["3 days", "sent book"]
        );
        assert_eq!(shelf.state(), &Shelf::Sent(parcel("book"), "Oslo"));
        order(&mut shelf, Order::Return);
        let back = Shelf::Holding {
            parcel: parcel("book"),
            since: 0,
        };
        assert_eq!(shelf.state(), &back);
    }
}

#[test]
fn a_state_can_be_moved_into_itself() {
    for mut shelf in shelves() {
        order(&mut shelf, Order::Repack("blue"));
        let repacked = Shelf::Holding {
            parcel: parcel("blue book"),
            since: 4,
        };
        assert_eq!(shelf.state(), &repacked);
    }
}

#[test]
fn a_guard_that_does_not_hold_leaves_the_payload_where_it_is() {
    for mut shelf in shelves() {
        order(&mut shelf, Order::Send("Oslo"));
        order(&mut shelf, Order::Return);
        let error = ready(shelf.handle(Order::Send("Bergen"), &mut Clerk::default())).unwrap_err();
        assert_eq!(error.to_string(), "state `Holding` does not take `Send`");
        assert!(matches!(shelf.state(), Shelf::Holding { since: 0, .. }));
    }
}

#[test]
fn a_panic_in_the_guard_of_a_move_does_not_lose_the_state() {
    for mut shelf in shelves() {
        let mut clerk = Clerk { faints_at: "guard" };
        panic_of(|| ready(shelf.handle(Order::Send("Oslo"), &mut clerk)));
        assert_eq!(
            order(&mut shelf, Order::Send("Oslo")),
            ["3 days", "sent book"]
        );
    }
}

#[test]
fn a_panic_once_a_move_has_taken_the_payload_loses_the_state() {
    for place in ["target", "action", "entry"] {
        for mut shelf in shelves() {
            let mut clerk = Clerk { faints_at: place };
            let text = panic_of(|| ready(shelf.handle(Order::Send("Oslo"), &mut clerk)));
            assert_eq!(text, format!("faint at {place}"));
            assert_eq!(shelf.try_state(), None);

            for event in [Order::Send("Oslo"), Order::Return] {
                let result = ready(shelf.handle(event, &mut Clerk::default()));
                assert!(
                    matches!(result, Err(FsmError::StateLost)),
                    "{place}: {result:?}"
                );
            }
            let text = panic_of(|| format!("{:?}", shelf.state()));
            assert_eq!(text, FsmError::StateLost.to_string());
        }
    }
}

#[test]
fn a_step_that_loses_the_state_emits_no_action() {
    for place in ["target", "action", "entry"] {
        let mut slot = Slot::new(PlainShelf::initial());
        let mut actions = vec![Do::Say("before")];
        let clerk = Clerk { faints_at: place };
        let event = || Trigger::Event(Order::Send("Oslo"));
        panic_of(|| PlainShelf::step(&mut slot, event(), &clerk, &mut actions));
        assert_eq!(actions, [Do::Say("before")], "{place}");
        assert_eq!(slot.get(), None);
        let again = PlainShelf::step(&mut slot, event(), &Clerk::default(), &mut actions);
        assert!(matches!(again, Err(FsmError::StateLost)));
        assert_eq!(actions, [Do::Say("before")]);
    }
}

fsm! {
    struct WatchedShelf;

    state: Shelf;
    event: Order;
    context: Clerk;
    action: Do;
    initial: Holding { parcel: parcel("lamp"), since: 1 };

    superstate Here {
        on_exit do [Tell(context.at("outer exit", format!("out goes {state:?}")))];

        state Holding { parcel, since } {
            on_exit do [Tell(context.at("exit", format!("farewell {}", parcel.0)))];
            on Send(to) => move Sent(parcel, to) do [Tell(format!("after {since}"))];
            on Repack(_) => move Holding { parcel, since } do [Say("repack")];
        }
    }

    state Sent(_, to) {
        on_entry do [Tell(format!("arrive in {to}"))];
        on Return => Bare;
    }

    terminal state Bare;

    unhandled => reject;
}

#[test]
fn exit_actions_see_the_state_before_it_is_moved_and_still_come_first() {
    let mut shelf = WatchedShelf::start(&Clerk::default(), &mut Vec::new());
    assert_eq!(
        order(&mut shelf, Order::Send("Rome")),
        [
            "farewell lamp",
            "out goes Holding { parcel: Parcel(\"lamp\"), since: 1 }",
            "after 1",
            "arrive in Rome",
        ],
    );
}

#[test]
fn a_move_into_the_same_state_leaves_and_enters_it_but_not_its_superstate() {
    let mut shelf = WatchedShelf::start(&Clerk::default(), &mut Vec::new());
    let said = order(&mut shelf, Order::Repack("red"));
    assert_eq!(said, ["farewell lamp", "repack"]);
}

#[test]
fn a_panic_in_an_exit_action_of_a_move_does_not_lose_the_state() {
    for place in ["exit", "outer exit"] {
        let mut slot = Slot::new(WatchedShelf::initial());
        let mut actions = Vec::new();
        let clerk = Clerk { faints_at: place };
        let event = Trigger::Event(Order::Send("Rome"));
        panic_of(|| WatchedShelf::step(&mut slot, event, &clerk, &mut actions));
        assert_eq!(actions, []);
        assert_eq!(slot.get(), Some(&WatchedShelf::initial()), "{place}");
    }
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Flight {
    Ground(String),
    Air(String),
    Over,
}

#[derive(Debug, EventVariant)]
enum Tower {
    Start,
    Error(Fault),
}

fsm! {
    struct FlightMachine;
    trait FlightDispatch;

    state: Flight;
    event: Tower;
    context: Journal;
    action: Do;
    initial: Ground("glider".into());
    error: Tower::Error;

    state Ground(name) {
        on Start => move Air(if name == "glider" { panic!("no wind") } else { name });
    }
    state Air(name) {
        on Start => move Ground(name);
    }
    any {
        on Error(fault) => Over do [Tell(fault.to_string())];
    }
    failure state Over;
}

#[supervisor(FlightMachine)]
struct Flying;

impl FlightDispatch for Flying {}

#[tokio::test(start_paused = true)]
async fn a_component_whose_state_is_lost_ends_as_failed_without_a_state() {
    let journal = Journal::default();
    let flight = Flying.spawn(journal.clone());
    flight.send(Tower::Start).await.unwrap();
    let exit = flight.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), None);
    assert_eq!(exit.faults()[0].kind(), FaultKind::Panic);
    assert_eq!(
        exit.faults()[0].to_string(),
        "in state `Ground`: a panic: no wind"
    );
    assert_eq!(journal.take(), [""; 0], "no error event can be handled");
}
