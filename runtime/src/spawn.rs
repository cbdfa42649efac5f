//! From a supervisor and its context to a running component and a handle.

use std::sync::Arc;

use tracing::Instrument;

use crate::component::Component;
use crate::exit::Unhandled;
use crate::run::driver::{ByHandler, BySelf, Driver};
use crate::run::{self, Guard, trace};
use crate::{
    ChannelBuilder, EventReceiver, Exit, ExitKind, ExternalEventPolicy, Handle, HandlerSupervised,
    Observe, SelfSupervised, StageId, StateVariant, StateWatcher, Supervisor, WeakHandle,
    WithExternalEvents,
};

/// Spawns what `build` makes. It is called once per incarnation, with a handle of the slot that
/// the incarnation runs in.
#[track_caller]
pub fn self_supervised<T, O, F>(
    initial: T::State,
    observer: O,
    build: F,
) -> Handle<T::Event, T::State>
where
    T: SelfSupervised + ExternalEventPolicy + Supervisor<State: Clone>,
    O: Observe<T::State, T::Event, T::Action>,
    F: FnOnce(WeakHandle<T::Event, T::State>) -> (T, T::Context),
{
    let decorate =
        |inner, receiver, watcher| BySelf(WithExternalEvents::new(inner, receiver, watcher));
    launch(initial, observer, build, |_| None, decorate)
}

/// As [`self_supervised`], for a component that works through a handler.
#[track_caller]
pub fn handler_supervised<T, O, F>(
    initial: T::State,
    observer: O,
    build: F,
) -> Handle<T::Event, T::State>
where
    T: HandlerSupervised + ExternalEventPolicy + Supervisor<State: Clone>,
    O: Observe<T::State, T::Event, T::Action>,
    F: FnOnce(WeakHandle<T::Event, T::State>) -> (T, T::Context),
{
    let stage = |inner: &T| Some(inner.stage_id());
    launch(
        initial,
        observer,
        build,
        stage,
        |inner, receiver, watcher| ByHandler(WithExternalEvents::new(inner, receiver, watcher)),
    )
}

#[track_caller]
fn launch<T, D, O>(
    initial: T::State,
    observer: O,
    build: impl FnOnce(WeakHandle<T::Event, T::State>) -> (T, T::Context),
    stage: impl FnOnce(&T) -> Option<StageId>,
    decorate: impl FnOnce(T, EventReceiver<T::Event>, StateWatcher<T::State>) -> D,
) -> Handle<T::Event, T::State>
where
    T: Supervisor<State: Clone>,
    D: Driver<
        Component: Supervisor<
            State = T::State,
            Event = T::Event,
            Context = T::Context,
            Action = T::Action,
        >,
    >,
    O: Observe<T::State, T::Event, T::Action>,
{
    let (sender, receiver, watcher) = ChannelBuilder::new()
        .mailbox(T::MAILBOX)
        .build(initial.clone());
    let component = Arc::new(Component::new(watcher.sender()));
    component
        .control
        .counters
        .begin_in(StateVariant::variant_name(&initial));
    // By the slot itself, for `Handle::state`.
    let watcher = watcher.looked_at();
    let handle = Handle::new(Arc::clone(&component), sender);

    let mut unbuilt = Unbuilt {
        component: &component,
        parts: Some((initial.clone(), receiver)),
    };
    let (supervisor, context) = build(handle.downgrade());
    component.set_name(supervisor.name());
    let span = trace::span(component.name(), Some(component.id), stage(&supervisor));
    let machine = span.in_scope(|| supervisor.build_state_machine(initial));
    let Some((_, receiver)) = unbuilt.parts.take() else {
        // Only its drop takes the parts, besides the line above.
        return handle;
    };

    let driver = decorate(supervisor, receiver, watcher);
    let slot = Some(Arc::clone(&component));
    let guard = Guard::new(driver, machine, context, observer, slot);
    // The guard goes into the task before its first poll: a task that is dropped unpolled still
    // publishes its exit. Boxed, since tokio moves what it spawns some ten times on its way into the
    // task and out of it: that was a fifth of the time that it takes to spawn.
    let running = Box::pin(run::to_end(guard));
    let task = tokio::spawn(running.instrument(span));
    component.control.abort.set_task(task.abort_handle());
    handle
}

/// A slot whose incarnation is being built. If that panics, whoever has a handle already is told.
struct Unbuilt<'a, E, S> {
    component: &'a Component<E, S>,
    parts: Option<(S, EventReceiver<E>)>,
}

impl<E, S> Drop for Unbuilt<'_, E, S> {
    fn drop(&mut self) {
        if let Some((initial, mut receiver)) = self.parts.take() {
            let unhandled = Unhandled {
                events: Vec::new(),
                mailbox: Some(receiver.close()),
            };
            let kind = ExitKind::Aborted;
            let exit = Exit::new(kind, Some(initial), Vec::new(), unhandled, None);
            self.component.publish(exit);
        }
    }
}
