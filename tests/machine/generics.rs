//! Machines with type and const parameters, bounds and where-clauses, alone and in a component.

use std::fmt::Debug;

use steadfast::prelude::*;
use steadfast::{ExternalEventPolicy, NoAction};

use super::fixture::{ready, secs};

/// How often a thing can be looked at.
trait Limited {
    const LOOKS: usize;
}

impl Limited for String {
    const LOOKS: usize = 1;
}

impl Limited for &'static str {
    const LOOKS: usize = 1;
}

impl Limited for u8 {
    const LOOKS: usize = 7;
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Shelf<T> {
    Empty,
    Full { item: T, looks: usize },
    Gone,
}

#[derive(Debug, PartialEq, EventVariant)]
enum Order<T> {
    Put(T),
    Look,
    Take,
    Close,
    Error(String),
}

#[derive(Debug, PartialEq)]
enum Give<T> {
    Item(T),
    Sorry(String),
}

/// What customers were given, and by whom it can be read.
#[derive(Debug)]
struct Counter<T>(tokio::sync::mpsc::UnboundedSender<Give<T>>);

impl<T: Send + Sync + 'static> Execute<Give<T>> for Counter<T> {
    async fn execute(&mut self, action: Give<T>) -> Result<(), BoxError> {
        Ok(self.0.send(action).map_err(|_| "nobody is there")?)
    }
}

fsm! {
    /// A shelf for one thing, that can be looked at only a few times.
    struct ShelfMachine<T: Debug>
    where
        T: Clone + PartialEq + Limited;
    trait ShelfDispatch;

    state: Shelf<T>;
    event: Order<T>;
    context: Counter<T>;
    action: Give<T>;
    initial: Empty;
    error: Order::Error;
    stop: Order::Close;

    state Empty: Race {
        on Put(item) => Full { item, looks: 0 };
        on Take => stay do [Sorry(format!("{} looks, but nothing here", T::LOOKS))];
        on Look => stay;
    }

    state Full { item, looks } {
        timeout secs(9) => Empty do [Item(item.clone())];
        on Look if *looks < T::LOOKS => stay { looks: *looks + 1 } do [Item(item.clone())];
        on Look => stay do [Sorry(format!("{item:?} again?"))];
        on Put(ref other) if *other == *item => stay;
        on Put(_) => reject;
        on Take => move Empty do [Item(item)];
    }

    any {
        on Close => Gone;
        on Error(why) => Gone do [Sorry(why)];
    }

    terminal state Gone;
}

#[supervisor(ShelfMachine<T>)]
struct Keeper<T: Debug>
where
    T: Clone + PartialEq + Limited + Send + Sync,
{
    first: Option<T>,
}

impl<T> ShelfDispatch<T> for Keeper<T>
where
    T: Clone + PartialEq + Limited + Debug + Send + Sync + 'static,
{
    async fn empty(&mut self, _: &Shelf<T>, _: &mut Counter<T>) -> Next<Order<T>> {
        match self.first.take() {
            Some(item) => Ok(next::emit(Order::Put(item))),
            None => std::future::pending().await,
        }
    }
}

#[test]
fn a_generic_machine_steps_for_each_of_its_types() {
    let (sender, _receiver) = tokio::sync::mpsc::unbounded_channel();
    let mut context = Counter(sender);
    let mut shelf = ShelfMachine::<String>::start(&context, &mut Vec::new());
    ready(shelf.handle(Order::Put("vase".into()), &mut context)).unwrap();
    let look = ready(shelf.handle(Order::Look, &mut context)).unwrap();
    assert_eq!(look, [Give::Item("vase".to_owned())]);
    let look = ready(shelf.handle(Order::Look, &mut context)).unwrap();
    assert_eq!(look, [Give::Sorry("\"vase\" again?".to_owned())]);
    let taken = ready(shelf.handle(Order::Take, &mut context)).unwrap();
    assert_eq!(taken, [Give::Item("vase".to_owned())]);
    assert_eq!(shelf.state(), &Shelf::Empty);

    let (sender, _receiver) = tokio::sync::mpsc::unbounded_channel();
    let mut context = Counter(sender);
    let mut shelf = ShelfMachine::<u8>::start(&context, &mut Vec::new());
    let sorry = ready(shelf.handle(Order::Take, &mut context)).unwrap();
    let text = "7 looks, but nothing here".to_owned();
    assert_eq!(sorry, [Give::<u8>::Sorry(text)]);
}

#[test]
fn a_generic_machine_has_one_graph() {
    let names =
        |graph: steadfast::graph::Graph| graph.states.iter().map(|state| state.name).collect();
    let names_of_one: Vec<_> = names(ShelfMachine::<u8>::GRAPH);
    assert_eq!(names_of_one, ["Empty", "Full", "Gone"]);
    assert_eq!(ShelfMachine::<u8>::GRAPH, ShelfMachine::<String>::GRAPH);
}

#[tokio::test(start_paused = true)]
async fn a_generic_component_runs() {
    let (sender, mut given) = tokio::sync::mpsc::unbounded_channel();
    let keeper = Keeper::<&str> {
        first: Some("lamp"),
    };
    let shelf = keeper.spawn(Counter(sender));
    shelf
        .wait_for(|state| matches!(state, Shelf::Full { item: "lamp", .. }))
        .await
        .unwrap();
    shelf.send(Order::Look).await.unwrap();
    assert_eq!(given.recv().await, Some(Give::Item("lamp")));
    shelf
        .wait_for(|state| *state == Shelf::Empty)
        .await
        .unwrap();
    assert_eq!(
        given.recv().await,
        Some(Give::Item("lamp")),
        "after nine seconds"
    );
    shelf.stop();
    assert_eq!(shelf.join().await.state(), Some(&Shelf::Gone));
}

#[test]
fn the_policy_of_a_generic_machine_is_that_of_its_declaration() {
    let mode = |state| Keeper::<u8>::external_event_mode(&state);
    assert_eq!(mode(Shelf::Empty), ExternalEventMode::Race);
    assert_eq!(
        mode(Shelf::Full { item: 1, looks: 0 }),
        ExternalEventMode::Block
    );
}

fn swapping<T, const TIMES: usize>(first: T) -> StateMachine<Shelf<T>, Order<T>, (), NoAction>
where
    T: Clone + Send + Sync + 'static,
{
    let spare = first.clone();
    fsm! {
        state: Shelf<T>;
        event: Order<T>;
        context: ();
        initial: Shelf::Full { item: first, looks: 0 };

        state Full { item, looks } {
            on Put(item) if *looks < TIMES => Full { item, looks: *looks + 1 };
            on Look => stay { item: item.clone(), looks: TIMES };
            on Take => Empty;
        }
        state Empty {
            on Take => Full { item: spare.clone(), looks: 0 };
        }
    }
}

#[test]
fn the_expression_form_stands_in_a_generic_function_and_its_arms_capture_too() {
    let mut shelf = swapping::<_, 1>("a");
    ready(shelf.handle(Order::Put("b"), &mut ())).unwrap();
    assert_eq!(
        shelf.state(),
        &Shelf::Full {
            item: "b",
            looks: 1
        }
    );
    assert!(ready(shelf.handle(Order::Put("c"), &mut ())).is_err());
    for _ in 0..2 {
        ready(shelf.handle(Order::Take, &mut ())).unwrap();
    }
    assert_eq!(
        shelf.state(),
        &Shelf::Full {
            item: "a",
            looks: 0
        }
    );
}

#[test]
fn state_event_and_action_may_be_aliases_and_paths() {
    mod types {
        pub(super) mod inner {
            use steadfast::prelude::*;

            #[derive(Debug, PartialEq, StateVariant)]
            pub(crate) enum State {
                One,
                Two,
            }
            #[derive(Debug, EventVariant)]
            pub(crate) enum Event {
                Go,
            }
        }
        pub(super) type Numbers = super::Shelf<u8>;
    }
    type Doing = Give<u8>;

    fsm! {
        struct ByPath;
        state: types::inner::State;
        event: types::inner::Event;
        context: (u8, u8);
        action: Doing;
        initial: One;

        state types::inner::State::One {
            on types::inner::Event::Go => types::inner::State::Two do [Item(context.1)];
        }
        state Two {
            on Go => One do [Doing::Item(context.0)];
        }
    }
    fsm! {
        struct ByAlias;
        state: types::Numbers;
        event: Order<u8>;
        context: ();
        initial: Empty;

        unhandled => reject;
        state Empty {
            on Put(item) => Full { item, looks: 0 };
        }
        state Full { item, .. } {
            on Take if *item == 0 => Gone;
            on Take => Empty;
        }
        terminal state Gone;
    }

    let mut actions = Vec::new();
    let mut slot = Slot::new(ByPath::initial());
    for _ in 0..2 {
        let go = Trigger::Event(types::inner::Event::Go);
        ByPath::step(&mut slot, go, &(3, 4), &mut actions).unwrap();
    }
    assert_eq!(actions, [Give::Item(4), Give::Item(3)]);
    assert_eq!(slot.get(), Some(&types::inner::State::One));

    let mut shelf = ByAlias::machine(ByAlias::initial());
    ready(shelf.handle(Order::Put(0), &mut ())).unwrap();
    ready(shelf.handle(Order::Take, &mut ())).unwrap();
    assert_eq!(shelf.state(), &Shelf::Gone);
}
