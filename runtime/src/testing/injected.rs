//! A component with faults around it.

use std::fmt;
use std::future::Future;

use super::injector::{Call, FaultInjector, suffer};
use crate::forward::forward_to_inner;
use crate::{
    BoxError, Exit, ExternalEventMode, ExternalEventPolicy, HandlerSupervised, Next,
    SelfSupervised, StageId, StateMachine, StateVariant, Supervisor,
};

/// A component whose work, actions and completion hook go wrong as a [`FaultInjector`] says. In all
/// else it is the component within; spawn it by `spawn_in` or `spawn_observed`, or run it in place.
pub struct Injected<T> {
    inner: T,
    faults: FaultInjector,
}

impl<T> Injected<T> {
    pub(super) fn new(inner: T, faults: FaultInjector) -> Self {
        Injected { inner, faults }
    }
}

impl<T: Supervisor> fmt::Debug for Injected<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Injected")
            .field("name", &self.inner.name())
            .field("faults", &self.faults)
            .finish()
    }
}

impl<T: Supervisor> Supervisor for Injected<T> {
    type State = T::State;
    type Event = T::Event;
    type Context = T::Context;
    type Action = T::Action;

    const MAILBOX: usize = T::MAILBOX;

    fn build_state_machine(
        &self,
        initial_state: Self::State,
    ) -> StateMachine<Self::State, Self::Event, Self::Context, Self::Action> {
        self.inner.build_state_machine(initial_state)
    }

    fn name(&self) -> &str {
        self.inner.name()
    }

    fn stop_event(&self) -> Option<Self::Event> {
        self.inner.stop_event()
    }

    fn __external_mode(&self, state: &Self::State) -> ExternalEventMode {
        self.inner.__external_mode(state)
    }

    #[allow(clippy::manual_async_fn)] // The trait fixes the lifetime.
    fn __execute_action<'a>(
        &'a mut self,
        context: &'a mut Self::Context,
        action: Self::Action,
    ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a {
        async move {
            suffer(self.faults.begin(&[Call::Action])).await?;
            self.inner.__execute_action(context, action).await
        }
    }

    fn entered(&mut self, state: &Self::State) {
        self.inner.entered(state);
    }
}

impl<T: ExternalEventPolicy> ExternalEventPolicy for Injected<T> {
    fn external_event_mode(state: &Self::State) -> ExternalEventMode {
        T::external_event_mode(state)
    }

    fn on_external_event_channel_closed(state: &Self::State) -> Option<Self::Event> {
        T::on_external_event_channel_closed(state)
    }

    fn channel_closed_is_fault() -> bool {
        T::channel_closed_is_fault()
    }
}

/// Writes the part that the two traits have in common: they differ in their name alone.
macro_rules! inject {
    ($trait:ident { $($own:tt)* }) => {
        impl<T: $trait> $trait for Injected<T> {
            $($own)*

            #[allow(clippy::manual_async_fn)] // The trait fixes the lifetimes.
            fn dispatch_state<'life0, 'life1, 'life2, 'async_trait>(
                &'life0 mut self,
                state: &'life1 Self::State,
                context: &'life2 mut Self::Context,
            ) -> impl Future<Output = Next<Self::Event>> + Send + 'async_trait
            where
                'life0: 'async_trait,
                'life1: 'async_trait,
                'life2: 'async_trait,
                Self: 'async_trait,
            {
                async move {
                    let in_state = Call::DispatchIn(state.variant_name());
                    let injection = self.faults.begin(&[Call::Dispatch, in_state]);
                    suffer(injection).await?;
                    self.inner.dispatch_state(state, context).await
                }
            }

            forward_to_inner!();

            #[allow(clippy::manual_async_fn)] // The trait fixes the lifetime.
            fn completed<'a>(
                &'a mut self,
                exit: &'a Exit<Self::State, Self::Event>,
                context: &'a mut Self::Context,
            ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a {
                async move {
                    suffer(self.faults.begin(&[Call::Completion])).await?;
                    $trait::completed(&mut self.inner, exit, context).await
                }
            }
        }
    };
}

inject!(SelfSupervised {});
inject!(HandlerSupervised {
    type Handler = T::Handler;

    fn stage_id(&self) -> StageId {
        self.inner.stage_id()
    }
});
