//! What the table shows.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use steadfast::ComponentId;
use steadfast::prelude::*;

/// Whether a [`Faulty`] handle may be asked for anything no more.
pub static SPOILT: AtomicBool = AtomicBool::new(false);

#[derive(Clone, Debug, StateVariant)]
pub enum Press {
    Printing,
    Stuck,
    Broken,
}

#[derive(Debug, EventVariant)]
pub enum Order {
    Sheet,
    Error(Fault),
}

fsm! {
    pub struct PressMachine;
    pub trait PressDispatch;

    state: Press;
    event: Order;
    context: ();
    initial: Printing;
    error: Error;

    // What is sent to it stays in its mailbox.
    state Printing: Ignore;
    state Stuck: Ignore;

    any {
        on Sheet => Stuck;
        on Error(_) => Broken;
    }

    failure state Broken;
}

/// What a press does at the word of the test.
#[derive(Clone, Copy, PartialEq)]
pub enum Then {
    Prints,
    Blocks,
    Panics,
}

/// Prints for ever, or until the word of the test: then it blocks its thread, or panics.
#[supervisor(PressMachine, name = "press")]
pub struct PressWorker {
    pub then: Then,
}

impl PressDispatch for PressWorker {
    async fn printing(&mut self, _: &Press, (): &mut ()) -> Next<Order> {
        if self.then == Then::Prints {
            std::future::pending().await
        }
        crate::shown::go().await;
        assert!(self.then != Then::Panics, "the press is jammed");
        Ok(next::emit(Order::Sheet))
    }

    async fn stuck(&mut self, _: &Press, (): &mut ()) -> Next<Order> {
        loop {
            std::thread::park();
        }
    }
}

#[derive(Clone, Debug, StateVariant)]
pub enum Desk {
    Waiting,
    Closed,
    Broken,
}

#[derive(Debug, EventVariant)]
pub enum Word {
    Close,
    Error(Fault),
}

fsm! {
    pub struct DeskMachine;
    pub trait DeskDispatch;

    state: Desk;
    event: Word;
    context: ();
    initial: Waiting;
    error: Error;
    closed: Close;

    state Waiting {
        on Close => Closed;
        on Error(_) => Broken;
    }

    terminal state Closed;
    failure state Broken;
}

#[supervisor(DeskMachine, name = "folder")]
pub struct Folder;

#[supervisor(DeskMachine, name = "binder")]
pub struct Binder;

impl DeskDispatch for Folder {}
impl DeskDispatch for Binder {}

/// A handle of somebody's own, with a mistake in it.
pub struct Faulty(pub Arc<dyn SupervisorHandle>);

#[async_trait]
impl SupervisorHandle for Faulty {
    fn name(&self) -> &str {
        self.0.name()
    }

    fn id(&self) -> ComponentId {
        self.0.id()
    }

    fn stop(&self) {
        self.0.stop();
    }

    fn abort(&self) {
        self.0.abort();
    }

    fn is_running(&self) -> bool {
        self.0.is_running()
    }

    fn stats(&self) -> Stats {
        assert!(!SPOILT.load(Ordering::Relaxed), "it has no numbers");
        self.0.stats()
    }

    fn weak(&self) -> Arc<dyn SupervisorHandle> {
        Arc::new(Faulty(self.0.weak()))
    }

    async fn join(&self) -> ExitKind {
        self.0.join().await
    }
}
