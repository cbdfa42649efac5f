//! Components that work: what their work says, and what the mailbox says in between.

use std::time::Duration;

use steadfast::prelude::*;

use super::mailbox::BURST;
use super::rig::{Done, Rig, Start, assert_none_per_event};

#[derive(Clone, Debug, StateVariant)]
pub enum Mill {
    Resting,
    Continuing,
    Emitting { ground: u64 },
    Racing { ground: u64 },
    Ignoring { ground: u64 },
    Idling,
    Glancing,
    Interrupted,
    Burnt,
}

#[derive(Debug, EventVariant)]
pub enum Order {
    /// So many pieces of work, in each way.
    Continue(u64),
    Emit(u64),
    Race(u64),
    Ignore(u64),
    Idle(u64),
    /// Works until it is to rest.
    Glance,
    /// Works on one piece until it is to rest.
    Interrupt,
    /// From outside.
    Pour(u64),
    /// Answered when everything before it is done.
    Tell,
    /// What the work says.
    Ground(u64),
    Rest,
    Error(Fault),
}

pub enum Act {
    Begin(u64),
    Add(u64),
    Tell,
}

pub struct Yard {
    left: u64,
    sum: u64,
    done: Done,
}

fsm! {
    pub struct MillMachine;
    pub trait MillDispatch;

    state: Mill;
    event: Order;
    context: Yard;
    action: Act;
    initial: Resting;
    error: Error;

    state Resting {
        on Continue(pieces) => Continuing do [Begin(pieces)];
        on Emit(pieces) => Emitting { ground: 0 } do [Begin(pieces)];
        on Race(pieces) => Racing { ground: 0 } do [Begin(pieces)];
        on Ignore(pieces) => Ignoring { ground: 0 } do [Begin(pieces)];
        on Idle(pieces) => Idling do [Begin(pieces)];
        on Glance => Glancing;
        on Interrupt => Interrupted;
    }

    superstate Working {
        state Continuing: Poll;
        state Idling: Poll;

        // Of what the work says, every third assigns, every third is a transition, and all act.
        state Emitting { ground }: Poll {
            on Ground(number) if number % 3 == 0 => stay { ground: *ground + 1 } do [Add(number)];
            on Ground(number) if number % 3 == 1 => Emitting { ground: *ground } do [Add(number)];
        }

        state Racing { ground }: Race {
            on Ground(number) if number % 3 == 0 => stay { ground: *ground + 1 } do [Add(number)];
            on Ground(number) if number % 3 == 1 => Racing { ground: *ground } do [Add(number)];
        }

        state Ignoring { ground }: Ignore {
            on Ground(number) if number % 3 == 0 => stay { ground: *ground + 1 } do [Add(number)];
            on Ground(number) if number % 3 == 1 => Ignoring { ground: *ground } do [Add(number)];
        }

        state Glancing: Poll;

        state Interrupted: Race {
            on Pour(number) if number % 2 == 0 => Interrupted do [Add(number)];
        }

        on Ground(number) => stay do [Add(number)];
        on Rest => Resting do [Tell];
    }

    any {
        on Pour(number) => stay do [Add(number)];
        on Tell => stay do [Tell];
        on Continue(_) | Emit(_) | Race(_) | Ignore(_) | Idle(_) => reject;
        on Glance | Interrupt | Ground(_) | Rest => reject;
        on Error(_) => Burnt;
    }

    failure state Burnt;
}

impl Execute<Act> for Yard {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Begin(pieces) => self.left = pieces,
            Act::Add(number) => self.sum = self.sum.wrapping_add(number),
            Act::Tell => self.done.tell(),
        }
        Ok(())
    }
}

impl Yard {
    fn new(done: Done) -> Self {
        Yard {
            left: 0,
            sum: 0,
            done,
        }
    }

    /// One piece of work: what is still left, or none.
    fn piece(&mut self) -> Option<u64> {
        self.left = self.left.checked_sub(1)?;
        Some(self.left)
    }

    fn ground(&mut self) -> Next<Order> {
        Ok(next::emit(self.piece().map_or(Order::Rest, Order::Ground)))
    }
}

#[supervisor(MillMachine)]
struct ByItself;

#[supervisor(MillMachine, handler = ())]
struct ByHandler;

macro_rules! dispatch {
    ($name:ident) => {
        impl MillDispatch for $name {
            async fn continuing(&mut self, _: &Mill, yard: &mut Yard) -> Next<Order> {
                Ok(match yard.piece() {
                    Some(_) => next::again(),
                    None => next::emit(Order::Rest),
                })
            }

            async fn emitting(&mut self, _: &Mill, yard: &mut Yard) -> Next<Order> {
                yard.ground()
            }

            async fn racing(&mut self, _: &Mill, yard: &mut Yard) -> Next<Order> {
                yard.ground()
            }

            async fn ignoring(&mut self, _: &Mill, yard: &mut Yard) -> Next<Order> {
                yard.ground()
            }

            async fn idling(&mut self, _: &Mill, yard: &mut Yard) -> Next<Order> {
                Ok(match yard.piece() {
                    Some(_) => next::idle(Duration::from_millis(10)),
                    None => next::emit(Order::Rest),
                })
            }

            async fn glancing(&mut self, _: &Mill, _: &mut Yard) -> Next<Order> {
                tokio::task::yield_now().await;
                Ok(next::again())
            }

            async fn interrupted(&mut self, _: &Mill, _: &mut Yard) -> Next<Order> {
                std::future::pending().await
            }
        }
    };
}

dispatch!(ByItself);
dispatch!(ByHandler);

const MILLS: [Start<Order, Mill>; 2] = [
    ("SelfSupervised", |done| ByItself.spawn(Yard::new(done))),
    ("HandlerSupervised", |done| ByHandler.spawn(Yard::new(done))),
];

/// Work of which nothing comes from outside but that it is to begin.
fn assert_work_allocates_nothing(begin: fn(u64) -> Order) {
    assert_none_per_event(MILLS, async |mill, events| {
        mill.send(begin(events)).await;
        mill.done.told().await;
    });
}

/// So many events, in bursts, to a component that works until it is to rest.
async fn pour(mill: &Rig<Order, Mill>, begin: Order, events: u64, burst: u64) {
    mill.send(begin).await;
    for number in 0..events {
        mill.send(Order::Pour(number)).await;
        if number % burst == burst - 1 {
            mill.send(Order::Tell).await;
            mill.done.told().await;
        }
    }
    mill.send(Order::Rest).await;
    mill.done.told().await;
}

#[test]
fn poll_with_work_that_only_continues_allocates_nothing() {
    assert_work_allocates_nothing(Order::Continue);
}

#[test]
fn poll_with_work_that_emits_allocates_nothing() {
    assert_work_allocates_nothing(Order::Emit);
}

#[test]
fn race_with_work_that_emits_allocates_nothing() {
    assert_work_allocates_nothing(Order::Race);
}

#[test]
fn ignore_with_work_that_emits_allocates_nothing() {
    assert_work_allocates_nothing(Order::Ignore);
}

#[test]
fn work_that_idles_allocates_nothing() {
    assert_work_allocates_nothing(Order::Idle);
}

#[test]
fn poll_with_events_between_the_pieces_of_work_allocates_nothing() {
    assert_none_per_event(MILLS, async |mill, events| {
        pour(mill, Order::Glance, events, BURST).await;
    });
}

#[test]
fn race_with_events_that_interrupt_the_work_allocates_nothing() {
    assert_none_per_event(MILLS, async |mill, events| {
        let before = mill.handle.stats().restarts;
        // One at a time, so that each finds the work begun anew.
        pour(mill, Order::Interrupt, events, 1).await;
        let restarts = mill.handle.stats().restarts - before;
        assert!(restarts >= events - 1, "{restarts} of {events} interrupted");
    });
}
