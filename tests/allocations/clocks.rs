//! Clocks that expire, and clocks that run beside events.

use std::time::Duration;

use steadfast::prelude::*;

use super::mailbox::BURST;
use super::rig::{Done, Start, assert_none_per_event};

#[derive(Clone, Debug, StateVariant)]
pub enum Lamp {
    Dark,
    Beating,
    Red,
    Green,
    Waiting,
    Broken,
}

#[derive(Debug, EventVariant)]
pub enum Order {
    /// So many times.
    Beat(u64),
    Blink(u64),
    Wait,
    Flash(u64),
    /// Begins to wait anew.
    Turn,
    /// Answered when everything before it is done.
    Tell,
    Error(Fault),
}

pub enum Act {
    Begin(u64),
    /// One of those times, of which the last is told.
    Tick,
    Add(u64),
    Tell,
}

pub struct Post {
    left: u64,
    sum: u64,
    done: Done,
}

const SHORT: Duration = Duration::from_millis(10);

/// Longer than any test, however much it sleeps.
const LONG: Duration = Duration::from_secs(3600);

fsm! {
    pub struct LampMachine;
    pub trait LampDispatch;

    state: Lamp;
    event: Order;
    context: Post;
    action: Act;
    initial: Dark;
    error: Error;

    state Dark;

    state Beating {
        every SHORT => stay do [Tick];
    }

    superstate Blinking {
        every LONG => stay;

        state Red { timeout SHORT => Green do [Tick]; }
        state Green { timeout SHORT => Red do [Tick]; }
    }

    state Waiting {
        timeout LONG => Broken;
        on Turn => Waiting;
        on Flash(number) => stay do [Add(number)];
    }

    any {
        on Beat(times) => Beating do [Begin(times)];
        on Blink(times) => Red do [Begin(times)];
        on Wait => Waiting;
        on Tell => stay do [Tell];
        on Turn | Flash(_) => reject;
        on Error(_) => Broken;
    }

    failure state Broken;
}

impl Execute<Act> for Post {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Begin(times) => self.left = times,
            Act::Tick => {
                self.left = self.left.saturating_sub(1);
                if self.left == 0 {
                    self.done.tell();
                }
            }
            Act::Add(number) => self.sum = self.sum.wrapping_add(number),
            Act::Tell => self.done.tell(),
        }
        Ok(())
    }
}

impl Post {
    fn new(done: Done) -> Self {
        Post {
            left: 0,
            sum: 0,
            done,
        }
    }
}

#[supervisor(LampMachine)]
struct ByItself;

#[supervisor(LampMachine, handler = ())]
struct ByHandler;

impl LampDispatch for ByItself {}
impl LampDispatch for ByHandler {}

const LAMPS: [Start<Order, Lamp>; 2] = [
    ("SelfSupervised", |done| ByItself.spawn(Post::new(done))),
    ("HandlerSupervised", |done| ByHandler.spawn(Post::new(done))),
];

#[test]
fn an_every_that_fires_again_and_again_allocates_nothing() {
    assert_none_per_event(LAMPS, async |lamp, events| {
        lamp.send(Order::Beat(events)).await;
        lamp.done.told().await;
    });
}

#[test]
fn timeouts_that_lead_from_state_to_state_allocate_nothing() {
    assert_none_per_event(LAMPS, async |lamp, events| {
        lamp.send(Order::Blink(events)).await;
        lamp.done.told().await;
    });
}

#[test]
fn events_beside_a_timeout_that_they_restart_allocate_nothing() {
    assert_none_per_event(LAMPS, async |lamp, events| {
        lamp.send(Order::Wait).await;
        for number in 0..events {
            lamp.send(match number % 2 {
                0 => Order::Turn,
                _ => Order::Flash(number),
            })
            .await;
            if number % BURST == BURST - 1 {
                lamp.send(Order::Tell).await;
                lamp.done.told().await;
                // Only after some time is the restarted clock another one.
                tokio::time::sleep(SHORT).await;
            }
        }
        lamp.send(Order::Tell).await;
        lamp.done.told().await;
    });
}
