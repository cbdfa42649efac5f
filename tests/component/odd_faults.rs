//! L4: faults at the odd places: on the way into the first state, in a lost state, in the making of
//! the error event, in a panic's payload.

use std::time::Duration;

use steadfast::prelude::*;

use odd::Trouble;

use super::fixture::{Boom, Log, boom, secs};

mod odd {
    //! Entry actions, `move`, tasks and conversions that go wrong.

    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(super) enum Trouble {
        EntryFails,
        ClockBlows,
        TaskBlows,
        MoveBlows,
        ConversionBlows,
        NoText,
        NastyPayload,
    }

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Stage {
        Begun(u32),
        Next(u32),
        Lost,
    }

    /// A panic's payload that panics again.
    struct Nasty;

    impl Drop for Nasty {
        fn drop(&mut self) {
            panic!("once more")
        }
    }

    /// An error that some faults cannot be made into.
    #[derive(Debug)]
    pub(super) struct Why;

    impl From<Fault> for Why {
        fn from(fault: Fault) -> Self {
            assert_ne!(boom(&fault), "unspeakable");
            Why
        }
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Word {
        Go,
        Error(Why),
    }

    pub(super) enum Act {
        Enter,
    }

    pub(super) struct Desk {
        pub(super) trouble: Trouble,
        pub(super) log: Log,
    }

    impl Desk {
        fn limit(&self) -> Duration {
            assert_ne!(self.trouble, Trouble::ClockBlows, "no clock");
            Duration::MAX
        }

        fn errand(&self) -> impl Future<Output = Word> + Send + 'static {
            assert_ne!(self.trouble, Trouble::TaskBlows, "no task");
            std::future::pending()
        }

        fn pass(&self, number: u32) -> u32 {
            assert_ne!(self.trouble, Trouble::MoveBlows, "no move");
            number
        }
    }

    impl Execute<Act> for Desk {
        async fn execute(&mut self, Act::Enter: Act) -> Result<(), BoxError> {
            match self.trouble {
                Trouble::EntryFails => Err(Boom("no entry").into()),
                _ => Ok(()),
            }
        }
    }

    fsm! {
        pub(super) struct StageMachine;
        pub(super) trait StageDispatch;

        state: Stage;
        event: Word;
        context: Desk;
        action: Act;
        initial: Begun(1);
        error: Error;

        state Begun(number): Poll {
            on_entry do [Enter];
            timeout context.limit() => stay;
            task context.errand();
            on Go => move Next(context.pass(number));
            on Error(_) => Lost;
        }
        state Next(_) {
            on Go => stay;
            on Error(_) => Lost;
        }
        failure state Lost;
    }

    #[supervisor(StageMachine, completed = Self::completed)]
    pub(super) struct Clerk;

    impl Clerk {
        async fn completed(&mut self, exit: &Exit<Stage, Word>, desk: &mut Desk) {
            desk.log.add(format!("{} {:?}", exit.kind(), exit.state()));
        }
    }

    impl StageDispatch for Clerk {
        async fn begun(&mut self, _: &Stage, desk: &mut Desk) -> Next<Word> {
            match desk.trouble {
                Trouble::MoveBlows => Ok(Word::Go.into()),
                Trouble::ConversionBlows => Err(Boom("unspeakable").into()),
                Trouble::NoText => std::panic::panic_any(7),
                Trouble::NastyPayload => std::panic::panic_any(Nasty),
                _ => std::future::pending().await,
            }
        }
    }

    /// The faults, and what the hook said.
    pub(super) async fn run(trouble: Trouble) -> (Vec<String>, Vec<String>) {
        let log = Log::default();
        let desk = Desk {
            trouble,
            log: log.clone(),
        };
        let clerk = Clerk.spawn(desk);
        let exit = tokio::time::timeout(secs(1000), clerk.join()).await;
        let exit = exit.expect("it goes on");
        let faults = exit.faults().iter().map(Fault::to_string).collect();
        (faults, log.take())
    }
}

#[tokio::test(start_paused = true)]
async fn an_entry_action_of_the_initial_state_that_fails_is_the_error_event() {
    let (faults, ended) = odd::run(Trouble::EntryFails).await;
    assert_eq!(faults, ["in state `Begun`: an action failed"]);
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn an_initial_state_that_cannot_be_entered_ends_as_failed() {
    let (faults, ended) = odd::run(Trouble::ClockBlows).await;
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults.iter().all(|fault| fault.contains("no clock")));
    assert_eq!(ended, ["failed Some(Begun(1))"]);
}

#[tokio::test(start_paused = true)]
async fn a_task_that_cannot_be_made_is_the_error_event() {
    let (faults, ended) = odd::run(Trouble::TaskBlows).await;
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].contains("a panic") && faults[0].contains("no task"));
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn a_state_lost_in_a_move_ends_as_failed_with_the_panic_first() {
    let (faults, ended) = odd::run(Trouble::MoveBlows).await;
    assert!(
        faults[0].starts_with("in state `Begun`: a panic"),
        "{faults:?}"
    );
    assert_eq!(ended, ["failed None"]);
}

#[tokio::test(start_paused = true)]
async fn a_conversion_of_the_fault_that_panics_is_an_error_while_an_error_is_handled() {
    let (faults, ended) = odd::run(Trouble::ConversionBlows).await;
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert_eq!(faults[0], "in state `Begun`: dispatch failed");
    assert!(faults[1].starts_with("in state `Begun`: a panic"));
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn a_panic_without_a_text_is_a_fault_too() {
    let (faults, ended) = odd::run(Trouble::NoText).await;
    let text = "in state `Begun`: a panic: a payload that is not text";
    assert_eq!(faults, [text]);
    assert_eq!(ended, ["failed Some(Lost)"]);
}

#[tokio::test(start_paused = true)]
async fn a_panic_whose_payload_panics_again_is_a_fault_too() {
    let (faults, ended) = odd::run(Trouble::NastyPayload).await;
    let text = "in state `Begun`: a panic: a payload that is not text";
    assert_eq!(faults, [text]);
    assert_eq!(ended, ["failed Some(Lost)"]);
}
