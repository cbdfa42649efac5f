//! Rule: task that borrows

use steadfast::prelude::*;

#[derive(StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
}
struct House {
    patience: std::time::Duration,
}

fsm! {
    struct DoorMachine;
    state: Door;
    event: Hand;
    context: House;
    initial: Closed;

    state Closed { on Pull => Open; on Push => stay; }
    state Open {
        task watch(context);
        on Push => Closed;
        on Pull => stay;
    }
}

async fn watch(house: &House) -> Hand {
    let _ = house.patience;
    Hand::Push
}

fn main() {}
