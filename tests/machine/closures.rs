//! The expression form with closures: arms, clocks, hooks and `unhandled` that await and capture,
//! beside declarative ones.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use steadfast::prelude::*;

use super::fixture::{Do, Journal, panic_of, ready, secs, words};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Phone {
    Idle,
    Ringing { from: String },
    Talking(u32),
    Broken,
}

#[derive(Clone, Debug, PartialEq, EventVariant)]
enum Call {
    Dial(String),
    PickUp,
    HangUp,
    Drop,
    Shake,
}

type Phones = StateMachine<Phone, Call, Journal, Do>;

fn hang_up() -> Result<Transition<Phone, Do>, FsmError> {
    Ok(Transition {
        next_state: Phone::Idle,
        actions: vec![Do::Say("hang up")],
    })
}

/// A phone whose calls are counted from `first`, and a look at the count.
fn phone(first: u32, initial_state: Phone) -> (Phones, Arc<AtomicU32>) {
    let calls = Arc::new(AtomicU32::new(first));
    let counted = calls.clone();
    let greeting = String::from("hello");
    let phone = fsm! {
        state: Phone;
        event: Call;
        context: Journal;
        action: Do;
        initial: initial_state;

        state Phone::Idle {
            on Call::Dial => |_state: &Phone, event: &Call, _ctx: &mut Journal| {
                let from = match event {
                    Call::Dial(from) => from.clone(),
                    _ => String::new(),
                };
                Box::pin(async move {
                    Ok(Transition { next_state: Phone::Ringing { from }, actions: vec![] })
                })
            };
        }

        superstate InUse {
            on_entry |_state: &Phone, ctx: &mut Journal| {
                ctx.note("light on");
                Box::pin(async { Ok(vec![Do::Say("in use")]) })
            };
            on_exit |state: &Phone, ctx: &mut Journal| {
                ctx.note(format!("light off after {}", state.variant_name()));
                Box::pin(async { Ok(vec![Do::Say("free")]) })
            };

            state Phone::Ringing {
                timeout secs(30) => |state: &Phone, ctx: &mut Journal| {
                    ctx.note(format!("missed {state:?}"));
                    Box::pin(async { hang_up() })
                };
                every secs(4) => stay do [Say("ring")];
                on_entry do [Tell(format!("{state:?}"))];
                on Call::PickUp => move |_state: &Phone, _event: &Call, ctx: &mut Journal| {
                    let number = counted.fetch_add(1, Ordering::Relaxed);
                    ctx.note(greeting.clone());
                    Box::pin(async move {
                        tokio::task::yield_now().await;
                        Ok(Transition {
                            next_state: Phone::Talking(number),
                            actions: vec![Do::Tell(format!("call {number}"))],
                        })
                    })
                };
            }

            state Phone::Talking {
                on_exit |state: &Phone, _ctx: &mut Journal| {
                    let said = format!("end of {state:?}");
                    Box::pin(async move { Ok(vec![Do::Tell(said)]) })
                };
                on Call::Drop if matches!(state, Phone::Talking(0)) => Broken do [Say("crack")];
                on Call::Drop => |_: &Phone, _: &Call, _: &mut Journal| {
                    Box::pin(async { Err(FsmError::HandlerError("it fell on a cushion".into())) })
                };
                on Call::Shake => |_: &Phone, _: &Call, ctx: &mut Journal| {
                    ctx.note("shaken");
                    panic!("dizzy")
                };
            }

            on Call::HangUp => |_state: &Phone, _event: &Call, _ctx: &mut Journal| {
                Box::pin(async { hang_up() })
            };
        }

        state Phone::Broken {
            on_entry |_: &Phone, _: &mut Journal| {
                Box::pin(async { Err(FsmError::HandlerError("cannot even break".into())) })
            };
        }

        unhandled => |state: &Phone, event: &Call, ctx: &mut Journal| {
            ctx.note(format!("{} in {}", event.variant_name(), state.variant_name()));
            let refused = matches!(event, Call::PickUp);
            Box::pin(async move {
                if refused {
                    Err(FsmError::HandlerError("nobody calls".into()))
                } else {
                    Ok(())
                }
            })
        };
    };
    (phone, calls)
}

async fn call(phone: &mut Phones, event: Call, journal: &Journal) -> Vec<String> {
    let mut context = journal.clone();
    words(phone.handle(event, &mut context).await.unwrap())
}

fn dial() -> Call {
    Call::Dial("Ada".into())
}

#[tokio::test(start_paused = true)]
async fn closure_arms_see_the_event_and_say_where_to_go() {
    let (mut phone, _) = phone(1, Phone::Idle);
    let journal = Journal::default();
    let said = call(&mut phone, dial(), &journal).await;
    assert_eq!(phone.state(), &Phone::Ringing { from: "Ada".into() });
    assert_eq!(said, ["in use", "Ringing { from: \"Ada\" }"]);
    assert_eq!(journal.take(), ["light on"]);
}

#[tokio::test(start_paused = true)]
async fn closures_capture_await_and_change_the_context() {
    let (mut phone, calls) = phone(7, Phone::Idle);
    let journal = Journal::default();
    for number in [7, 8] {
        call(&mut phone, dial(), &journal).await;
        journal.take();
        let said = call(&mut phone, Call::PickUp, &journal).await;
        assert_eq!(said, [format!("call {number}")]);
        assert_eq!(phone.state(), &Phone::Talking(number));
        assert_eq!(journal.take(), ["hello"]);
        call(&mut phone, Call::HangUp, &journal).await;
    }
    assert_eq!(calls.load(Ordering::Relaxed), 9);
}

#[tokio::test(start_paused = true)]
async fn exit_closures_run_from_the_inside_out_before_the_transitions_actions() {
    let (mut phone, _) = phone(1, Phone::Talking(3));
    let journal = Journal::default();
    let said = call(&mut phone, Call::HangUp, &journal).await;
    assert_eq!(said, ["in use", "end of Talking(3)", "free", "hang up"]);
    assert_eq!(journal.take(), ["light on", "light off after Talking"]);
    assert_eq!(phone.state(), &Phone::Idle);
}

#[tokio::test(start_paused = true)]
async fn declarative_clocks_and_closure_clocks_stand_side_by_side() {
    let (mut phone, _) = phone(1, Phone::Idle);
    let mut journal = Journal::default();
    call(&mut phone, dial(), &journal).await;
    journal.take();
    let said = phone.check_timeout(secs(4), &mut journal).await.unwrap();
    assert_eq!(words(said), ["ring"]);
    let said = phone.check_timeout(secs(30), &mut journal).await.unwrap();
    assert_eq!(words(said), ["ring", "free", "hang up"]);
    assert_eq!(
        journal.take(),
        [
            "missed Ringing { from: \"Ada\" }",
            "light off after Ringing",
        ],
    );
    let said = phone.check_timeout(secs(60), &mut journal).await.unwrap();
    assert_eq!(words(said), [""; 0], "left, so cancelled");
}

#[tokio::test(start_paused = true)]
async fn an_unhandled_closure_that_is_content_changes_nothing() {
    let (mut phone, _) = phone(1, Phone::Idle);
    let journal = Journal::default();
    assert_eq!(call(&mut phone, Call::Shake, &journal).await, [""; 0]);
    assert_eq!(journal.take(), ["Shake in Idle"]);
    assert_eq!(phone.state(), &Phone::Idle);
}

#[tokio::test(start_paused = true)]
async fn an_error_of_an_unhandled_closure_is_the_error_of_the_step() {
    let (mut phone, _) = phone(1, Phone::Idle);
    let error = phone.handle(Call::PickUp, &mut Journal::default()).await;
    assert_eq!(error.unwrap_err().to_string(), "nobody calls");
}

#[tokio::test(start_paused = true)]
async fn an_error_of_an_arm_leaves_the_state_as_it_was() {
    let (mut phone, _) = phone(1, Phone::Talking(3));
    let journal = Journal::default();
    let error = phone.handle(Call::Drop, &mut journal.clone()).await;
    assert_eq!(error.unwrap_err().to_string(), "it fell on a cushion");
    assert_eq!(phone.state(), &Phone::Talking(3));
    let said = call(&mut phone, Call::HangUp, &journal).await;
    assert_eq!(
        said,
        ["in use", "end of Talking(3)", "free", "hang up"],
        "and the entry actions of before are not lost",
    );
}

#[tokio::test(start_paused = true)]
async fn an_error_of_an_entry_closure_leaves_the_state_and_emits_nothing_of_the_step() {
    let (mut phone, _) = phone(1, Phone::Talking(0));
    let mut journal = Journal::default();
    phone.enter(&mut journal).await.unwrap();
    let error = phone.handle(Call::Drop, &mut journal).await.unwrap_err();
    assert_eq!(error.to_string(), "cannot even break");
    assert_eq!(phone.state(), &Phone::Talking(0));
    let said = call(&mut phone, Call::HangUp, &journal).await;
    assert_eq!(said, ["end of Talking(0)", "free", "hang up"]);
}

#[test]
fn a_panic_in_a_closure_leaves_the_state_as_it_was() {
    let (mut phone, _) = phone(1, Phone::Talking(3));
    let mut journal = Journal::default();
    ready(phone.enter(&mut journal)).unwrap();
    let text = panic_of(|| ready(phone.handle(Call::Shake, &mut journal)));
    assert_eq!(text, "dizzy");
    assert_eq!(phone.state(), &Phone::Talking(3));
    let said = ready(phone.handle(Call::HangUp, &mut journal)).unwrap();
    assert_eq!(words(said), ["end of Talking(3)", "free", "hang up"]);
}

/// Panics when dropped.
struct Fuse;

impl Drop for Fuse {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("the fuse blew")
        }
    }
}

#[derive(EventVariant)]
enum Charge {
    Safe,
    Live { _fuse: Fuse },
}

#[test]
fn a_panic_in_the_drop_of_the_event_of_a_closure_leaves_the_state_as_it_was() {
    let mut phone: StateMachine<Phone, Charge, Journal, Do> = fsm! {
        state: Phone;
        event: Charge;
        context: Journal;
        action: Do;
        initial: Phone::Talking(3);

        state Talking(_) {
            on Safe | Live { .. } => |_: &Phone, _: &Charge, _: &mut Journal| {
                Box::pin(async { hang_up() })
            };
        }
        state Idle {
            timeout secs(1) => stay do [Say("late")];
        }
    };
    let mut journal = Journal::default();
    let live = Charge::Live { _fuse: Fuse };
    let text = panic_of(|| ready(phone.handle(live, &mut journal)));
    assert_eq!(text, "the fuse blew");
    assert_eq!(phone.state(), &Phone::Talking(3));
    let said = ready(phone.handle(Charge::Safe, &mut journal)).unwrap();
    assert_eq!(words(said), ["hang up"]);
    let said = ready(phone.check_timeout(secs(1), &mut journal)).unwrap();
    assert_eq!(words(said), ["late"]);
}

#[tokio::test(start_paused = true)]
async fn a_step_that_is_cancelled_while_a_closure_waits_changes_nothing() {
    let (mut phone, _) = phone(1, Phone::Idle);
    let mut journal = Journal::default();
    call(&mut phone, dial(), &journal).await;
    // One poll, then it is dropped.
    std::future::poll_fn(|cx| {
        let step = std::pin::pin!(phone.handle(Call::PickUp, &mut journal));
        assert!(step.poll(cx).is_pending());
        std::task::Poll::Ready(())
    })
    .await;
    assert_eq!(phone.state(), &Phone::Ringing { from: "Ada".into() });
    let said = call(&mut phone, Call::PickUp, &journal).await;
    assert_eq!(said, ["call 2"], "the count is the closure's own business");
}

#[tokio::test(start_paused = true)]
async fn the_initial_state_is_any_expression_and_is_entered_by_its_closures() {
    let (mut phone, _) = phone(1, Phone::Ringing { from: "Bo".into() });
    let mut journal = Journal::default();
    let said = words(phone.enter(&mut journal).await.unwrap());
    assert_eq!(said, ["in use", "Ringing { from: \"Bo\" }"]);
    assert_eq!(journal.take(), ["light on"]);
}

#[tokio::test(start_paused = true)]
async fn a_closure_that_goes_to_the_same_state_leaves_and_enters_it() {
    let mut machine: Phones = fsm! {
        state: Phone;
        event: Call;
        context: Journal;
        action: Do;
        initial: Phone::Talking(0);

        superstate Around {
            on_exit do [Say("never")];
            state Talking {
                on_entry do [Say("in")];
                on_exit do [Say("out")];
                timeout secs(5) => stay do [Say("late")];
                on Call::Shake => |state: &Phone, _: &Call, _: &mut Journal| {
                    let next_state = state.clone();
                    Box::pin(async { Ok(Transition { next_state, actions: vec![Do::Say("go")] }) })
                };
            }
        }
    };
    let mut journal = Journal::default();
    machine.enter(&mut journal).await.unwrap();
    machine.check_timeout(secs(4), &mut journal).await.unwrap();
    assert_eq!(
        call(&mut machine, Call::Shake, &journal).await,
        ["out", "go", "in"],
    );
    let said = machine.check_timeout(secs(4), &mut journal).await.unwrap();
    assert_eq!(said, [], "its clock began again");
}

#[tokio::test(start_paused = true)]
async fn closures_may_postpone_nothing_but_their_moves_offer_what_was_postponed() {
    let mut machine: Phones = fsm! {
        state: Phone;
        event: Call;
        context: Journal;
        action: Do;
        initial: Phone::Idle;

        state Idle {
            on HangUp => postpone;
            on PickUp => |_: &Phone, _: &Call, _: &mut Journal| {
                Box::pin(async {
                    Ok(Transition { next_state: Phone::Talking(1), actions: vec![Do::Say("up")] })
                })
            };
        }
        state Talking {
            on HangUp => |_: &Phone, _: &Call, _: &mut Journal| Box::pin(async { hang_up() });
        }
    };
    let journal = Journal::default();
    assert_eq!(call(&mut machine, Call::HangUp, &journal).await, [""; 0]);
    assert_eq!(machine.postponed(), 1);
    assert_eq!(
        call(&mut machine, Call::PickUp, &journal).await,
        ["up", "hang up"],
    );
    assert_eq!(machine.state(), &Phone::Idle);
}

#[tokio::test(start_paused = true)]
async fn a_handlers_own_error_is_kept_as_the_source() {
    let mut machine: Phones = fsm! {
        state: Phone;
        event: Call;
        context: Journal;
        action: Do;
        initial: Phone::Idle;

        state Idle {
            on PickUp => |_: &Phone, _: &Call, _: &mut Journal| {
                Box::pin(async {
                    let cause = std::io::Error::other("no line");
                    Err(FsmError::handler(cause))
                })
            };
        }
    };
    let error = machine
        .handle(Call::PickUp, &mut Journal::default())
        .await
        .unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "no line");
    assert!(source.is::<std::io::Error>());
}

#[tokio::test(start_paused = true)]
async fn actions_are_executed_up_to_the_first_that_fails() {
    #[derive(Debug)]
    struct Frail(Vec<&'static str>);

    impl Execute<Do> for Frail {
        async fn execute(&mut self, action: Do) -> Result<(), BoxError> {
            match action {
                Do::Say("fail") => Err("it failed".into()),
                Do::Say(word) => {
                    self.0.push(word);
                    Ok(())
                }
                Do::Tell(_) => Ok(()),
            }
        }
    }
    let machine: StateMachine<Phone, Call, Frail, Do> = fsm! {
        state: Phone;
        event: Call;
        context: Frail;
        action: Do;
        initial: Phone::Idle;
        state Idle {}
    };
    let mut context = Frail(Vec::new());
    let actions = ["one", "fail", "three"].map(Do::Say).to_vec();
    let error = machine.execute_actions(actions, &mut context).await;
    let error = error.unwrap_err();
    assert_eq!(error.to_string(), "action 2 of 3 failed");
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "it failed");
    assert_eq!(context.0, ["one"]);
}
