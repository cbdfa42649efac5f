use statig::prelude::*;

#[derive(Debug)]
enum Event {
    Pull,
    Push,
    Turn,
}

struct Door;

#[state_machine(initial = "State::closed()", state(derive(Debug)))]
impl Door {
    #[state]
    fn closed(event: &Event) -> Outcome<State> {
        match event {
            Event::Pull => Transition(State::open()),
            Event::Turn => Transition(State::locked()),
            Event::Push => Super,
        }
    }

    #[state(entry_action = "ring_bel")]
    fn open(event: &Event) -> Outcome<State> {
        match event {
            Event::Push => Transition(State::closed()),
            Event::Pull | Event::Turn => Super,
        }
    }

    #[state]
    fn locked(event: &Event) -> Outcome<State> {
        match event {
            Event::Turn => Transition(State::closed()),
            Event::Push => Transition(State::open()),
            Event::Pull => Super,
        }
    }

    #[action]
    fn ring_bell() {
        println!("the bell rings");
    }
}

fn main() {
    let mut door = Door.state_machine();
    for event in [
        Event::Pull,
        Event::Push,
        Event::Turn,
        Event::Turn,
        Event::Turn,
        Event::Push,
    ] {
        let before = format!("{:?}, {event:?}", door.state());
        door.handle(&event);
        println!("{before}: {:?}", door.state());
    }
}
