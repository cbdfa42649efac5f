//! One component that most tests share: a state for each policy, work that follows a script, and
//! a log of everything that happened, in order.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use steadfast::Observe;
use steadfast::prelude::*;
use tokio::sync::Semaphore;

/// What happened, in order. Clones write to the same log.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    pub fn add(&self, line: impl Into<String>) {
        self.0.lock().unwrap().push(line.into());
    }

    /// What was logged since the last call.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

/// Lets everything go on that can go on without the clock. It returns also when a component is
/// busy for ever, which a sleep on a paused clock would not.
pub async fn settle() {
    for _ in 0..300 {
        tokio::task::yield_now().await;
    }
}

pub const fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub const fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// An error that can be recognised at the end of a chain of sources.
#[derive(Debug, PartialEq)]
pub struct Boom(pub &'static str);

impl std::fmt::Display for Boom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Boom {}

/// The `Boom` that a fault goes back to.
pub fn boom(fault: &Fault) -> &'static str {
    let boom = fault.error().and_then(|error| error.downcast_ref::<Boom>());
    boom.map_or("", |boom| boom.0)
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
pub enum Phase {
    Blocking,
    Polling,
    Ignoring,
    Racing,
    Finished,
    Broken(String),
}

#[derive(Debug, EventVariant)]
pub enum Order {
    /// Logged by an action.
    Note(&'static str),
    /// An action that waits at the gate, then one that is logged.
    Hold(&'static str),
    /// Three actions, of which the second fails.
    Burst,
    /// An action that panics.
    Blow,
    /// A guard that panics.
    Trip,
    /// Taken in no state.
    Odd,
    /// Kept until the next state.
    Later(u32),
    /// Answered with what was asked.
    Echo(u32, Reply<u32>),
    /// Refused, so that the reply is dropped.
    Shrug(Reply<u32>),
    Block,
    Poll,
    Ignore,
    Race,
    /// Ends with an action that fails.
    Sink,
    Finish,
    Stop,
    Error(Fault),
}

#[derive(Debug)]
pub enum Act {
    Say(String),
    Wait,
    Fail(&'static str),
    Blow,
    Answer(u32, Reply<u32>),
}

/// What the task of the working states does.
#[derive(Clone, Copy, Debug)]
pub enum Errand {
    Never,
    After(Duration, fn() -> Order),
    BlowAfter(Duration),
    BlowWhenDropped,
}

/// One piece of work.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    Again,
    Idle(Duration),
    Emit(fn() -> Order),
    End,
    /// Waits at the gate, then works again.
    Hold,
    /// Works for ever.
    Rest,
    Sleep(Duration),
    Fail(&'static str),
    Blow,
}

pub struct World {
    rig: Rig,
}

impl World {
    fn limit(&self) -> Duration {
        self.rig.limit
    }

    fn tolerant(&self) -> bool {
        self.rig.tolerant
    }

    fn trips(&self) -> bool {
        panic!("the guard tripped")
    }

    fn errand(&self) -> impl Future<Output = Order> + Send + 'static {
        let errand = self.rig.errand;
        let polls = Arc::clone(&self.rig.polls);
        let mut work = Box::pin(async move {
            match errand {
                Errand::Never => std::future::pending().await,
                Errand::After(time, event) => {
                    tokio::time::sleep(time).await;
                    event()
                }
                Errand::BlowAfter(time) => {
                    tokio::time::sleep(time).await;
                    panic!("the errand blew up")
                }
                Errand::BlowWhenDropped => {
                    let _bomb = Bomb;
                    std::future::pending().await
                }
            }
        });
        std::future::poll_fn(move |cx| {
            polls.fetch_add(1, Ordering::Relaxed);
            work.as_mut().poll(cx)
        })
    }
}

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("the errand blew up when dropped")
        }
    }
}

fsm! {
    pub struct WorkMachine;
    pub trait WorkDispatch;

    state: Phase;
    event: Order;
    context: World;
    action: Act;
    initial: Blocking;
    error: Error;
    stop: Stop;

    superstate Working {
        task context.errand();
        timeout context.limit() => stay do [Say("timeout".into())];

        state Blocking: Block;
        state Polling: Poll;
        state Ignoring: Ignore;
        state Racing: Race;
    }

    any {
        on Note(word) => stay do [Say(word.into())];
        on Hold(word) => stay do [Wait, Say(word.into())];
        on Burst => stay do [Say("one".into()), Fail("two"), Say("three".into())];
        on Blow => stay do [Act::Blow];
        on Trip if context.trips() => stay;
        on Trip | Odd => reject;
        on Later(_) => postpone;
        on Echo(number, reply) => stay do [Answer(number, reply)];
        on Shrug(_) => reject;
        on Block => Blocking;
        on Poll => Polling;
        on Ignore => Ignoring;
        on Race => Racing;
        on Sink => Finished do [Fail("sinking"), Say("sunk".into())];
        on Finish => Finished;
        on Stop => Finished do [Say("stop".into())];
        on Error(fault) if context.tolerant() => stay do [Say(format!("error: {fault}"))];
        on Error(fault) => Broken(fault.to_string());
    }

    terminal state Finished;
    failure state Broken;
}

impl Execute<Act> for World {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Say(word) => self.rig.log.add(word),
            Act::Wait => self.rig.gate.acquire().await?.forget(),
            Act::Fail(why) => return Err(Boom(why).into()),
            Act::Blow => panic!("the action blew up"),
            Act::Answer(number, reply) => {
                let heard = reply.send(number);
                self.rig.log.add(format!("heard: {heard}"));
            }
        }
        Ok(())
    }
}

/// Works through a script; its last piece is repeated.
#[supervisor(WorkMachine, completed = Self::completed)]
pub struct Worker {
    script: VecDeque<Work>,
    dispatches: Arc<AtomicU64>,
}

impl Worker {
    async fn work(&mut self, world: &mut World) -> Next<Order> {
        self.dispatches.fetch_add(1, Ordering::Relaxed);
        world.rig.log.add("work");
        let work = match self.script.len() {
            0 => Work::Rest,
            1 => self.script[0],
            _ => self.script.pop_front().unwrap(),
        };
        match work {
            Work::Again => {}
            Work::Idle(time) => return Ok(next::idle(time)),
            Work::Emit(event) => return Ok(event().into()),
            Work::End => return Ok(next::end()),
            Work::Hold => world.rig.gate.acquire().await?.forget(),
            Work::Rest => std::future::pending().await,
            Work::Sleep(time) => tokio::time::sleep(time).await,
            Work::Fail(why) => return Err(Boom(why).into()),
            Work::Blow => panic!("the work blew up"),
        }
        Ok(next::again())
    }

    async fn completed(&mut self, exit: &Exit<Phase, Order>, world: &mut World) {
        world.rig.log.add(exit.kind().to_string());
    }
}

impl WorkDispatch for Worker {
    async fn polling(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.work(world).await
    }

    async fn ignoring(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.work(world).await
    }

    async fn racing(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.work(world).await
    }
}

/// What a test sets before it starts a component, and looks at afterwards.
#[derive(Clone, Debug)]
pub struct Rig {
    pub log: Log,
    /// Where work and actions that hold wait for a permit each.
    pub gate: Arc<Semaphore>,
    /// How often work was begun.
    pub dispatches: Arc<AtomicU64>,
    /// How often the loop looked whether there is something to do: its polls of the task.
    pub polls: Arc<AtomicU64>,
    /// The timeout of the working states.
    pub limit: Duration,
    pub errand: Errand,
    /// Whether errors are only logged.
    pub tolerant: bool,
}

impl Default for Rig {
    fn default() -> Self {
        Rig {
            log: Log::default(),
            gate: Arc::new(Semaphore::new(0)),
            dispatches: Arc::default(),
            polls: Arc::default(),
            limit: Duration::MAX,
            errand: Errand::Never,
            tolerant: false,
        }
    }
}

impl Rig {
    pub fn parts(&self, script: impl IntoIterator<Item = Work>) -> (Worker, World) {
        let worker = Worker {
            script: script.into_iter().collect(),
            dispatches: Arc::clone(&self.dispatches),
        };
        let world = World { rig: self.clone() };
        (worker, world)
    }

    /// Starts a component in this state, with this work.
    pub fn start(
        &self,
        phase: Phase,
        script: impl IntoIterator<Item = Work>,
    ) -> Handle<Order, Phase> {
        let (worker, world) = self.parts(script);
        worker.spawn_in(phase, world)
    }

    /// As [`start`](Self::start), with an observer.
    pub fn start_observed<O>(
        &self,
        phase: Phase,
        script: impl IntoIterator<Item = Work>,
        observer: O,
    ) -> Handle<Order, Phase>
    where
        O: Observe<Phase, Order, Act>,
    {
        let (worker, world) = self.parts(script);
        worker.spawn_observed(phase, world, observer)
    }

    pub fn open_gate(&self) {
        self.gate.add_permits(1);
    }

    pub fn dispatches(&self) -> u64 {
        self.dispatches.load(Ordering::Relaxed)
    }

    pub fn polls(&self) -> u64 {
        self.polls.load(Ordering::Relaxed)
    }
}

/// The names of events, for what an exit hands back.
pub fn names(events: &[Order]) -> Vec<String> {
    events
        .iter()
        .map(|event| match event {
            Order::Later(number) => format!("Later({number})"),
            Order::Note(word) => format!("Note({word})"),
            other => other.variant_name().to_owned(),
        })
        .collect()
}

/// What kinds of faults an exit has.
pub fn kinds<S, E>(exit: &Exit<S, E>) -> Vec<FaultKind> {
    exit.faults().iter().map(Fault::kind).collect()
}
