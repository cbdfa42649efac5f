//! Rule: malformed clause · duplicate header · unknown target · duplicate `timeout` · clock without an outcome · duplicate arm · `reject` with actions · terminal state with arms · `return`, `?` or `self` in an expression · attribute without effect · guard that is no condition · target with a payload of another type

use std::time::Duration;

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Closed,
    Open { pulls: u32 },
    Ajar,
    Locked,
    Gone,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Kick,
    Turn(u32),
}
enum Bell {
    Ring,
}
struct House {
    patience: Duration,
    knocks: u32,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    action: Bell;
    initial: Closed;
    event: Hand;

    state Closed {
        on Pull => Open { pulls: "one" };
        on Push -> stay;
        on Kick => Gone;
        on Turn(times) if times => Locked;
        on Turn(_) => stay;
    }
    state Open { pulls } {
        timeout context.patience => Closed;
        timeout context.patience * 2 => Ajar;
        on Pull => Open { pulls: { return *pulls + 1 } };
        on Push => Closed;
        on Kick | Turn(_) => reject do [Ring];
    }
    state Ajar {
        timeout context.patience;
        on Pull => Opne { pulls: context.knocks };
        on Push => Closed;
        on Kick | Turn(_) => stay;
    }
    #[alow(unused)]
    state Locked {
        on Turn(_) => Closed;
        on Push | Pull | Kick => stay;
        on Turn(_) => Closed;
    }
    terminal state Gone {
        on_entry do [Ring];
        on Kick => stay;
    }
}

fn main() {
    DoorMachine::resume(Door::Closed);
}
