//! The least that can be drawn.

use steadfast::prelude::*;

#[derive(Debug, StateVariant)]
pub(crate) enum Lamp {
    On,
    Off,
}

#[derive(Debug, EventVariant)]
pub(crate) enum Switch {
    Press,
}

fsm! {
    pub(crate) struct LampMachine;
    state: Lamp; event: Switch; context: (); initial: Off;
    state Off { on Press => On; }
    state On { on Press => Off; }
}
