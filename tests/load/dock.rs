//! A component that can be held up at any place, for tests of those who wait for it.

use std::sync::{Arc, Mutex};

use steadfast::prelude::*;
use tokio::sync::Semaphore;

#[derive(Clone, Debug, PartialEq, StateVariant)]
pub enum Dock {
    Open(u32),
    /// Its work hangs.
    Working,
    /// Its task hangs.
    Tasking,
    Done,
    Broken(String),
}

#[derive(Debug, EventVariant)]
pub enum Word {
    /// Counts the state up.
    Next,
    Number(u32),
    Echo(u32, Reply<u32>),
    /// Its action waits at the gate.
    Hang,
    Work,
    Task,
    Finish,
    Stop,
    Error(String),
}

pub enum Act {
    Keep(u32),
    Answer(u32, Reply<u32>),
    Wait,
}

/// What a test holds on to.
#[derive(Clone)]
pub struct Rig {
    /// Where everything that hangs waits for a permit each.
    pub gate: Arc<Semaphore>,
    /// Gets a permit from whatever begins to hang.
    pub reached: Arc<Semaphore>,
    pub numbers: Arc<Mutex<Vec<u32>>>,
    /// Whether the completion hook hangs too.
    pub hook_hangs: bool,
}

impl Default for Rig {
    fn default() -> Self {
        Rig {
            gate: Arc::new(Semaphore::new(0)),
            reached: Arc::new(Semaphore::new(0)),
            numbers: Arc::default(),
            hook_hangs: false,
        }
    }
}

impl Rig {
    pub fn start(&self) -> Handle<Word, Dock> {
        Docker.spawn(Site(self.clone()))
    }

    async fn hang(self) {
        self.reached.add_permits(1);
        if let Ok(permit) = self.gate.acquire().await {
            permit.forget();
        }
    }
}

pub struct Site(Rig);

impl Site {
    fn errand(&self) -> impl Future<Output = Word> + Send + 'static {
        let rig = self.0.clone();
        async move {
            rig.hang().await;
            Word::Finish
        }
    }
}

impl Execute<Act> for Site {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Keep(number) => self.0.numbers.lock().unwrap().push(number),
            Act::Wait => self.0.clone().hang().await,
            Act::Answer(number, reply) => {
                reply.send(number);
            }
        }
        Ok(())
    }
}

fsm! {
    pub struct DockMachine;
    pub trait DockDispatch;

    state: Dock;
    event: Word;
    context: Site;
    action: Act;
    initial: Open(0);
    error: Error;
    stop: Stop;

    state Open(count) {
        on Next => Open(*count + 1);
    }
    state Working: Poll;
    state Tasking {
        task context.errand();
    }
    any {
        on Next => stay;
        on Number(number) => stay do [Keep(number)];
        on Echo(number, reply) => stay do [Answer(number, reply)];
        on Hang => stay do [Wait];
        on Work => Working;
        on Task => Tasking;
        on Finish | Stop => Done;
        on Error(why) => Broken(why);
    }
    terminal state Done;
    failure state Broken;
}

/// Has room for sixteen events.
#[supervisor(DockMachine, mailbox = 16, completed = Self::completed)]
pub struct Docker;

impl Docker {
    async fn completed(&mut self, _: &Exit<Dock, Word>, site: &mut Site) {
        if site.0.hook_hangs {
            site.0.clone().hang().await;
        }
    }
}

impl DockDispatch for Docker {
    async fn working(&mut self, _: &Dock, site: &mut Site) -> Next<Word> {
        site.0.clone().hang().await;
        Ok(next::again())
    }
}
