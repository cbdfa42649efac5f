mod door {
    use smlang::statemachine;

    statemachine! {
        derive_states: [Debug],
        derive_events: [Debug],
        transitions: {
            *Closed + Pull = Open,
            Closed + Turn = Closed,
            Open + Push = Closed,
            Locked + Turn = Closed,
            Locked + Push / ring_bell = Open,
            Locked + Pull = Bolted,
            Bolted + Pull = Locked,
        }
    }
}

use door::{Events, StateMachine, StateMachineContext};

struct Hall;

impl StateMachineContext for Hall {
    fn ring_bell(&mut self) -> Result<(), ()> {
        println!("the bell rings");
        Ok(())
    }
}

fn main() {
    let mut door = StateMachine::new(Hall);
    for event in [
        Events::Pull,
        Events::Push,
        Events::Turn,
        Events::Turn,
        Events::Turn,
        Events::Push,
    ] {
        let before = format!("{:?}, {event:?}", door.state());
        match door.process_event(event) {
            Ok(state) => println!("{before}: {state:?}"),
            Err(error) => println!("{before}: {error:?}"),
        }
    }
}
