//! How a component is started: run in place, or spawned.

use std::future::Future;

use crate::run::driver::{ByHandler, BySelf};
use crate::{
    ExternalEventPolicy, Handle, HandlerSupervised, Observe, RunResult, SelfSupervised, WeakHandle,
    run, spawn,
};

/// Runs and spawns a [`SelfSupervised`] component.
pub trait SelfSupervisedExt: SelfSupervised + Sized {
    /// Runs the component in place, until it ends.
    ///
    /// Without [`SelfSupervisedWithExternalEvents`](crate::SelfSupervisedWithExternalEvents)
    /// around it there is no mailbox: the component has only its dispatch, clocks and tasks.
    ///
    /// # Errors
    ///
    /// When it ended as failed. The error holds the exit.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the component without its completion hook, and there is no exit to
    /// hand events back: those in its mailbox go with it.
    fn run(
        self,
        initial_state: Self::State,
        context: Self::Context,
    ) -> impl Future<Output = RunResult<Self::State, Self::Event>> + Send {
        self.run_observed(initial_state, context, ())
    }

    /// [`run`](Self::run), with someone who looks on.
    ///
    /// # Errors
    ///
    /// As [`run`](Self::run).
    ///
    /// # Cancel safety
    ///
    /// As [`run`](Self::run).
    fn run_observed<O>(
        self,
        initial_state: Self::State,
        context: Self::Context,
        observer: O,
    ) -> impl Future<Output = RunResult<Self::State, Self::Event>> + Send
    where
        O: Observe<Self::State, Self::Event, Self::Action>,
    {
        run::in_place(BySelf(self), None, initial_state, context, observer)
    }

    /// Spawns the component on the current tokio runtime, in this state. Clocks, idling and the
    /// waits between faults need a runtime whose time driver is enabled.
    ///
    /// # Panics
    ///
    /// Outside a tokio runtime, and with what the component's `name`, the making of its machine, or
    /// the clone of the state panics with: it is not spawned then.
    #[track_caller]
    fn spawn_in(
        self,
        initial_state: Self::State,
        context: Self::Context,
    ) -> Handle<Self::Event, Self::State>
    where
        Self: ExternalEventPolicy,
        Self::State: Clone,
    {
        self.spawn_observed(initial_state, context, ())
    }

    /// [`spawn_in`](Self::spawn_in), with someone who looks on.
    ///
    /// # Panics
    ///
    /// As [`spawn_in`](Self::spawn_in).
    #[track_caller]
    fn spawn_observed<O>(
        self,
        initial_state: Self::State,
        context: Self::Context,
        observer: O,
    ) -> Handle<Self::Event, Self::State>
    where
        Self: ExternalEventPolicy,
        Self::State: Clone,
        O: Observe<Self::State, Self::Event, Self::Action>,
    {
        spawn::self_supervised(initial_state, observer, |_| (self, context))
    }

    /// [`spawn_observed`](Self::spawn_observed), for a component that needs a handle to itself: it and
    /// its context are made by `build`. `()` observes nothing.
    ///
    /// # Panics
    ///
    /// As [`spawn_in`](Self::spawn_in), and with what `build` panics with.
    #[track_caller]
    fn spawn_in_with<O>(
        initial_state: Self::State,
        observer: O,
        build: impl FnOnce(WeakHandle<Self::Event, Self::State>) -> (Self, Self::Context),
    ) -> Handle<Self::Event, Self::State>
    where
        Self: ExternalEventPolicy,
        Self::State: Clone,
        O: Observe<Self::State, Self::Event, Self::Action>,
    {
        spawn::self_supervised(initial_state, observer, build)
    }
}

impl<T: SelfSupervised> SelfSupervisedExt for T {}

/// Runs and spawns a [`HandlerSupervised`] component.
pub trait HandlerSupervisedExt: HandlerSupervised + Sized {
    /// Runs the component in place, until it ends: see [`SelfSupervisedExt::run`].
    ///
    /// # Errors
    ///
    /// When it ended as failed. The error holds the exit.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the component without its completion hook.
    fn run(
        self,
        initial_state: Self::State,
        context: Self::Context,
    ) -> impl Future<Output = RunResult<Self::State, Self::Event>> + Send {
        self.run_observed(initial_state, context, ())
    }

    /// [`run`](Self::run), with someone who looks on.
    ///
    /// # Errors
    ///
    /// As [`run`](Self::run).
    ///
    /// # Cancel safety
    ///
    /// As [`run`](Self::run).
    fn run_observed<O>(
        self,
        initial_state: Self::State,
        context: Self::Context,
        observer: O,
    ) -> impl Future<Output = RunResult<Self::State, Self::Event>> + Send
    where
        O: Observe<Self::State, Self::Event, Self::Action>,
    {
        let stage = Some(self.stage_id());
        run::in_place(ByHandler(self), stage, initial_state, context, observer)
    }

    /// Spawns the component on the current tokio runtime, in this state. Clocks, idling and the
    /// waits between faults need a runtime whose time driver is enabled.
    ///
    /// # Panics
    ///
    /// Outside a tokio runtime, and with what the component's `name`, the making of its machine, or
    /// the clone of the state panics with: it is not spawned then.
    #[track_caller]
    fn spawn_in(
        self,
        initial_state: Self::State,
        context: Self::Context,
    ) -> Handle<Self::Event, Self::State>
    where
        Self: ExternalEventPolicy,
        Self::State: Clone,
    {
        self.spawn_observed(initial_state, context, ())
    }

    /// [`spawn_in`](Self::spawn_in), with someone who looks on.
    ///
    /// # Panics
    ///
    /// As [`spawn_in`](Self::spawn_in).
    #[track_caller]
    fn spawn_observed<O>(
        self,
        initial_state: Self::State,
        context: Self::Context,
        observer: O,
    ) -> Handle<Self::Event, Self::State>
    where
        Self: ExternalEventPolicy,
        Self::State: Clone,
        O: Observe<Self::State, Self::Event, Self::Action>,
    {
        spawn::handler_supervised(initial_state, observer, |_| (self, context))
    }

    /// [`spawn_observed`](Self::spawn_observed), for a component that needs a handle to itself: it and
    /// its context are made by `build`. `()` observes nothing.
    ///
    /// # Panics
    ///
    /// As [`spawn_in`](Self::spawn_in), and with what `build` panics with.
    #[track_caller]
    fn spawn_in_with<O>(
        initial_state: Self::State,
        observer: O,
        build: impl FnOnce(WeakHandle<Self::Event, Self::State>) -> (Self, Self::Context),
    ) -> Handle<Self::Event, Self::State>
    where
        Self: ExternalEventPolicy,
        Self::State: Clone,
        O: Observe<Self::State, Self::Event, Self::Action>,
    {
        spawn::handler_supervised(initial_state, observer, build)
    }
}

impl<T: HandlerSupervised> HandlerSupervisedExt for T {}
