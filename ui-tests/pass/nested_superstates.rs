//! Holds: superstates in superstates, each with its own policy, clock, entry, exit and `unhandled`
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum Robot {
    Parked,
    Walking,
    Turning { degrees: i32 },
    Lifting,
    Broken,
}

#[derive(Debug, EventVariant)]
enum Order {
    Walk,
    Turn(i32),
    Lift,
    Park,
    Error(String),
}

#[derive(Debug)]
enum Part {
    Legs(bool),
    Arms(bool),
    Power(bool),
}

struct Body;

fsm! {
    struct RobotMachine;
    trait RobotWork;
    state: Robot;
    event: Order;
    context: Body;
    action: Part;
    initial: Parked;
    error: Order::Error;

    state Parked {
        on Walk => Walking;
        on Turn(_) | Lift => reject;
        on Park => stay;
    }
    superstate Powered: Poll {
        timeout Duration::from_secs(600);
        on_entry do [Power(true)];
        on_exit do [Power(false)];
        superstate OnLegs: Race {
            timeout Duration::from_secs(60) => Parked do [Legs(false)];
            on_entry do [Legs(true)];
            on_exit do [Legs(false)];
            state Walking { on Walk => stay; }
            state Turning { degrees } {
                on Turn(more) => stay { degrees: *degrees + more };
            }
            on Turn(degrees) => Turning { degrees };
        }
        superstate WithArms {
            on_entry do [Arms(true)];
            on_exit do [Arms(false)];
            state Lifting: Ignore { on Lift => stay; }
            unhandled => postpone;
        }
        on Walk => Walking;
        on Lift => Lifting;
        on Park | timeout => Parked;
    }
    any { on Error(_) => Broken; }
    failure state Broken;
}

#[supervisor(RobotMachine)]
struct Mind;

impl RobotWork for Mind {
    async fn walking(&mut self, _: &Robot, _: &mut Body) -> Next<Order> {
        Ok(next::emit(Order::Turn(1)))
    }
    async fn turning(&mut self, _: &Robot, _: &mut Body) -> Next<Order> {
        Ok(next::emit(Order::Walk))
    }
    async fn lifting(&mut self, _: &Robot, _: &mut Body) -> Next<Order> {
        Ok(next::emit(Order::Lift))
    }
}

impl Execute<Part> for Body {
    async fn execute(&mut self, part: Part) -> Result<(), BoxError> {
        match part {
            Part::Legs(on) | Part::Arms(on) | Part::Power(on) => {
                let _ = on;
            }
        }
        Ok(())
    }
}

fn main() {
    let _spawn = Mind::spawn;
    let _park = Order::Park;
    assert_eq!(RobotMachine::GRAPH.states.len(), 5);
}
