//! The decorator that lets a component listen to its mailbox while it works.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll};

use crate::channel::Closed;
use crate::forward::forward_to_inner;
use crate::run::signals::Signals;
use crate::run::wait::{self, Inbox};
use crate::run::wake::{Look, Wake};
use crate::{
    BoxError, EventLoopDirective, EventReceiver, Exit, ExternalEventMode, ExternalEventPolicy,
    Fault, FaultKind, HandlerSupervised, Next, SelfSupervised, StageId, StateMachine, StateVariant,
    StateWatcher, Supervisor,
};

/// A [`SelfSupervised`] component with a mailbox: external events come in by the policy of each
/// state, and each state is published to a watcher.
pub type SelfSupervisedWithExternalEvents<T> = WithExternalEvents<T>;

/// A [`HandlerSupervised`] component with a mailbox: external events come in by the policy of each
/// state, and each state is published to a watcher.
pub type HandlerSupervisedWithExternalEvents<T> = WithExternalEvents<T>;

/// The one decorator behind [`SelfSupervisedWithExternalEvents`] and
/// [`HandlerSupervisedWithExternalEvents`].
///
/// `dispatch_state` gives one event, or dispatches the component within, as the state's policy
/// says. Under `run`, clocks, tasks and `stop` take part too.
pub struct WithExternalEvents<T: Supervisor> {
    inner: T,
    receiver: EventReceiver<T::Event>,
    watcher: StateWatcher<T::State>,
    /// External events in a row, without a dispatch in between.
    streak: u32,
    /// The state that was told that all senders are gone, until another state is asked for.
    told_closed: Option<&'static str>,
}

impl<T: Supervisor> fmt::Debug for WithExternalEvents<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WithExternalEvents")
            .field("name", &self.inner.name())
            .field("receiver", &self.receiver)
            .finish_non_exhaustive()
    }
}

impl<T: Supervisor> WithExternalEvents<T> {
    /// Gives a component its mailbox and the watcher of its states.
    pub fn new(
        inner: T,
        receiver: EventReceiver<T::Event>,
        watcher: StateWatcher<T::State>,
    ) -> Self {
        WithExternalEvents {
            inner,
            receiver,
            watcher,
            streak: 0,
            told_closed: None,
        }
    }
}

impl<T> Supervisor for WithExternalEvents<T>
where
    T: ExternalEventPolicy + Supervisor<State: Clone>,
{
    type State = T::State;
    type Event = T::Event;
    type Context = T::Context;
    type Action = T::Action;

    const MAILBOX: usize = T::MAILBOX;
    const DECORATED: bool = true;

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

    fn __execute_action<'a>(
        &'a mut self,
        context: &'a mut Self::Context,
        action: Self::Action,
    ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a {
        self.inner.__execute_action(context, action)
    }

    fn entered(&mut self, state: &Self::State) {
        self.inner.entered(state);
        if self.told_closed != Some(state.variant_name()) {
            self.told_closed = None;
        }
        self.watcher.update(state.clone());
    }

    fn __look(&mut self, state: &Self::State, signals: &Signals<Self::Event>) -> Look<Self::Event> {
        let mode = T::external_event_mode(state);
        if mode == ExternalEventMode::Block {
            return match self.receiver.next_in_batch() {
                Some(event) => Look::Found(event),
                None => Look::Rest,
            };
        }
        if mode != ExternalEventMode::Ignore && self.streak < wait::STREAK {
            match self.receiver.try_recv() {
                Ok(None) => {}
                Ok(Some(event)) => {
                    // As in `Inbox::found`: a stop that came before it goes first.
                    if signals.is_stopping() {
                        self.receiver.put_back(Some(event));
                        return Look::Wait;
                    }
                    self.streak += 1;
                    return Look::Found(event);
                }
                Err(Closed) => return Look::Wait,
            }
        }
        if mode == ExternalEventMode::Race {
            return Look::Race;
        }
        self.streak = 0;
        Look::Work
    }

    fn __poll_rest(
        &mut self,
        state: &Self::State,
        signals: &mut Signals<Self::Event>,
        cx: &mut Context<'_>,
    ) -> Poll<Wake<Self::Event>> {
        let (mut inbox, _) = self.listening(state, signals);
        let mode = T::external_event_mode(state);
        wait::poll_rest(mode, Some(&mut inbox), signals, cx)
    }

    fn __batched(&self) -> usize {
        self.receiver.batched()
    }

    fn __closed_again(&mut self) {
        self.told_closed = None;
    }

    fn __close_mailbox(&mut self) -> Option<EventReceiver<Self::Event>> {
        Some(self.receiver.close())
    }
}

impl<T: ExternalEventPolicy> WithExternalEvents<T> {
    /// The mailbox for a wait of this state, beside the component whose work may go on meanwhile.
    fn listening<'a>(
        &'a mut self,
        state: &'a T::State,
        signals: &Signals<T::Event>,
    ) -> (Inbox<'a, T::State, T::Event>, &'a mut T) {
        let inbox = Inbox {
            receiver: &mut self.receiver,
            streak: &mut self.streak,
            state,
            told: &mut self.told_closed,
            closed: closed::<T>,
            resting: signals.is_backing_off(),
        };
        (inbox, &mut self.inner)
    }
}

/// What a state makes of a channel that nobody can send into: nothing, if it knows already or does
/// not mind.
fn closed<T: ExternalEventPolicy>(
    state: &T::State,
    told: &mut Option<&'static str>,
) -> Option<Wake<T::Event>> {
    let name = state.variant_name();
    if *told == Some(name) {
        return None;
    }
    *told = Some(name);
    let event = T::on_external_event_channel_closed(state)?;
    Some(if T::channel_closed_is_fault() {
        Wake::AllSendersGone
    } else {
        Wake::Closed(event)
    })
}

/// What a dispatch outside the loop returns: there the decorator itself makes the closed event.
fn directive<T: ExternalEventPolicy>(wake: Wake<T::Event>, state: &T::State) -> Next<T::Event> {
    match wake {
        Wake::Dispatched(next) => next,
        Wake::External(event) | Wake::Own(event) | Wake::Closed(event) => {
            Ok(EventLoopDirective::Transition(event))
        }
        Wake::AllSendersGone => Ok(match T::on_external_event_channel_closed(state) {
            Some(event) => EventLoopDirective::Transition(event),
            None => EventLoopDirective::Continue,
        }),
        Wake::Stuck => Err(Fault::message(FaultKind::Stuck, state.variant_name(), "").into()),
        // Nothing else can come where there is no loop to set it up.
        Wake::Stop | Wake::Clock | Wake::Panic(_) | Wake::IdleOver => {
            Ok(EventLoopDirective::Continue)
        }
    }
}

/// Writes the part that the two traits have in common: they differ in their name alone.
macro_rules! decorate {
    ($trait:ident { $($own:tt)* }) => {
        impl<T> $trait for WithExternalEvents<T>
        where
            T: $trait + ExternalEventPolicy + Supervisor<State: Clone>,
        {
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
                    let mut signals = Signals::none();
                    let wake = $trait::__wait(self, state, context, &mut signals).await;
                    directive::<T>(wake, state)
                }
            }

            forward_to_inner!();

            fn __work<'a>(
                &'a mut self,
                state: &'a Self::State,
                context: &'a mut Self::Context,
            ) -> impl Future<Output = Next<Self::Event>> + Send + 'a {
                $trait::__work(&mut self.inner, state, context)
            }

            #[allow(clippy::manual_async_fn)] // The trait fixes the lifetime.
            fn __race<'a>(
                &'a mut self,
                state: &'a Self::State,
                context: &'a mut Self::Context,
                signals: &'a mut Signals<Self::Event>,
            ) -> impl Future<Output = Wake<Self::Event>> + Send + 'a {
                async move {
                    let (mut inbox, inner) = self.listening(state, signals);
                    let work = pin!(Some($trait::__work(inner, state, context)));
                    wait::race(Some(&mut inbox), signals, work).await
                }
            }

            #[allow(clippy::manual_async_fn)] // The trait fixes the lifetime.
            fn __wait<'a>(
                &'a mut self,
                state: &'a Self::State,
                context: &'a mut Self::Context,
                signals: &'a mut Signals<Self::Event>,
            ) -> impl Future<Output = Wake<Self::Event>> + Send + 'a {
                async move {
                    let (mut inbox, inner) = self.listening(state, signals);
                    wait::round(T::external_event_mode(state), Some(&mut inbox), signals, move || {
                        inner.dispatch_state(state, context)
                    })
                    .await
                }
            }

            fn completed<'a>(
                &'a mut self,
                exit: &'a Exit<Self::State, Self::Event>,
                context: &'a mut Self::Context,
            ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a {
                $trait::completed(&mut self.inner, exit, context)
            }
        }
    };
}

decorate!(SelfSupervised {});
decorate!(HandlerSupervised {
    type Handler = T::Handler;

    fn stage_id(&self) -> StageId {
        self.inner.stage_id()
    }
});
