//! statig with async handlers; else as the blocking one.

use statig::prelude::*;

use super::{Beat, add, beat, table};
use crate::contest::Runner;

struct Ring {
    sum: u64,
}

macro_rules! declare {
    ($(
        [$($star:tt)?] $state:ident $method:ident $number:tt:
        $(go $event:ident $target:ident $target_method:ident)* $(tell $told:ident)*;
    )*) => {
        #[state_machine(initial = "State::s0()")]
        impl Ring {
            $(
                #[state]
                async fn $method(&mut self, event: &Beat) -> Outcome<State> {
                    match event {
                        $(Beat::$event => {
                            self.sum = add(self.sum, $number);
                            Transition(State::$target_method())
                        })*
                        $(Beat::$told => {
                            self.sum = add(self.sum, $number);
                            Handled
                        })*
                        _ => Handled,
                    }
                }
            )*
        }
    };
}

table!(declare);

pub(super) fn runner() -> Runner {
    let start = || Ring { sum: 0 }.state_machine();
    super::super::async_runner(
        start,
        beat,
        async |ring: &mut statig::awaitable::StateMachine<Ring>, beat| ring.handle(&beat).await,
        |ring| ring.inner().sum,
    )
}
