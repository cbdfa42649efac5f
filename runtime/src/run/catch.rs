//! Panics of user code, caught where they happen.

use std::any::Any;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use crate::fault::panic_text;

/// Awaits a future; a panic in it is its text. What the future borrowed may be half changed: the
/// loop uses it again only for what is whole after any unwinding, as its callers say.
///
/// The caller pins it: a future that is passed on by value has its room twice in the one that awaits
/// it here, as what was passed and as what is pinned, and those of a component nest.
pub(crate) async fn future<F: Future>(mut future: Pin<&mut F>) -> Result<F::Output, Arc<str>> {
    std::future::poll_fn(move |cx| {
        match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
            Ok(poll) => poll.map(Ok),
            Err(payload) => Poll::Ready(Err(text(payload))),
        }
    })
    .await
}

/// Calls a function; a panic in it is its text.
pub(crate) fn call<T>(function: impl FnOnce() -> T) -> Result<T, Arc<str>> {
    catch_unwind(AssertUnwindSafe(function)).map_err(text)
}

/// The payload's text. A payload may itself panic when it is dropped: that one is not dropped.
fn text(payload: Box<dyn Any + Send>) -> Arc<str> {
    let text = panic_text(&*payload);
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(second);
    }
    text
}
