//! A component that keeps a tape of what had its turn, under floods of every kind.

use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::{Observe, Trigger};

/// What happened, a letter each: `e` an event from outside, `w` work begun, `o` an event of the
/// work, `c` a clock, `t` a task, `s` stop, `k` a postponed event that is offered.
#[derive(Clone, Default)]
pub struct Tape(Arc<Mutex<String>>);

impl Tape {
    fn add(&self, letter: char) {
        self.0.lock().unwrap().push(letter);
    }

    pub fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    pub fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
pub enum Mill {
    Resting,
    Polling,
    Ignoring,
    Racing,
    Done,
}

#[derive(Clone, Debug, EventVariant)]
pub enum Grain {
    Note,
    /// Taken in no state.
    Odd,
    /// Asks the component to stop, from within its action.
    Halt,
    /// Postponed in `Resting`.
    Keep,
    Rest,
    Poll,
    Ignore,
    Race,
    FromWork,
    FromTask,
    Stop,
    Error(String),
}

#[derive(Clone, Copy)]
pub enum Work {
    Again,
    Emit,
    /// Takes a little while.
    Doze,
    /// Waits for ever.
    Wait,
}

pub enum Act {
    Halt,
    /// Takes so long.
    Dawdle,
}

/// What a test sets.
#[derive(Clone)]
pub struct Rig {
    pub tape: Tape,
    pub work: Work,
    /// Sent again whenever one was taken, in turn: the flood does not end.
    pub refill: Vec<Grain>,
    pub period: Duration,
    /// How long the action of a clock takes.
    pub dawdle: Duration,
    /// Whether the task of the working states is done at once and begun anew.
    pub busy_task: bool,
}

impl Default for Rig {
    fn default() -> Self {
        Rig {
            tape: Tape::default(),
            work: Work::Again,
            refill: Vec::new(),
            period: Duration::MAX,
            dawdle: Duration::ZERO,
            busy_task: false,
        }
    }
}

pub struct Site {
    rig: Rig,
    me: Arc<OnceLock<WeakHandle<Grain, Mill>>>,
}

impl Site {
    fn period(&self) -> Duration {
        self.rig.period
    }

    fn errand(&self) -> impl Future<Output = Grain> + Send + 'static {
        let is_busy = self.rig.busy_task;
        async move {
            if !is_busy {
                std::future::pending::<()>().await;
            }
            Grain::FromTask
        }
    }
}

impl Execute<Act> for Site {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Halt => self.me.get().unwrap().stop(),
            Act::Dawdle if self.rig.dawdle.is_zero() => {}
            Act::Dawdle => tokio::time::sleep(self.rig.dawdle).await,
        }
        Ok(())
    }
}

fsm! {
    pub struct MillMachine;
    pub trait MillDispatch;

    state: Mill;
    event: Grain;
    context: Site;
    action: Act;
    initial: Resting;
    error: Error;
    stop: Stop;

    superstate Open {
        every context.period() => stay do [Dawdle];

        state Resting {
            task context.errand();
            on Keep => postpone;
            on FromTask => Resting;
        }
        state Polling: Poll {
            task context.errand();
            on FromTask => Polling;
        }
        state Ignoring: Ignore;
        state Racing: Race {
            task context.errand();
            on FromTask => Racing;
        }
    }
    any {
        on Note | Keep | FromWork | FromTask => stay;
        on Odd => reject;
        on Grain::Halt => stay do [Act::Halt];
        on Rest => Resting;
        on Grain::Poll => Polling;
        on Ignore => Ignoring;
        on Race => Racing;
        on Stop | Error(_) => Done;
    }
    terminal state Done;
}

#[supervisor(MillMachine, mailbox = 10_000)]
pub struct Miller;

impl Site {
    async fn work(&mut self) -> Next<Grain> {
        self.rig.tape.add('w');
        match self.rig.work {
            Work::Again => Ok(next::again()),
            Work::Emit => Ok(Grain::FromWork.into()),
            Work::Doze => {
                tokio::time::sleep(Duration::from_millis(100)).await;
                Ok(next::again())
            }
            Work::Wait => std::future::pending().await,
        }
    }
}

impl MillDispatch for Miller {
    async fn polling(&mut self, _: &Mill, site: &mut Site) -> Next<Grain> {
        site.work().await
    }

    async fn ignoring(&mut self, _: &Mill, site: &mut Site) -> Next<Grain> {
        site.work().await
    }

    async fn racing(&mut self, _: &Mill, site: &mut Site) -> Next<Grain> {
        site.work().await
    }
}

/// Keeps the tape, and the mailbox full.
pub struct Keeper {
    rig: Rig,
    me: Arc<OnceLock<WeakHandle<Grain, Mill>>>,
    taken: usize,
}

impl<A> Observe<Mill, Grain, A> for Keeper {
    fn before(&mut self, _: &Mill, trigger: &Trigger<Grain>) {
        let letter = match trigger {
            Trigger::Timeout => 'c',
            Trigger::Event(Grain::FromWork) => 'o',
            Trigger::Event(Grain::FromTask) => 't',
            Trigger::Event(Grain::Stop) => 's',
            Trigger::Event(Grain::Keep) => 'k',
            Trigger::Event(_) => 'e',
        };
        self.rig.tape.add(letter);
        if letter == 'e'
            && !self.rig.refill.is_empty()
            && let Some(me) = self.me.get().and_then(WeakHandle::upgrade)
        {
            let again = &self.rig.refill[self.taken % self.rig.refill.len()];
            self.taken += 1;
            // What does not fit waits already.
            let _ = me.try_send(again.clone());
        }
    }
}

impl Rig {
    pub fn start(&self, mill: Mill) -> Handle<Grain, Mill> {
        let me = Arc::new(OnceLock::new());
        let site = Site {
            rig: self.clone(),
            me: Arc::clone(&me),
        };
        let keeper = Keeper {
            rig: self.clone(),
            me: Arc::clone(&me),
            taken: 0,
        };
        let handle = Miller.spawn_observed(mill, site, keeper);
        me.set(handle.downgrade()).unwrap();
        handle
    }

    /// What happens until the tape is so long.
    pub async fn record(&self, length: usize) -> String {
        while self.tape.len() < length {
            tokio::task::yield_now().await;
        }
        self.tape.take()
    }
}
