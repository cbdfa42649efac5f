//! L1: nobody keeps another from its turn: not a flood, not a busy runtime, not long work.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use steadfast::prelude::*;

use super::fixture::{Log, Order, Phase, Rig, kinds, millis, secs, settle};

#[tokio::test(start_paused = true)]
async fn events_of_a_blocking_state_do_not_count_towards_the_turn_of_the_work() {
    for (enter, phase) in [(Order::Poll, Phase::Polling), (Order::Race, Phase::Racing)] {
        let rig = Rig::default();
        let worker = rig.start(Phase::Blocking, []);
        for _ in 0..64 {
            worker.try_send(Order::Note("n")).unwrap();
        }
        settle().await;
        assert_eq!(rig.log.take(), ["n"; 64]);
        worker.try_send(enter).unwrap();
        worker.try_send(Order::Note("first")).unwrap();
        settle().await;
        assert_eq!(rig.log.take(), ["first", "work"]);
        assert_eq!(worker.state(), phase);
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_postponed_events_does_not_end_a_component_that_tolerates_errors() {
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let worker = rig.start(Phase::Blocking, []);
    for number in 0..2100 {
        worker.send(Order::Later(number)).await.unwrap();
    }
    worker.send(Order::Note("after")).await.unwrap();
    settle().await;
    assert!(worker.is_running());
    assert_eq!(rig.log.take().last().unwrap(), "after");
    // 1024 wait, 1024 are kept for the exit with a fault each, the rest is refused.
    let stats = worker.stats();
    assert_eq!(stats.postponed, 1024);
    assert_eq!(stats.faults, 1024);
    assert_eq!(stats.rejected, 52);
    worker.stop();
    let exit = worker.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kinds(&exit), [FaultKind::Postpone; 32]);
    assert_eq!(exit.take_unhandled().len(), 2048);
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Job {
    Waiting,
    Digging,
    Racing,
    Done,
}

#[derive(Debug, EventVariant)]
enum Word {
    Dig,
    Race,
    Tick,
    Error(String),
}

enum Act {
    Say(&'static str),
}

struct Site {
    me: WeakHandle<Word, Job>,
    log: Log,
    beats: Arc<AtomicU64>,
    rounds: u32,
}

impl Site {
    fn heartbeat(&self) -> impl Future<Output = Word> + Send + 'static {
        let beats = Arc::clone(&self.beats);
        async move {
            loop {
                tokio::time::sleep(secs(1)).await;
                beats.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

impl Execute<Act> for Site {
    async fn execute(&mut self, Act::Say(word): Act) -> Result<(), BoxError> {
        self.log.add(word);
        Ok(())
    }
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    state: Job;
    event: Word;
    context: Site;
    action: Act;
    initial: Waiting;
    error: Error;

    state Waiting;
    superstate Guarded {
        task context.heartbeat();

        state Digging: Ignore {
            task async {
                tokio::time::sleep(secs(1)).await;
                Word::Tick
            };
        }
    }
    state Racing: Race;
    any {
        on Dig => Digging;
        on Race => Racing;
        on Tick => stay do [Say("tick")];
        on Error(_) => Done;
    }
    terminal state Done;
}

#[supervisor(JobMachine)]
struct Digger;

const ROUNDS: u32 = 1000;

impl JobDispatch for Digger {
    async fn digging(&mut self, _: &Job, site: &mut Site) -> Next<Word> {
        tokio::time::sleep(secs(60)).await;
        site.log.add("dug");
        std::future::pending().await
    }

    /// Sends itself an event each time, and uses the budget of its task up unevenly.
    async fn racing(&mut self, _: &Job, site: &mut Site) -> Next<Word> {
        site.log.add("work");
        site.rounds += 1;
        if site.rounds == ROUNDS {
            return Ok(next::end());
        }
        let rounds = site.rounds;
        let me = site.me.upgrade().ok_or("nobody holds a handle")?;
        me.send(Word::Tick).await?;
        if rounds.is_multiple_of(3) {
            tokio::task::coop::consume_budget().await;
        }
        Ok(next::again())
    }
}

async fn start(word: Word) -> (Handle<Word, Job>, Log, Arc<AtomicU64>) {
    let (log, beats) = (Log::default(), Arc::default());
    let handle = Digger::spawn_with(|me| {
        let site = Site {
            me,
            log: log.clone(),
            beats: Arc::clone(&beats),
            rounds: 0,
        };
        (Digger, site)
    });
    handle.send(word).await.unwrap();
    (handle, log, beats)
}

#[tokio::test(start_paused = true)]
async fn the_task_of_a_superstate_goes_on_after_that_of_its_state_ended() {
    let (_digger, log, beats) = start(Word::Dig).await;
    tokio::time::sleep(millis(50_500)).await;
    assert_eq!(beats.load(Ordering::Relaxed), 50);
    assert_eq!(log.take(), [""; 0], "the work goes on");
}

#[tokio::test(start_paused = true)]
async fn an_event_that_waits_comes_before_the_work_also_when_the_budget_is_out() {
    let (digger, log, _) = start(Word::Race).await;
    let exit = digger.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    let log = log.take();
    let rounds = ROUNDS as usize;
    assert_eq!(log.len(), 2 * rounds - 1);
    for pair in log.chunks(2).take(rounds - 1) {
        assert_eq!(pair, ["work", "tick"]);
    }
}
