//! Holds: states and events that are neither `Clone` nor `Default`, moved from state to state
#![deny(warnings)]

use steadfast::prelude::*;

struct Socket(u32);

#[derive(StateVariant)]
enum Line {
    Idle,
    Dialing(Socket),
    Talking { socket: Socket, words: u32 },
    Over(Socket, u32),
}

#[derive(EventVariant)]
enum Call {
    Dial(Socket),
    Answered,
    Word(std::rc::Rc<str>),
    Hangup,
}

enum Deed {
    Close(u32),
}

fsm! {
    struct LineMachine;
    state: Line;
    event: Call;
    context: u32;
    action: Deed;
    initial: Idle;

    superstate Busy {
        on_exit do [Close(*context)];
        state Dialing(socket) {
            on_exit do [Close(socket.0)];
            on Answered => move Talking { socket, words: 0 };
            on Hangup => move Over(socket, 0) do [Close(*context)];
        }
        state Talking { socket, words } {
            on Word(word) if word.is_empty() => stay;
            on Word(_) => stay { words: *words + 1 };
            on Hangup => move Over(socket, words);
            on Answered => reject;
        }
        on Dial(_) => reject;
    }
    state Idle {
        on Dial(socket) => Dialing(socket);
        on Answered | Hangup => reject;
    }
    any { on Word(_) => reject; }
    terminal state Over(..);
}

fn main() {
    let mut slot = Slot::new(LineMachine::initial());
    let mut actions = Vec::new();
    let calls = [
        Call::Dial(Socket(7)),
        Call::Answered,
        Call::Word("hello".into()),
        Call::Hangup,
    ];
    for call in calls {
        let step = LineMachine::step(&mut slot, Trigger::Event(call), &1, &mut actions);
        assert!(step.is_ok());
    }
    assert!(matches!(slot.get(), Some(Line::Over(Socket(7), 1))));
    let closed: u32 = actions.iter().map(|Deed::Close(line)| line).sum();
    assert_eq!(closed, 8);
}
