//! What the table shows.

use std::sync::atomic::{AtomicBool, Ordering};

use steadfast::prelude::*;

/// Whether a press may be asked for its state's name.
pub static NAMELESS: AtomicBool = AtomicBool::new(false);

#[derive(Clone, Debug)]
pub enum Press {
    Printing,
    Stuck,
    Broken,
}

impl StateVariant for Press {
    fn variant_name(&self) -> &'static str {
        if NAMELESS.load(Ordering::Relaxed) {
            panic!("it has no name")
        }
        match self {
            Press::Printing => "Printing",
            Press::Stuck => "Stuck",
            Press::Broken => "Broken",
        }
    }
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

/// Prints for ever, or until it is told to block its thread.
#[supervisor(PressMachine, name = "press")]
pub struct PressWorker {
    pub blocks: bool,
}

impl PressDispatch for PressWorker {
    async fn printing(&mut self, _: &Press, (): &mut ()) -> Next<Order> {
        if !self.blocks {
            std::future::pending().await
        }
        crate::shown::go().await;
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
