//! Runs of whole components on a paused clock, each against the reference of the loop: what an
//! observer sees and when, what is executed, and what the exit tells.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proptest::prelude::*;
use steadfast::prelude::*;
use tokio::time::{Instant, sleep_until};

use super::cases::{self, Subject};
use super::family::{Look, Watcher};
use super::loop_reference::{Deed, End, Loop};
use super::reference::Reference;
use super::world::{Tables, UNIT, World};

/// What happens outside, and after how many units. Everything outside happens at an odd moment of
/// its own, at which nothing inside can: which of the two came first would be tokio's affair.
fn timed(script: &[(u32, Vec<Deed>)]) -> VecDeque<(Duration, Deed)> {
    let mut at = Duration::ZERO;
    let mut timed = VecDeque::new();
    for (number, (units, deeds)) in (1..).zip(script) {
        at += UNIT * *units;
        let moment = at + Duration::from_millis(9973) * number;
        for deed in deeds {
            timed.push_back((moment, deed.clone()));
            if *deed == Deed::Abort {
                return timed;
            }
        }
    }
    let moment = at + UNIT * 20 + Duration::from_millis(1);
    timed.push_back((moment, Deed::Abort));
    timed
}

/// Runs the component, and tells what there was to see.
async fn live(
    subject: &Subject,
    world: World,
    script: VecDeque<(Duration, Deed)>,
) -> (Vec<String>, End) {
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    let begin = Instant::now();
    let log = Arc::clone(&seen);
    let watcher = Watcher(Box::new(move |look| {
        let at = begin.elapsed().as_millis();
        log.lock().unwrap().push(match look {
            Look::Before(state, Trigger::Event(event)) => {
                format!("{at} before {state:?} {event:?}")
            }
            Look::Before(state, Trigger::Timeout) => format!("{at} before {state:?} Timeout"),
            Look::After(state, actions) => format!("{at} after {state:?} {actions:?}"),
            Look::Fault(fault) => format!("{at} fault {:?} {}", fault.kind(), fault.state()),
            // Told of by what comes next, and by the counts.
            Look::Postponed | Look::Rejected(..) => return,
        });
    }));
    let mut handle = Some(subject.spawn(world, watcher));
    let weak = handle.as_ref().unwrap().downgrade();
    for (at, deed) in script {
        sleep_until(begin + at).await;
        match (deed, &handle) {
            (Deed::Send(event), Some(handle)) => drop(handle.try_send(event)),
            (Deed::Stop, _) => weak.stop(),
            (Deed::Abort, _) => weak.abort(),
            (Deed::Close, Some(_)) => handle = None,
            (Deed::Send(_) | Deed::Close, None) => {}
        }
    }
    let exit = weak.join().await;
    let stats = handle.map(|handle| handle.stats());
    let end = End {
        kind: exit.kind(),
        state: exit.state().cloned(),
        faults: exit
            .faults()
            .iter()
            .map(|f| (f.kind(), f.state().to_owned()))
            .collect(),
        unhandled: exit.take_unhandled(),
        in_hand: exit.in_hand().map(str::to_owned),
        counts: stats.map(|stats| (stats.handled, stats.rejected, stats.faults)),
    };
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    (seen, end)
}

fn run(subject: &Subject, tables: &Tables, script: &[(u32, Vec<Deed>)]) {
    let script = timed(script);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    let world = World::new(tables.clone());
    let (seen, end) = runtime.block_on(live(subject, world.clone(), script.clone()));

    let expected_world = World::new(tables.clone());
    let mut expected = Loop::new(
        Reference::new(subject.plan(), expected_world.clone()),
        script,
    );
    let mut expected_end = expected.run();
    if end.counts.is_none() {
        expected_end.counts = None;
    }
    for (number, pair) in seen.iter().zip(&expected.seen).enumerate() {
        assert_eq!(
            pair.0, pair.1,
            "what was seen, line {number} of {:#?}",
            seen
        );
    }
    assert_eq!(
        seen.len(),
        expected.seen.len(),
        "{seen:#?} {:#?}",
        expected.seen
    );
    assert_eq!(end, expected_end);
    assert_eq!(world.performed(), expected_world.performed());
    assert_eq!(world.take_asked(), expected_world.take_asked());
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        40 => cases::event().prop_map(Deed::Send),
        2 => Just(Deed::Stop),
        2 => Just(Deed::Close),
        1 => Just(Deed::Abort),
    ]
}

proptest! {
    #![proptest_config(cases::config(400))]

    #[test]
    fn a_component_lives_as_the_reference_of_the_loop_does(
        subject in cases::entering(),
        tables in cases::tables_of_a_loop(),
        script in cases::script((0..4u32, proptest::collection::vec(deed(), 1..4)), 20),
    ) {
        run(&subject, &tables, &script);
    }
}
