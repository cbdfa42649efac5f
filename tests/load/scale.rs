//! A million events, ten thousand components, an hour with faults: nothing leaks, nothing drifts,
//! and the sums are right.

use std::sync::{Arc, Mutex};

use steadfast::prelude::*;
use tokio::sync::watch;

/// Counts what is alive: each value of a component carries one.
#[derive(Clone, Debug, Default)]
struct Alive(Arc<()>);

impl Alive {
    /// How many there are besides this one.
    fn others(&self) -> usize {
        Arc::strong_count(&self.0) - 1
    }
}

#[derive(Clone, Debug, StateVariant)]
enum Counter {
    Blocking(Alive),
    Polling(Alive),
    Done,
    Broken(String),
}

#[derive(Debug, EventVariant)]
enum Count {
    One(u64, Alive),
    /// Postponed until the next change of state.
    Later(u64, Alive),
    /// Refused.
    No(Alive),
    Block(Alive),
    Poll(Alive),
    Ticked(Alive),
    Stop,
    Error(String),
}

enum Act {
    Add(u64, Alive),
}

struct Sum {
    alive: Alive,
    /// The sum of all numbers, and how many there were.
    sum: Arc<Mutex<(u64, u64)>>,
}

impl Sum {
    fn errand(&self) -> impl Future<Output = Count> + Send + 'static {
        let alive = self.alive.clone();
        async move {
            tokio::task::yield_now().await;
            Count::Ticked(alive)
        }
    }
}

impl Execute<Act> for Sum {
    async fn execute(&mut self, Act::Add(number, _alive): Act) -> Result<(), BoxError> {
        let mut sum = self.sum.lock().unwrap();
        sum.0 += number;
        sum.1 += 1;
        Ok(())
    }
}

fsm! {
    struct CounterMachine;
    trait CounterDispatch;

    state: Counter;
    event: Count;
    context: Sum;
    action: Act;
    initial: Blocking(Alive::default());
    error: Error;
    stop: Stop;

    state Blocking(alive) {
        on Later(_, _) => postpone;
        on Poll(_) => Polling(alive.clone());
    }
    state Polling(alive): Poll {
        task context.errand();
        on Block(_) => Blocking(alive.clone());
    }
    any {
        on One(number, alive) | Later(number, alive) => stay do [Add(number, alive)];
        on No(_) => reject;
        on Block(_) | Count::Poll(_) | Ticked(_) => stay;
        on Stop => Done;
        on Error(why) => Broken(why);
    }
    terminal state Done;
    failure state Broken;
}

#[supervisor(CounterMachine)]
struct Adder {
    _alive: Alive,
}

impl CounterDispatch for Adder {
    async fn polling(&mut self, _: &Counter, _: &mut Sum) -> Next<Count> {
        // Leaves the senders their turn.
        tokio::task::yield_now().await;
        Ok(next::again())
    }
}

struct Rig {
    alive: Alive,
    sum: Arc<Mutex<(u64, u64)>>,
}

impl Rig {
    fn new() -> Self {
        Rig {
            alive: Alive::default(),
            sum: Arc::default(),
        }
    }

    fn start(&self, state: fn(Alive) -> Counter) -> Handle<Count, Counter> {
        let sum = Sum {
            alive: self.alive.clone(),
            sum: Arc::clone(&self.sum),
        };
        let adder = Adder {
            _alive: self.alive.clone(),
        };
        adder.spawn_in(state(self.alive.clone()), sum)
    }
}

const MILLION: u64 = 1_000_000;

async fn add_up_a_million(state: fn(Alive) -> Counter) {
    let rig = Rig::new();
    let handle = rig.start(state);
    for number in 0..MILLION {
        let one = Count::One(number, rig.alive.clone());
        handle.send(one).await.unwrap();
    }
    // Bounded by the mailbox and what came out of it at once.
    let most = steadfast::DEFAULT_MAILBOX + 64 + 50;
    assert!(rig.alive.others() < most, "{}", rig.alive.others());
    handle.stop();
    let exit = handle.join().await;
    // Those that `stop` overtook are handed back.
    let back = exit.take_unhandled();
    let (sum, count) = *rig.sum.lock().unwrap();
    let left: u64 = back
        .iter()
        .map(|event| match event {
            Count::One(number, _) => *number,
            other => panic!("{other:?} was not sent"),
        })
        .sum();
    assert_eq!(count + back.len() as u64, MILLION);
    assert_eq!(sum + left, MILLION * (MILLION - 1) / 2);
    let stats = handle.stats();
    // And the stop event, and perhaps the one of the task.
    let others = stats.handled - count;
    assert!((1..=2).contains(&others), "{stats:?}");
    assert_eq!((stats.mailbox, stats.postponed, stats.faults), (0, 0, 0));
    drop((back, exit, handle));
    assert_eq!(rig.alive.others(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_million_events_are_added_up_and_leave_nothing_behind() {
    add_up_a_million(Counter::Blocking).await;
}

#[tokio::test(start_paused = true)]
async fn a_million_events_between_pieces_of_work_are_added_up_and_leave_nothing_behind() {
    add_up_a_million(Counter::Polling).await;
}

#[tokio::test(start_paused = true)]
async fn states_that_change_a_hundred_thousand_times_with_tasks_and_postponed_events_leave_nothing()
{
    const ROUNDS: u64 = 25_000;
    let rig = Rig::new();
    let handle = rig.start(Counter::Blocking);
    let alive = || rig.alive.clone();
    for number in 0..ROUNDS {
        handle.send(Count::Later(number, alive())).await.unwrap();
        handle.send(Count::Poll(alive())).await.unwrap();
        handle.send(Count::One(number, alive())).await.unwrap();
        handle.send(Count::No(alive())).await.unwrap();
        handle.send(Count::Block(alive())).await.unwrap();
        if number % 1000 == 0 {
            // What is alive is bounded by the mailbox and what came out of it at once, not by what
            // was sent.
            let most = steadfast::DEFAULT_MAILBOX + 64 + 50;
            assert!(rig.alive.others() < most, "{}", rig.alive.others());
        }
    }
    while handle.stats().rejected < ROUNDS || handle.stats().mailbox > 0 {
        tokio::task::yield_now().await;
    }
    handle.stop();
    let exit = handle.join().await;
    assert!(exit.take_unhandled().is_empty());
    assert_eq!(
        *rig.sum.lock().unwrap(),
        (ROUNDS * (ROUNDS - 1), 2 * ROUNDS)
    );
    let stats = handle.stats();
    assert_eq!((stats.mailbox, stats.postponed, stats.faults), (0, 0, 0));
    assert_eq!(stats.rejected, ROUNDS);
    drop((exit, handle));
    assert_eq!(rig.alive.others(), 0);
}

/// Starts a crowd, lets each handle a few events, and ends it in equal parts each way there is.
async fn crowd(size: usize) {
    let rig = Rig::new();
    let mut crowd: Vec<_> = (0..size)
        .map(|place| match place % 2 {
            0 => rig.start(Counter::Blocking),
            _ => rig.start(Counter::Polling),
        })
        .collect();
    for handle in &crowd {
        for number in 0..3 {
            handle
                .try_send(Count::One(number, rig.alive.clone()))
                .unwrap();
        }
        let later = Count::Later(10, rig.alive.clone());
        handle.try_send(later).unwrap();
    }
    let is_behind = |handle: &&Handle<Count, Counter>| {
        let stats = handle.stats();
        stats.handled + stats.postponed < 4
    };
    while crowd.iter().any(|handle| is_behind(&handle)) {
        tokio::task::yield_now().await;
    }

    let joins: Vec<_> = crowd.iter().map(Handle::downgrade).collect();
    let mut watches: Vec<watch::Receiver<Counter>> = crowd.iter().map(Handle::watch).collect();
    let mut dropped = 0;
    for place in (0..size).rev() {
        match place % 3 {
            0 => crowd[place].stop(),
            1 => crowd[place].abort(),
            _ => {
                drop(crowd.swap_remove(place));
                dropped += 1;
            }
        }
    }
    let mut kinds = [0, 0, 0];
    let mut left = 0;
    for (me, watch) in joins.iter().zip(&mut watches) {
        let exit = me.join().await;
        kinds[exit.kind() as usize] += 1;
        left += exit.take_unhandled().len();
        while watch.changed().await.is_ok() {}
    }
    let parts = [
        size.div_ceil(3),
        size / 3,
        size / 3 + usize::from(size % 3 > 1),
    ];
    let [stopped, gone, aborted] = [parts[0], dropped, size - parts[0] - dropped];
    assert_eq!(kinds, [stopped, gone, aborted]);
    let (sum, count) = *rig.sum.lock().unwrap();
    let size = size as u64;
    assert_eq!(count + left as u64, 4 * size);
    assert_eq!(sum + 10 * left as u64, 13 * size);
    drop((crowd, joins, watches));
    assert_eq!(rig.alive.others(), 0);
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_components_at_once_all_come_to_their_end() {
    crowd(10_000).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_components_on_several_threads_all_come_to_their_end() {
    crowd(10_000).await;
}
