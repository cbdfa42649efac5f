//! obzenflow-fsm. What a state says nothing about goes to its `unhandled` handler, which does nothing.

use obzenflow_fsm::types::FsmResult;
use obzenflow_fsm::{FsmAction, FsmContext, StateMachine, StateVariant, Transition, fsm};

use super::{Beat, add, beat, table};
use crate::contest::Runner;

#[derive(Clone, Debug)]
struct Say(u64);

struct Said {
    sum: u64,
}

impl FsmContext for Said {}

#[async_trait::async_trait]
impl FsmAction for Say {
    type Context = Said;

    async fn execute(&self, said: &mut Said) -> FsmResult<()> {
        said.sum = add(said.sum, self.0);
        Ok(())
    }
}

macro_rules! declare {
    ($(
        [$($star:tt)?] $state:ident $method:ident $number:tt:
        $(go $event:ident $target:ident $target_method:ident)* $(tell $told:ident)*;
    )*) => {
        #[derive(Clone, Debug, PartialEq, StateVariant)]
        enum Ring { $($state),* }

        fn machine() -> StateMachine<Ring, Beat, Said, Say> {
            fsm! {
                state: Ring;
                event: Beat;
                context: Said;
                action: Say;
                initial: Ring::S0;

                unhandled => |_: &Ring, _: &Beat, _: &mut Said| {
                    Box::pin(async move { Ok(()) })
                };

                $(state Ring::$state {
                    $(on Beat::$event => |_: &Ring, _: &Beat, _: &mut Said| {
                        Box::pin(async move {
                            Ok(Transition {
                                next_state: Ring::$target,
                                actions: vec![Say($number)],
                            })
                        })
                    };)*
                    $(on Beat::$told => |_: &Ring, _: &Beat, _: &mut Said| {
                        Box::pin(async move {
                            Ok(Transition {
                                next_state: Ring::$state,
                                actions: vec![Say($number)],
                            })
                        })
                    };)*
                })*
            }
        }
    };
}

table!(declare);

struct Machine {
    machine: StateMachine<Ring, Beat, Said, Say>,
    said: Said,
}

pub(super) fn runner() -> Runner {
    let start = || Machine {
        machine: machine(),
        said: Said { sum: 0 },
    };
    let step = async |ring: &mut Machine, beat| {
        let says = ring.machine.handle(beat, &mut ring.said).await;
        // Added up here, not by `execute_actions`, as the other machines' are.
        for Say(number) in says.into_iter().flatten() {
            ring.said.sum = add(ring.said.sum, number);
        }
    };
    super::super::async_runner(start, beat, step, |ring| ring.said.sum)
}
