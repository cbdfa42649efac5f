//! L10 under every interleaving that a generator can think of: each accepted event is handled,
//! refused, named at an abort, or handed back, once; each that was not accepted is never seen.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use steadfast::prelude::*;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;

use super::ledger::{Ledger, Sent};
use super::plan::{End, How, Kind, Plan, Step, plan};
use super::sender::{Sender, yields};
use super::yard::Word;

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
        // It aborts itself only where it comes into a state with a task.
        if plan.end == End::AbortItself {
            let _ = tokio::time::timeout(Duration::from_millis(20), me.join()).await;
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
    ledger.handed_back(exit.take_unhandled());
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
    given_back: u32,
    overflowed: u32,
}

/// Plays as many plans, each on a runtime of its own.
fn play_all(cases: u32, runtime: impl Fn() -> Runtime, on_threads: bool) -> Met {
    let config = Config {
        cases,
        // The same plans every time; `PROPTEST_RNG_SEED` gives others.
        rng_seed: match Config::default().rng_seed {
            RngSeed::Random => RngSeed::Fixed(0x5eed),
            given => given,
        },
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
    let all = [met.completed, met.failed, met.aborted, met.in_hand];
    assert!(all.iter().all(|&met| met > 20), "{met:?}");
    let all = [met.handed_back, met.given_back];
    assert!(all.iter().all(|&met| met > 100), "{met:?}");
    assert!(met.overflowed > 0, "{met:?}");
}

#[test]
fn on_several_threads_every_accepted_event_is_accounted_for() {
    let runtime = || {
        let mut builder = Builder::new_multi_thread();
        builder.worker_threads(2).enable_time().build().unwrap()
    };
    let met = play_all(150, runtime, true);
    // How often depends on the threads here.
    let all = [met.completed, met.aborted, met.handed_back, met.given_back];
    assert!(all.iter().all(|&met| met > 0), "{met:?}");
}
