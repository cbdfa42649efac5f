//! That the count counts: an allocation per event or per dispatch is seen, and a mailbox of tokio's costs none.

use steadfast::prelude::*;
use tokio::sync::mpsc;

use super::count::{EVENTS, of_more_events, runtime};
use super::mailbox::BURST;
use super::rig::{Done, Rig, Start, of_more_unwatched};

#[derive(Clone, Debug, StateVariant)]
enum Purse {
    Shut,
    Working,
    Torn,
}

#[derive(Debug, EventVariant)]
enum Order {
    Pay,
    Work(u64),
    Rest,
    Tell,
    Error(Fault),
}

enum Act {
    Begin(u64),
    Allocate,
    Tell,
}

struct Desk {
    left: u64,
    done: Done,
}

fn allocate() {
    drop(std::hint::black_box(Box::new(1)));
}

fsm! {
    struct PurseMachine;
    trait PurseDispatch;

    state: Purse;
    event: Order;
    context: Desk;
    action: Act;
    initial: Shut;
    error: Error;

    state Shut {
        on Pay => stay do [Allocate];
        on Work(pieces) => Working do [Begin(pieces)];
    }

    state Working: Poll {
        on Rest => Shut do [Tell];
    }

    any {
        on Tell => stay do [Tell];
        on Pay | Work(_) | Rest => reject;
        on Error(_) => Torn;
    }

    failure state Torn;
}

impl Execute<Act> for Desk {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Begin(pieces) => self.left = pieces,
            Act::Allocate => allocate(),
            Act::Tell => self.done.tell(),
        }
        Ok(())
    }
}

#[supervisor(PurseMachine)]
struct Keeper;

impl PurseDispatch for Keeper {
    async fn working(&mut self, _: &Purse, desk: &mut Desk) -> Next<Order> {
        let Some(left) = desk.left.checked_sub(1) else {
            return Ok(next::emit(Order::Rest));
        };
        desk.left = left;
        allocate();
        Ok(next::again())
    }
}

const KEEPER: Start<Order, Purse> = ("SelfSupervised", |done| {
    Keeper.spawn(Desk { left: 0, done })
});

async fn told(keeper: &Rig<Order, Purse>) {
    keeper.send(Order::Tell).await;
    keeper.done.told().await;
}

#[test]
fn an_action_that_allocates_is_counted_once_per_event() {
    let more = of_more_unwatched(KEEPER, async |keeper, events| {
        for _ in 0..events {
            keeper.send(Order::Pay).await;
            told(keeper).await;
        }
    });
    assert_eq!(more, EVENTS as i64);
}

#[test]
fn work_that_allocates_is_counted_once_per_dispatch() {
    let more = of_more_unwatched(KEEPER, async |keeper, events| {
        keeper.send(Order::Work(events)).await;
        keeper.done.told().await;
    });
    assert_eq!(more, EVENTS as i64);
}

/// What the counts of bursts stand on. If this fails, tokio's channel has changed, not this library.
#[test]
fn a_plain_channel_that_is_emptied_again_and_again_allocates_nothing() {
    let runtime = runtime();
    let (sender, mut receiver) = mpsc::channel(1024);
    let done = Done::default();
    let tell = done.clone();
    runtime.spawn(async move {
        while let Some(order) = receiver.recv().await {
            if matches!(order, Order::Tell) {
                tell.tell();
            }
        }
    });
    let more = of_more_events(|events| {
        runtime.block_on(async {
            for number in 0..events {
                sender.send(Order::Pay).await.unwrap();
                if number % BURST == BURST - 1 {
                    sender.send(Order::Tell).await.unwrap();
                    done.told().await;
                }
            }
        });
    });
    assert_eq!(more, 0);
}
