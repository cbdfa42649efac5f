//! Actions: what a transition asks for, and who performs it.

use std::future::Future;

use crate::{BoxError, FsmError};

/// A context that executes actions: `impl Execute<Effect> for LinkContext`.
///
/// Actions come by value and one after the other, in the order exit, transition, entry. When one
/// fails, those after it are not executed, and the error becomes the machine's error event. It
/// arrives after the state has changed; what can fail in a way that the machine should decide on
/// is better a state than an action.
///
/// ```
/// use steadfast::prelude::*;
///
/// enum Effect { Add(u32) }
/// struct Total(u32);
///
/// impl Execute<Effect> for Total {
///     async fn execute(&mut self, action: Effect) -> Result<(), BoxError> {
///         match action {
///             Effect::Add(n) => self.0 = self.0.checked_add(n).ok_or("the total overflows")?,
///         }
///         Ok(())
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not execute the machine's actions",
    label = "it lacks `impl Execute<{A}> for {Self}`"
)]
pub trait Execute<A> {
    /// Executes one action.
    ///
    /// # Errors
    ///
    /// Whatever went wrong. It is kept as the source of the fault.
    ///
    /// # Cancel safety
    ///
    /// The loop cancels an action only when the component is aborted or its runtime shut down.
    fn execute(&mut self, action: A) -> impl Future<Output = Result<(), BoxError>> + Send;
}

/// Marks the context of hand-written [`FsmAction`]s.
pub trait FsmContext {}

/// An action that executes itself: the hand-written spelling, usually under `#[async_trait]`. A
/// context of such actions has [`Execute`] by itself.
pub trait FsmAction {
    /// What the action works on.
    type Context;

    /// Executes the action.
    ///
    /// # Errors
    ///
    /// Whatever went wrong.
    ///
    /// # Cancel safety
    ///
    /// As [`Execute::execute`].
    // The lifetimes are those that `#[async_trait]` writes, so that an impl under it fits, while
    // an impl without it need not box.
    fn execute<'life0, 'life1, 'async_trait>(
        &'life0 self,
        ctx: &'life1 mut Self::Context,
    ) -> impl Future<Output = Result<(), FsmError>> + Send + 'async_trait
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        Self: 'async_trait;
}

#[diagnostic::do_not_recommend]
impl<A, C> Execute<A> for C
where
    A: FsmAction<Context = C> + Send + Sync,
    C: Send,
{
    async fn execute(&mut self, action: A) -> Result<(), BoxError> {
        action.execute(self).await.map_err(BoxError::from)
    }
}

/// The action of a machine that declares none. It has no value, and every context executes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAction {}

#[diagnostic::do_not_recommend]
impl<C> Execute<NoAction> for C {
    #[allow(unreachable_code)] // `NoAction` has no value: there is nothing to execute.
    fn execute(&mut self, action: NoAction) -> impl Future<Output = Result<(), BoxError>> + Send {
        std::future::ready(match action {})
    }
}
