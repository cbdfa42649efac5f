//! Events from outside, in states that block.

use allocation_counter::measure;
use steadfast::prelude::*;
use tokio::sync::mpsc;

use super::count::EVENTS;
use super::rig::{Done, Rig, Start, assert_none_per_event};

#[derive(Clone, Debug, StateVariant)]
pub enum Door {
    Open { guests: u64 },
    Shut { knocks: u64 },
    Guarded,
    Torn,
}

#[derive(Debug, EventVariant)]
pub enum Order {
    Greet(u64),
    Count(u64),
    Open,
    Shut,
    Guard,
    /// Refused.
    Odd,
    /// Kept while the door is shut.
    Enter(u64),
    /// Answered when everything before it is done.
    Tell,
    Error(Fault),
}

pub enum Act {
    Add(u64),
    Tell,
}

pub struct Hall {
    sum: u64,
    done: Done,
}

impl Hall {
    pub fn new(done: Done) -> Self {
        Hall { sum: 0, done }
    }
}

fsm! {
    pub struct DoorMachine;
    pub trait DoorDispatch;

    state: Door;
    event: Order;
    context: Hall;
    action: Act;
    initial: Open { guests: 0 };
    error: Error;

    state Open { guests } {
        on Shut => Shut { knocks: *guests } do [Add(*guests)];
        on Count(more) => stay { guests: guests.wrapping_add(more) };
        on Enter(number) => stay do [Add(number)];
    }

    state Shut { knocks } {
        on_exit do [Add(1)];
        on Open => Open { guests: *knocks } do [Add(*knocks)];
        on Count(more) => stay { knocks: knocks.wrapping_add(more) };
        on Enter(_) => postpone;
    }

    state Guarded {
        task std::future::pending();
        on Enter(number) => stay do [Add(number)];
    }

    any {
        on Greet(number) => stay do [Add(number)];
        on Tell => stay do [Tell];
        on Guard => Guarded;
        on Open | Shut | Count(_) | Odd => reject;
        on Error(_) => Torn;
    }

    failure state Torn;
}

impl Execute<Act> for Hall {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Add(number) => self.sum = self.sum.wrapping_add(number),
            Act::Tell => self.done.tell(),
        }
        Ok(())
    }
}

#[supervisor(DoorMachine)]
pub struct ByItself;

#[supervisor(DoorMachine, handler = ())]
struct ByHandler;

impl DoorDispatch for ByItself {}
impl DoorDispatch for ByHandler {}

const DOORS: [Start<Order, Door>; 2] = [
    ("SelfSupervised", |done| ByItself.spawn(Hall::new(done))),
    ("HandlerSupervised", |done| ByHandler.spawn(Hall::new(done))),
];

/// Fewer than a block of tokio's mailbox holds, so that of the blocks which the first run made one
/// is always free: a mailbox that is emptied again and again allocates nothing, as
/// `method::a_plain_channel_that_is_emptied_again_and_again_allocates_nothing` shows.
pub const BURST: u64 = 12;

/// Sends so many events, in bursts, each of which is handled before the next.
async fn bursts(door: &Rig<Order, Door>, events: u64, order: impl Fn(u64) -> Order) {
    for number in 0..events {
        door.send(order(number)).await;
        if number % BURST == BURST - 1 {
            door.send(Order::Tell).await;
            door.done.told().await;
        }
    }
    door.send(Order::Tell).await;
    door.done.told().await;
}

#[test]
fn an_event_that_stays_and_acts_allocates_nothing() {
    assert_none_per_event(DOORS, async |door, events| {
        bursts(door, events, Order::Greet).await;
    });
}

#[test]
fn a_transition_with_actions_allocates_nothing() {
    assert_none_per_event(DOORS, async |door, events| {
        bursts(door, events, |number| match number % 2 {
            0 => Order::Shut,
            _ => Order::Open,
        })
        .await;
    });
}

#[test]
fn to_stay_and_assign_the_payload_allocates_nothing() {
    assert_none_per_event(DOORS, async |door, events| {
        bursts(door, events, Order::Count).await;
    });
}

#[test]
fn an_event_beside_a_task_of_its_state_allocates_nothing() {
    assert_none_per_event(DOORS, async |door, events| {
        // The task is boxed on entry, once per run.
        door.send(Order::Guard).await;
        bursts(door, events, Order::Greet).await;
    });
}

#[test]
fn an_event_that_is_refused_allocates_nothing() {
    assert_none_per_event(DOORS, async |door, events| {
        bursts(door, events, |_| Order::Odd).await;
    });
}

#[test]
fn an_event_that_is_postponed_and_offered_again_allocates_nothing() {
    assert_none_per_event(DOORS, async |door, events| {
        bursts(door, events, |number| match number % 4 {
            0 => Order::Shut,
            3 => Order::Open,
            _ => Order::Enter(number),
        })
        .await;
    });
}

/// A sender that is always ahead leaves tokio less to use again. What it costs is bounded by a channel
/// that nobody empties, where every block is a new one.
#[test]
fn a_flood_allocates_at_most_the_blocks_of_the_mailbox() {
    let events = 64 * EVENTS;
    let blocks = measure(|| {
        let (sender, _receiver) = mpsc::unbounded_channel();
        for number in 0..events {
            sender.send(Order::Greet(number)).unwrap();
        }
    });
    for (name, start) in DOORS {
        let runtime = super::count::runtime();
        let done = Done::default();
        let handle = {
            let _entered = runtime.enter();
            start(done.clone())
        };
        let flood = || {
            runtime.block_on(async {
                for number in 0..events {
                    handle.send(Order::Greet(number)).await.unwrap();
                }
                handle.send(Order::Tell).await.unwrap();
                done.told().await;
            });
        };
        flood();
        let count = measure(flood).count_total;
        assert!(
            count <= blocks.count_total,
            "{count} of {name}, where {} are blocks",
            blocks.count_total
        );
    }
}
