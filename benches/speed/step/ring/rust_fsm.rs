//! rust-fsm, in its DSL. An output has no payload, so there is one for each state. An error is an event that the state says
//! nothing about.

use super::{add, beat, table};
use crate::contest::Runner;

macro_rules! declare {
    ($(
        [$($star:tt)?] $state:ident $method:ident $number:tt:
        $(go $event:ident $target:ident $target_method:ident)* $(tell $told:ident)*;
    )*) => {
        ::rust_fsm::state_machine! {
            #[state_machine(input(crate::step::ring::Beat))]
            ring(S0)

            $($state => {
                $($event => $target [$state],)*
                $($told => $state [$state],)*
            },)*
        }

        fn number(output: ring::Output) -> u64 {
            match output {
                $(ring::Output::$state => $number,)*
            }
        }
    };
}

table!(declare);

struct Machine {
    machine: ring::StateMachine,
    sum: u64,
}

pub(super) fn runner() -> Runner {
    let start = || Machine {
        machine: ring::StateMachine::new(),
        sum: 0,
    };
    let step = |ring: &mut Machine, beat| {
        if let Ok(Some(output)) = ring.machine.consume(&beat) {
            ring.sum = add(ring.sum, number(output));
        }
    };
    super::super::runner(start, beat, step, |ring| ring.sum)
}
