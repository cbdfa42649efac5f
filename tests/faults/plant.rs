//! The machine that all faults are tried on, once as an item and once, for hand-written supervisors,
//! as an expression, and the world that its expressions look at.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use steadfast::prelude::*;

use super::kit::{Log, Setting};

#[derive(Clone, Debug, PartialEq, StateVariant)]
pub enum Phase {
    Blocking,
    Polling,
    Ignoring,
    Racing,
    Tripped { turn: u32 },
    Finished,
    Broken(String),
}

/// An expression of the machine that can be made to panic, once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot {
    Guard,
    Target,
    Action,
    Exit,
    Entry,
    Timeout,
    Stop,
    Moved,
}

#[derive(Debug, EventVariant)]
pub enum Order {
    /// Logged by an action.
    Note(u32),
    /// Three actions.
    Three(u32),
    /// An action that waits at the gate, then one that is logged.
    Hold(u32),
    /// Taken in no state.
    Odd(u32),
    /// Kept in `Blocking` until the next state.
    Later(u32),
    /// Answered with what was asked.
    Echo(u32, Reply<u32>),
    /// Takes the way on which every expression looks whether it is to panic.
    Trip,
    /// Turns what has tripped, by an arm that takes the payload by value.
    Again,
    Block,
    Poll,
    Ignore,
    Race,
    Finish,
    Stop,
    Error(String),
}

#[derive(Debug)]
pub enum Act {
    Say(String),
    Wait,
    Answer(u32, Reply<u32>),
    Nothing,
}

pub fn say(number: u32) -> Act {
    Act::Say(number.to_string())
}

/// Panics when it is dropped, wherever that is.
#[derive(Debug)]
pub struct Bomb(pub &'static str);

impl Drop for Bomb {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("{}", self.0)
        }
    }
}

/// What guards look at and actions work on.
pub struct World {
    pub setting: Setting,
    pub log: Log,
    /// How often the task was polled: the loop does that whenever it looks what there is to do.
    pub polls: Arc<AtomicU64>,
    pub gate: Arc<tokio::sync::Semaphore>,
    /// Goes off with the context.
    pub _bomb: Option<Bomb>,
}

impl World {
    /// Panics if this expression is to: once, unless the setting is stubborn.
    fn at(&self, spot: Spot) -> bool {
        let mut armed = self.setting.trip.lock().unwrap();
        if *armed == Some(spot) {
            if !self.setting.stubborn {
                *armed = None;
            }
            drop(armed);
            panic!("{spot:?} panicked")
        }
        true
    }

    fn act(&self, spot: Spot, act: Act) -> Act {
        self.at(spot);
        act
    }

    fn turn(&self) -> u32 {
        u32::from(self.at(Spot::Target))
    }

    fn trip_time(&self) -> Duration {
        self.at(Spot::Timeout);
        self.setting.beat
    }

    fn errand(&self) -> impl Future<Output = Order> + Send + 'static {
        let errand = self.setting.errand;
        let polls = Arc::clone(&self.polls);
        let mut errand = Box::pin(errand.run());
        std::future::poll_fn(move |cx| {
            polls.fetch_add(1, Ordering::Relaxed);
            errand.as_mut().poll(cx)
        })
    }
}

/// What the task of the working states does.
#[derive(Clone, Copy, Debug, Default)]
pub enum Errand {
    #[default]
    Never,
    After(Duration, fn() -> Order),
    BlowAfter(Duration),
}

impl Errand {
    async fn run(self) -> Order {
        match self {
            Errand::Never => std::future::pending().await,
            Errand::After(time, event) => {
                tokio::time::sleep(time).await;
                event()
            }
            Errand::BlowAfter(time) => {
                tokio::time::sleep(time).await;
                panic!("the errand blew up")
            }
        }
    }
}

impl Execute<Act> for World {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Say(word) => self.log.add(word),
            Act::Wait => self.gate.acquire().await?.forget(),
            Act::Answer(number, reply) => {
                let heard = reply.send(number);
                self.log.add(format!("heard: {heard}"));
            }
            Act::Nothing => {}
        }
        Ok(())
    }
}

/// One piece of work.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    Again,
    Idle(Duration),
    Emit(fn() -> Order),
    /// Works for ever.
    Rest,
    Sleep(Duration),
    /// Waits at the gate.
    Hold,
}

/// Work after work; the last one again and again.
pub struct Script {
    pub works: VecDeque<Work>,
    /// Goes off with the supervisor.
    pub _bomb: Option<Bomb>,
}

impl Script {
    pub async fn next(&mut self, world: &mut World) -> Next<Order> {
        let work = match self.works.len() {
            0 => Work::Rest,
            1 => self.works[0],
            _ => self.works.pop_front().unwrap(),
        };
        match work {
            Work::Again => {}
            Work::Idle(time) => return Ok(next::idle(time)),
            Work::Emit(event) => return Ok(event().into()),
            Work::Rest => std::future::pending().await,
            Work::Sleep(time) => tokio::time::sleep(time).await,
            Work::Hold => world.gate.acquire().await?.forget(),
        }
        Ok(next::again())
    }
}

/// The machine, behind the policies, which the expression form leaves to the supervisor, and what the
/// two forms begin with.
macro_rules! plant {
    ({ $($poll:tt)* } { $($ignore:tt)* } { $($race:tt)* } $($head:tt)*) => {
        fsm! {
            $($head)*

            state: Phase;
            event: Order;
            context: World;
            action: Act;

            superstate Working {
                task context.errand();
                timeout context.setting.limit => stay do [Say("timeout".into())];
                on_exit do [(context.act(Spot::Exit, Act::Nothing))];

                state Blocking;
                state Polling $($poll)* {
                    on Error(_) if context.setting.swaps => Racing;
                }
                state Ignoring $($ignore)*;
                state Racing $($race)* {
                    on Error(_) if context.setting.swaps => Polling;
                }

                on Trip if context.at(Spot::Guard) =>
                    Tripped { turn: context.turn() }
                    do [(context.act(Spot::Action, Act::Say("tripped".into())))];
            }

            state Tripped { turn } {
                timeout context.trip_time() => Tripped { turn: *turn + 1 };
                on Again => move Tripped { turn: turn + u32::from(context.at(Spot::Moved)) };
                on_entry do [(context.act(Spot::Entry, Act::Nothing))];
            }

            any {
                on Note(number) => stay do [(say(number))];
                on Three(number) => stay do [(say(number)), (say(number + 1)), (say(number + 2))];
                on Hold(number) => stay do [Wait, (say(number))];
                on Odd(_) | Trip | Again => reject;
                on Later(_) if *state == Phase::Blocking => postpone;
                on Later(number) => stay do [Say(format!("late {number}"))];
                on Echo(number, reply) => stay do [Answer(number, reply)];
                on Block => Blocking;
                on Poll => Polling;
                on Ignore => Ignoring;
                on Race => Racing;
                on Finish => Finished;
                on Stop => Finished do [(context.act(Spot::Stop, Act::Say("stop".into())))];
                on Error(why) if context.setting.tolerant => stay do [Say(why)];
                on Error(why) => Broken(why);
            }

            terminal state Finished;
            failure state Broken;
        }
    };
}

plant! {
    { : Poll } { : Ignore } { : Race }

    pub struct PlantMachine;
    pub trait PlantDispatch;
    initial: Blocking;
    error: Error;
    stop: Stop;
}

/// The same machine, as a hand-written supervisor builds it.
pub fn by_hand(initial: Phase) -> StateMachine<Phase, Order, World, Act> {
    plant! {
        {} {} {}

        initial: initial;
    }
}
