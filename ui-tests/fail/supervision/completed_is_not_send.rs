//! Rule: `completed` not `Send`

use steadfast::prelude::*;

#[derive(Clone, StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Error(String),
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: Hand::Error;

    state Closed { on Pull => Open; on Push => stay; }
    state Open: Race { on Push => Closed; on Pull => stay; }
    any { on Error(_) => Closed; }
}

#[supervisor(DoorMachine, completed = Porter::completed)]
struct Porter;

impl Porter {
    async fn completed(&mut self, _: &Exit<Door, Hand>, _: &mut ()) {
        let count = std::rc::Rc::new(0);
        tokio::task::yield_now().await;
        drop(count);
    }
}

impl DoorWork for Porter {
    async fn open(&mut self, _: &Door, _: &mut ()) -> Next<Hand> {
        Ok(next::again())
    }
}

fn main() {
    Porter.spawn(());
}
