//! The promises that this project grew from: components written by hand, under `#[async_trait]`,
//! with the expression form of `fsm!`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use steadfast::prelude::*;
use steadfast::{
    ChannelBuilder, EventSender, ExternalEventMode, ExternalEventPolicy, FsmAction, FsmContext,
    HandlerSupervisedWithExternalEvents, SelfSupervisedWithExternalEvents, StageId, WriterId,
};
use tokio::sync::Semaphore;

use super::fixture::{kinds, secs};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Pump {
    Waiting,
    Primed,
    Pumping,
    Racing,
    Broken(String),
}

#[derive(Clone, Debug, PartialEq, EventVariant)]
enum Signal {
    Prime,
    Error(String),
}

#[derive(Clone, Debug)]
enum Valve {
    Shut,
}

/// Counts what was done to it.
#[derive(Clone, Default)]
struct Plant {
    shut: Arc<AtomicUsize>,
    reports: Arc<AtomicUsize>,
    dispatches: Arc<AtomicUsize>,
}

impl FsmContext for Plant {}

#[async_trait]
impl FsmAction for Valve {
    type Context = Plant;

    async fn execute(&self, plant: &mut Plant) -> Result<(), FsmError> {
        match self {
            Valve::Shut => plant.shut.fetch_add(1, Ordering::Relaxed),
        };
        Ok(())
    }
}

fn machine(initial: Pump) -> StateMachine<Pump, Signal, Plant, Valve> {
    fsm! {
        state: Pump;
        event: Signal;
        context: Plant;
        action: Valve;
        initial: initial;

        state Pump::Pumping {
            on Signal::Error => |_state: &Pump, event: &Signal, _plant: &mut Plant| {
                let why = match event {
                    Signal::Error(why) => why.clone(),
                    other => format!("{other:?}"),
                };
                Box::pin(async move {
                    Ok(Transition {
                        next_state: Pump::Broken(why),
                        actions: vec![Valve::Shut],
                    })
                })
            };
        }

        state Pump::Broken {
            on Signal::Error => |state: &Pump, _event: &Signal, _plant: &mut Plant| {
                let next_state = state.clone();
                Box::pin(async move { Ok(Transition { next_state, actions: vec![] }) })
            };
        }
    }
}

/// What a component does when it is dispatched.
async fn work(state: &Pump, plant: &Plant, gate: &Semaphore) -> Next<Signal> {
    plant.dispatches.fetch_add(1, Ordering::Relaxed);
    match state {
        Pump::Pumping => Err("the pump runs dry".into()),
        Pump::Broken(_) => Ok(EventLoopDirective::Terminate),
        _ => {
            gate.acquire().await?.forget();
            Ok(EventLoopDirective::Continue)
        }
    }
}

fn mode(state: &Pump) -> ExternalEventMode {
    match state {
        Pump::Waiting => ExternalEventMode::Block,
        Pump::Primed => ExternalEventMode::Poll,
        Pump::Racing => ExternalEventMode::Race,
        Pump::Pumping | Pump::Broken(_) => ExternalEventMode::Ignore,
    }
}

fn closed(state: &Pump) -> Option<Signal> {
    match state {
        Pump::Broken(_) => None,
        _ => Some(Signal::Error("nobody controls the pump".into())),
    }
}

struct ByItself {
    plant: Plant,
    gate: Arc<Semaphore>,
}

impl Supervisor for ByItself {
    type State = Pump;
    type Event = Signal;
    type Context = Plant;
    type Action = Valve;

    fn build_state_machine(&self, initial: Pump) -> StateMachine<Pump, Signal, Plant, Valve> {
        machine(initial)
    }

    fn name(&self) -> &str {
        "by itself"
    }
}

impl ExternalEventPolicy for ByItself {
    fn external_event_mode(state: &Pump) -> ExternalEventMode {
        mode(state)
    }

    fn on_external_event_channel_closed(state: &Pump) -> Option<Signal> {
        closed(state)
    }
}

#[async_trait]
impl SelfSupervised for ByItself {
    async fn dispatch_state(&mut self, state: &Pump, plant: &mut Plant) -> Next<Signal> {
        work(state, plant, &self.gate).await
    }

    fn writer_id(&self) -> WriterId {
        StageId::new_const(1).into()
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        self.plant.reports.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn event_for_action_error(&self, why: String) -> Signal {
        Signal::Error(why)
    }
}

struct ByHandler(ByItself);

impl Supervisor for ByHandler {
    type State = Pump;
    type Event = Signal;
    type Context = Plant;
    type Action = Valve;

    fn build_state_machine(&self, initial: Pump) -> StateMachine<Pump, Signal, Plant, Valve> {
        machine(initial)
    }

    fn name(&self) -> &str {
        "by a handler"
    }
}

impl ExternalEventPolicy for ByHandler {
    fn external_event_mode(state: &Pump) -> ExternalEventMode {
        mode(state)
    }

    fn on_external_event_channel_closed(state: &Pump) -> Option<Signal> {
        closed(state)
    }
}

#[async_trait]
impl HandlerSupervised for ByHandler {
    type Handler = ();

    async fn dispatch_state(&mut self, state: &Pump, plant: &mut Plant) -> Next<Signal> {
        work(state, plant, &self.0.gate).await
    }

    fn writer_id(&self) -> WriterId {
        self.stage_id().into()
    }

    fn stage_id(&self) -> StageId {
        StageId::new_const(2)
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        self.0.plant.reports.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn event_for_action_error(&self, why: String) -> Signal {
        Signal::Error(why)
    }
}

fn by_itself(plant: &Plant) -> ByItself {
    ByItself {
        plant: plant.clone(),
        gate: Arc::new(Semaphore::new(0)),
    }
}

/// An error of dispatch: the machine's failure path, its action and the completion, once each.
fn assert_failure_path(plant: &Plant, exit: &Exit<Pump, Signal>) {
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(
        exit.state(),
        Some(&Pump::Broken("the pump runs dry".into()))
    );
    assert_eq!(kinds(exit), [FaultKind::Dispatch]);
    assert_eq!(plant.shut.load(Ordering::Relaxed), 1);
    assert_eq!(plant.reports.load(Ordering::Relaxed), 1);
    assert_eq!(plant.dispatches.load(Ordering::Relaxed), 2);
}

#[tokio::test(start_paused = true)]
async fn an_error_of_dispatch_takes_the_failure_path_once_self_supervised() {
    let plant = Plant::default();
    let run = SelfSupervisedExt::run(by_itself(&plant), Pump::Pumping, plant.clone());
    assert_failure_path(&plant, &run.await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn an_error_of_dispatch_takes_the_failure_path_once_handler_supervised() {
    let plant = Plant::default();
    let supervisor = ByHandler(by_itself(&plant));
    let run = HandlerSupervisedExt::run(supervisor, Pump::Pumping, plant.clone());
    assert_failure_path(&plant, &run.await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn a_component_written_by_hand_can_be_spawned() {
    let plant = Plant::default();
    let pump = by_itself(&plant).spawn_in(Pump::Pumping, plant.clone());
    let exit = pump.join().await;
    assert_failure_path(&plant, &exit);
    let plant = Plant::default();
    let supervisor = ByHandler(by_itself(&plant));
    let pump = HandlerSupervisedExt::spawn_in(supervisor, Pump::Pumping, plant.clone());
    let exit = pump.join().await;
    assert_failure_path(&plant, &exit);
    assert_eq!(pump.name(), "by a handler");
}

/// A decorated component of each kind, dispatched directly, without a loop.
struct Bench {
    by_self: SelfSupervisedWithExternalEvents<ByItself>,
    by_handler: HandlerSupervisedWithExternalEvents<ByHandler>,
    senders: Vec<EventSender<Signal>>,
    gates: [Arc<Semaphore>; 2],
    plant: Plant,
}

/// What a dispatch directive says.
type Given = EventLoopDirective<Signal>;

impl Bench {
    /// Both have a mailbox for two events.
    fn new() -> Self {
        let plant = Plant::default();
        let channels = || ChannelBuilder::new().mailbox(2).build(Pump::Waiting);
        let (first, receiver, watcher) = channels();
        let inner = by_itself(&plant);
        let first_gate = Arc::clone(&inner.gate);
        let by_self = SelfSupervisedWithExternalEvents::new(inner, receiver, watcher);
        let (second, receiver, watcher) = channels();
        let inner = ByHandler(by_itself(&plant));
        let second_gate = Arc::clone(&inner.0.gate);
        let by_handler = HandlerSupervisedWithExternalEvents::new(inner, receiver, watcher);
        Bench {
            by_self,
            by_handler,
            senders: vec![first, second],
            gates: [first_gate, second_gate],
            plant,
        }
    }

    fn send(&self, signal: &Signal) {
        for sender in &self.senders {
            sender.try_send(signal.clone()).unwrap();
        }
    }

    fn close(&mut self) {
        self.senders.clear();
    }

    fn open_gates(&self) {
        for gate in &self.gates {
            gate.add_permits(1);
        }
    }

    /// What both give in this state; `None` if they still wait after a long time.
    async fn dispatch(&mut self, state: &Pump) -> Option<Given> {
        let plant = &mut self.plant;
        let first = SelfSupervised::dispatch_state(&mut self.by_self, state, plant);
        let first = tokio::time::timeout(secs(60), first).await;
        let second = HandlerSupervised::dispatch_state(&mut self.by_handler, state, plant);
        let second = tokio::time::timeout(secs(60), second).await;
        let [first, second] = [first, second].map(|next| next.ok().map(Result::unwrap));
        assert_eq!(first, second, "the two kinds differ");
        first
    }

    /// How often the inner components were dispatched, both together.
    fn dispatches(&self) -> usize {
        self.plant.dispatches.load(Ordering::Relaxed)
    }
}

const PRIME: Given = EventLoopDirective::Transition(Signal::Prime);

fn controls_lost() -> Given {
    Signal::Error("nobody controls the pump".into()).into()
}

#[tokio::test(start_paused = true)]
async fn block_gives_what_was_sent_and_waits_for_more_without_a_dispatch() {
    let mut bench = Bench::new();
    bench.send(&Signal::Prime);
    bench.send(&Signal::Prime);
    assert_eq!(bench.dispatch(&Pump::Waiting).await, Some(PRIME));
    assert_eq!(bench.dispatch(&Pump::Waiting).await, Some(PRIME));
    assert_eq!(bench.dispatch(&Pump::Waiting).await, None);
    assert_eq!(bench.dispatches(), 0);
}

#[tokio::test(start_paused = true)]
async fn poll_gives_what_was_sent_and_then_dispatches() {
    let mut bench = Bench::new();
    bench.send(&Signal::Prime);
    assert_eq!(bench.dispatch(&Pump::Primed).await, Some(PRIME));
    assert_eq!(bench.dispatches(), 0);
    bench.open_gates();
    let worked = bench.dispatch(&Pump::Primed).await;
    assert_eq!(worked, Some(EventLoopDirective::Continue));
    assert_eq!(bench.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_poll_dispatch_under_way_is_not_interrupted() {
    let mut bench = Bench::new();
    let sender = bench.senders[0].clone();
    let sending = tokio::spawn(async move {
        tokio::time::sleep(secs(1)).await;
        sender.send(Signal::Prime).await
    });
    assert_eq!(bench.dispatch(&Pump::Primed).await, None);
    sending.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn ignore_dispatches_and_leaves_a_full_mailbox_alone() {
    let mut bench = Bench::new();
    bench.send(&Signal::Prime);
    bench.send(&Signal::Prime);
    let ended = bench.dispatch(&Pump::Broken("so".into())).await;
    assert_eq!(ended, Some(EventLoopDirective::Terminate));
    assert_eq!(bench.dispatches(), 2);
    assert!(bench.senders[0].try_send(Signal::Prime).is_err());
    // In another state they are still there.
    assert_eq!(bench.dispatch(&Pump::Primed).await, Some(PRIME));
    assert_eq!(bench.dispatch(&Pump::Racing).await, Some(PRIME));
    assert_eq!(bench.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn race_gives_an_event_that_comes_while_it_works() {
    let mut bench = Bench::new();
    for sender in bench.senders.clone() {
        tokio::spawn(async move {
            tokio::time::sleep(secs(1)).await;
            sender.send(Signal::Prime).await
        });
    }
    assert_eq!(bench.dispatch(&Pump::Racing).await, Some(PRIME));
    assert!(bench.dispatches() >= 1);
}

#[tokio::test(start_paused = true)]
async fn race_with_an_empty_mailbox_works_to_the_end() {
    let mut bench = Bench::new();
    bench.open_gates();
    let worked = bench.dispatch(&Pump::Racing).await;
    assert_eq!(worked, Some(EventLoopDirective::Continue));
    assert_eq!(bench.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_closed_channel_is_the_closed_event_where_the_policy_looks() {
    for state in [Pump::Waiting, Pump::Primed, Pump::Racing] {
        let mut bench = Bench::new();
        bench.close();
        assert_eq!(bench.dispatch(&state).await, Some(controls_lost()));
        assert_eq!(bench.dispatches(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn a_closed_channel_gives_what_it_holds_first_and_the_closed_event_once() {
    for state in [Pump::Primed, Pump::Racing] {
        let mut bench = Bench::new();
        bench.send(&Signal::Prime);
        bench.close();
        bench.open_gates();
        assert_eq!(bench.dispatch(&state).await, Some(PRIME));
        assert_eq!(bench.dispatch(&state).await, Some(controls_lost()));
        let worked = bench.dispatch(&state).await;
        assert_eq!(worked, Some(EventLoopDirective::Continue));
    }
}

#[tokio::test(start_paused = true)]
async fn ignore_does_not_see_that_the_channel_is_closed() {
    let mut bench = Bench::new();
    bench.close();
    let ended = bench.dispatch(&Pump::Broken("so".into())).await;
    assert_eq!(ended, Some(EventLoopDirective::Terminate));
    assert_eq!(bench.dispatches(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_block_state_that_was_told_is_stuck_and_says_so() {
    let mut bench = Bench::new();
    bench.close();
    assert_eq!(bench.dispatch(&Pump::Waiting).await, Some(controls_lost()));
    let plant = &mut bench.plant;
    let again = SelfSupervised::dispatch_state(&mut bench.by_self, &Pump::Waiting, plant);
    let error = again.await.unwrap_err();
    let fault = error.downcast_ref::<Fault>().unwrap();
    assert_eq!(fault.kind(), FaultKind::Stuck);
    assert_eq!(fault.state(), "Waiting");
}

#[tokio::test(start_paused = true)]
async fn the_decorators_publish_each_state_under_run() {
    let plant = Plant::default();
    let channels = ChannelBuilder::new().build(Pump::Waiting);
    let (_sender, receiver, watcher) = channels;
    let mut states = watcher.subscribe();
    let decorated = SelfSupervisedWithExternalEvents::new(by_itself(&plant), receiver, watcher);
    let exit = decorated.run(Pump::Pumping, plant.clone()).await.unwrap();
    assert_failure_path(&plant, &exit);
    assert_eq!(
        *states.borrow_and_update(),
        Pump::Broken("the pump runs dry".into())
    );
}

#[tokio::test(start_paused = true)]
async fn events_that_a_run_in_place_did_not_take_are_in_its_exit() {
    let plant = Plant::default();
    let (sender, receiver, watcher) = ChannelBuilder::new().build(Pump::Waiting);
    sender.try_send(Signal::Prime).unwrap();
    let decorated =
        HandlerSupervisedWithExternalEvents::new(ByHandler(by_itself(&plant)), receiver, watcher);
    let exit = decorated.run(Pump::Pumping, plant.clone()).await.unwrap();
    assert_failure_path(&plant, &exit);
    assert_eq!(exit.take_unhandled(), [Signal::Prime]);
    assert!(sender.try_send(Signal::Prime).is_err());
}
