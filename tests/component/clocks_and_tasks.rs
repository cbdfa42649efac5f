//! M6 and M7 under the loop: when clocks expire, and how long a task lasts.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use steadfast::prelude::*;

use super::fixture::{Log, secs, settle};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Shift {
    Early,
    Late,
    Off,
    Over,
}

#[derive(Debug, EventVariant)]
enum Bell {
    Early,
    Late,
    Off,
    Stay,
    Brought(u64),
    Error(String),
}

enum Act {
    Say(&'static str),
    Slow,
    Take(u64),
}

struct Shop {
    log: Log,
    begin: tokio::time::Instant,
    /// How many errands were begun, and how many are under way.
    begun: Arc<AtomicU64>,
    alive: Arc<()>,
}

impl Shop {
    /// Takes 25 seconds, and brings its number.
    fn errand(&self) -> impl Future<Output = Bell> + Send + 'static {
        let number = self.begun.fetch_add(1, Ordering::Relaxed) + 1;
        let alive = Arc::clone(&self.alive);
        async move {
            tokio::time::sleep(secs(25)).await;
            drop(alive);
            Bell::Brought(number)
        }
    }

    fn log(&self, word: &str) {
        let at = self.begin.elapsed().as_secs();
        self.log.add(format!("{at}: {word}"));
    }
}

impl Execute<Act> for Shop {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Say(word) => self.log(word),
            Act::Slow => tokio::time::sleep(secs(35)).await,
            Act::Take(number) => self.log(&format!("brought {number}")),
        }
        Ok(())
    }
}

fsm! {
    struct ShiftMachine;
    trait ShiftDispatch;

    state: Shift;
    event: Bell;
    context: Shop;
    action: Act;
    initial: Early;
    error: Error;

    superstate Working {
        task context.errand();
        timeout secs(100) => Off do [Say("long enough")];
        every secs(30) => stay do [Say("tick")];

        state Early {
            timeout secs(20) => stay do [Say("early timeout")];
        }
        state Late {
            timeout secs(50) => Late do [Say("late timeout")];
        }
    }
    state Off {
        every secs(10) => stay do [Say("slow"), Slow];
    }

    any {
        on Bell::Early => Early;
        on Bell::Late => Late;
        on Bell::Off => Off;
        on Stay => stay;
        on Brought(number) => stay do [Take(number)];
        on Error(_) => Over;
    }
    terminal state Over;
}

#[supervisor(ShiftMachine)]
struct Keeper;

impl ShiftDispatch for Keeper {}

struct Rig {
    log: Log,
    begun: Arc<AtomicU64>,
    alive: Arc<()>,
    handle: Handle<Bell, Shift>,
}

fn open() -> Rig {
    let (log, begun, alive) = (Log::default(), Arc::<AtomicU64>::default(), Arc::new(()));
    let shop = Shop {
        log: log.clone(),
        begin: tokio::time::Instant::now(),
        begun: Arc::clone(&begun),
        alive: Arc::clone(&alive),
    };
    Rig {
        log,
        begun,
        alive,
        handle: Keeper.spawn(shop),
    }
}

impl Rig {
    /// Errands under way: the component's own reference and this one do not count.
    fn under_way(&self) -> usize {
        Arc::strong_count(&self.alive) - 2
    }

    fn begun(&self) -> u64 {
        self.begun.load(Ordering::Relaxed)
    }

    async fn ring(&self, bell: Bell) {
        self.handle.send(bell).await.unwrap();
        settle().await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_timeout_comes_once_an_every_again_and_again_and_stay_changes_neither() {
    let shop = open();
    tokio::time::sleep(secs(10)).await;
    shop.ring(Bell::Stay).await;
    tokio::time::sleep(secs(85)).await;
    assert_eq!(
        shop.log.take(),
        [
            "20: early timeout",
            "25: brought 1",
            "30: tick",
            "60: tick",
            "90: tick"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn the_clock_of_a_superstate_goes_on_through_its_states_and_ends_with_it() {
    let shop = open();
    tokio::time::sleep(secs(10)).await;
    shop.ring(Bell::Late).await;
    tokio::time::sleep(secs(95)).await;
    assert_eq!(
        shop.log.take(),
        [
            // The early timeout was cancelled by leaving, at 10.
            "25: brought 1",
            "30: tick",
            "60: tick",
            "60: late timeout",
            "90: tick",
            "100: long enough"
        ]
    );
    assert_eq!(shop.handle.state(), Shift::Off);
}

#[tokio::test(start_paused = true)]
async fn periods_that_were_missed_are_not_made_up_for() {
    let shop = open();
    shop.ring(Bell::Off).await;
    tokio::time::sleep(secs(100)).await;
    // Each takes 35 seconds: of the periods in between one is late and the others are gone.
    let log = shop.log.take();
    assert_eq!(log, ["10: slow", "45: slow", "80: slow"]);
}

#[tokio::test(start_paused = true)]
async fn a_task_survives_stay_and_moves_inside_its_superstate() {
    let shop = open();
    settle().await;
    assert_eq!((shop.begun(), shop.under_way()), (1, 1));
    shop.ring(Bell::Stay).await;
    shop.ring(Bell::Late).await;
    assert_eq!((shop.begun(), shop.under_way()), (1, 1));
    tokio::time::sleep(secs(26)).await;
    assert_eq!(shop.log.take(), ["25: brought 1"]);
    assert_eq!(shop.under_way(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_task_is_dropped_on_leaving_and_begun_anew_on_entering() {
    let shop = open();
    tokio::time::sleep(secs(10)).await;
    shop.ring(Bell::Off).await;
    assert_eq!((shop.begun(), shop.under_way()), (1, 0));
    shop.ring(Bell::Early).await;
    assert_eq!((shop.begun(), shop.under_way()), (2, 1));
    tokio::time::sleep(secs(26)).await;
    assert_eq!(shop.log.take(), ["30: early timeout", "35: brought 2"]);
}
