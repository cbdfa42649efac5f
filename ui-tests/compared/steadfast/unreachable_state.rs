use steadfast::prelude::*;

#[derive(Debug, StateVariant)]
enum Door {
    Closed,
    Open,
    Locked,
}

#[derive(Debug, EventVariant)]
enum Hand {
    Pull,
    Push,
    Turn,
}

enum Sound {
    RingBell,
}

fsm! {
    struct DoorMachine;

    state:   Door;
    event:   Hand;
    context: Hall;
    action:  Sound;
    initial: Closed;

    state Closed {
        on Pull => Open;
        on Turn => Closed;
        on Push => reject;
    }

    state Open {
        on Push => Closed;
        on Pull | Turn => reject;
    }

    state Locked {
        on Turn => Closed;
        on Push => Open do [RingBell];
        on Pull => reject;
    }
}

struct Hall;

impl Execute<Sound> for Hall {
    async fn execute(&mut self, action: Sound) -> Result<(), BoxError> {
        match action {
            Sound::RingBell => println!("the bell rings"),
        }
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), FsmError> {
    let mut hall = Hall;
    let mut door = DoorMachine::start(&hall, &mut Vec::new());
    for hand in [
        Hand::Pull,
        Hand::Push,
        Hand::Turn,
        Hand::Turn,
        Hand::Turn,
        Hand::Push,
    ] {
        let before = format!("{:?}, {hand:?}", door.state());
        match door.handle(hand, &mut hall).await {
            Ok(actions) => {
                door.execute_actions(actions, &mut hall).await?;
                println!("{before}: {:?}", door.state());
            }
            Err(error) => println!("{before}: {error}"),
        }
    }
    Ok(())
}
