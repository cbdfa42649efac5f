//! Holds: every clause of the grammar in one machine, without a warning
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum Job {
    Waiting,
    Fetching { url: String, attempt: u32 },
    Parsing(String, usize),
    Storing { row: u64 },
    Paused,
    Done,
    Failed(String),
}

#[derive(Debug, EventVariant)]
enum Order {
    Start(String),
    Page { text: String, status: u16 },
    Parsed(u64),
    Stored,
    Tick,
    Pause,
    Cancel,
    Gone,
    Error(Fault),
}

#[derive(Debug)]
enum Deed {
    Log(&'static str),
    Note { text: String },
    Count,
}

struct Desk {
    patience: Duration,
    attempts: u32,
    done: u32,
}

fsm! {
    /// A job from order to result.
    struct JobMachine;
    /// What a job does.
    trait JobWork;

    state: Job;
    event: Order;
    context: Desk;
    action: Deed;
    initial: Waiting;
    error: Order::Error;
    closed: Order::Gone;
    stop: Order::Cancel;
    crate: ::steadfast;

    /// Nothing to do yet.
    state Waiting: Block {
        on_entry do [];
        on Start(url) if url.is_empty() => reject;
        on Start(url) => Fetching { url, attempt: 1 } do [Log("start"), Count];
        on Page { .. } | Parsed(_) | Stored | Pause => reject;
        on Tick => stay;
    }

    superstate Working: Poll {
        timeout context.patience * 10;
        on_entry do [Log("working")];
        on_exit do [Log("idle"), { Deed::Count }];

        state Fetching { url, attempt }: Race {
            task fetch(url.clone(), *attempt);
            timeout context.patience => Fetching { url: url.clone(), attempt: *attempt + 1 };
            every Duration::from_secs(1) => stay do [Log("still fetching")];
            on Page { text, status: 200 } => Parsing(text, 0);
            on Page { status: 400..=499, .. } => Failed(format!("no such page: {url}"));
            on whole @ Page { .. } if *attempt >= context.attempts => Failed(format!("{whole:?}"));
            on Page { .. } => stay { attempt: *attempt + 1 } do [Count];
            on Start(_) => postpone;
            on Parsed(_) | Stored => reject;
        }

        superstate Keeping {
            state Parsing(text, _): Ignore {
                on Parsed(row) => Storing { row } do [Note { text: std::mem::take(text) }];
                on Stored => reject;
            }

            state Storing { row: _, .. } {
                on_entry do [(Deed::Note { text: format!("{state:?}") })];
                on Stored if context.done > 9 => Done;
                on Stored => Waiting;
                on Parsed(_) => stay;
            }

            on Start(_) => postpone;
            unhandled => stay;
        }

        on timeout => Failed("too slow".to_owned());
        on Tick => stay;
        on Pause => Paused;
    }

    state Paused {
        on Start(_) | Tick => Waiting;
        unhandled => postpone;
    }

    any {
        on Cancel | Gone => Done;
        on Error(fault) => Failed(fault.into());
    }

    terminal state Done {
        on_entry do [Log("done")];
    }
    failure state Failed(_);

    unhandled => reject;
}

async fn fetch(url: String, attempt: u32) -> Order {
    let text = format!("{url} {attempt}");
    Order::Page { text, status: 200 }
}

#[supervisor(
    JobMachine,
    name = "job",
    completed = JobSupervisor::completed,
    mailbox = 16,
    stage_id = StageId::of("job"),
)]
struct JobSupervisor {
    turns: u32,
}

use steadfast::StageId;

impl JobSupervisor {
    async fn completed(&mut self, exit: &Exit<Job, Order>, desk: &mut Desk) {
        desk.done += self.turns + u32::from(exit.kind() == ExitKind::Completed);
    }
}

impl JobWork for JobSupervisor {
    async fn fetching(&mut self, _: &Job, _: &mut Desk) -> Next<Order> {
        self.turns += 1;
        Ok(next::idle(Duration::from_secs(1)))
    }

    async fn parsing(&mut self, state: &Job, _: &mut Desk) -> Next<Order> {
        let Job::Parsing(text, _) = state else {
            return Ok(next::end());
        };
        let row = text.trim().parse()?;
        Ok(next::emit(Order::Parsed(row)))
    }

    async fn storing(&mut self, _: &Job, desk: &mut Desk) -> Next<Order> {
        desk.done += 1;
        Ok(Order::Stored.into())
    }
}

impl Execute<Deed> for Desk {
    async fn execute(&mut self, deed: Deed) -> Result<(), BoxError> {
        match deed {
            Deed::Log(word) => println!("{word}"),
            Deed::Note { text } => drop(text),
            Deed::Count => self.done += 1,
        }
        Ok(())
    }
}

fn main() {
    let orders = [
        Order::Start(String::new()),
        Order::Tick,
        Order::Pause,
        Order::Cancel,
        Order::Gone,
    ];
    let desk = Desk {
        patience: Duration::MAX,
        attempts: 3,
        done: 0,
    };
    let mut actions = Vec::new();
    let machine = JobMachine::start(&desk, &mut actions);
    assert!(matches!(machine.state(), Job::Waiting));
    assert_eq!(orders.len(), JobMachine::GRAPH.states.len() - 2);
    let _spawn = JobSupervisor::spawn;
}
