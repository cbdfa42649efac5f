//! The pure machine, stepped by hand with a buffer of one's own.

use std::time::Duration;

use allocation_counter::measure;
use steadfast::prelude::*;

use super::count::EVENTS;

#[derive(Debug, StateVariant)]
enum Link {
    Idle,
    Dialing { attempt: u64 },
    Up { bytes: u64 },
}

#[derive(Debug, EventVariant)]
enum Signal {
    Dial,
    Connected(u64),
    Data(u64),
    Lost,
    /// Refused.
    Odd,
}

#[derive(Debug)]
enum Effect {
    Adopt(u64),
    Report(u64),
    Clear,
}

struct Limits {
    attempts: u64,
    patience: Duration,
}

fsm! {
    struct LinkMachine;

    state: Link;
    event: Signal;
    context: Limits;
    action: Effect;
    initial: Idle;

    state Idle {
        on Dial => Dialing { attempt: 1 };
    }

    superstate Busy {
        on_exit do [Clear];

        state Dialing { attempt } {
            timeout context.patience;
            on Connected(id) => Up { bytes: 0 } do [Adopt(id)];
            on Lost | timeout if *attempt >= context.attempts => Idle do [Report(*attempt)];
            on Lost | timeout => Dialing { attempt: *attempt + 1 };
        }

        state Up { bytes } {
            on Data(size) => stay { bytes: *bytes + size };
            on Lost => Dialing { attempt: 1 } do [Report(*bytes)];
        }
    }

    any {
        on Odd => reject;
        on Dial | Connected(_) | Data(_) | Lost => stay;
    }
}

/// In this order every arm has its turn.
fn trigger(number: u64) -> Trigger<Signal> {
    Trigger::Event(match number % 9 {
        0 => Signal::Dial,
        1 => Signal::Connected(number),
        2 => Signal::Data(number),
        3 | 6 | 7 => Signal::Lost,
        4 => return Trigger::Timeout,
        5 => Signal::Odd,
        _ => Signal::Data(number),
    })
}

#[test]
fn a_step_of_the_pure_machine_allocates_nothing() {
    let limits = Limits {
        attempts: 3,
        patience: Duration::from_secs(1),
    };
    let mut link = Slot::new(LinkMachine::initial());
    // More than the longest row of actions, so that it never grows.
    let mut effects = Vec::with_capacity(8);
    let mut sum = 0u64;
    let mut refused = 0;
    let mut run = || {
        for number in 0..EVENTS {
            let step = LinkMachine::step(&mut link, trigger(number), &limits, &mut effects);
            refused += u64::from(step.is_err());
            for effect in effects.drain(..) {
                sum = match effect {
                    Effect::Adopt(number) | Effect::Report(number) => sum.wrapping_add(number),
                    Effect::Clear => sum + 1,
                };
            }
        }
    };
    // The slot grows when its first clock starts.
    run();
    let count = measure(run);
    assert_eq!(count.count_total, 0);
    assert!(sum > 0 && refused > 0, "sum {sum}, refused {refused}");
}
