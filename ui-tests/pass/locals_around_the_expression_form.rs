//! Holds: the expression form among locals, constants and parameters named like what it generates, and closures that capture them
#![deny(warnings)]

use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Door {
    Open { pulls: u32 },
    Closed,
}
#[derive(Clone, Debug, EventVariant)]
enum Hand {
    Push,
    Pull,
}
#[derive(Debug, PartialEq)]
enum Sound {
    Creak(u32),
}

struct Porter {
    volume: u32,
}

impl Porter {
    fn machine<const N: u32>(
        &self,
        state: Door,
        event: u32,
        context: u32,
        actions: Vec<u32>,
    ) -> StateMachine<Door, Hand, u32, Sound> {
        let (slot, input, node, owner) = (1, 2, 3, 4);
        let (__slot, __input, __node, __state, __context) = (5, 6, 7, 8, 9);
        let volume = self.volume;
        let patience = Duration::from_secs(u64::from(event));
        let _machine: StateMachine<Door, Hand, u32, Sound> = fsm! {
            state: Door; event: Hand; context: u32; action: Sound; initial: Door::Closed;
            state Closed { on Pull => Open { pulls: 0 }; on Push => stay; }
            state Open { .. } { on Push => Closed; on Pull => stay; }
        };
        fsm! {
            state: Door;
            event: Hand;
            context: u32;
            action: Sound;
            initial: if context > 0 { state } else { Door::Open { pulls: N } };

            state Closed {
                timeout patience + Duration::from_secs(u64::from(*context)) => stay;
                on Pull if *context > volume + slot + __slot => Open { pulls: input + node + owner };
                on Pull => move |_: &Door, _: &Hand, context: &mut u32| {
                    *context += event + __input + __node + __state + __context;
                    let actions = actions.iter().copied().map(Sound::Creak).collect();
                    Box::pin(async move {
                        Ok(Transition { next_state: Door::Open { pulls: slot }, actions })
                    })
                };
                on Push => stay do [Creak(volume), Creak(slot + input)];
            }
            state Open { pulls } {
                on_exit move |state: &Door, _: &mut u32| {
                    let Door::Open { pulls } = state else { unreachable!() };
                    let pulls = *pulls;
                    Box::pin(async move { Ok(vec![Sound::Creak(pulls)]) })
                };
                on Push => Closed do [Creak(*pulls + node + N)];
                on Pull => stay { pulls: *pulls + __slot };
            }
        }
    }
}

fn main() {
    let porter = Porter { volume: 7 };
    let mut machine = porter.machine::<11>(Door::Closed, 1, 2, vec![3, 4]);
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let mut context = 0;
    let mut heard = Vec::new();
    let Ok(runtime) = runtime else { return };
    runtime.block_on(async {
        for hand in [Hand::Push, Hand::Pull, Hand::Pull, Hand::Push] {
            heard.extend(machine.handle(hand, &mut context).await.unwrap_or_default());
        }
    });
    assert_eq!(machine.state(), &Door::Closed);
    let expected = [7, 3, 3, 4, 6, 20].map(Sound::Creak);
    assert_eq!(heard, expected);
    assert_eq!(context, 31);
}
