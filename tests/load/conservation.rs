//! L10 under every interleaving that a generator can think of: each accepted event is handled,
//! refused, named at an abort, or handed back, once; each that was not accepted is never seen.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use steadfast::prelude::*;
use steadfast::{SendError, TrySendError};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;
use tokio::task::yield_now;

use super::by_hand::{Fingers, Hands};
use super::ledger::{Ledger, Sent, Token};
use super::random::Random;
use super::yard::{Crafts, Crew, Site, Word, Yard};

#[derive(Clone, Copy, Debug)]
enum Kind {
    Take,
    Refuse,
    Keep,
    Hang,
    Slow,
    Fail,
    Blow,
    Quit,
    Trip,
    Block,
    Poll,
    Ignore,
    Race,
    Finish,
    Sink,
}

impl Kind {
    fn word(self, token: Token) -> Word {
        match self {
            Kind::Take => Word::Take(token),
            Kind::Refuse => Word::Refuse(token),
            Kind::Keep => Word::Keep(token),
            Kind::Hang => Word::Hang(token),
            Kind::Slow => Word::Slow(token),
            Kind::Fail => Word::Fail(token),
            Kind::Blow => Word::Blow(token),
            Kind::Quit => Word::Quit(token),
            Kind::Trip => Word::Trip(token),
            Kind::Block => Word::Block(token),
            Kind::Poll => Word::Poll(token),
            Kind::Ignore => Word::Ignore(token),
            Kind::Race => Word::Race(token),
            Kind::Finish => Word::Finish(token),
            Kind::Sink => Word::Sink(token),
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum How {
    Send,
    Try,
    /// The send is dropped if it still waits for room after so many yields.
    Cancel(u8),
}

#[derive(Clone, Copy, Debug)]
struct Step {
    pause: u8,
    kind: Kind,
    how: How,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Stop,
    Abort,
    /// From one of its own tasks, while the loop looks what comes next.
    AbortItself,
    HandlesDropped,
    Finish,
    Shutdown,
    ShutdownInBackground,
}

#[derive(Clone, Copy, Debug)]
enum Make {
    Crew,
    Crafts,
    Hands,
    Fingers,
}

#[derive(Clone, Debug)]
struct Plan {
    make: Make,
    mailbox: usize,
    senders: Vec<Vec<Step>>,
    /// So many events to postpone are sent first.
    keeps: u32,
    end: End,
    /// How many yields before the end.
    after: u16,
    trouble: u32,
    seed: u64,
}

fn step() -> impl Strategy<Value = Step> {
    use Kind::*;
    let kind = prop_oneof![
        8 => Just(Take),
        3 => Just(Refuse),
        6 => Just(Keep),
        1 => Just(Hang),
        3 => Just(Slow),
        1 => Just(Fail),
        1 => Just(Blow),
        1 => Just(Trip),
        2 => Just(Block),
        2 => Just(Poll),
        2 => Just(Ignore),
        2 => Just(Race),
    ];
    // Few runs end by an event in the midst of others.
    let kind = prop_oneof![60 => kind, 1 => Just(Finish), 1 => Just(Sink), 1 => Just(Quit)];
    let how = prop_oneof![
        4 => Just(How::Send),
        3 => Just(How::Try),
        2 => (0..6u8).prop_map(How::Cancel),
    ];
    (0..4u8, kind, how).prop_map(|(pause, kind, how)| Step { pause, kind, how })
}

fn plan() -> impl Strategy<Value = Plan> {
    let make = prop_oneof![
        Just(Make::Crew),
        Just(Make::Crafts),
        Just(Make::Hands),
        Just(Make::Fingers)
    ];
    let end = prop_oneof![
        Just(End::Stop),
        Just(End::Abort),
        Just(End::AbortItself),
        Just(End::HandlesDropped),
        Just(End::Finish),
        Just(End::Shutdown),
        Just(End::ShutdownInBackground),
    ];
    let senders = prop::collection::vec(prop::collection::vec(step(), 0..30), 1..4);
    let keeps = prop_oneof![40 => Just(0u32), 1 => 1020..1040u32, 1 => 2040..2060u32];
    let mailbox = prop_oneof![Just(1usize), Just(3), Just(200)];
    (
        (make, mailbox, senders, keeps),
        (end, 0..200u16, 0..6u32, any::<u64>()),
    )
        .prop_map(
            |((make, mailbox, senders, keeps), (end, after, trouble, seed))| Plan {
                make,
                mailbox,
                senders,
                keeps,
                end,
                after,
                trouble,
                seed,
            },
        )
}

impl Plan {
    fn spawn(&self, ledger: &Ledger, gate: &Arc<Semaphore>) -> Handle<Word, Yard> {
        match self.mailbox {
            1 => self.spawn_sized::<1>(ledger, gate),
            3 => self.spawn_sized::<3>(ledger, gate),
            _ => self.spawn_sized::<200>(ledger, gate),
        }
    }

    fn spawn_sized<const MAILBOX: usize>(
        &self,
        ledger: &Ledger,
        gate: &Arc<Semaphore>,
    ) -> Handle<Word, Yard> {
        let me = Arc::new(OnceLock::new());
        let site = Site {
            ledger: ledger.clone(),
            gate: Arc::clone(gate),
            random: Random::new(self.seed),
            me: Arc::clone(&me),
            trouble: self.trouble,
            aborts_itself: self.end == End::AbortItself,
        };
        let observer = ledger.clone();
        let (from, by_self) = (
            Yard::Blocking,
            matches!(self.make, Make::Crew | Make::Hands),
        );
        let handle = match (self.make, by_self) {
            (Make::Crew, _) => Crew::<MAILBOX>.spawn_observed(from, site, observer),
            (Make::Hands, _) => Hands::<MAILBOX>.spawn_observed(from, site, observer),
            (Make::Crafts, _) => Crafts::<MAILBOX>.spawn_observed(from, site, observer),
            (Make::Fingers, _) => Fingers::<MAILBOX>.spawn_observed(from, site, observer),
        };
        me.set(handle.downgrade()).unwrap();
        handle
    }
}

/// One who sends.
struct Sender {
    handle: Handle<Word, Yard>,
    ledger: Ledger,
    steps: Vec<Step>,
    /// The number of the first event.
    first: u32,
    /// Dropped when nothing is sent any more.
    _busy: Arc<()>,
}

impl Sender {
    fn send_refused(&self, number: u32, event: Word) {
        assert_eq!(event.number(), Some(number), "another event was given back");
        self.ledger.sent(number, Sent::GivenBack);
    }

    fn sent(&self, number: u32, result: Result<(), SendError<Word>>) {
        match result {
            Ok(()) => self.ledger.sent(number, Sent::Accepted),
            Err(SendError(event)) => self.send_refused(number, event),
        }
    }

    fn try_send(&self, number: u32, word: Word) {
        match self.handle.try_send(word) {
            Ok(()) => self.ledger.sent(number, Sent::Accepted),
            Err(TrySendError::Full(event) | TrySendError::Closed(event)) => {
                self.send_refused(number, event);
            }
        }
    }

    async fn run(self) {
        for (number, step) in (self.first..).zip(&self.steps) {
            yields(step.pause.into()).await;
            let word = step.kind.word(self.ledger.token(number));
            match step.how {
                How::Send => self.sent(number, self.handle.send(word).await),
                How::Try => self.try_send(number, word),
                How::Cancel(after) => {
                    tokio::select! {
                        biased;
                        result = self.handle.send(word) => self.sent(number, result),
                        () = yields(after.into()) => {}
                    }
                }
            }
        }
    }

    /// Without a runtime.
    fn run_on_thread(self) {
        for (number, step) in (self.first..).zip(&self.steps) {
            for _ in 0..step.pause {
                std::thread::yield_now();
            }
            let word = step.kind.word(self.ledger.token(number));
            self.try_send(number, word);
        }
    }
}

async fn yields(count: u32) {
    for _ in 0..count {
        yield_now().await;
    }
}

/// Long, on whatever clock: only what hangs takes as long.
const FOR_EVER: Duration = Duration::from_secs(100);

/// Plays a plan, and balances the book.
fn play(plan: &Plan, runtime: Runtime, on_threads: bool, met: &mut Met) -> Result<(), String> {
    let ledger = Ledger::default();
    let gate = Arc::new(Semaphore::new(0));
    let handle = runtime.block_on(async { plan.spawn(&ledger, &gate) });
    let me = handle.downgrade();
    let busy = Arc::new(());

    let mut all = plan.senders.clone();
    let keep = Step {
        pause: 0,
        kind: Kind::Keep,
        how: How::Send,
    };
    all.push(vec![keep; plan.keeps as usize]);
    let mut threads = Vec::new();
    for (place, steps) in (0..).zip(all) {
        let sender = Sender {
            handle: handle.clone(),
            ledger: ledger.clone(),
            steps,
            first: place * 10_000,
            _busy: Arc::clone(&busy),
        };
        if on_threads && place == 0 {
            threads.push(std::thread::spawn(|| sender.run_on_thread()));
        } else {
            runtime.spawn(sender.run());
        }
    }

    let handle = (plan.end != End::HandlesDropped).then_some(handle);
    let after = u32::from(plan.after) + plan.keeps;
    runtime.block_on(async {
        yields(after).await;
        match (plan.end, &handle) {
            (End::Stop, _) => {
                me.stop();
                me.stop();
            }
            (End::Abort, _) => {
                me.abort();
                me.abort();
            }
            (End::Finish, Some(handle)) => {
                let number = 90_000;
                gate.add_permits(1000);
                let word = Word::Finish(ledger.token(number));
                match handle.send(word).await {
                    Ok(()) => ledger.sent(number, Sent::Accepted),
                    Err(_) => ledger.sent(number, Sent::GivenBack),
                }
            }
            _ => {}
        }
        let is_killed = matches!(
            plan.end,
            End::Abort | End::Shutdown | End::ShutdownInBackground
        );
        if !is_killed {
            gate.add_permits(1000);
        }
    });

    let mut runtime = Some(runtime);
    if let Some(runtime) = runtime.take_if(|_| plan.end == End::Shutdown) {
        drop(runtime);
    }
    if let Some(runtime) = runtime.take_if(|_| plan.end == End::ShutdownInBackground) {
        runtime.shutdown_background();
    }
    let join = async {
        // A component that aborts itself does so in a state that has a task only.
        if plan.end == End::AbortItself
            && let Ok(exit) = tokio::time::timeout(Duration::from_millis(20), me.join()).await
        {
            return Ok(exit);
        }
        if plan.end == End::AbortItself {
            me.stop();
        }
        let (first, second) = tokio::join!(
            tokio::time::timeout(FOR_EVER, me.join()),
            tokio::time::timeout(FOR_EVER, me.join()),
        );
        match (first, second) {
            (Ok(first), Ok(second)) if Arc::ptr_eq(&first, &second) => Ok(first),
            (Ok(_), Ok(_)) => Err("two exits"),
            _ => Err("it never ends"),
        }
    };
    let exit = match &runtime {
        Some(runtime) => runtime.block_on(join),
        None => Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap()
            .block_on(join),
    }?;
    if me.is_running() {
        return Err("it ended and runs".into());
    }
    let unhandled = exit.take_unhandled();
    met.handed_back += u32::from(!unhandled.is_empty());
    ledger.handed_back(unhandled);
    for thread in threads {
        thread.join().unwrap();
    }
    // Those who were about to send are given their events back, or those are in the exit now.
    while Arc::strong_count(&busy) > 1 {
        match &runtime {
            Some(runtime) => runtime.block_on(yields(10)),
            None => std::thread::yield_now(),
        }
    }
    let late = exit.take_unhandled();
    met.late += u32::from(!late.is_empty());
    ledger.handed_back(late);
    if !exit.take_unhandled().is_empty() {
        return Err("events were handed back again".into());
    }

    let quits = |step: &Step| matches!(step.kind, Kind::Quit);
    let may_abort = !matches!(plan.end, End::Stop | End::HandlesDropped | End::Finish)
        || plan.senders.iter().flatten().any(quits);
    if exit.kind() == ExitKind::Aborted && !may_abort {
        return Err(format!("nobody aborted it: {exit:?}"));
    }
    if exit.kind() != ExitKind::Aborted && exit.in_hand().is_some() {
        return Err(format!("in hand, though it came to its end: {exit:?}"));
    }
    match exit.kind() {
        ExitKind::Completed => met.completed += 1,
        ExitKind::Failed => met.failed += 1,
        ExitKind::Aborted => met.aborted += 1,
    }
    met.in_hand += u32::from(exit.in_hand().is_some());
    met.given_back += u32::from(ledger.has_given_back());
    met.overflowed += u32::from(ledger.has_overflowed());
    let stats = handle.as_ref().map(Handle::stats);
    ledger.balance(stats, exit.in_hand())?;
    drop((exit, handle, me, runtime));
    match ledger.alive() {
        0 => Ok(()),
        left => Err(format!("{left} events were leaked")),
    }
}

/// How often what was to be tried came about: a property that nothing puts to the test proves
/// nothing.
#[derive(Debug, Default)]
struct Met {
    completed: u32,
    failed: u32,
    aborted: u32,
    in_hand: u32,
    handed_back: u32,
    late: u32,
    given_back: u32,
    overflowed: u32,
}

/// Plays as many plans, each on a runtime of its own.
fn play_all(cases: u32, runtime: impl Fn() -> Runtime, on_threads: bool) -> Met {
    let config = Config {
        cases,
        // The same plans every time; `PROPTEST_RNG_SEED` gives others.
        rng_seed: RngSeed::Fixed(0x5eed),
        failure_persistence: None,
        // Where threads race, a smaller plan may not fail again.
        max_shrink_iters: 2000,
        ..Config::default()
    };
    let met = RefCell::new(Met::default());
    let played = TestRunner::new(config).run(&plan(), |plan| {
        play(&plan, runtime(), on_threads, &mut met.borrow_mut()).map_err(TestCaseError::fail)
    });
    if let Err(error) = played {
        panic!("{error}");
    }
    met.into_inner()
}

#[test]
fn on_one_thread_every_accepted_event_is_accounted_for() {
    let runtime = || {
        let mut builder = Builder::new_current_thread();
        builder.enable_time().start_paused(true).build().unwrap()
    };
    let met = play_all(500, runtime, false);
    println!("{met:?}");
}

#[test]
fn on_several_threads_every_accepted_event_is_accounted_for() {
    let runtime = || {
        let mut builder = Builder::new_multi_thread();
        builder.worker_threads(2).enable_time().build().unwrap()
    };
    let met = play_all(150, runtime, true);
    println!("{met:?}");
}
