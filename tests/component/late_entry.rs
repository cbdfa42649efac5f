//! The initial state is entered for the loop too: late, or before the loop began.

use std::time::Duration;

use async_trait::async_trait;
use steadfast::prelude::*;
use steadfast::{ExternalEventPolicy, NoAction, StageId, WriterId};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Probe {
    Waiting,
    Done,
}

#[derive(Debug, EventVariant)]
enum Signal {
    Back,
    Error(String),
}

type ProbeMachine = StateMachine<Probe, Signal, (), NoAction>;

fsm! {
    struct StartedMachine;

    state: Probe;
    event: Signal;
    context: ();
    initial: Waiting;

    state Waiting {
        task async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            Signal::Back
        };
        on Back => Done;
        on Error(_) => stay;
    }
    terminal state Done;
}

/// A machine whose initial state cannot be entered the first time.
fn hesitant() -> ProbeMachine {
    let mut entries = 0;
    fsm! {
        state: Probe;
        event: Signal;
        context: ();
        initial: Probe::Waiting;

        state Waiting {
            on_entry move |_state: &Probe, _context: &mut ()| {
                entries += 1;
                let first = entries == 1;
                Box::pin(async move {
                    if first {
                        return Err(FsmError::HandlerError("not yet".into()));
                    }
                    Ok(Vec::new())
                })
            };
            task async { Signal::Back };
            on Back => Done;
            on Error(_) => stay;
        }
        terminal state Done;
    }
}

struct Prober(fn() -> ProbeMachine);

impl Supervisor for Prober {
    type State = Probe;
    type Event = Signal;
    type Context = ();
    type Action = NoAction;

    fn build_state_machine(&self, _: Probe) -> ProbeMachine {
        (self.0)()
    }

    fn name(&self) -> &str {
        "prober"
    }
}

impl ExternalEventPolicy for Prober {
    fn external_event_mode(_: &Probe) -> ExternalEventMode {
        ExternalEventMode::Block
    }

    fn on_external_event_channel_closed(_: &Probe) -> Option<Signal> {
        None
    }
}

#[async_trait]
impl SelfSupervised for Prober {
    async fn dispatch_state(&mut self, _: &Probe, _: &mut ()) -> Next<Signal> {
        Ok(next::end())
    }

    fn writer_id(&self) -> WriterId {
        StageId::new_const(1).into()
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        Ok(())
    }

    fn event_for_action_error(&self, text: String) -> Signal {
        Signal::Error(text)
    }
}

async fn end_of(machine: fn() -> ProbeMachine) -> (ExitKind, Vec<FaultKind>) {
    let probe = Prober(machine).spawn_in(Probe::Waiting, ());
    let ended = tokio::time::timeout(Duration::from_secs(60), probe.join()).await;
    let exit = ended.expect("the task of the initial state never ran");
    let faults = exit.faults().iter().map(Fault::kind).collect();
    (exit.kind(), faults)
}

#[tokio::test(start_paused = true)]
async fn a_machine_that_was_started_before_has_its_task_started_by_the_loop() {
    let started = || StartedMachine::start(&(), &mut Vec::new());
    assert_eq!(end_of(started).await, (ExitKind::Completed, Vec::new()));
}

#[tokio::test(start_paused = true)]
async fn a_resumed_machine_has_its_task_started_by_the_loop() {
    let resumed = || StartedMachine::resume(Probe::Waiting);
    assert_eq!(end_of(resumed).await, (ExitKind::Completed, Vec::new()));
}

#[tokio::test(start_paused = true)]
async fn an_initial_state_that_is_entered_at_the_second_try_has_its_task_all_the_same() {
    let faults = vec![FaultKind::Dispatch];
    assert_eq!(end_of(hesitant).await, (ExitKind::Completed, faults));
}
