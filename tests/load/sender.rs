//! One who sends, as a task or as a thread, and enters what came of it.

use std::sync::Arc;

use steadfast::prelude::*;
use steadfast::{SendError, TrySendError};
use tokio::task::yield_now;

use super::ledger::{Ledger, Sent};
use super::plan::{How, Step};
use super::yard::{Word, Yard};

/// One who sends.
pub struct Sender {
    pub handle: Handle<Word, Yard>,
    pub ledger: Ledger,
    pub steps: Vec<Step>,
    /// The number of the first event.
    pub first: u32,
    /// Dropped when nothing is sent any more.
    pub _busy: Arc<()>,
}

impl Sender {
    fn send_refused(&self, number: u32, event: Word) {
        assert_eq!(event.number(), Some(number), "another event was given back");
        self.ledger.sent(number, Sent::GivenBack);
    }

    fn sent(&self, number: u32, result: Result<(), SendError<Word>>) {
        match result {
            Ok(()) => self.ledger.sent(number, Sent::Accepted),
            Err(SendError(event)) => self.send_refused(number, event),
        }
    }

    fn try_send(&self, number: u32, word: Word) {
        match self.handle.try_send(word) {
            Ok(()) => self.ledger.sent(number, Sent::Accepted),
            Err(TrySendError::Full(event) | TrySendError::Closed(event)) => {
                self.send_refused(number, event);
            }
        }
    }

    pub async fn run(self) {
        for (number, step) in (self.first..).zip(&self.steps) {
            yields(step.pause.into()).await;
            let word = step.kind.word(self.ledger.token(number));
            match step.how {
                How::Send => self.sent(number, self.handle.send(word).await),
                How::Try => self.try_send(number, word),
                How::Cancel(after) => {
                    tokio::select! {
                        biased;
                        result = self.handle.send(word) => self.sent(number, result),
                        () = yields(after.into()) => {}
                    }
                }
            }
        }
    }

    /// Without a runtime.
    pub fn run_on_thread(self) {
        for (number, step) in (self.first..).zip(&self.steps) {
            for _ in 0..step.pause {
                std::thread::yield_now();
            }
            let word = step.kind.word(self.ledger.token(number));
            self.try_send(number, word);
        }
    }
}

pub async fn yields(count: u32) {
    for _ in 0..count {
        yield_now().await;
    }
}
