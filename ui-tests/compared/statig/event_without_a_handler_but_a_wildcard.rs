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

    #[state]
    fn open(event: &Event) -> Outcome<State> {
        match event {
            Event::Push => Transition(State::closed()),
            Event::Pull | Event::Turn => Super,
        }
    }

    #[state]
    fn locked(&mut self, event: &Event) -> Outcome<State> {
        match event {
            Event::Push => {
                self.ring_bell();
                Transition(State::open())
            }
            _ => Super,
        }
    }
}

impl Door {
    fn ring_bell(&mut self) {
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
