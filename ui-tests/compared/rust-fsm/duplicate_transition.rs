mod house {
    use rust_fsm::state_machine;

    #[derive(Debug)]
    pub enum State {
        Closed,
        Open,
        Locked,
    }

    #[derive(Debug)]
    pub enum Input {
        Pull,
        Push,
        Turn,
    }

    pub enum Output {
        RingBell,
    }

    state_machine! {
        #[state_machine(input(crate::house::Input), state(crate::house::State), output(crate::house::Output))]
        pub door(Closed)

        Closed => {
            Pull => Open,
            Turn => Locked,
        },
        Open(Push) => Closed,
        Open(Push) => Locked,
        Locked => {
            Turn => Closed,
            Push => Open [RingBell],
        },
    }
}

use house::{Input, Output, door};

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
