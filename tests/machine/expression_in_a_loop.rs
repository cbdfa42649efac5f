//! A machine of the expression form in a component written by hand: its clocks, tasks, hooks and
//! closures are driven by the loop as those of the item form are.

use steadfast::prelude::*;
use steadfast::{StageId, WriterId};

use super::fixture::{Do, Journal, secs};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Kiln {
    Cold,
    Firing { batch: u32 },
    Cooling,
    Empty,
    Cracked(String),
}

#[derive(Debug, EventVariant)]
enum Fire {
    Light(u32),
    Hot,
    Error(String),
}

struct Potter {
    first_batch: u32,
}

async fn heat(journal: Journal, batch: u32) -> Fire {
    journal.note(format!("heat {batch}"));
    tokio::time::sleep(secs(5)).await;
    assert!(batch != 13, "a crack");
    Fire::Hot
}

impl Supervisor for Potter {
    type State = Kiln;
    type Event = Fire;
    type Context = Journal;
    type Action = Do;

    fn build_state_machine(&self, initial_state: Kiln) -> StateMachine<Kiln, Fire, Journal, Do> {
        let last = self.first_batch + 1;
        fsm! {
            state: Kiln;
            event: Fire;
            context: Journal;
            action: Do;
            initial: initial_state;

            state Cold {
                on_entry do [Say("cold")];
                on Light(batch) => Firing { batch };
            }
            state Firing { batch } {
                task heat(context.clone(), *batch);
                every secs(2) => stay do [Say("glow")];
                on Hot => |_: &Kiln, _: &Fire, context: &mut Journal| {
                    context.note("hot");
                    Box::pin(async {
                        tokio::task::yield_now().await;
                        Ok(Transition { next_state: Kiln::Cooling, actions: vec![Do::Say("open")] })
                    })
                };
                on_exit |state: &Kiln, _: &mut Journal| {
                    let batch = match state {
                        Kiln::Firing { batch } => *batch,
                        _ => 0,
                    };
                    Box::pin(async move { Ok(vec![Do::Tell(format!("batch {batch} is done"))]) })
                };
            }
            state Cooling {
                timeout secs(10) => |_: &Kiln, _: &mut Journal| {
                    Box::pin(async { Ok(Transition { next_state: Kiln::Cold, actions: vec![] }) })
                };
                on Light(batch) if batch > last => Empty;
                on Light(batch) => Firing { batch };
            }
            any {
                on Error(why) => Cracked(why);
            }
            terminal state Empty;
            failure state Cracked;
        }
    }

    fn name(&self) -> &str {
        "potter"
    }
}

#[async_trait::async_trait]
impl SelfSupervised for Potter {
    async fn dispatch_state(
        &mut self,
        state: &Kiln,
        _context: &mut Journal,
    ) -> Result<EventLoopDirective<Fire>, Box<dyn std::error::Error + Send + Sync>> {
        Ok(match state {
            Kiln::Cold => {
                self.first_batch += 1;
                EventLoopDirective::Transition(Fire::Light(self.first_batch))
            }
            _ => EventLoopDirective::Idle(secs(60)),
        })
    }

    fn writer_id(&self) -> WriterId {
        WriterId::from(StageId::new_const(1))
    }

    async fn write_completion_event(&self) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Ok(())
    }

    fn event_for_action_error(&self, msg: String) -> Fire {
        Fire::Error(msg)
    }
}

#[tokio::test(start_paused = true)]
async fn clocks_tasks_and_closures_of_an_expression_act_in_the_loop() {
    let begin = tokio::time::Instant::now();
    let journal = Journal::default();
    let potter = Potter { first_batch: 11 };
    let ended = SelfSupervisedExt::run(potter, Kiln::Cold, journal.clone()).await;
    let exit = match ended {
        Ok(_) => panic!("batch 13 cracks"),
        Err(error) => error.into_exit(),
    };
    assert_eq!(exit.kind(), ExitKind::Failed);
    let why = "in state `Firing`: a panic: a crack";
    assert_eq!(exit.state(), Some(&Kiln::Cracked(why.into())));
    // Two firings of 5 s; between them 10 s to cool.
    assert_eq!(begin.elapsed(), secs(5 + 10 + 5));
    assert_eq!(
        journal.take(),
        [
            "cold",
            "heat 12",
            "glow",
            "glow",
            "hot",
            "batch 12 is done",
            "open",
            "cold",
            "heat 13",
            "glow",
            "glow",
            "batch 13 is done",
        ],
    );
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Slow {
    Before,
    After,
    Over,
}

/// A component whose closure arm takes three seconds.
struct SlowArm;

impl Supervisor for SlowArm {
    type State = Slow;
    type Event = Fire;
    type Context = Journal;
    type Action = Do;

    fn build_state_machine(&self, initial_state: Slow) -> StateMachine<Slow, Fire, Journal, Do> {
        fsm! {
            state: Slow;
            event: Fire;
            context: Journal;
            action: Do;
            initial: initial_state;

            state Before {
                on Hot => |_: &Slow, _: &Fire, _: &mut Journal| {
                    Box::pin(async {
                        tokio::time::sleep(secs(3)).await;
                        Ok(Transition { next_state: Slow::After, actions: vec![] })
                    })
                };
            }
            state After {
                timeout secs(10) => Over;
            }
            terminal state Over;
        }
    }

    fn name(&self) -> &str {
        "slow"
    }
}

#[async_trait::async_trait]
impl SelfSupervised for SlowArm {
    async fn dispatch_state(
        &mut self,
        state: &Slow,
        _context: &mut Journal,
    ) -> Result<EventLoopDirective<Fire>, Box<dyn std::error::Error + Send + Sync>> {
        Ok(match state {
            Slow::Before => EventLoopDirective::Transition(Fire::Hot),
            _ => EventLoopDirective::Idle(secs(60)),
        })
    }

    fn writer_id(&self) -> WriterId {
        WriterId::from(StageId::new_const(2))
    }

    async fn write_completion_event(&self) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Ok(())
    }

    fn event_for_action_error(&self, msg: String) -> Fire {
        Fire::Error(msg)
    }
}

#[tokio::test(start_paused = true)]
async fn the_clock_of_a_state_that_a_slow_closure_goes_to_starts_when_the_state_is_entered() {
    let begin = tokio::time::Instant::now();
    let ended = SelfSupervisedExt::run(SlowArm, Slow::Before, Journal::default()).await;
    assert!(ended.is_ok());
    assert_eq!(begin.elapsed(), secs(3 + 10));
}
