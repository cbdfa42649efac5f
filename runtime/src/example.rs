//! For reading only: what `cargo doc` shows of a machine. Look at [`DownloadMachine`] and
//! [`DownloadDispatch`]; their source is the machine of the README. It is there when the documentation
//! is made.

use std::time::Duration;

use crate::prelude::*;

/// Where a download is.
#[derive(Clone, Debug, PartialEq, StateVariant)]
#[steadfast(crate = crate)]
pub enum Download {
    /// Nobody asked for it yet.
    Idle,
    /// A request is under way.
    Fetching {
        /// Which one, from 1 on.
        attempt: u32,
    },
    /// The server needs time.
    Waiting {
        /// The request that failed.
        attempt: u32,
    },
    /// The page goes to the disk.
    Storing,
    /// The page is on the disk.
    Done,
    /// There is no page, and why.
    Failed(String),
}

/// What a download is told.
#[derive(Debug, EventVariant)]
#[steadfast(crate = crate)]
pub enum Signal {
    /// Begin.
    Start,
    /// The server answered.
    Fetched(Vec<u8>),
    /// It did not.
    Lost(String),
    /// All is written.
    Stored,
    /// Enough.
    Cancel,
    /// Something went wrong.
    Error(String),
}

/// What a download does.
#[derive(Debug)]
pub enum Effect {
    /// Keeps a page to be written.
    Keep(Vec<u8>),
}

/// Where pages go.
#[derive(Debug)]
pub struct Disk {
    /// The page.
    pub page: Vec<u8>,
    /// How much of it is written.
    pub written: usize,
}

fsm! {
    /// Fetches one page, however often it takes, and stores it.
    pub struct DownloadMachine;
    /// What a download does in each state that works.
    pub trait DownloadDispatch;

    crate:   crate;
    state:   Download;
    event:   Signal;
    context: Disk;
    action:  Effect;
    initial: Idle;
    error:   Error;
    stop:    Cancel;

    state Idle { on Start => Fetching { attempt: 1 }; }

    superstate Trying {
        state Fetching { attempt } {
            task fetch(*attempt);
            timeout Duration::from_secs(10);
            on Fetched(page) => Storing do [Keep(page)];
            on Lost(why) if *attempt >= 5 => Failed(why);
            on timeout if *attempt >= 5 => Failed("no answer".into());
            on Lost(_) | timeout => Waiting { attempt: *attempt };
        }

        state Waiting { attempt } {
            timeout Duration::from_millis(1 << *attempt) => Fetching { attempt: *attempt + 1 };
        }

        on Start => stay;
    }

    /// Writes the page piece by piece.
    state Storing: Poll {
        on Stored => Done;
        on Start => stay;
    }

    any {
        on Cancel => Done;
        on Error(why) => Failed(why);
        on Fetched(_) | Lost(_) | Stored => reject;
    }

    terminal state Done;
    failure state Failed;
}

async fn fetch(_: u32) -> Signal {
    Signal::Lost("this is for reading only".into())
}
