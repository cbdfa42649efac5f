//! The traits of a component. `#[supervisor]` writes them; they can be written by hand, under
//! `#[async_trait]` too.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll};

use crate::channel::DEFAULT_MAILBOX;
use crate::run::signals::Signals;
use crate::run::wait::{self, Inbox};
use crate::run::wake::{Look, Wake};
use crate::{
    BoxError, EventReceiver, EventVariant, Execute, Exit, ExternalEventMode, Fault, Next, StageId,
    StateMachine, StateVariant, WriterId,
};

/// What every component has: its machine and its name.
pub trait Supervisor: Send + 'static {
    /// The states.
    type State: StateVariant + Send + Sync + 'static;
    /// The events.
    type Event: EventVariant + Send + 'static;
    /// What actions work on, and what guards look at.
    type Context: Execute<Self::Action> + Send + 'static;
    /// What transitions ask for.
    type Action: Send + 'static;

    /// How many events the mailbox holds before `send` waits; at least one.
    const MAILBOX: usize = DEFAULT_MAILBOX;

    /// Whether a mailbox is around the component already.
    #[doc(hidden)]
    const DECORATED: bool = false;

    /// The machine, about to enter `initial_state`.
    fn build_state_machine(
        &self,
        initial_state: Self::State,
    ) -> StateMachine<Self::State, Self::Event, Self::Context, Self::Action>;

    /// The component's name, in traces and reports.
    fn name(&self) -> &str;

    /// The event that `stop` gives to the machine, once: a machine that does not end on it remembers
    /// it, or runs on. Without one, `stop` ends the component as
    /// completed in the state it is in.
    fn stop_event(&self) -> Option<Self::Event> {
        None
    }

    /// How a state looks at external events where there is no mailbox to look at.
    #[doc(hidden)]
    fn __external_mode(&self, state: &Self::State) -> ExternalEventMode {
        let _ = state;
        ExternalEventMode::Ignore
    }

    /// Executes one action. Here a fault can be put in its way: see `testing`.
    #[doc(hidden)]
    fn __execute_action<'a>(
        &'a mut self,
        context: &'a mut Self::Context,
        action: Self::Action,
    ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a {
        context.execute(action)
    }

    /// A state was committed.
    #[doc(hidden)]
    fn entered(&mut self, state: &Self::State) {
        let _ = state;
    }

    /// Looks for what needs no wait, where no stop, clock or task comes before it, and none can come
    /// that would not wait for the work to end.
    #[doc(hidden)]
    fn __look(&mut self, state: &Self::State, signals: &Signals<Self::Event>) -> Look<Self::Event> {
        let _ = signals;
        match self.__external_mode(state) {
            ExternalEventMode::Poll | ExternalEventMode::Ignore => Look::Work,
            ExternalEventMode::Race => Look::Race,
            ExternalEventMode::Block => Look::Rest,
        }
    }

    /// Waits where there is no work, or where it is not to begin yet.
    #[doc(hidden)]
    fn __poll_rest(
        &mut self,
        state: &Self::State,
        signals: &mut Signals<Self::Event>,
        cx: &mut Context<'_>,
    ) -> Poll<Wake<Self::Event>> {
        wait::poll_rest(
            self.__external_mode(state),
            no_mailbox::<Self>(),
            signals,
            cx,
        )
    }

    /// How many events were taken out of the mailbox and are still to be handled.
    #[doc(hidden)]
    fn __batched(&self) -> usize {
        0
    }

    /// The machine broke off over the `closed` event: it is to be given it once more.
    #[doc(hidden)]
    fn __closed_again(&mut self) {}

    /// Closes the mailbox and gives it away with what it holds.
    #[doc(hidden)]
    fn __close_mailbox(&mut self) -> Option<EventReceiver<Self::Event>> {
        None
    }
}

/// Where there is nothing to listen to.
fn no_mailbox<'a, T: Supervisor + ?Sized>() -> Option<&'a mut Inbox<'a, T::State, T::Event>> {
    None
}

/// What the two traits below have in common beyond what users see: how the loop drives either.
macro_rules! the_loops_part {
    () => {
        /// The event that an error becomes, with all that is known of it.
        #[doc(hidden)]
        fn event_for_fault(&self, fault: Fault) -> Self::Event {
            self.event_for_action_error(fault.into())
        }

        /// One piece of work, whatever stands in the mailbox.
        #[doc(hidden)]
        fn __work<'a>(
            &'a mut self,
            state: &'a Self::State,
            context: &'a mut Self::Context,
        ) -> impl Future<Output = Next<Self::Event>> + Send + 'a {
            self.dispatch_state(state, context)
        }

        /// One piece of work that whatever comes first interrupts.
        #[doc(hidden)]
        fn __race<'a>(
            &'a mut self,
            state: &'a Self::State,
            context: &'a mut Self::Context,
            signals: &'a mut Signals<Self::Event>,
        ) -> impl Future<Output = Wake<Self::Event>> + Send + 'a {
            async move {
                let work = pin!(Some(self.dispatch_state(state, context)));
                wait::race(no_mailbox::<Self>(), signals, work).await
            }
        }

        /// One wait of the loop: for whatever comes first under the state's policy.
        #[doc(hidden)]
        fn __wait<'a>(
            &'a mut self,
            state: &'a Self::State,
            context: &'a mut Self::Context,
            signals: &'a mut Signals<Self::Event>,
        ) -> impl Future<Output = Wake<Self::Event>> + Send + 'a {
            let mode = self.__external_mode(state);
            wait::round(mode, no_mailbox::<Self>(), signals, move || {
                self.dispatch_state(state, context)
            })
        }

        /// The completion hook, told which way it was.
        #[doc(hidden)]
        fn completed<'a>(
            &'a mut self,
            exit: &'a Exit<Self::State, Self::Event>,
            context: &'a mut Self::Context,
        ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a {
            let _ = (exit, context);
            self.write_completion_event()
        }
    };
}

// The lifetimes below are those that `#[async_trait]` writes, and the return types are opaque:
// an impl under `#[async_trait]` fits, and a generated one returns its future unboxed.

/// A component that does its own work.
pub trait SelfSupervised: Supervisor {
    /// Does one piece of the work of `state`. An error becomes the machine's error event.
    ///
    /// # Errors
    ///
    /// Whatever went wrong.
    ///
    /// # Cancel safety
    ///
    /// In a `Race` state the future is dropped whenever something else comes first, and called
    /// anew: keep progress in `self`. Under the other policies only `abort` drops it.
    fn dispatch_state<'life0, 'life1, 'life2, 'async_trait>(
        &'life0 mut self,
        state: &'life1 Self::State,
        context: &'life2 mut Self::Context,
    ) -> impl Future<Output = Next<Self::Event>> + Send + 'async_trait
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait;

    /// The identity under which the component writes.
    fn writer_id(&self) -> WriterId;

    /// Called once, at the end, whichever way it comes, unless the component was aborted. An abort
    /// cuts it short at its next await.
    ///
    /// # Errors
    ///
    /// They are reported, and do not change how the component ended.
    fn write_completion_event<'life0, 'async_trait>(
        &'life0 self,
    ) -> impl Future<Output = Result<(), BoxError>> + Send + 'async_trait
    where
        'life0: 'async_trait,
        Self: 'async_trait;

    /// The event that an error becomes, by its text.
    fn event_for_action_error(&self, msg: String) -> Self::Event;

    the_loops_part!();
}

/// A component that works through a handler which somebody else supplies.
pub trait HandlerSupervised: Supervisor {
    /// What does the work.
    type Handler;

    /// Does one piece of the work of `state`: see [`SelfSupervised::dispatch_state`].
    ///
    /// # Errors
    ///
    /// Whatever went wrong.
    ///
    /// # Cancel safety
    ///
    /// As [`SelfSupervised::dispatch_state`].
    fn dispatch_state<'life0, 'life1, 'life2, 'async_trait>(
        &'life0 mut self,
        state: &'life1 Self::State,
        context: &'life2 mut Self::Context,
    ) -> impl Future<Output = Next<Self::Event>> + Send + 'async_trait
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait;

    /// The identity under which the component writes.
    fn writer_id(&self) -> WriterId;

    /// The stage that the handler belongs to.
    fn stage_id(&self) -> StageId;

    /// Called once, at the end: see [`SelfSupervised::write_completion_event`].
    ///
    /// # Errors
    ///
    /// They are reported, and do not change how the component ended.
    fn write_completion_event<'life0, 'async_trait>(
        &'life0 self,
    ) -> impl Future<Output = Result<(), BoxError>> + Send + 'async_trait
    where
        'life0: 'async_trait,
        Self: 'async_trait;

    /// The event that an error becomes, by its text.
    fn event_for_action_error(&self, msg: String) -> Self::Event;

    the_loops_part!();
}
