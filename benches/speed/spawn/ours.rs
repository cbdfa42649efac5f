//! Ours, spawned: with a handle, a watch that shows each state, counters and all faults contained. It runs when the
//! action of its first state's entry does.

use steadfast::prelude::*;

use super::Idler;
use super::running::Running;
use crate::contest::Failure;

#[derive(Clone, Debug, StateVariant)]
enum Life {
    Open,
    Over,
}

#[derive(Debug, EventVariant)]
enum Order {
    #[expect(
        dead_code,
        reason = "a user would send it; here the mailbox stays empty"
    )]
    Pay(u64),
    #[expect(
        dead_code,
        reason = "a user would send it; here the mailbox stays empty"
    )]
    Refund(u64),
    Error(Fault),
}

enum Act {
    Run,
    Add(u64),
    Take(u64),
}

struct Drawer {
    running: Running,
    sum: u64,
}

fsm! {
    struct IdlerMachine;
    trait IdlerDispatch;

    state: Life;
    event: Order;
    context: Drawer;
    action: Act;
    initial: Open;
    error: Error;

    state Open {
        on_entry do [Run];
        on Pay(amount) => stay do [Add(amount)];
        on Refund(amount) => stay do [Take(amount)];
        on Error(_) => Over;
    }

    failure state Over;
}

impl Execute<Act> for Drawer {
    async fn execute(&mut self, action: Act) -> Result<(), BoxError> {
        match action {
            Act::Run => self.running.one(),
            Act::Add(amount) => self.sum = self.sum.wrapping_add(amount),
            Act::Take(amount) => self.sum = self.sum.wrapping_sub(amount),
        }
        Ok(())
    }
}

#[supervisor(IdlerMachine, mailbox = super::MAILBOX)]
struct Keeper;

impl IdlerDispatch for Keeper {}

pub(crate) struct Ours(Handle<Order, Life>);

impl Idler for Ours {
    async fn spawn(running: &Running) -> Result<Self, Failure> {
        let running = running.clone();
        Ok(Ours(Keeper.spawn(Drawer { running, sum: 0 })))
    }

    async fn stop(&mut self) -> Result<(), Failure> {
        self.0.stop();
        Ok(())
    }

    async fn join(self) -> Result<(), Failure> {
        match self.0.join().await.kind() {
            ExitKind::Completed => Ok(()),
            kind => Err(kind.to_string().into()),
        }
    }
}
