//! A component that does everything that can go wrong, at random: each of its events is entered in
//! a ledger.

use std::panic::resume_unwind;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use steadfast::prelude::*;
use tokio::sync::Semaphore;

use super::ledger::{Ledger, Token};
use super::random::Random;

#[derive(Clone, Debug, PartialEq, StateVariant)]
pub enum Yard {
    Blocking,
    Polling,
    Ignoring,
    Racing,
    Done,
    Broken(String),
}

/// What can be sent. The numbered ones come from outside or from the component itself.
#[derive(Debug, EventVariant)]
pub enum Word {
    Take(Token),
    /// Taken in no state.
    Refuse(Token),
    /// Postponed in `Blocking` and in `Ignoring`.
    Keep(Token),
    /// Its action waits until the gate is open.
    Hang(Token),
    /// Its action yields.
    Slow(Token),
    /// Its first action fails.
    Fail(Token),
    /// Its action panics.
    Blow(Token),
    /// Its first action aborts the component.
    Quit(Token),
    /// A guard panics.
    Trip(Token),
    Block(Token),
    Poll(Token),
    Ignore(Token),
    Race(Token),
    Finish(Token),
    /// Its action fails on the way into a terminal state.
    Sink(Token),
    Stop,
    Error(Fault),
}

impl Word {
    pub fn number(&self) -> Option<u32> {
        match self {
            Word::Take(token)
            | Word::Refuse(token)
            | Word::Keep(token)
            | Word::Hang(token)
            | Word::Slow(token)
            | Word::Fail(token)
            | Word::Blow(token)
            | Word::Quit(token)
            | Word::Trip(token)
            | Word::Block(token)
            | Word::Poll(token)
            | Word::Ignore(token)
            | Word::Race(token)
            | Word::Finish(token)
            | Word::Sink(token) => Some(token.number),
            Word::Stop | Word::Error(_) => None,
        }
    }

    /// Whether an action fails, or ends it all, before the one that carries the event.
    pub fn goes_wrong(&self) -> bool {
        matches!(
            self,
            Word::Fail(_) | Word::Blow(_) | Word::Quit(_) | Word::Sink(_)
        )
    }
}

#[derive(Debug)]
pub enum Act {
    Done(Token),
    Hang,
    Yield,
    Fail,
    Blow,
    Abort,
}

/// The world of a component: what its actions work on.
pub struct Site {
    pub ledger: Ledger,
    pub gate: Arc<Semaphore>,
    pub random: Random,
    /// Set right after the component was spawned.
    pub me: Arc<OnceLock<WeakHandle<Word, Yard>>>,
    /// How often its work still goes wrong.
    pub trouble: u32,
    /// Whether a task aborts the component when it is polled.
    pub aborts_itself: bool,
}

/// A panic that leaves the output of the tests alone.
fn blow(why: &'static str) -> ! {
    resume_unwind(Box::new(why))
}

impl Site {
    pub fn trips(&self) -> bool {
        blow("a guard tripped")
    }

    /// Comes back with an event after a while, or aborts the component.
    pub fn errand(&self) -> impl Future<Output = Word> + Send + 'static {
        let ledger = self.ledger.clone();
        let me = Arc::clone(&self.me);
        let aborts = self.aborts_itself;
        let yields = self.random.clone().below(30);
        async move {
            for _ in 0..yields {
                tokio::task::yield_now().await;
            }
            if aborts {
                if let Some(me) = me.get() {
                    me.abort();
                }
                std::future::pending::<()>().await;
            }
            Word::Take(ledger.own())
        }
    }

    /// One piece of work: mostly it goes well.
    pub async fn work(&mut self, state: &Yard) -> Next<Word> {
        for _ in 0..self.random.below(3) {
            tokio::task::yield_now().await;
        }
        let own = || self.ledger.own();
        let troubled = self.trouble > 0;
        let next: EventLoopDirective<Word> = match self.random.below(12) {
            0 => Word::Take(own()).into(),
            1 => Word::Keep(own()).into(),
            2 => Word::Block(own()).into(),
            3 => Word::Race(own()).into(),
            4 => Word::Slow(own()).into(),
            5 => next::idle(Duration::from_millis(1)),
            6 if *state == Yard::Racing => std::future::pending().await,
            7 if troubled => {
                self.trouble -= 1;
                return Err("the work failed".into());
            }
            8 if troubled => {
                self.trouble -= 1;
                blow("the work blew up")
            }
            9 if troubled => {
                self.trouble -= 1;
                Word::Refuse(own()).into()
            }
            10 if troubled => {
                self.trouble -= 1;
                Word::Fail(own()).into()
            }
            _ => next::again(),
        };
        Ok(next)
    }
}

impl Execute<Act> for Site {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Done(token) => self.ledger.done(&token),
            Act::Hang => self.gate.acquire().await?.forget(),
            Act::Yield => {
                for _ in 0..self.random.below(5) {
                    tokio::task::yield_now().await;
                }
            }
            Act::Fail => return Err("an action failed".into()),
            Act::Abort => {
                if let Some(me) = self.me.get() {
                    me.abort();
                }
            }
            Act::Blow => blow("an action blew up"),
        }
        Ok(())
    }
}

/// Whether an error is one to end with.
pub fn is_final(fault: &Fault) -> bool {
    matches!(fault.kind(), FaultKind::ChannelClosed | FaultKind::Stuck)
}

fsm! {
    pub struct YardMachine;
    pub trait YardDispatch;

    state: Yard;
    event: Word;
    context: Site;
    action: Act;
    initial: Blocking;
    error: Error;
    stop: Stop;

    superstate Open {
        every Duration::from_millis(2) => stay;

        state Blocking {
            on Keep(_) => postpone;
        }
        superstate Working {
            task context.errand();

            state Polling: Poll;
            state Ignoring: Ignore {
                on Keep(_) => postpone;
            }
            state Racing: Race;
        }
    }
    any {
        on Take(token) | Keep(token) => stay do [Done(token)];
        on Hang(token) => stay do [Act::Hang, Done(token)];
        on Slow(token) => stay do [Yield, Done(token), Yield];
        on Fail(token) => stay do [Act::Fail, Done(token)];
        on Blow(token) => stay do [Act::Blow, Done(token)];
        on Quit(token) => stay do [Abort, Done(token)];
        on Trip(_) if context.trips() => stay;
        on Trip(_) | Refuse(_) => reject;
        on Block(token) => Blocking do [Done(token)];
        on Poll(token) => Polling do [Done(token)];
        on Ignore(token) => Ignoring do [Done(token)];
        on Race(token) => Racing do [Done(token)];
        on Finish(token) => Yard::Done do [Act::Done(token)];
        on Sink(token) => Yard::Done do [Act::Fail, Act::Done(token)];
        on Stop => Yard::Done;
        on Error(fault) if is_final(&fault) => Broken(fault.to_string());
        on Error(_) => stay;
    }
    terminal state Done;
    failure state Broken;
}

#[supervisor(YardMachine, mailbox = MAILBOX)]
pub struct Crew<const MAILBOX: usize>;

/// Works through a handler.
#[supervisor(YardMachine, handler = (), mailbox = MAILBOX)]
pub struct Crafts<const MAILBOX: usize>;

macro_rules! dispatch {
    ($name:ident) => {
        impl<const MAILBOX: usize> YardDispatch for $name<MAILBOX> {
            async fn polling(&mut self, state: &Yard, site: &mut Site) -> Next<Word> {
                site.work(state).await
            }

            async fn ignoring(&mut self, state: &Yard, site: &mut Site) -> Next<Word> {
                site.work(state).await
            }

            async fn racing(&mut self, state: &Yard, site: &mut Site) -> Next<Word> {
                site.work(state).await
            }
        }
    };
}

dispatch!(Crew);
dispatch!(Crafts);
