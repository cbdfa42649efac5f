//! An hour of simulated time with random faults: every tick on time, every fault told once, every
//! event accounted for, and the same again from the same seed.

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::{Observe, Trigger};
use tokio::time::{Instant, sleep};

use super::random::Random;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Plant {
    Resting,
    Pumping,
    Filling,
    Shut,
}

#[derive(Debug, EventVariant)]
enum Signal {
    Order(u64),
    /// Refused everywhere.
    Junk,
    /// Postponed while it fills.
    Later(u64),
    /// Some guard panics.
    Trip,
    Rest,
    Pump,
    Fill,
    Brought,
    Stop,
    Error(Fault),
}

enum Act {
    /// Takes a while, and fails or panics now and then.
    Try,
    Tick,
}

/// What happened, outside the component.
#[derive(Default)]
struct Notes {
    trace: Vec<(u128, String)>,
    ticks: Vec<u128>,
    /// Faults that were made.
    injected: u64,
    /// Faults that were told.
    told: u64,
}

#[derive(Clone)]
struct World {
    begin: Instant,
    random: Arc<Mutex<Random>>,
    notes: Arc<Mutex<Notes>>,
}

impl World {
    fn new(seed: u64) -> Self {
        World {
            begin: Instant::now(),
            random: Arc::new(Mutex::new(Random::new(seed))),
            notes: Arc::default(),
        }
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap()
    }

    fn below(&self, bound: u64) -> u64 {
        self.random.lock().unwrap().below(bound)
    }

    fn note(&self, what: impl Into<String>) {
        let at = self.begin.elapsed().as_millis();
        self.notes().trace.push((at, what.into()));
    }

    /// Up to so long.
    async fn pass(&self, most: u64) {
        let time = Duration::from_millis(self.below(most));
        sleep(time).await;
    }

    /// Whether to go wrong, which is entered.
    fn goes_wrong(&self, one_in: u64) -> bool {
        let wrong = self.below(one_in) == 0;
        self.notes().injected += u64::from(wrong);
        wrong
    }

    fn trips(&self) -> bool {
        self.notes().injected += 1;
        resume_unwind(Box::new("a guard tripped"))
    }

    fn errand(&self) -> impl Future<Output = Signal> + Send + 'static {
        let world = self.clone();
        async move {
            world.pass(5000).await;
            if world.goes_wrong(5) {
                resume_unwind(Box::new("an errand blew up"));
            }
            Signal::Brought
        }
    }

    /// One piece of work, of 300 ms at most.
    async fn work(&self) -> Next<Signal> {
        self.pass(300).await;
        if self.goes_wrong(30) {
            return Err("the work failed".into());
        }
        if self.goes_wrong(30) {
            resume_unwind(Box::new("the work blew up"));
        }
        Ok(match self.below(8) {
            0 => Signal::Rest.into(),
            1 => Signal::Pump.into(),
            2 => Signal::Fill.into(),
            3 => next::idle(Duration::from_millis(self.below(2000))),
            4 => Signal::Order(0).into(),
            _ => next::again(),
        })
    }
}

impl Execute<Act> for World {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Tick => {
                let at = self.begin.elapsed().as_millis();
                self.notes().ticks.push(at);
            }
            Act::Try => {
                self.pass(100).await;
                if self.goes_wrong(20) {
                    return Err("an action failed".into());
                }
                if self.goes_wrong(20) {
                    resume_unwind(Box::new("an action blew up"));
                }
            }
        }
        Ok(())
    }
}

fsm! {
    struct PlantMachine;
    trait PlantDispatch;

    state: Plant;
    event: Signal;
    context: World;
    action: Act;
    initial: Resting;
    error: Error;
    stop: Stop;

    superstate Running {
        every Duration::from_secs(1) => stay do [Tick];

        state Resting {
            timeout Duration::from_millis(1700) => Pumping;
        }
        superstate Working {
            task context.errand();

            state Pumping: Poll;
            state Filling: Race {
                on Later(_) => postpone;
                timeout Duration::from_secs(20) => Pumping;
            }
        }
    }
    any {
        on Order(_) | Later(_) => stay do [Try];
        on Junk => reject;
        on Trip if context.trips() => stay;
        on Trip => stay;
        on Rest => Resting;
        on Pump => Pumping do [Try];
        on Fill => Filling;
        on Brought => Resting;
        on Stop => Shut;
        on Error(_) => stay;
    }
    terminal state Shut;
}

#[supervisor(PlantMachine)]
struct Crew;

impl PlantDispatch for Crew {
    async fn pumping(&mut self, _: &Plant, world: &mut World) -> Next<Signal> {
        world.work().await
    }

    async fn filling(&mut self, _: &Plant, world: &mut World) -> Next<Signal> {
        world.work().await
    }
}

impl Observe<Plant, Signal, Act> for World {
    fn before(&mut self, state: &Plant, trigger: &Trigger<Signal>) {
        let trigger = match trigger {
            Trigger::Event(event) => format!("{event:?}"),
            Trigger::Timeout => "timeout".into(),
        };
        self.note(format!("{state:?}: {trigger}"));
    }

    fn fault(&mut self, fault: &Fault) {
        self.note(fault.to_string());
        self.notes().told += 1;
    }
}

/// One hour; what happened in it.
async fn hour(seed: u64) -> Vec<(u128, String)> {
    const HOUR: Duration = Duration::from_secs(3600);
    let world = World::new(seed);
    let plant = Crew.spawn_observed(Plant::Resting, world.clone(), world.clone());
    let mut random = Random::new(!seed);
    // Numbers from one on: the component's own orders have none.
    let (mut number, mut sent, mut trips, mut junk) = (0, Vec::new(), 0, 0);
    while world.begin.elapsed() < HOUR - Duration::from_secs(10) {
        sleep(Duration::from_millis(random.below(3000))).await;
        number += 1;
        let signal = match random.below(10) {
            0 => Signal::Junk,
            1 => Signal::Trip,
            2 => Signal::Fill,
            3 | 4 => Signal::Later(number),
            _ => Signal::Order(number),
        };
        match &signal {
            Signal::Junk => junk += 1,
            Signal::Trip => trips += 1,
            Signal::Fill => {}
            numbered => sent.push(format!("{numbered:?}")),
        }
        plant.send(signal).await.unwrap();
    }
    // Half a second past the hour, all of whose ticks have come by then.
    tokio::time::sleep_until(world.begin + HOUR + Duration::from_millis(500)).await;
    plant.stop();
    let exit = plant.join().await;
    let seeded = format!("with seed {seed:#x}: {exit:?}");
    assert_eq!(exit.kind(), ExitKind::Completed, "{seeded}");

    let notes = std::mem::take(&mut *world.notes());
    assert_eq!(notes.ticks.len(), 3600, "{seeded}");
    for (number, at) in (1..).zip(&notes.ticks) {
        // Later than its second by what was in hand at most, and never more so with time.
        let late = at.checked_sub(number * 1000);
        assert!(
            late.is_some_and(|late| late < 1000),
            "{seeded}: {number} at {at}"
        );
    }
    let stats = plant.stats();
    assert!(notes.injected > 200, "{seeded}: {}", notes.injected);
    assert_eq!(notes.told, notes.injected, "{seeded}");
    assert_eq!(stats.faults, notes.injected, "{seeded}");
    assert_eq!(exit.faults().len(), 32, "{seeded}");

    // Every event from outside was given once where it is not postponed, or is handed back.
    let back = exit.take_unhandled();
    let mut seen: HashMap<&str, u64> = HashMap::new();
    for (_, line) in &notes.trace {
        if let Some((state, event)) = line.split_once(": ")
            && !(state == "Filling" && event.starts_with("Later"))
        {
            *seen.entry(event).or_default() += 1;
        }
    }
    let back: Vec<_> = back.iter().map(|event| format!("{event:?}")).collect();
    for event in &back {
        *seen.entry(event).or_default() += 1;
    }
    let count = |event: &str| seen.get(event).copied().unwrap_or(0);
    for event in &sent {
        assert_eq!(count(event), 1, "{seeded}: {event}");
    }
    assert_eq!(count("Trip"), trips, "{seeded}");
    assert_eq!((count("Junk"), stats.rejected), (junk, junk), "{seeded}");
    assert_eq!((stats.mailbox, stats.postponed), (0, 0), "{seeded}");
    notes.trace
}

/// A paused clock of its own.
fn alone<T>(future: impl Future<Output = T>) -> T {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_time().start_paused(true).build().unwrap();
    runtime.block_on(future)
}

#[test]
fn an_hour_of_faults_keeps_its_ticks_its_faults_and_its_events_and_can_be_repeated() {
    let [one, other] = [1, 0xfeed].map(|seed| {
        let first = alone(hour(seed));
        let second = alone(hour(seed));
        let differs = first.iter().zip(&second).find(|(a, b)| a != b);
        assert_eq!(differs, None, "with seed {seed:#x}");
        assert_eq!(first.len(), second.len(), "with seed {seed:#x}");
        first
    });
    assert_ne!(one, other);
}
