//! What a fault is tried with: one way to write a component, one runtime, and what the test sets and
//! sees.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::testing::{Call, FaultInjector, Trace, paused};
use tokio::sync::Semaphore;

use super::plant::{Bomb, Errand, Order, Phase, Script, Spot, Work, World};
use super::{generated, handwritten};

/// The ways to write a component.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    GeneratedSelf,
    GeneratedHandler,
    HandwrittenSelf,
    HandwrittenHandler,
}

/// What happened, in order.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    pub fn add(&self, line: impl Into<String>) {
        self.0.lock().unwrap().push(line.into());
    }

    pub fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

/// What the machine's expressions look at.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The timeout of the working states.
    pub limit: Duration,
    /// The timeout of `Tripped`, which enters it again.
    pub beat: Duration,
    pub errand: Errand,
    /// Whether errors are only logged.
    pub tolerant: bool,
    /// Whether errors of `Polling` lead to `Racing` and back.
    pub swaps: bool,
    /// Whether what is tripped stays so.
    pub stubborn: bool,
    pub trip: Arc<Mutex<Option<Spot>>>,
}

impl Default for Setting {
    fn default() -> Self {
        Setting {
            limit: Duration::MAX,
            beat: Duration::MAX,
            errand: Errand::Never,
            tolerant: false,
            swaps: false,
            stubborn: false,
            trip: Arc::default(),
        }
    }
}

pub struct Kit {
    pub way: Way,
    pub is_paused: bool,
    pub setting: Setting,
    pub faults: FaultInjector,
    pub trace: Trace,
    pub log: Log,
    pub polls: Arc<AtomicU64>,
    /// Where actions and work that hold wait for a permit each.
    pub gate: Arc<Semaphore>,
    /// Goes off when the supervisor is dropped.
    pub supervisor_bomb: bool,
    /// Goes off when the context is dropped.
    pub context_bomb: bool,
}

impl Kit {
    fn new(way: Way, is_paused: bool) -> Self {
        Kit {
            way,
            is_paused,
            setting: Setting::default(),
            faults: FaultInjector::new(),
            trace: Trace::new(),
            log: Log::default(),
            polls: Arc::default(),
            gate: Arc::new(Semaphore::new(0)),
            supervisor_bomb: false,
            context_bomb: false,
        }
    }

    /// A kit with the same setting for another component.
    pub fn like(&self) -> Self {
        Kit {
            setting: self.setting.clone(),
            ..Kit::new(self.way, self.is_paused)
        }
    }

    /// A component in this phase, with this work.
    pub fn start(
        &self,
        phase: Phase,
        works: impl IntoIterator<Item = Work>,
    ) -> Handle<Order, Phase> {
        let script = Script {
            works: VecDeque::from_iter(works),
            _bomb: self.supervisor_bomb.then(|| Bomb("the supervisor's drop")),
        };
        let world = World {
            setting: self.setting.clone(),
            log: self.log.clone(),
            polls: Arc::clone(&self.polls),
            gate: Arc::clone(&self.gate),
            _bomb: self.context_bomb.then(|| Bomb("the context's drop")),
        };
        let (faults, trace) = (&self.faults, self.trace.clone());
        match self.way {
            Way::GeneratedSelf => faults
                .around(generated::Worker { script })
                .spawn_observed(phase, world, trace),
            Way::GeneratedHandler => faults
                .around(generated::Foreman { handler: script })
                .spawn_observed(phase, world, trace),
            Way::HandwrittenSelf => faults
                .around(handwritten::Worker(script))
                .spawn_observed(phase, world, trace),
            Way::HandwrittenHandler => faults
                .around(handwritten::Foreman(script))
                .spawn_observed(phase, world, trace),
        }
    }

    /// How often the completion hook was called.
    pub fn completions(&self) -> u64 {
        self.faults.calls(Call::Completion)
    }

    pub fn dispatches(&self) -> u64 {
        self.faults.calls(Call::Dispatch)
    }

    pub fn polls(&self) -> u64 {
        self.polls.load(Ordering::Relaxed)
    }

    pub fn open_gate(&self) {
        self.gate.add_permits(1);
    }
}

/// Waits, on either clock, until something holds. Where it never does, the test ends as failed.
#[track_caller]
pub fn until(mut holds: impl FnMut() -> bool) -> impl Future<Output = ()> {
    let place = std::panic::Location::caller();
    async move {
        for _ in 0..10_000 {
            if holds() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("what {place} waits for never came");
    }
}

/// As [`until`], where something is always busy: a paused clock would stand still.
#[track_caller]
pub fn until_amid(mut holds: impl FnMut() -> bool) -> impl Future<Output = ()> {
    let place = std::panic::Location::caller();
    async move {
        for _ in 0..10_000_000 {
            if holds() {
                return;
            }
            tokio::task::yield_now().await;
        }
        panic!("what {place} waits for never came");
    }
}

/// Tries a fault on a runtime of one thread, on a paused clock.
pub fn on_one_thread<F: Future<Output = ()>>(way: Way, fault: impl FnOnce(Kit) -> F) {
    paused(fault(Kit::new(way, true)));
}

/// Tries a fault on a runtime of several threads, on the real clock.
pub fn on_many_threads<F: Future<Output = ()> + Send + 'static>(
    way: Way,
    fault: impl FnOnce(Kit) -> F,
) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(3)
        .enable_all()
        .build()
        .unwrap();
    // As a task of its own, so that it does not share a thread with what it watches.
    let tried = runtime.block_on(runtime.spawn(fault(Kit::new(way, false))));
    if let Err(error) = tried {
        std::panic::resume_unwind(error.into_panic());
    }
}

pub const fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub const fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// What kinds of faults an exit has.
pub fn kinds<S, E>(exit: &Exit<S, E>) -> Vec<FaultKind> {
    exit.faults().iter().map(Fault::kind).collect()
}
