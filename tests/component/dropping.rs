//! L4, L12: what is dropped can panic too, and an end is told when all of it is over.

use steadfast::prelude::*;
use tokio::sync::watch;

use super::fixture::{Log, kinds, settle};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Store {
    Open,
    Loading,
    Shut,
}

#[derive(Debug, EventVariant)]
enum Word {
    Fail,
    Sink,
    Load,
    Close,
    Error(String),
}

enum Act {
    Say(&'static str),
    Fail,
    Carry(Bomb),
}

/// Panics when dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("the bomb was dropped")
        }
    }
}

struct Shelf {
    log: Log,
    watch: watch::Receiver<Store>,
}

impl Drop for Shelf {
    fn drop(&mut self) {
        let open = self.watch.has_changed().is_ok();
        self.log.add(format!("dropped, watch open: {open}"));
    }
}

impl Execute<Act> for Shelf {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match act {
            Act::Say(word) => self.log.add(word),
            Act::Fail => return Err("no room".into()),
            Act::Carry(_bomb) => self.log.add("carried"),
        }
        Ok(())
    }
}

fsm! {
    struct StoreMachine;
    trait StoreDispatch;

    state: Store;
    event: Word;
    context: Shelf;
    action: Act;
    initial: Open;
    error: Error;

    state Open {
        on Load => Loading;
    }
    state Loading: Race;
    any {
        on Fail => stay do [Act::Fail, Carry(Bomb)];
        on Sink => Shut do [Act::Fail, Carry(Bomb)];
        on Load => reject;
        on Close => Shut;
        on Error(_) => stay do [Say("error")];
    }
    terminal state Shut;
}

#[supervisor(StoreMachine, completed = Self::completed)]
struct Keeper;

impl Keeper {
    async fn completed(&mut self, exit: &Exit<Store, Word>, shelf: &mut Shelf) {
        shelf.log.add(exit.kind().to_string());
    }
}

impl StoreDispatch for Keeper {
    async fn loading(&mut self, _: &Store, _: &mut Shelf) -> Next<Word> {
        let _bomb = Bomb;
        std::future::pending().await
    }
}

fn start() -> (Handle<Word, Store>, Log) {
    let log = Log::default();
    let handle = Keeper::spawn_with(|me| {
        let watch = me.upgrade().unwrap().watch();
        let log = log.clone();
        (Keeper, Shelf { log, watch })
    });
    (handle, log)
}

const DROPPED: &str = "dropped, watch open: true";

#[tokio::test(start_paused = true)]
async fn a_panic_in_the_drop_of_an_action_that_is_not_executed_is_the_error_event() {
    let (store, log) = start();
    store.send(Word::Fail).await.unwrap();
    settle().await;
    assert!(store.is_running());
    assert_eq!(log.take(), ["error", "error"]);
    store.send(Word::Close).await.unwrap();
    let exit = store.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(kinds(&exit), [FaultKind::Action, FaultKind::Panic]);
    assert_eq!(
        exit.faults()[1].to_string(),
        "in state `Open`: a panic: the bomb was dropped"
    );
    assert_eq!(log.take(), ["completed", DROPPED]);
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_the_drop_of_an_action_on_the_way_out_leaves_the_hook_its_one_call() {
    let (store, log) = start();
    store.send(Word::Sink).await.unwrap();
    let exit = store.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Store::Shut));
    assert_eq!(kinds(&exit), [FaultKind::Action, FaultKind::Panic]);
    assert_eq!(log.take(), ["failed", DROPPED]);
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_work_that_stop_drops_is_not_silent() {
    let (store, log) = start();
    store.send(Word::Load).await.unwrap();
    settle().await;
    store.stop();
    let exit = store.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Store::Loading));
    assert_eq!(kinds(&exit), [FaultKind::Panic]);
    assert_eq!(
        exit.faults()[0].to_string(),
        "in state `Loading`: a panic: the bomb was dropped"
    );
    assert_eq!(log.take(), ["failed", DROPPED]);
}

#[tokio::test(start_paused = true)]
async fn a_watch_closes_only_when_the_exit_is_there() {
    let (store, log) = start();
    let mut watch = store.watch();
    store.send(Word::Close).await.unwrap();
    while watch.changed().await.is_ok() {}
    assert!(!store.is_running());
    assert_eq!(*watch.borrow(), Store::Shut);
    // While the context was dropped, the watch was still open.
    assert_eq!(log.take(), ["completed", DROPPED]);
}
