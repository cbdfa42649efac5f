//! Handles whose types are forgotten: for lists of components.

use std::sync::Arc;

use async_trait::async_trait;

use crate::{ComponentId, ExitKind, Handle, Stats, WeakHandle};

/// What every handle can do, whatever the component's types: for lists of components.
///
/// A [`Handle`] in a list is a handle: its component is not told that all senders are gone. Who
/// only looks at components, and does not own them, has [`weak`](Self::weak) ones.
#[async_trait]
pub trait SupervisorHandle: Send + Sync {
    /// The component's name.
    fn name(&self) -> &str;
    /// The component's identity.
    fn id(&self) -> ComponentId;
    /// Asks the component to stop: see [`Handle::stop`].
    fn stop(&self);
    /// Ends the component without its machine: see [`Handle::abort`].
    fn abort(&self);
    /// Whether the component has not ended yet.
    fn is_running(&self) -> bool;
    /// What the component is doing, and its counters: see [`Handle::stats`].
    fn stats(&self) -> Stats;
    /// A handle of the same component that keeps nobody from being told that all senders are gone:
    /// see [`Handle::downgrade`].
    fn weak(&self) -> Arc<dyn SupervisorHandle>;
    /// Waits for the component's end: see [`Handle::join`]. Cancelled, nothing is lost.
    async fn join(&self) -> ExitKind;
}

/// Writes the impl for both kinds of handle, which differ in how they come to a weak one.
macro_rules! any_handle {
    ($handle:ident, |$of:ident| $weak:expr) => {
        #[async_trait]
        impl<E, S> SupervisorHandle for $handle<E, S>
        where
            E: Send + 'static,
            S: Send + Sync + 'static,
        {
            fn name(&self) -> &str {
                $handle::name(self)
            }

            fn id(&self) -> ComponentId {
                $handle::id(self)
            }

            fn stop(&self) {
                $handle::stop(self);
            }

            fn abort(&self) {
                $handle::abort(self);
            }

            fn is_running(&self) -> bool {
                $handle::is_running(self)
            }

            fn stats(&self) -> Stats {
                $handle::stats(self)
            }

            fn weak(&self) -> Arc<dyn SupervisorHandle> {
                let $of = self;
                Arc::new($weak)
            }

            async fn join(&self) -> ExitKind {
                $handle::join(self).await.kind()
            }
        }
    };
}

any_handle!(Handle, |handle| handle.downgrade());
any_handle!(WeakHandle, |handle| handle.clone());
