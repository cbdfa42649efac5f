//! The component of an expression: there is no macro to write it.

use steadfast::prelude::*;
use steadfast::{ExternalEventPolicy, StageId, WriterId};

use super::family::{Machine, Watcher};
use super::world::{Act, Event, Life, Trouble, World};

pub(crate) struct ByHand(fn() -> Machine);

impl ByHand {
    pub(crate) fn spawn(
        machine: fn() -> Machine,
        world: World,
        watcher: Watcher,
    ) -> Handle<Event, Life> {
        let initial = machine().state().clone();
        ByHand(machine).spawn_observed(initial, world, watcher)
    }
}

impl Supervisor for ByHand {
    type State = Life;
    type Event = Event;
    type Context = World;
    type Action = Act;

    fn build_state_machine(&self, initial_state: Life) -> Machine {
        let machine = (self.0)();
        assert_eq!(machine.state(), &initial_state);
        machine
    }

    fn name(&self) -> &str {
        "by hand"
    }
}

impl ExternalEventPolicy for ByHand {
    fn external_event_mode(_: &Life) -> ExternalEventMode {
        ExternalEventMode::Block
    }

    fn on_external_event_channel_closed(_: &Life) -> Option<Event> {
        None
    }
}

#[async_trait::async_trait]
impl SelfSupervised for ByHand {
    async fn dispatch_state(&mut self, _: &Life, _: &mut World) -> Next<Event> {
        unreachable!("every state blocks")
    }

    fn writer_id(&self) -> WriterId {
        WriterId::from(StageId::new_const(1))
    }

    async fn write_completion_event(&self) -> Result<(), BoxError> {
        Ok(())
    }

    fn event_for_action_error(&self, _: String) -> Event {
        unreachable!("the fault is not made a text")
    }

    fn event_for_fault(&self, fault: Fault) -> Event {
        Event::Error(Trouble::from(fault))
    }
}
