//! What `steadfast::testing` promises to the tests of others.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use steadfast::prelude::*;
use steadfast::testing::{
    Call, Entry, FaultInjector, InjectedError, Injection, Outcome, Trace, pass, paused,
};
use tokio::time::Instant;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Tap {
    Open { drops: u32 },
    Shut,
    Burst,
}

#[derive(Debug, EventVariant)]
enum Turn {
    Drop,
    Close,
    Wait(u32),
    Odd,
    Burst(Fault),
}

#[derive(Debug)]
enum Pour {
    Cup(u32),
}

/// The cup that was poured last.
#[derive(Default)]
struct Sink(u32);

fsm! {
    struct TapMachine;
    trait TapDispatch;

    state: Tap;
    event: Turn;
    context: Sink;
    action: Pour;
    initial: Open { drops: 0 };
    error: Burst;
    stop: Close;

    state Open { drops }: Poll {
        timeout Duration::from_secs(100) => Shut;
        on Drop => Open { drops: *drops + 1 } do [Cup(*drops + 1)];
        on Wait(_) => postpone;
        on Close => Shut;
        on Burst(_) if *drops < 9 => stay;
        on Burst(_) => Burst;
        on Odd => reject;
    }
    terminal state Shut;
    failure state Burst;
}

#[supervisor(TapMachine)]
struct Drip;

impl TapDispatch for Drip {
    async fn open(&mut self, _: &Tap, _: &mut Sink) -> Next<Turn> {
        Ok(next::idle(Duration::from_secs(1)))
    }
}

impl Execute<Pour> for Sink {
    async fn execute(&mut self, Pour::Cup(number): Pour) -> Result<(), BoxError> {
        self.0 = number;
        Ok(())
    }
}

fn open() -> Tap {
    TapMachine::initial()
}

#[test]
fn calls_are_counted_from_one_and_named_one_by_one_or_by_ranges() {
    let went_wrong = |injector: FaultInjector| {
        paused(async {
            let tap = injector.around(Drip).spawn_in(open(), Sink::default());
            // One piece of work a second; faults in a row wait some milliseconds more.
            pass(Duration::from_millis(4900)).await;
            tap.abort();
            let exit = tap.join().await;
            let texts = exit.faults().iter().map(|fault| {
                let error = fault.error().unwrap().downcast_ref::<InjectedError>();
                error.unwrap().0.clone()
            });
            texts.collect::<Vec<_>>().concat()
        })
    };
    let none = FaultInjector::new;
    let error = Injection::error;
    assert_eq!(went_wrong(none()), "");
    assert_eq!(went_wrong(none().at(Call::Dispatch, 1, error("a"))), "a");
    assert_eq!(went_wrong(none().at(Call::Dispatch, 0, error("a"))), "");
    assert_eq!(
        went_wrong(none().at(Call::Dispatch, 2..4, error("a"))),
        "aa"
    );
    assert_eq!(
        went_wrong(none().at(Call::Dispatch, 2..=4, error("a"))),
        "aaa"
    );
    #[allow(clippy::reversed_empty_ranges)]
    let empty = 0..0;
    assert_eq!(went_wrong(none().at(Call::Dispatch, empty, error("a"))), "");
    assert_eq!(
        went_wrong(none().at(Call::Dispatch, ..=2, error("a"))),
        "aa"
    );
    assert_eq!(
        went_wrong(none().at(Call::Dispatch, .., error("a"))).len(),
        10
    );
    // The later one counts, also where both name a call.
    let both = none()
        .at(Call::Dispatch, 1..=3, error("a"))
        .at(Call::Dispatch, 2, error("b"));
    assert_eq!(went_wrong(both), "aba");
    // Each kind of call has its own count.
    assert_eq!(went_wrong(none().at(Call::Action, 1.., error("a"))), "");
}

#[test]
fn an_injection_stands_in_the_place_of_the_call_unless_it_only_delays_it() {
    paused(async {
        let faults = FaultInjector::new()
            .at(Call::Action, 1, Injection::error("no cup"))
            .at(Call::Action, 2, Injection::delay(Duration::from_secs(5)))
            .at(Call::Completion, 1, Injection::error("no end"));
        let trace = Trace::new();
        let tap = faults
            .around(Drip)
            .spawn_observed(open(), Sink::default(), trace.clone());
        let begin = Instant::now();
        tap.send(Turn::Drop).await.unwrap();
        tap.send(Turn::Drop).await.unwrap();
        tap.send(Turn::Close).await.unwrap();
        let exit = tap.join().await;
        assert_eq!(begin.elapsed().as_secs(), 5);
        assert_eq!(exit.faults().len(), 1);
        assert!(exit.completion_fault().is_some());
        assert_eq!(faults.calls(Call::Action), 2);
        assert_eq!(faults.calls(Call::Completion), 1);
    });
}

#[test]
fn a_plan_can_be_added_to_while_the_component_runs() {
    paused(async {
        let faults = FaultInjector::new();
        let tap = faults.around(Drip).spawn_in(open(), Sink::default());
        pass(Duration::from_secs(3)).await;
        assert_eq!(tap.stats().faults, 0);
        let next = faults.calls(Call::Dispatch) + 1;
        faults.add(Call::Dispatch, next, Injection::panic("late"));
        pass(Duration::from_secs(3)).await;
        assert_eq!(tap.stats().faults, 1);
        tap.abort();
    });
}

#[test]
fn calls_can_be_counted_by_the_state_they_are_made_in() {
    let faults = FaultInjector::new()
        .at(Call::DispatchIn("Open"), 2, Injection::error("open"))
        .at(Call::DispatchIn("Shut"), .., Injection::error("shut"));
    paused(async {
        let tap = faults.around(Drip).spawn_in(open(), Sink::default());
        pass(Duration::from_millis(3500)).await;
        tap.abort();
        assert_eq!(tap.join().await.faults().len(), 1);
    });
    assert_eq!(
        faults.calls(Call::DispatchIn("Open")),
        faults.calls(Call::Dispatch)
    );
    assert_eq!(faults.calls(Call::DispatchIn("Shut")), 0);
}

#[test]
fn a_component_that_has_a_handle_to_itself_can_be_injected_too() {
    let faults = FaultInjector::new().at(Call::Dispatch, 1, Injection::error("no"));
    let trace = Trace::of_names();
    paused(async {
        let mut own = None;
        let tap = SelfSupervisedExt::spawn_in_with(open(), trace.clone(), |me| {
            own = Some(me);
            (faults.around(Drip), Sink::default())
        });
        tap.stop();
        assert_eq!(own.unwrap().join().await.kind(), ExitKind::Completed);
    });
    assert_eq!(trace.lines().last().unwrap(), "Open: on Close => Shut");
}

#[test]
#[should_panic(expected = "after a year of the paused clock the test still waits")]
fn a_test_that_waits_for_what_never_comes_does_not_wait_for_ever() {
    paused(std::future::pending::<()>());
}

#[test]
fn an_error_of_your_own_can_be_injected() {
    let refused = || std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    let faults = FaultInjector::new().at(Call::Dispatch, 1, Injection::error_with(refused));
    let ended = paused(
        faults
            .around(Drip)
            .run(Tap::Open { drops: 9 }, Sink::default()),
    );
    let exit = ended.unwrap_err().into_exit();
    assert_eq!(exit.state(), Some(&Tap::Burst));
    let error = exit.faults()[0].error().unwrap();
    let error = error.downcast_ref::<std::io::Error>().unwrap();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionRefused);
}

async fn traced(trace: &Trace) {
    let faults = FaultInjector::new().at(Call::Action, 1, Injection::error("no cup"));
    let tap = faults
        .around(Drip)
        .spawn_observed(open(), Sink::default(), trace.clone());
    for event in [Turn::Wait(7), Turn::Odd, Turn::Drop] {
        tap.send(event).await.unwrap();
    }
    tap.join().await;
}

const LINES: [&str; 7] = [
    "initial: Open { drops: 0 }",
    "Open { drops: 0 }: on Wait(7) => postpone",
    "Open { drops: 0 }: on Odd => reject",
    "Open { drops: 0 }: on Drop => Open { drops: 1 } do [Cup(1)]",
    "Open: fault: in state `Open`: an action failed: no cup",
    "FAULT",
    "Open { drops: 1 }: timeout => Shut",
];

#[test]
fn a_trace_reads_like_the_arms_that_were_taken() {
    let trace = Trace::new();
    paused(traced(&trace));
    let lines = trace.lines();
    assert_eq!(lines[..5], LINES[..5]);
    assert!(
        lines[5].starts_with("Open { drops: 1 }: on Burst(Fault {"),
        "{lines:?}"
    );
    assert!(lines[5].ends_with("=> Open { drops: 1 }"), "{lines:?}");
    assert_eq!(lines[6..], LINES[6..]);
    assert_eq!(
        trace.entries()[3].outcome,
        Outcome::Taken {
            next: "Open { drops: 1 }".into(),
            actions: vec!["Cup(1)".into()],
        }
    );
    assert_eq!(trace.take(), lines);
    assert!(trace.entries().is_empty());
}

#[test]
fn a_trace_of_names_leaves_payloads_out() {
    let trace = Trace::of_names();
    paused(traced(&trace));
    trace.assert([
        "initial: Open",
        "Open: on Wait => postpone",
        "Open: on Odd => reject",
        "Open: on Drop => Open do [Cup]",
        "Open: fault: in state `Open`: an action failed: no cup",
        "Open: on Burst => Open",
        "Open: timeout => Shut",
    ]);
}

#[test]
fn a_trace_that_differs_says_where() {
    let trace = Trace::of_names();
    paused(traced(&trace));
    let text = |lines: &[&str]| {
        let panic = catch_unwind(AssertUnwindSafe(|| trace.assert(lines))).unwrap_err();
        panic.downcast_ref::<String>().unwrap().clone()
    };
    let differs = text(&["initial: Open", "Open: on Wait => stay"]);
    assert!(
        differs.starts_with(
            "the trace differs from line 2:\n\
             \x20 expected: Open: on Wait => stay\n\
             \x20 found:    Open: on Wait => postpone\n"
        ),
        "{differs}"
    );
    assert!(
        differs.contains("\n> Open: on Wait => postpone\n  Open: on Odd"),
        "{differs}"
    );
    let short = text(&["initial: Open"]);
    assert!(
        short.contains("line 2:\n  expected: (the end)\n"),
        "{short}"
    );
    let lines: Vec<_> = trace.lines();
    let mut longer: Vec<_> = lines.iter().map(String::as_str).collect();
    longer.push("more");
    let long = text(&longer);
    assert!(
        long.contains("expected: more\n  found:    (the end)\n"),
        "{long}"
    );
}

#[test]
fn an_entry_can_be_matched_without_its_text() {
    let trace = Trace::of_names();
    paused(traced(&trace));
    let refused: Vec<Entry> = trace
        .entries()
        .into_iter()
        .filter(|entry| entry.outcome == Outcome::Rejected)
        .collect();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].trigger.as_deref(), Some("Odd"));
}
