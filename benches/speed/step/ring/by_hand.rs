//! By hand: a match on state and event, and a buffer for what is to be said.

use super::{Beat, add, beat, table};
use crate::contest::Runner;

macro_rules! declare {
    ($(
        [$($star:tt)?] $state:ident $method:ident $number:tt:
        $(go $event:ident $target:ident $target_method:ident)* $(tell $told:ident)*;
    )*) => {
        #[derive(Clone, Copy)]
        enum Ring { $($state),* }

        impl Ring {
            fn step(&mut self, beat: Beat, says: &mut Vec<u64>) {
                match (*self, beat) {
                    $(
                        $((Ring::$state, Beat::$event) => {
                            says.push($number);
                            *self = Ring::$target;
                        })*
                        $((Ring::$state, Beat::$told) => says.push($number),)*
                    )*
                    _ => {}
                }
            }
        }
    };
}

table!(declare);

struct Machine {
    ring: Ring,
    says: Vec<u64>,
    sum: u64,
}

pub(super) fn runner() -> Runner {
    let start = || Machine {
        ring: Ring::S0,
        says: Vec::new(),
        sum: 0,
    };
    let step = |machine: &mut Machine, beat| {
        machine.ring.step(beat, &mut machine.says);
        for number in machine.says.drain(..) {
            machine.sum = add(machine.sum, number);
        }
    };
    super::super::runner(start, beat, step, |machine| machine.sum)
}
