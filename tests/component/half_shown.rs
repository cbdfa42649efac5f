//! L4, M3: a step that was made but could not be shown, since the clone of its state panics, leaves
//! nothing behind that breaks the next one off.

use steadfast::prelude::*;

use super::fixture::{Log, kinds, secs};

/// A state's payload that panics when dropped. Its clones, which the watch holds, do not.
#[derive(Debug, PartialEq)]
struct Bomb {
    armed: bool,
}

impl Clone for Bomb {
    fn clone(&self) -> Self {
        Bomb { armed: false }
    }
}

impl Drop for Bomb {
    fn drop(&mut self) {
        if self.armed && !std::thread::panicking() {
            panic!("the bomb was dropped")
        }
    }
}

/// A state's payload that cannot be cloned.
#[derive(Debug, PartialEq)]
struct Unique;

impl Clone for Unique {
    fn clone(&self) -> Self {
        panic!("there is but one")
    }
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Shed {
    Empty,
    Mined(Bomb),
    Hidden(Unique),
    Cleared,
    Shut,
}

#[derive(Debug, EventVariant)]
enum Word {
    Arm,
    Hide,
    Error(String),
}

enum Act {
    Say(&'static str),
}

struct Yard(Log);

impl Execute<Act> for Yard {
    async fn execute(&mut self, Act::Say(word): Act) -> Result<(), BoxError> {
        self.0.add(word);
        Ok(())
    }
}

fsm! {
    struct ShedMachine;
    trait ShedDispatch;

    state: Shed;
    event: Word;
    context: Yard;
    action: Act;
    initial: Empty;
    error: Error;

    state Empty { on Arm => Mined(Bomb { armed: true }); }
    state Mined(_) { on Hide => Hidden(Unique); }
    state Hidden(_) { on Error(_) => Cleared do [Say("cleared")]; }
    state Cleared {
        timeout secs(1) => Shut;
        on Error(_) => stay do [Say("still cleared")];
    }
    any {
        on Error(_) => stay do [Say("error")];
        on Arm | Hide => reject;
    }
    terminal state Shut;
}

#[supervisor(ShedMachine)]
struct Keeper;

impl ShedDispatch for Keeper {}

#[tokio::test(start_paused = true)]
async fn the_state_that_was_left_goes_before_the_error_event_comes() {
    let log = Log::default();
    let shed = Keeper.spawn(Yard(log.clone()));
    shed.send(Word::Arm).await.unwrap();
    shed.send(Word::Hide).await.unwrap();
    // A step that breaks off half made sets no clock: then it would stay there.
    let exit = tokio::time::timeout(secs(60), shed.join()).await.unwrap();
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.state(), Some(&Shed::Shut));
    assert_eq!(kinds(&exit), [FaultKind::Panic, FaultKind::Panic]);
    assert_eq!(log.take(), ["cleared", "still cleared"]);
}
