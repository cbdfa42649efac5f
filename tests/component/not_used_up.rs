//! What the owner asked for, a panic does not use up: `stop` and the end of all senders come again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use steadfast::prelude::*;
use tokio::time::{Duration, Instant};

use super::fixture::{kinds, secs};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Vault {
    Open,
    Shut,
}

#[derive(Debug, EventVariant)]
enum Word {
    Stop,
    Left,
    Error(String),
}

/// How often the arms are to panic yet, and how often they were tried.
#[derive(Clone, Default)]
struct Nerves {
    panics: Arc<AtomicU32>,
    tries: Arc<AtomicU32>,
}

impl Nerves {
    fn hold(&self) -> bool {
        self.tries.fetch_add(1, Ordering::SeqCst);
        let panics = |panics: u32| panics.checked_sub(1);
        let left = self
            .panics
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, panics);
        assert!(left.is_err(), "nerves failed");
        true
    }
}

fsm! {
    struct VaultMachine;
    trait VaultDispatch;

    state: Vault;
    event: Word;
    context: Nerves;
    initial: Open;
    error: Error;
    stop: Stop;
    closed: Left;

    state Open {
        every secs(1) => stay;
        on Stop | Left if context.hold() => Shut;
        on Stop | Left => reject;
        on Error(_) => stay;
    }
    terminal state Shut;
}

#[supervisor(VaultMachine)]
struct Keeper;

impl VaultDispatch for Keeper {}

/// How it ends when its arms panic so often: the exit, the tries, and the time.
async fn ends(panics: u32, by_stop: bool) -> (Arc<Exit<Vault, Word>>, u32, Duration) {
    let nerves = Nerves::default();
    nerves.panics.store(panics, Ordering::SeqCst);
    let begin = Instant::now();
    let keeper = Keeper.spawn(nerves.clone());
    let end = keeper.downgrade();
    let kept = if by_stop {
        keeper.stop();
        Some(keeper)
    } else {
        drop(keeper);
        None
    };
    let exit = end.join().await;
    drop(kept);
    (exit, nerves.tries.load(Ordering::SeqCst), begin.elapsed())
}

#[tokio::test(start_paused = true)]
async fn a_stop_whose_arm_panics_comes_again() {
    for panics in [0, 1, 2, 5] {
        let (exit, tries, _) = ends(panics, true).await;
        assert_eq!(exit.state(), Some(&Vault::Shut));
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(tries, panics + 1);
        assert_eq!(exit.faults().len(), panics as usize);
    }
}

#[tokio::test(start_paused = true)]
async fn a_closed_event_whose_arm_panics_comes_again() {
    for panics in [0, 1, 2, 5] {
        let (exit, tries, _) = ends(panics, false).await;
        assert_eq!(exit.state(), Some(&Vault::Shut));
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(tries, panics + 1);
        assert_eq!(exit.faults().len(), panics as usize);
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_panics_for_ever_backs_off() {
    for by_stop in [true, false] {
        // Ten tries take 10 + 20 + .. + 2560 ms; a clock of a second breaks the row now and then.
        let (exit, tries, time) = ends(9, by_stop).await;
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(tries, 10);
        assert!(time >= Duration::from_secs(1), "{time:?}");
        assert!(kinds(&exit).iter().all(|kind| *kind == FaultKind::Panic));
    }
}

mod refused {
    use super::*;

    fsm! {
        pub(super) struct SealedMachine;
        pub(super) trait SealedDispatch;

        state: Vault;
        event: Word;
        context: Nerves;
        initial: Open;
        error: Error;
        stop: Stop;
        closed: Left;

        state Open {
            every secs(1) => stay;
            on Stop if context.hold() && context.tries.load(Ordering::SeqCst) > 5 => Shut;
            on Stop | Left => reject;
            on Error(_) => stay;
        }
        terminal state Shut;
    }

    #[supervisor(SealedMachine)]
    pub(super) struct Guardian;

    impl SealedDispatch for Guardian {}
}

#[tokio::test(start_paused = true)]
async fn a_stop_that_the_machine_refuses_does_not() {
    let nerves = Nerves::default();
    let guardian = refused::Guardian.spawn(nerves.clone());
    guardian.stop();
    tokio::time::sleep(secs(3600)).await;
    assert!(guardian.is_running());
    assert_eq!(nerves.tries.load(Ordering::SeqCst), 1);
    assert_eq!(guardian.stats().faults, 1);
    let end = guardian.downgrade();
    drop(guardian);
    tokio::time::sleep(secs(3600)).await;
    assert!(end.is_running());
    end.abort();
    assert_eq!(
        kinds(&*end.join().await),
        [FaultKind::Unhandled, FaultKind::Unhandled]
    );
}
