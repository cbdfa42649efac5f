//! L11: after an abort nothing of the machine runs any more, wherever it came from.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use steadfast::prelude::*;

use super::fixture::{self, Log, Phase, Worker, secs};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Life {
    Asleep,
    Awake,
    Dead,
}

#[derive(Debug, EventVariant)]
enum Word {
    Wake,
    Note,
    Jump,
    /// Asks for no action.
    Nod,
    Error(String),
}

/// What goes on where the abort came from.
#[derive(Clone, Copy, Debug)]
enum Then {
    Emit,
    End,
    Fail,
    Blow,
}

enum Act {
    Say(&'static str),
    Abort,
}

struct Body {
    me: WeakHandle<Word, Life>,
    then: Then,
    log: Log,
}

impl Body {
    /// For guards: tells that an arm was looked at.
    fn arm(&self, word: &'static str) -> bool {
        self.log.add(word);
        true
    }
}

impl Execute<Act> for Body {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        match (act, self.then) {
            (Act::Say(word), _) => self.log.add(word),
            (Act::Abort, then) => {
                self.me.abort();
                match then {
                    Then::Fail => return Err("it failed after the abort".into()),
                    Then::Blow => panic!("it blew up after the abort"),
                    Then::Emit | Then::End => {}
                }
            }
        }
        Ok(())
    }
}

fsm! {
    struct LifeMachine;
    trait LifeDispatch;

    state: Life;
    event: Word;
    context: Body;
    action: Act;
    initial: Asleep;
    error: Error;

    state Asleep {
        on_entry do [Say("asleep")];
        on Wake => Awake;
    }
    state Awake: Poll {
        on_entry do [Say("awake")];
        on_exit do [Say("left")];
    }
    any {
        on Note if context.arm("note arm") => Dead do [Say("note")];
        on Jump => stay do [Say("jump"), Abort, Say("landed")];
        on Nod => stay;
        on Note | Wake => reject;
        on Error(_) if context.arm("error arm") => stay do [Say("error")];
        on Error(_) => Dead;
    }
    terminal state Dead;
}

#[supervisor(LifeMachine, completed = Self::completed)]
struct Soul;

impl Soul {
    async fn completed(&mut self, _: &Exit<Life, Word>, body: &mut Body) {
        body.log.add("completed");
    }
}

impl LifeDispatch for Soul {
    async fn awake(&mut self, _: &Life, body: &mut Body) -> Next<Word> {
        body.log.add("work");
        body.me.abort();
        match body.then {
            Then::Emit => Ok(Word::Note.into()),
            Then::End => Ok(next::end()),
            Then::Fail => Err("it failed after the abort".into()),
            Then::Blow => panic!("it blew up after the abort"),
        }
    }
}

fn body(me: WeakHandle<Word, Life>, then: Then, log: &Log) -> (Soul, Body) {
    let log = log.clone();
    (Soul, Body { me, then, log })
}

#[tokio::test(start_paused = true)]
async fn after_an_abort_from_its_work_no_arm_and_no_action_runs() {
    for then in [Then::Emit, Then::End, Then::Fail, Then::Blow] {
        let log = Log::default();
        let soul = Soul::spawn_with(|me| body(me, then, &log));
        soul.send(Word::Wake).await.unwrap();
        let exit = soul.join().await;
        assert_eq!(exit.kind(), ExitKind::Aborted, "{then:?}");
        assert_eq!(exit.state(), Some(&Life::Awake));
        assert_eq!(exit.in_hand(), None);
        assert_eq!(log.take(), ["asleep", "awake", "work"], "{then:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn after_an_abort_from_an_action_that_fails_the_error_arm_does_not_run() {
    for then in [Then::End, Then::Fail, Then::Blow] {
        let log = Log::default();
        let soul = Soul::spawn_with(|me| body(me, then, &log));
        soul.send(Word::Jump).await.unwrap();
        soul.send(Word::Note).await.unwrap();
        let exit = soul.join().await;
        assert_eq!(exit.kind(), ExitKind::Aborted, "{then:?}");
        assert_eq!(exit.in_hand(), Some("Jump"), "{then:?}");
        assert_eq!(exit.take_unhandled().len(), 1);
        assert_eq!(log.take(), ["asleep", "jump"], "{then:?}");
    }
}

/// Aborts the component in the midst of the step of this event.
struct Assassin(Arc<OnceLock<WeakHandle<Word, Life>>>, &'static str);

impl Observe<Life, Word, Act> for Assassin {
    fn before(&mut self, _: &Life, trigger: &Trigger<Word>) {
        if matches!(trigger, Trigger::Event(event) if event.variant_name() == self.1) {
            self.0.get().unwrap().abort();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_abort_in_the_midst_of_a_step_names_its_event_and_lets_no_action_run() {
    for (word, name) in [
        (Word::Jump, "Jump"),
        (Word::Wake, "Wake"),
        (Word::Nod, "Nod"),
    ] {
        let log = Log::default();
        let victim = Arc::new(OnceLock::new());
        let spawned = Soul::spawn_with_observed(
            |me| {
                victim.set(me.clone()).unwrap();
                body(me, Then::End, &log)
            },
            Assassin(Arc::clone(&victim), name),
        );
        spawned.send(word).await.unwrap();
        let exit = spawned.join().await;
        assert_eq!(exit.kind(), ExitKind::Aborted);
        assert_eq!(exit.in_hand(), Some(name));
        assert_eq!(log.take(), ["asleep"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_abort_within_spawn_with_lets_no_entry_action_run_on_another_thread() {
    for _ in 0..500 {
        let log = Log::default();
        let soul = Soul::spawn_with(|me| {
            me.abort();
            body(me, Then::Emit, &log)
        });
        assert_eq!(soul.join().await.kind(), ExitKind::Aborted);
        assert_eq!(log.take(), [""; 0]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_panic_within_spawn_with_is_an_end_for_whoever_has_a_handle_already() {
    let mut me = None;
    let spawned = catch_unwind(AssertUnwindSafe(|| {
        Worker::spawn_with(|weak| {
            me = Some(weak);
            panic!("nothing to build it from")
        })
    }));
    assert!(spawned.is_err());
    let me: WeakHandle<fixture::Order, Phase> = me.unwrap();
    assert!(!me.is_running());
    let exit = tokio::time::timeout(secs(1), me.join()).await;
    let exit = exit.expect("it joins for ever");
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.state(), Some(&Phase::Blocking));
}
