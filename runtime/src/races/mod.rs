//! What threads share, under every interleaving of them: see `sync.rs`.
//!
//! tokio's own primitives are not taken apart: a call of one is a single step, which is what tokio
//! promises. A [`Turn`] before it lets the checker put any other thread's step in front.

mod abort;
mod counters;
mod ending;
mod mailbox;
mod stop;

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use crate::StateVariant;
use crate::exit::Unhandled;
use crate::sync::{AtomicU64, Ordering};
use crate::{Exit, ExitKind};

/// Puts the steps of threads that the checker cannot see into an order that it chooses.
#[derive(Clone, Default)]
struct Turn(Arc<AtomicU64>);

impl Turn {
    fn take(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// Polls a future once.
fn poll_once<F: Future + Unpin>(future: &mut F) -> Poll<F::Output> {
    let mut future = pin!(future);
    loom::future::block_on(std::future::poll_fn(|cx| {
        Poll::Ready(future.as_mut().poll(cx))
    }))
}

#[derive(Clone, Debug, PartialEq)]
struct Only;

impl StateVariant for Only {
    fn variant_name(&self) -> &'static str {
        "Only"
    }
}

fn exit(kind: ExitKind) -> Exit<Only, u32> {
    let unhandled = Unhandled {
        events: Vec::new(),
        mailbox: None,
    };
    Exit::new(kind, Some(Only), Vec::new(), unhandled, None)
}
