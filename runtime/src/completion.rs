//! The method that `completed = ..` names.

use std::future::Future;

use crate::{BoxError, BoxFuture, Exit};

/// A method that can be called at a component's end. `R` is how it takes the component and the
/// context: most change both, but a method that looks at one of them is as good.
#[diagnostic::on_unimplemented(
    message = "`completed` names an async method `(&mut self, &Exit<{S}, {E}>, &mut {C})` that returns `()` or a `Result`",
    label = "not such a method of `{T}`"
)]
pub trait Completed<'a, R, T, S, E, C> {
    /// What the method returns.
    type Future: Future<Output: Completion> + 'a;

    /// Calls it.
    fn call(
        self,
        supervisor: &'a mut T,
        exit: &'a Exit<S, E>,
        context: &'a mut C,
    ) -> BoxFuture<'a, Result<(), BoxError>>
    where
        Self::Future: Send;
}

/// The method takes something by `&mut`.
#[derive(Debug)]
pub struct Changes;
/// The method takes something by `&`.
#[derive(Debug)]
pub struct Reads;

macro_rules! completed {
    ($supervisor:ident: $t:ty, $context:ident: $c:ty) => {
        #[diagnostic::do_not_recommend]
        impl<'a, F, T, S, E, C, R> Completed<'a, ($supervisor, $context), T, S, E, C> for F
        where
            F: FnOnce($t, &'a Exit<S, E>, $c) -> R,
            R: Future<Output: Completion> + 'a,
            T: 'a,
            S: 'a,
            E: 'a,
            C: 'a,
        {
            type Future = R;

            fn call(
                self,
                supervisor: &'a mut T,
                exit: &'a Exit<S, E>,
                context: &'a mut C,
            ) -> BoxFuture<'a, Result<(), BoxError>>
            where
                R: Send,
            {
                let future = self(supervisor, exit, context);
                Box::pin(async move { future.await.into_result() })
            }
        }
    };
}

completed!(Changes: &'a mut T, Changes: &'a mut C);
completed!(Changes: &'a mut T, Reads: &'a C);
completed!(Reads: &'a T, Changes: &'a mut C);
completed!(Reads: &'a T, Reads: &'a C);

/// Calls the method that `completed = ..` names. It comes last: by then the types are known that it
/// must have. The future is boxed, since an opaque one would be a second place to find fault with
/// the method; it is made once in a component's life.
pub fn completed<'a, R, T, S, E, C, F>(
    supervisor: &'a mut T,
    exit: &'a Exit<S, E>,
    context: &'a mut C,
    method: F,
) -> BoxFuture<'a, Result<(), BoxError>>
where
    F: Completed<'a, R, T, S, E, C>,
    F::Future: Send,
{
    method.call(supervisor, exit, context)
}

/// What a completion method may return.
pub trait Completion {
    /// As a result.
    ///
    /// # Errors
    ///
    /// The method's own.
    fn into_result(self) -> Result<(), BoxError>;
}

impl Completion for () {
    fn into_result(self) -> Result<(), BoxError> {
        Ok(())
    }
}

impl<E: Into<BoxError>> Completion for Result<(), E> {
    fn into_result(self) -> Result<(), BoxError> {
        self.map_err(Into::into)
    }
}
