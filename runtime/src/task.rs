//! The future that `task` names.

use std::future::Future;

use crate::BoxFuture;

/// A future of an event. The bounds that say where it may go stand on [`task`]: what breaks one of
/// them is a future all the same.
#[diagnostic::on_unimplemented(
    message = "this task is not a future of the event `{E}`",
    label = "not a future with `Output = {E}`",
    note = "a task is an `async` block, or the call of an `async fn`, that ends in an event of the machine"
)]
pub trait Task<E> {
    /// The task as the loop keeps it.
    fn boxed(self) -> BoxFuture<'static, E>
    where
        Self: Send + 'static;
}

#[diagnostic::do_not_recommend]
impl<E, F: Future<Output = E>> Task<E> for F {
    fn boxed(self) -> BoxFuture<'static, E>
    where
        Self: Send + 'static,
    {
        Box::pin(self)
    }
}

/// Boxes a state's task; the bounds make the compiler say what a task must be.
pub fn task<E, F: Task<E> + Send + 'static>(future: F) -> BoxFuture<'static, E> {
    future.boxed()
}
