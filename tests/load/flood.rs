//! Neither a flood of events, nor of work, nor of clocks and tasks keeps the others from their
//! turn: the bounds of the documentation, counted.

use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::{Observe, Trigger};

/// After so many events from outside in a row the work has its turn.
const STREAK: usize = 64;
/// After so many clocks and tasks in a row the mailbox and the work have theirs.
const OWN_STREAK: usize = 16;

/// What happened, a letter each: `e` an event from outside, `w` work begun, `o` an event of the
/// work, `c` a clock, `t` a task, `s` stop, `k` a postponed event that is offered.
#[derive(Clone, Default)]
struct Tape(Arc<Mutex<String>>);

impl Tape {
    fn add(&self, letter: char) {
        self.0.lock().unwrap().push(letter);
    }

    fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

/// The longest row without this letter.
fn longest_without(tape: &str, letter: char) -> usize {
    tape.split(letter).map(str::len).max().unwrap_or(0)
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Mill {
    Resting,
    Polling,
    Ignoring,
    Racing,
    Done,
}

#[derive(Clone, Debug, EventVariant)]
enum Grain {
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
enum Work {
    Again,
    Emit,
    /// Takes a little while.
    Doze,
    /// Waits for ever.
    Wait,
}

enum Act {
    Halt,
    /// Takes so long.
    Dawdle,
}

/// What a test sets.
#[derive(Clone)]
struct Rig {
    tape: Tape,
    work: Work,
    /// Sent again whenever one was taken, in turn: the flood does not end.
    refill: Vec<Grain>,
    period: Duration,
    /// How long the action of a clock takes.
    dawdle: Duration,
    /// Whether the task of the working states is done at once and begun anew.
    busy_task: bool,
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

struct Site {
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
    struct MillMachine;
    trait MillDispatch;

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
struct Miller;

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
struct Keeper {
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
    fn start(&self, mill: Mill) -> Handle<Grain, Mill> {
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
    async fn record(&self, length: usize) -> String {
        while self.tape.len() < length {
            tokio::task::yield_now().await;
        }
        self.tape.take()
    }
}

/// As many as the loop could take at one wake-up, and more.
fn flood(handle: &Handle<Grain, Mill>, grains: &[Grain], count: usize) {
    for grain in grains.iter().cycle().take(count) {
        handle.try_send(grain.clone()).unwrap();
    }
}

// Events from outside, and work.

#[tokio::test(start_paused = true)]
async fn a_flood_without_end_leaves_the_work_its_turn_after_each_64_events() {
    for mill in [Mill::Polling, Mill::Racing] {
        for grain in [Grain::Note, Grain::Odd] {
            for work in [Work::Again, Work::Emit, Work::Wait] {
                if matches!((&mill, work), (Mill::Polling, Work::Wait)) {
                    continue; // Nothing interrupts it.
                }
                let rig = Rig {
                    work,
                    refill: vec![grain.clone()],
                    ..Rig::default()
                };
                let handle = rig.start(mill.clone());
                flood(&handle, std::slice::from_ref(&grain), 100);
                let tape = rig.record(10_000).await.replace('o', "");
                handle.abort();
                let rows: Vec<_> = tape.split('w').map(str::len).collect();
                assert!(rows.len() > 100, "{mill:?}");
                let (_, whole) = rows.split_last().unwrap();
                assert!(whole.iter().all(|&row| row == STREAK), "{mill:?}: {rows:?}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_that_changes_the_state_all_the_time_leaves_the_work_its_turn_too() {
    let ways = [
        vec![Grain::Poll, Grain::Race],
        vec![Grain::Rest, Grain::Poll],
        vec![Grain::Note, Grain::Rest, Grain::Odd, Grain::Race],
    ];
    for way in ways {
        let rig = Rig {
            refill: way.clone(),
            ..Rig::default()
        };
        let handle = rig.start(Mill::Polling);
        flood(&handle, &way, 120);
        let tape = rig.record(10_000).await;
        handle.abort();
        // Of the states passed through, at least every other has work.
        let longest = longest_without(&tape, 'w');
        assert!(longest <= 2 * STREAK + 2, "{way:?}: {longest} without work");
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_work_leaves_an_event_that_waits_its_turn_after_one_piece_of_work() {
    for mill in [Mill::Polling, Mill::Racing] {
        for work in [Work::Again, Work::Emit] {
            let rig = Rig {
                work,
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            rig.record(1000).await;
            for _ in 0..50 {
                handle.try_send(Grain::Note).unwrap();
                let tape = rig.record(10).await;
                // Nothing of it ran since the event was sent but what is on this tape.
                let before = tape.find('e').unwrap();
                assert!(before <= 1, "{mill:?}: {tape}");
            }
            handle.abort();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_state_that_ignores_events_leaves_them_all_and_takes_them_when_it_is_left() {
    let rig = Rig::default();
    let handle = rig.start(Mill::Ignoring);
    flood(&handle, &[Grain::Note], 5000);
    let tape = rig.record(2000).await;
    assert_eq!(longest_without(&tape, 'w'), 0, "{tape}");
    assert_eq!(handle.stats().mailbox, 5000);
    handle.stop();
    let exit = handle.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.take_unhandled().len(), 5000);
}

// Stop.

#[tokio::test(start_paused = true)]
async fn stop_comes_before_the_next_event_wherever_in_a_flood_it_is_asked_for() {
    for mill in [Mill::Resting, Mill::Polling, Mill::Racing] {
        for place in [0, 1, 62, 63, 64, 65, 127, 128, 200] {
            let rig = Rig {
                work: Work::Emit,
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            flood(&handle, &[Grain::Note], place);
            handle.try_send(Grain::Halt).unwrap();
            flood(&handle, &[Grain::Note], 300);
            let exit = handle.join().await;
            let tape = rig.tape.take();
            assert!(tape.ends_with("es"), "{mill:?}, {place}: {tape}");
            assert_eq!(exit.take_unhandled().len(), 300, "{mill:?}, {place}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn stop_waits_for_the_postponed_events_that_are_offered_again_and_for_no_other() {
    let rig = Rig::default();
    let handle = rig.start(Mill::Resting);
    flood(&handle, &[Grain::Keep], 1024);
    rig.record(1024).await;
    // They are offered when the state changes, which here asks to stop as well.
    handle.try_send(Grain::Race).unwrap();
    flood(&handle, &[Grain::Note], 300);
    rig.record(1).await;
    handle.stop();
    let exit = handle.join().await;
    let tape = rig.tape.take();
    assert!(tape.trim_start_matches('k') == "s", "{tape}");
    assert_eq!(exit.take_unhandled().len(), 300);
}

// Clocks and tasks.

#[tokio::test(start_paused = true)]
async fn a_clock_comes_between_two_events_of_a_batch_that_is_in_hand() {
    let rig = Rig {
        period: Duration::from_millis(10),
        ..Rig::default()
    };
    let handle = rig.start(Mill::Resting);
    tokio::time::sleep(Duration::from_millis(5)).await;
    flood(&handle, &[Grain::Note], 20);
    // The clock is due when the component has its turn, with all of the batch still to come.
    tokio::time::advance(Duration::from_millis(5)).await;
    let tape = rig.record(21).await;
    assert_eq!(tape, format!("c{}", "e".repeat(20)));
}

#[tokio::test(start_paused = true)]
async fn a_clock_whose_actions_take_longer_than_its_period_leaves_others_their_turn() {
    for mill in [Mill::Resting, Mill::Polling, Mill::Racing] {
        let rig = Rig {
            period: Duration::from_secs(1),
            dawdle: Duration::from_secs(2),
            work: Work::Doze,
            ..Rig::default()
        };
        let handle = rig.start(mill.clone());
        tokio::time::sleep(Duration::from_millis(1500)).await;
        rig.tape.take();
        flood(&handle, &[Grain::Note], 20);
        tokio::time::sleep(Duration::from_secs(2000)).await;
        let tape = rig.tape.take();
        handle.abort();
        assert_eq!(tape.matches('e').count(), 20, "{mill:?}: {tape}");
        let (taken, after) = tape.split_at(tape.rfind('e').unwrap());
        let longest = longest_without(taken, 'e');
        assert!(
            longest <= OWN_STREAK,
            "{mill:?}: {longest} without an event"
        );
        if mill != Mill::Resting {
            let longest = longest_without(after, 'w');
            assert!(
                longest <= OWN_STREAK + 1,
                "{mill:?}: {longest} without work"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_task_that_is_done_at_once_and_begun_anew_leaves_others_their_turn() {
    for mill in [Mill::Resting, Mill::Polling, Mill::Racing] {
        for work in [Work::Again, Work::Wait] {
            if matches!((&mill, work), (Mill::Polling, Work::Wait)) {
                continue;
            }
            let rig = Rig {
                busy_task: true,
                work,
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            flood(&handle, &[Grain::Note], 20);
            let tape = rig.record(3000).await;
            assert_eq!(tape.matches('e').count(), 20, "{mill:?}");
            let (taken, after) = tape.split_at(tape.rfind('e').unwrap());
            let longest = longest_without(taken, 'e');
            assert!(
                longest <= OWN_STREAK,
                "{mill:?}: {longest} without an event"
            );
            if mill != Mill::Resting {
                let longest = longest_without(after, 'w');
                assert!(
                    longest <= OWN_STREAK + 1,
                    "{mill:?}: {longest} without work"
                );
            }
            handle.stop();
            let exit = handle.join().await;
            assert_eq!(exit.kind(), ExitKind::Completed, "{mill:?}");
        }
    }
}

// Other tasks on the same thread.

#[tokio::test(start_paused = true)]
async fn no_flood_keeps_another_task_from_its_turn_for_more_than_a_budget() {
    // Tokio gives a task 128 units each time; every round of the loop costs one at least.
    const BUDGET: usize = 128;
    let flooded = [Grain::Note, Grain::Odd, Grain::Keep];
    for mill in [Mill::Resting, Mill::Polling, Mill::Ignoring, Mill::Racing] {
        for grain in &flooded {
            let rig = Rig {
                refill: vec![grain.clone()],
                busy_task: matches!(grain, Grain::Odd),
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            flood(&handle, std::slice::from_ref(grain), 900);
            let mut turns = 0;
            let mut length = 0;
            while length < 5000 && turns < 1000 {
                tokio::task::yield_now().await;
                turns += 1;
                let now = rig.tape.len();
                // A round writes two letters at most.
                assert!(now - length <= 2 * BUDGET, "{mill:?}, {grain:?}");
                length = now;
            }
            handle.abort();
            assert!(length >= 900, "{mill:?}, {grain:?}: {length} in {turns}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn postponed_events_that_are_offered_again_leave_other_tasks_their_turn() {
    let rig = Rig::default();
    let handle = rig.start(Mill::Resting);
    flood(&handle, &[Grain::Keep], 1000);
    rig.record(1000).await;
    handle.try_send(Grain::Ignore).unwrap();
    let mut turns = 0;
    while rig.tape.len() < 1000 {
        tokio::task::yield_now().await;
        turns += 1;
    }
    assert!(turns >= 1000 / 128, "{turns} turns");
}
