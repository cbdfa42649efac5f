//! Ours, by `Machine::step` with a buffer of one's own, and by `StateMachine::handle`.

use steadfast::prelude::*;

use super::{Beat, add, beat, table};
use crate::contest::Runner;

enum Effect {
    Say(u64),
}

macro_rules! declare {
    ($(
        [$($star:tt)?] $state:ident $method:ident $number:tt:
        $(go $event:ident $target:ident $target_method:ident)* $(tell $told:ident)*;
    )*) => {
        #[derive(Debug, StateVariant)]
        enum Ring { $($state),* }

        fsm! {
            struct RingMachine;

            state: Ring;
            event: Beat;
            context: ();
            action: Effect;
            initial: S0;

            $(state $state {
                $(on $event => $target do [Say($number)];)*
                $(on $told => stay do [Say($number)];)*
            })*

            any {
                on
                E0 | E1 | E2 | E3 | E4 | E5 | E6 | E7 | E8 | E9 | E10 | E11 | E12 | E13 | E14 |
                E15 | E16 | E17 | E18 | E19
                => stay;
            }
        }
    };
}

table!(declare);

struct Stepped {
    slot: Slot<Ring>,
    effects: Vec<Effect>,
    sum: u64,
}

pub(super) fn step() -> Runner {
    let start = || Stepped {
        slot: Slot::new(RingMachine::initial()),
        effects: Vec::new(),
        sum: 0,
    };
    let step = |ring: &mut Stepped, beat| {
        let trigger = Trigger::Event(beat);
        let step = RingMachine::step(&mut ring.slot, trigger, &(), &mut ring.effects);
        std::hint::black_box(step.is_ok());
        for Effect::Say(number) in ring.effects.drain(..) {
            ring.sum = add(ring.sum, number);
        }
    };
    super::super::runner(start, beat, step, |ring| ring.sum)
}

struct Handled {
    machine: StateMachine<Ring, Beat, (), Effect>,
    sum: u64,
}

pub(super) fn handle() -> Runner {
    let start = || Handled {
        machine: RingMachine::start(&(), &mut Vec::new()),
        sum: 0,
    };
    let step = async |ring: &mut Handled, beat| {
        let effects = ring.machine.handle(beat, &mut ()).await;
        for Effect::Say(number) in effects.into_iter().flatten() {
            ring.sum = add(ring.sum, number);
        }
    };
    super::super::async_runner(start, beat, step, |ring| ring.sum)
}
