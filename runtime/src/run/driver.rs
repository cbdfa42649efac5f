//! What the loop drives: either supervisor trait, behind one.

use std::future::Future;

use super::signals::Signals;
use super::wake::Wake;
use crate::{BoxError, Exit, Fault, HandlerSupervised, Next, SelfSupervised, Supervisor};

pub(crate) type State<D> = <<D as Driver>::Component as Supervisor>::State;
pub(crate) type Event<D> = <<D as Driver>::Component as Supervisor>::Event;
pub(crate) type Ctx<D> = <<D as Driver>::Component as Supervisor>::Context;
pub(crate) type Action<D> = <<D as Driver>::Component as Supervisor>::Action;

/// A component, whichever trait it implements.
pub(crate) trait Driver: Send + 'static {
    type Component: Supervisor;

    fn component(&self) -> &Self::Component;

    fn component_mut(&mut self) -> &mut Self::Component;

    fn wait<'a>(
        &'a mut self,
        state: &'a State<Self>,
        context: &'a mut Ctx<Self>,
        signals: &'a mut Signals<Event<Self>>,
    ) -> impl Future<Output = Wake<Event<Self>>> + Send + 'a;

    fn work<'a>(
        &'a mut self,
        state: &'a State<Self>,
        context: &'a mut Ctx<Self>,
    ) -> impl Future<Output = Next<Event<Self>>> + Send + 'a;

    fn race<'a>(
        &'a mut self,
        state: &'a State<Self>,
        context: &'a mut Ctx<Self>,
        signals: &'a mut Signals<Event<Self>>,
    ) -> impl Future<Output = Wake<Event<Self>>> + Send + 'a;

    fn event_for_fault(&self, fault: Fault) -> Event<Self>;

    fn completed<'a>(
        &'a mut self,
        exit: &'a Exit<State<Self>, Event<Self>>,
        context: &'a mut Ctx<Self>,
    ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a;
}

macro_rules! drive {
    ($name:ident by $trait:ident) => {
        #[doc = concat!("A component that is [`", stringify!($trait), "`].")]
        pub(crate) struct $name<T>(pub(crate) T);

        impl<T: $trait> Driver for $name<T> {
            type Component = T;

            fn component(&self) -> &T {
                &self.0
            }

            fn component_mut(&mut self) -> &mut T {
                &mut self.0
            }

            fn wait<'a>(
                &'a mut self,
                state: &'a T::State,
                context: &'a mut T::Context,
                signals: &'a mut Signals<T::Event>,
            ) -> impl Future<Output = Wake<T::Event>> + Send + 'a {
                $trait::__wait(&mut self.0, state, context, signals)
            }

            fn work<'a>(
                &'a mut self,
                state: &'a T::State,
                context: &'a mut T::Context,
            ) -> impl Future<Output = Next<T::Event>> + Send + 'a {
                $trait::__work(&mut self.0, state, context)
            }

            fn race<'a>(
                &'a mut self,
                state: &'a T::State,
                context: &'a mut T::Context,
                signals: &'a mut Signals<T::Event>,
            ) -> impl Future<Output = Wake<T::Event>> + Send + 'a {
                $trait::__race(&mut self.0, state, context, signals)
            }

            fn event_for_fault(&self, fault: Fault) -> T::Event {
                $trait::event_for_fault(&self.0, fault)
            }

            fn completed<'a>(
                &'a mut self,
                exit: &'a Exit<T::State, T::Event>,
                context: &'a mut T::Context,
            ) -> impl Future<Output = Result<(), BoxError>> + Send + 'a {
                $trait::completed(&mut self.0, exit, context)
            }
        }
    };
}

drive!(BySelf by SelfSupervised);
drive!(ByHandler by HandlerSupervised);
