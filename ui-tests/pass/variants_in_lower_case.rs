//! Holds: variants that do not begin with an upper-case letter, by their paths
#![deny(warnings)]
#![allow(non_camel_case_types)]

use steadfast::prelude::*;

#[derive(Debug, PartialEq, StateVariant)]
enum Text {
    begin,
    _Middle { words: u32 },
    __end(String),
}

#[derive(Debug, EventVariant)]
enum Read {
    word,
    _stop(&'static str),
}

fsm! {
    struct TextMachine;
    state: Text;
    event: Read;
    context: ();
    initial: Text::begin;

    state Text::begin {
        on Read::word => Text::_Middle { words: 1 };
    }
    superstate inside {
        state Text::_Middle { words } {
            on Read::word => stay { words: *words + 1 };
        }
    }
    any { on Read::_stop(why) => Text::__end(why.to_owned()); }
    terminal state Text::__end;
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let mut text = TextMachine::start(&(), &mut Vec::new());
        text.handle(Read::word, &mut ()).await.unwrap();
        text.handle(Read::word, &mut ()).await.unwrap();
        assert_eq!(text.state(), &Text::_Middle { words: 2 });
        text.handle(Read::_stop("read"), &mut ()).await.unwrap();
        assert_eq!(text.state(), &Text::__end("read".to_owned()));
    });
}
