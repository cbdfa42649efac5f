//! smlang. Each state has an action, which adds at once, in the context; what a state says nothing about is an error, which
//! is ignored.

use ::smlang::statemachine;

use super::{add, table};
use crate::contest::Runner;

macro_rules! declare {
    ($(
        [$($star:tt)?] $state:ident $method:ident $number:tt:
        go $first:ident $first_target:ident $first_method:ident
        $(go $event:ident $target:ident $target_method:ident)* $(tell $told:ident)*;
    )*) => {
        statemachine! {
            derive_events: [Clone],
            transitions: {
                $(
                    $($star)? $state + $first / $method = $first_target,
                    $($state + $event / $method = $target,)*
                    $($state + $told / $method,)*
                )*
            }
        }

        impl StateMachineContext for Context {
            $(fn $method(&mut self) -> Result<(), ()> {
                self.sum = add(self.sum, $number);
                Ok(())
            })*
        }
    };
}

table!(declare);

struct Context {
    sum: u64,
}

fn event(random: u64) -> Events {
    use Events::*;
    let events = [
        E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19,
    ];
    let place = random as usize % events.len();
    events[place].clone()
}

pub(super) fn runner() -> Runner {
    let start = || StateMachine::new(Context { sum: 0 });
    let step = |ring: &mut StateMachine<Context>, event| {
        std::hint::black_box(ring.process_event(event).is_ok());
    };
    super::super::runner(start, event, step, |ring| ring.context().sum)
}
