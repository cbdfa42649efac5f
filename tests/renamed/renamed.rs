//! Everything that the macros write finds the library where `crate` says it is.

use std::time::Duration;

use renamed::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant)]
#[steadfast(crate = ::renamed)]
enum Job {
    Waiting,
    Working { rounds: u32 },
    Done,
    Failed,
}

#[derive(Debug, EventVariant)]
#[steadfast(crate = ::renamed)]
enum Order {
    Begin,
    Round,
    Later(&'static str),
    Stop,
    Error(Fault),
}

#[derive(Debug, PartialEq)]
enum Effect {
    Say(&'static str),
    Blame(String),
}

#[derive(Debug)]
struct Office(tokio::sync::mpsc::UnboundedSender<Effect>);

impl Execute<Effect> for Office {
    async fn execute(&mut self, action: Effect) -> Result<(), BoxError> {
        Ok(self.0.send(action)?)
    }
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    crate:   ::renamed;
    state:   Job;
    event:   Order;
    context: Office;
    action:  Effect;
    initial: Waiting;
    error:   Order::Error;
    stop:    Order::Stop;

    superstate Open {
        timeout Duration::from_secs(100) => Failed;
        on_exit do [Say("close")];

        state Waiting {
            task async { Order::Begin };
            on Begin => Working { rounds: 0 };
            on Later(_) => postpone;
        }

        state Working { rounds }: Poll {
            every Duration::from_secs(3) => stay do [Say("tick")];
            on Round if *rounds >= 4 => move Done;
            on Round => stay { rounds: *rounds + 1 };
            on Later(word) => stay do [Say(word)];
        }
        unhandled => reject;
    }

    any {
        on Stop => Done;
        on Error(fault) => Failed do [Blame(fault.to_string())];
    }

    terminal state Done;
    failure state Failed;
}

#[supervisor(JobMachine, crate = ::renamed, name = "job", completed = JobSupervisor::done, mailbox = 4)]
struct JobSupervisor {
    fail: bool,
}

impl JobSupervisor {
    async fn done(&mut self, exit: &renamed::Exit<Job, Order>, office: &mut Office) {
        let word = match exit.kind() {
            ExitKind::Completed => "completed",
            ExitKind::Failed => "failed",
            ExitKind::Aborted => "aborted",
        };
        // The test has ended if nobody listens.
        let _ = office.0.send(Effect::Say(word));
    }
}

impl JobDispatch for JobSupervisor {
    async fn working(&mut self, state: &Job, _: &mut Office) -> Next<Order> {
        if self.fail {
            return Err("no paper".into());
        }
        match state {
            Job::Working { rounds: 0 } => tokio::time::sleep(Duration::from_secs(4)).await,
            _ => tokio::task::yield_now().await,
        }
        Ok(next::emit(Order::Round))
    }
}

async fn effects(
    mut effects: tokio::sync::mpsc::UnboundedReceiver<Effect>,
    count: usize,
) -> Vec<Effect> {
    let mut seen = Vec::new();
    while seen.len() < count
        && let Some(effect) = effects.recv().await
    {
        seen.push(effect);
    }
    seen
}

#[tokio::test(start_paused = true)]
async fn a_component_spawns_and_runs() {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    let job = JobSupervisor { fail: false }.spawn(Office(sender));
    job.send(Order::Later("late")).await.unwrap();
    let exit = job.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.state(), Some(&Job::Done));
    assert_eq!(job.name(), "job");
    assert_eq!(
        effects(receiver, 4).await,
        [
            Effect::Say("late"),
            Effect::Say("tick"),
            Effect::Say("close"),
            Effect::Say("completed"),
        ],
    );
}

#[tokio::test(start_paused = true)]
async fn an_error_becomes_the_error_event_with_its_fault() {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    let job = JobSupervisor { fail: true }.spawn(Office(sender));
    let exit = job.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(
        effects(receiver, 3).await,
        [
            Effect::Say("close"),
            Effect::Blame("in state `Working`: dispatch failed".into()),
            Effect::Say("failed"),
        ],
    );
}

#[tokio::test(start_paused = true)]
async fn stop_gets_in() {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    let job = JobSupervisor::spawn_with(|_me| (JobSupervisor { fail: false }, Office(sender)));
    job.stop();
    let exit = job.join().await;
    assert_eq!(exit.state(), Some(&Job::Done));
    assert_eq!(
        effects(receiver, 2).await,
        [Effect::Say("close"), Effect::Say("completed")],
    );
}

mod by_handler {
    use super::*;

    struct Handler(u32);

    #[supervisor(JobMachine, crate = ::renamed, handler = Handler)]
    struct HandlerJob {
        handler: Handler,
    }

    impl JobDispatch for HandlerJob {
        async fn working(&mut self, _: &Job, _: &mut Office) -> Next<Order> {
            self.handler.0 += 1;
            Ok(next::emit(Order::Round))
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_component_with_a_handler_spawns_and_runs() {
        let (sender, _receiver) = tokio::sync::mpsc::unbounded_channel();
        let job = HandlerJob {
            handler: Handler(0),
        };
        let exit = job.spawn(Office(sender)).join().await;
        assert_eq!(exit.kind(), ExitKind::Completed);
    }
}

#[tokio::test(start_paused = true)]
async fn the_expression_form_finds_the_library_too() -> Result<(), FsmError> {
    let word = "captured";
    let mut machine: StateMachine<Job, Order, (), Effect> = fsm! {
        crate: ::renamed;
        state: Job;
        event: Order;
        context: ();
        action: Effect;
        initial: Job::Waiting;

        state Waiting {
            timeout Duration::from_secs(1) => stay do [Say(word)];
            on Begin => |_: &Job, _: &Order, _: &mut ()| {
                Box::pin(async {
                    Ok(Transition { next_state: Job::Working { rounds: 7 }, actions: vec![] })
                })
            };
        }
        state Working { rounds } {
            on_entry |_: &Job, _: &mut ()| Box::pin(async { Ok(vec![Effect::Say("entered")]) });
            on Round => stay { rounds: *rounds + 1 };
            unhandled => stay;
        }
    };
    let said = machine
        .check_timeout(Duration::from_secs(1), &mut ())
        .await?;
    assert_eq!(said, [Effect::Say("captured")]);
    let said = machine.handle(Order::Begin, &mut ()).await?;
    assert_eq!(said, [Effect::Say("entered")]);
    machine.handle(Order::Round, &mut ()).await?;
    machine.handle(Order::Stop, &mut ()).await?;
    assert_eq!(machine.state(), &Job::Working { rounds: 8 });
    Ok(())
}

#[test]
fn a_machine_without_actions_finds_the_librarys_own() {
    fsm! {
        struct Quiet;
        crate: ::renamed;
        state: Job;
        event: Order;
        context: ();
        initial: Waiting;

        unhandled => reject;
        state Waiting { on Begin => Working { rounds: 0 }; }
        state Working { on Stop => Done; on Error(_) => Failed; }
        terminal state Done;
        failure state Failed;
    }
    let mut actions: Vec<renamed::NoAction> = Vec::new();
    let mut slot = Slot::new(Quiet::initial());
    Quiet::step(&mut slot, Order::Begin.into(), &(), &mut actions).unwrap();
    assert_eq!(slot.get(), Some(&Job::Working { rounds: 0 }));
}
