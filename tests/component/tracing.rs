//! What a component tells `tracing`: the page `runtime/docs/traces.md` is its list.

use std::collections::BTreeSet;

use steadfast::prelude::*;
use steadfast::{Observe, StageId};

use super::fixture::{Act, Boom, Order, Phase, Rig, Work, settle};
use super::recorder::{Recorder, Told};

fn shown(told: &[Told]) -> Vec<String> {
    told.iter().map(ToString::to_string).collect()
}

#[tokio::test(start_paused = true)]
async fn a_run_tells_each_step_and_its_end_within_one_span() {
    let recorder = Recorder::default();
    let _default = tracing::dispatcher::set_default(&recorder.dispatch());
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, [Work::Rest]);
    worker.send(Order::Note("n")).await.unwrap();
    worker.send(Order::Later(1)).await.unwrap();
    worker.send(Order::Odd).await.unwrap();
    worker.send(Order::Race).await.unwrap();
    worker.send(Order::Finish).await.unwrap();
    worker.join().await;

    let told = recorder.take("steadfast");
    let span = format!("component id={} name=Worker", worker.id().as_u64());
    assert_eq!(
        shown(&told),
        [
            &format!("info {span}"),
            "debug started state=Blocking",
            "debug stay from=Blocking to=Blocking trigger=Note",
            "debug postponed from=Blocking to=Blocking trigger=Later",
            "warn rejected event=Odd state=Blocking",
            "debug transition from=Blocking to=Racing trigger=Race",
            "debug postponed from=Racing to=Racing trigger=Later",
            "debug transition from=Racing to=Finished trigger=Finish",
            "info ended kind=completed state=Finished",
        ]
    );
    for event in told.iter().filter(|told| !told.is_span) {
        assert_eq!(event.within, [span.as_str()], "{event}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_component_that_works_is_silent_at_info() {
    let recorder = Recorder::default();
    let _default = tracing::dispatcher::set_default(&recorder.dispatch());
    let rig = Rig::default();
    let worker = rig.start(Phase::Polling, [Work::Again, Work::Rest]);
    for order in [Order::Note("n"), Order::Block, Order::Later(1), Order::Poll] {
        worker.send(order).await.unwrap();
    }
    settle().await;
    let told = recorder.take("steadfast");
    let events: Vec<_> = told.iter().filter(|told| !told.is_span).collect();
    assert!(events.len() > 4);
    assert!(
        events
            .iter()
            .all(|told| told.level == tracing::Level::DEBUG)
    );
}

/// Panics at whatever it is told.
struct Rude;

impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Rude {
    fn on_event(&self, _: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
        panic!("who asked?")
    }
}

#[tokio::test(start_paused = true)]
async fn a_subscriber_that_panics_disturbs_no_component_and_keeps_nobody_from_an_exit() {
    use tracing_subscriber::layer::SubscriberExt;
    let rude = tracing_subscriber::registry().with(Rude);
    let _default = tracing::dispatcher::set_default(&tracing::Dispatch::new(rude));
    let rig = Rig {
        tolerant: true,
        ..Rig::default()
    };
    let orders = || [Order::Note("n"), Order::Odd, Order::Later(1), Order::Burst];
    let finished = rig.start(Phase::Blocking, []);
    let aborted = rig.start(Phase::Blocking, []);
    for worker in [&finished, &aborted] {
        for order in orders() {
            worker.send(order).await.unwrap();
        }
    }
    finished.send(Order::Sink).await.unwrap();
    settle().await;
    aborted.abort();
    let exit = finished.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Phase::Finished));
    // The burst, and the action at the end: none of them the subscriber's.
    assert_eq!(exit.faults().len(), 2);
    assert_eq!(finished.stats().rejected, 1);
    let exit = aborted.join().await;
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.faults().len(), 1);
}

#[derive(Debug)]
struct Because(Boom);

impl std::fmt::Display for Because {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no luck")
    }
}

impl std::error::Error for Because {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// Cannot even be shown.
#[derive(Debug)]
struct Unspeakable;

impl std::fmt::Display for Unspeakable {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        panic!("it cannot be said")
    }
}

impl std::error::Error for Unspeakable {}

#[derive(Clone, Debug, StateVariant)]
enum Room {
    Inside,
    Outside,
}

#[derive(Debug, EventVariant)]
enum Move {
    Leave,
    Error(Fault),
}

fsm! {
    struct RoomMachine;
    trait RoomDispatch;

    state: Room;
    event: Move;
    context: Air;
    initial: Inside;
    error: Error;
    stop: Leave;

    state Inside: Poll {
        on Leave => Outside;
        on Error(_) => stay;
    }
    terminal state Outside;
}

/// Tells when it is dropped.
struct Air;

impl Drop for Air {
    fn drop(&mut self) {
        tracing::info!(target: "user", "the context is dropped");
    }
}

type Fail = fn() -> BoxError;

struct Handler;

/// Works through errors, then rests.
#[supervisor(RoomMachine, handler = Handler, stage_id = StageId::new_const(255), name = "guest", completed = Self::completed)]
struct Guest(Vec<Fail>);

impl Guest {
    async fn completed(&mut self, _: &Exit<Room, Move>, _: &mut Air) {
        tracing::info!(target: "user", "the completion hook");
    }
}

impl RoomDispatch for Guest {
    async fn inside(&mut self, _: &Room, _: &mut Air) -> Next<Move> {
        tracing::info!(target: "user", "the work");
        match self.0.pop() {
            Some(fail) => Err(fail()),
            None => Ok(next::end()),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_fault_is_told_with_all_its_causes() {
    let recorder = Recorder::default();
    let _default = tracing::dispatcher::set_default(&recorder.dispatch());
    let fail: Fail = || Because(Boom("the deepest cause")).into();
    Guest(vec![fail]).spawn(Air).join().await;
    let told = recorder.take("steadfast");
    assert_eq!(
        shown(&told)[2],
        "error fault fault=in state `Inside`: dispatch failed: no luck: the deepest cause \
         state=Inside"
    );
}

#[tokio::test(start_paused = true)]
async fn an_error_that_panics_when_it_is_shown_is_a_fault_like_any_other() {
    let recorder = Recorder::default();
    let _default = tracing::dispatcher::set_default(&recorder.dispatch());
    let exit = Guest(vec![|| Unspeakable.into()]).spawn(Air).join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(
        shown(&recorder.take("steadfast"))[2],
        "error fault fault=in state `Inside`: dispatch failed: a cause panicked when it was shown: \
         it cannot be said state=Inside"
    );
}

#[tokio::test(start_paused = true)]
async fn what_user_code_tells_is_within_the_span_to_the_very_end() {
    let recorder = Recorder::default();
    let _default = tracing::dispatcher::set_default(&recorder.dispatch());
    let handle = Guest(vec![]).spawn(Air);
    handle.join().await;
    let span = format!(
        "component id={} name=guest stage=stage-ff",
        handle.id().as_u64()
    );
    let told = recorder.take("user");
    let what: Vec<_> = told.iter().map(|told| told.what.as_str()).collect();
    assert_eq!(
        what,
        ["the work", "the completion hook", "the context is dropped"]
    );
    assert!(told.iter().all(|told| told.within == [span.as_str()]));
}

#[tokio::test(start_paused = true)]
async fn what_is_dropped_by_an_abort_is_within_the_span_also_before_the_first_poll() {
    for wait in [false, true] {
        let recorder = Recorder::default();
        let _default = tracing::dispatcher::set_default(&recorder.dispatch());
        let handle = Guest(vec![|| Boom("again").into(); 3]).spawn(Air);
        if wait {
            settle().await;
        }
        handle.abort();
        handle.join().await;
        let told = recorder.take("user");
        let last = told.last().unwrap();
        assert_eq!(last.what, "the context is dropped");
        assert!(
            last.within[0].starts_with("component id="),
            "{:?}",
            last.within
        );
        let told = recorder.take("steadfast");
        assert_eq!(
            told.last().unwrap().to_string(),
            "warn ended kind=aborted state=Inside"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_component_run_in_place_has_its_span_without_an_id() {
    let recorder = Recorder::default();
    let _default = tracing::dispatcher::set_default(&recorder.dispatch());
    Guest(vec![]).run(Room::Inside, Air).await.unwrap();
    let told = recorder.take("steadfast");
    assert_eq!(
        shown(&told),
        [
            "info component name=guest stage=stage-ff",
            "debug started state=Inside",
            "info ended kind=completed state=Inside",
        ]
    );
    let within = ["component name=guest stage=stage-ff"];
    assert!(told[1..].iter().all(|told| told.within == within));
    assert!(
        recorder
            .take("user")
            .iter()
            .all(|told| told.within == within)
    );
}

#[test]
fn several_components_on_several_threads_have_each_a_span_of_its_own() {
    let recorder = Recorder::default();
    let dispatch = recorder.dispatch();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_time()
        .on_thread_start({
            let dispatch = dispatch.clone();
            // For the life of the thread.
            move || std::mem::forget(tracing::dispatcher::set_default(&dispatch))
        })
        .build()
        .unwrap();
    let ids = runtime.block_on(async {
        let _default = tracing::dispatcher::set_default(&dispatch);
        let workers = [(); 4].map(|()| Rig::default().start(Phase::Blocking, []));
        for worker in &workers {
            worker.send(Order::Note("n")).await.unwrap();
            worker.send(Order::Finish).await.unwrap();
            worker.join().await;
        }
        workers.map(|worker| worker.id().as_u64())
    });
    let told = recorder.take("steadfast");
    assert_eq!(told.iter().filter(|told| told.is_span).count(), 4);
    for id in ids {
        let span = format!("component id={id} name=Worker");
        let events = told.iter().filter(|told| told.within == [span.as_str()]);
        let events: Vec<_> = events.map(|told| told.what.as_str()).collect();
        assert_eq!(events, ["started", "stay", "transition", "ended"]);
    }
}

/// Panics when it is told of a fault.
struct Nervous;

impl Observe<Phase, Order, Act> for Nervous {
    fn fault(&mut self, _: &Fault) {
        panic!("not again")
    }
}

impl Drop for Nervous {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("the end")
        }
    }
}

#[supervisor(RoomMachine, completed = Self::completed)]
struct Sad;

impl Sad {
    async fn completed(&mut self, _: &Exit<Room, Move>, _: &mut Air) -> Result<(), BoxError> {
        Err(Boom("no end").into())
    }
}

impl RoomDispatch for Sad {
    async fn inside(&mut self, _: &Room, _: &mut Air) -> Next<Move> {
        Ok(next::end())
    }
}

/// Runs that between them tell all that can be told.
async fn everything() {
    let rig = Rig::default();
    let worker = rig.start(Phase::Blocking, []);
    worker.send(Order::Note("n")).await.unwrap();
    worker.send(Order::Odd).await.unwrap();
    worker.send(Order::Race).await.unwrap();
    worker.send(Order::Finish).await.unwrap();
    worker.join().await;

    // More than can be postponed, and than can be kept for the exit.
    let worker = Rig {
        tolerant: true,
        ..Rig::default()
    }
    .start(Phase::Blocking, []);
    for number in 0..4000 {
        worker.send(Order::Later(number)).await.unwrap();
    }
    worker.send(Order::Hold("for ever")).await.unwrap();
    settle().await;
    worker.abort();
    worker.join().await;

    let worker = rig.start_observed(Phase::Polling, [Work::Fail("no")], Nervous);
    worker.join().await;

    Sad.spawn(Air).join().await;
    Guest(vec![]).spawn(Air).join().await;
}

/// The rows of a table of the page, without the cells' backquotes.
fn rows<'a>(page: &'a str, first: &str) -> Vec<Vec<String>> {
    let table = page.lines().skip_while(|line| !line.starts_with(first));
    let rows = table.skip(2).take_while(|line| line.starts_with('|'));
    let cells = |row: &'a str| row.split('|').map(|cell| cell.trim().replace('`', ""));
    rows.map(|row| cells(row).skip(1).collect()).collect()
}

#[tokio::test(start_paused = true)]
async fn the_page_lists_what_is_told_and_nothing_else() {
    let recorder = Recorder::default();
    let _default = tracing::dispatcher::set_default(&recorder.dispatch());
    everything().await;
    let told = recorder.take("steadfast");

    let page = include_str!("../../runtime/docs/traces.md");
    let listed: BTreeSet<_> = rows(page, "| message ")
        .into_iter()
        .map(|row| {
            let mut fields: Vec<_> = row[2].split(", ").map(str::to_owned).collect();
            fields.sort();
            format!("{} {}: {}", row[1], row[0], fields.join(", "))
        })
        .collect();
    let events: BTreeSet<_> = told
        .iter()
        .filter(|told| !told.is_span)
        .map(|told| {
            let level = told.level.to_string().to_lowercase();
            let fields: Vec<_> = told.fields.keys().copied().collect();
            // An abort with nothing under way has no `in_hand`: the page says so.
            let in_hand = match (told.what.as_str(), level.as_str()) {
                ("ended", "warn") if !told.fields.contains_key("in_hand") => "in_hand, ",
                _ => "",
            };
            format!("{level} {}: {in_hand}{}", told.what, fields.join(", "))
        })
        .collect();
    assert_eq!(events, listed);

    let listed: BTreeSet<_> = rows(page, "| field ")
        .into_iter()
        .map(|row| row[0].clone())
        .collect();
    let spans = told.iter().filter(|told| told.is_span);
    let fields: BTreeSet<_> = spans
        .flat_map(|span| span.fields.keys().map(ToString::to_string))
        .collect();
    assert_eq!(fields, listed);
}
