mod house {
    use rust_fsm::state_machine;

    state_machine! {
        #[derive(Debug)]
        pub door(Closed)

        Closed => {
            Pull => Open,
            Turn => Lokced,
        },
        Open(Push) => Closed,
        Locked => {
            Turn => Closed,
            Push => Open [RingBell],
        },
    }
}

use house::door::{self, Input, Output};

fn main() {
    let mut door = door::StateMachine::new();
    for input in [
        Input::Pull,
        Input::Push,
        Input::Turn,
        Input::Turn,
        Input::Turn,
        Input::Push,
    ] {
        let before = format!("{:?}, {input:?}", door.state());
        match door.consume(&input) {
            Ok(output) => {
                if let Some(Output::RingBell) = output {
                    println!("the bell rings");
                }
                println!("{before}: {:?}", door.state());
            }
            Err(error) => println!("{before}: {error}"),
        }
    }
}
