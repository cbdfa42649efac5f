//! The plant's supervisors, written by hand under `#[async_trait]`, with the machine as an expression.

use async_trait::async_trait;
use steadfast::prelude::*;
use steadfast::{ExternalEventPolicy, NoAction, StageId, WriterId};

use super::plant::{self, Act, Order, Phase, Script, World};

pub struct Worker(pub Script);

pub struct Foreman(pub Script);

macro_rules! supervise {
    ($name:ident) => {
        impl Supervisor for $name {
            type State = Phase;
            type Event = Order;
            type Context = World;
            type Action = Act;

            fn build_state_machine(
                &self,
                initial_state: Phase,
            ) -> StateMachine<Phase, Order, World, Act> {
                plant::by_hand(initial_state)
            }

            fn name(&self) -> &str {
                stringify!($name)
            }

            fn stop_event(&self) -> Option<Order> {
                Some(Order::Stop)
            }
        }

        impl ExternalEventPolicy for $name {
            fn external_event_mode(state: &Phase) -> ExternalEventMode {
                match state {
                    Phase::Polling => ExternalEventMode::Poll,
                    Phase::Ignoring => ExternalEventMode::Ignore,
                    Phase::Racing => ExternalEventMode::Race,
                    _ => ExternalEventMode::Block,
                }
            }

            fn on_external_event_channel_closed(_: &Phase) -> Option<Order> {
                Some(Order::Error("all senders are gone".into()))
            }
        }
    };
}

supervise!(Worker);
supervise!(Foreman);

#[async_trait]
impl SelfSupervised for Worker {
    async fn dispatch_state(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.0.next(world).await
    }

    fn writer_id(&self) -> WriterId {
        StageId::of("worker").into()
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        Ok(())
    }

    fn event_for_action_error(&self, msg: String) -> Order {
        Order::Error(msg)
    }
}

#[async_trait]
impl HandlerSupervised for Foreman {
    type Handler = Script;

    async fn dispatch_state(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.0.next(world).await
    }

    fn writer_id(&self) -> WriterId {
        StageId::of("foreman").into()
    }

    fn stage_id(&self) -> StageId {
        StageId::of("foreman")
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        Ok(())
    }

    fn event_for_action_error(&self, msg: String) -> Order {
        Order::Error(msg)
    }
}

/// A machine that knows no error event: it cannot be written in the item form.
pub struct Unrouted;

impl Supervisor for Unrouted {
    type State = Phase;
    type Event = Order;
    type Context = ();
    type Action = NoAction;

    fn build_state_machine(
        &self,
        initial_state: Phase,
    ) -> StateMachine<Phase, Order, (), NoAction> {
        fsm! {
            state: Phase;
            event: Order;
            context: ();
            initial: initial_state;

            state Polling { on Finish => Finished; }
            terminal state Finished;
        }
    }

    fn name(&self) -> &str {
        "unrouted"
    }
}

impl ExternalEventPolicy for Unrouted {
    fn external_event_mode(_: &Phase) -> ExternalEventMode {
        ExternalEventMode::Poll
    }

    fn on_external_event_channel_closed(_: &Phase) -> Option<Order> {
        None
    }
}

#[async_trait]
impl SelfSupervised for Unrouted {
    async fn dispatch_state(&mut self, _: &Phase, (): &mut ()) -> Next<Order> {
        Ok(next::again())
    }

    fn writer_id(&self) -> WriterId {
        StageId::of("unrouted").into()
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        Ok(())
    }

    fn event_for_action_error(&self, msg: String) -> Order {
        Order::Error(msg)
    }
}
