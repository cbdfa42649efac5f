//! What does `#[supervisor]` write?
//!
//! The ticker below is a component like any other, but its three impls are written out. With the
//! macro they would be one line on `struct Ticker` and one method, `ticking`.
//!
//! Run it with `cargo run -p steadfast-examples --example by_hand`.

use std::time::Duration;

use async_trait::async_trait;
use steadfast::prelude::*;
use steadfast::{ExternalEventPolicy, NoAction, StageId, WriterId};

#[derive(Clone, Debug, StateVariant)]
pub enum Tick {
    Paused,
    Ticking,
    Stopped,
    Failed(String),
}

#[derive(Debug, EventVariant)]
pub enum Command {
    Resume,
    Pause,
    Stop,
    Error(String),
}

// Without a `trait` line the machine knows nothing of supervisors, and needs no `error:` header.
fsm! {
    pub struct TickMachine;

    state: Tick; event: Command; context: Ticks; initial: Paused;

    state Paused { on Resume => Ticking; on Pause => stay; }
    state Ticking { on Pause => Paused; on Resume => stay; }
    any { on Stop => Stopped; on Error(message) => Failed(message); }

    terminal state Stopped;
    failure state Failed;
}

pub struct Ticks {
    left: u32,
}

struct Ticker {
    name: String,
    period: Duration,
}

impl Supervisor for Ticker {
    type State = Tick;
    type Event = Command;
    type Context = Ticks;
    type Action = NoAction;

    fn build_state_machine(&self, initial: Tick) -> StateMachine<Tick, Command, Ticks, NoAction> {
        TickMachine::machine(initial)
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn stop_event(&self) -> Option<Command> {
        Some(Command::Stop)
    }
}

#[async_trait]
impl SelfSupervised for Ticker {
    async fn dispatch_state(&mut self, state: &Tick, context: &mut Ticks) -> Next<Command> {
        match state {
            Tick::Ticking => {
                // Dropped and begun again whenever an event comes first.
                tokio::time::sleep(self.period).await;
                context.left = context.left.checked_sub(1).ok_or("out of ticks")?;
                println!("{}: {} left", self.name, context.left);
                Ok(next::again())
            }
            // The policy below does not let these work.
            _ => Ok(next::end()),
        }
    }

    fn writer_id(&self) -> WriterId {
        StageId::of(&self.name).into()
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        println!("{}: at its end", self.name);
        Ok(())
    }

    fn event_for_action_error(&self, msg: String) -> Command {
        Command::Error(msg)
    }
}

impl ExternalEventPolicy for Ticker {
    fn external_event_mode(state: &Tick) -> ExternalEventMode {
        match state {
            Tick::Ticking => ExternalEventMode::Race,
            _ => ExternalEventMode::Block,
        }
    }

    fn on_external_event_channel_closed(_: &Tick) -> Option<Command> {
        Some(Command::Stop)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let name = "ticker-1".into();
    let period = Duration::from_millis(20);
    let ticker = Ticker { name, period }.spawn_in(Tick::Paused, Ticks { left: 3 });
    ticker.send(Command::Resume).await?;
    ticker.send(Command::Pause).await?;
    ticker.send(Command::Resume).await?;

    let exit = ticker.join().await;
    match exit.state() {
        Some(Tick::Failed(why)) => println!("{}, as expected: {why}", exit.kind()),
        _ => println!("{exit}"),
    }
    Ok(())
}
