//! What the modules beside this one share: an action enum, a journal, and `both!`, which declares
//! one machine in both forms of `fsm!`.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use steadfast::prelude::*;

/// An action that says something: enough to see which actions came out, and in which order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Do {
    Say(&'static str),
    Tell(String),
}

impl Do {
    fn word(self) -> String {
        match self {
            Do::Say(word) => word.to_owned(),
            Do::Tell(word) => word,
        }
    }
}

/// The words of some actions, in order.
pub(crate) fn words(actions: Vec<Do>) -> Vec<String> {
    actions.into_iter().map(Do::word).collect()
}

/// A context that writes down what its machine notes and what its actions say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal(Arc<Mutex<Vec<String>>>);

impl Journal {
    pub(crate) fn note(&self, word: impl Into<String>) {
        self.0.lock().unwrap().push(word.into());
    }

    /// What was written since the last call.
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Execute<Do> for Journal {
    async fn execute(&mut self, action: Do) -> Result<(), BoxError> {
        self.note(action.word());
        Ok(())
    }
}

/// The output of a future that never waits: a machine without closures is one.
#[track_caller]
pub(crate) fn ready<F: Future>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the machine waits"),
    }
}

/// The text of the panic that `call` must end in.
#[track_caller]
pub(crate) fn panic_of<T>(call: impl FnOnce() -> T) -> String {
    let Err(payload) = catch_unwind(AssertUnwindSafe(call)) else {
        panic!("it did not panic");
    };
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast_ref::<&str>().unwrap().to_string(),
    }
}

pub(crate) fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Declares one machine twice, as an item and as an expression, and a function that gives both
/// with the initial state not yet entered. A test that runs over the two holds for both forms.
macro_rules! both {
    (fn $both:ident() -> $machine:ty; struct $name:ident; $($body:tt)*) => {
        ::steadfast::fsm! { struct $name; $($body)* }

        fn $both() -> [$machine; 2] {
            let item = <$name as ::steadfast::Machine>::machine(
                <$name as ::steadfast::Machine>::initial(),
            );
            [item, ::steadfast::fsm! { $($body)* }]
        }
    };
}

pub(crate) use both;
