//! What the error event holds: a text, or the fault itself.

use steadfast::prelude::*;

use super::fixture::Boom;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Job {
    Doing,
    Lost(String),
}

#[derive(Debug, EventVariant)]
enum Word {
    Again,
    Error(String),
}

fsm! {
    struct JobMachine;
    trait JobDispatch;

    state: Job;
    event: Word;
    context: ();
    initial: Doing;
    error: Error;

    state Doing: Poll {
        on Again => stay;
        on Error(why) => Lost(why);
    }
    failure state Lost;
}

#[supervisor(JobMachine)]
struct Parser;

#[derive(Debug)]
struct Bad(std::num::ParseIntError);

impl std::fmt::Display for Bad {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a bad line")
    }
}

impl std::error::Error for Bad {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl JobDispatch for Parser {
    async fn doing(&mut self, _: &Job, (): &mut ()) -> Next<Word> {
        "x".parse::<u32>().map_err(Bad)?;
        Ok(Word::Again.into())
    }
}

#[tokio::test(start_paused = true)]
async fn a_variant_with_a_string_gets_the_text_with_all_causes() {
    let exit = Parser.spawn(()).join().await;
    let text = "a bad line: invalid digit found in string";
    assert_eq!(exit.state(), Some(&Job::Lost(text.into())));
    let error = exit.faults()[0].error().unwrap();
    assert_eq!(error.to_string(), "a bad line");
    assert!(error.is::<Bad>());
}

mod typed {
    //! An error variant that holds a `Fault`.

    use super::*;

    #[derive(Clone, Debug, StateVariant)]
    pub(super) enum Disk {
        Writing,
        Full,
        Lost,
    }

    #[derive(Debug, EventVariant)]
    pub(super) enum Word {
        Error(Fault),
    }

    fn is_full(fault: &Fault) -> bool {
        let error = fault.error().and_then(|error| error.downcast_ref());
        error == Some(&Boom("disk full"))
    }

    fsm! {
        pub(super) struct DiskMachine;
        pub(super) trait DiskDispatch;

        state: Disk;
        event: Word;
        context: ();
        initial: Writing;
        error: Error;

        state Writing: Ignore {
            on Error(fault) if is_full(&fault) => Full;
            on Error(_) => Lost;
        }
        terminal state Full;
        failure state Lost;
    }

    #[supervisor(DiskMachine)]
    pub(super) struct Writer(pub(super) &'static str);

    impl DiskDispatch for Writer {
        async fn writing(&mut self, _: &Disk, (): &mut ()) -> Next<Word> {
            Err(Boom(self.0).into())
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_variant_with_a_fault_lets_a_guard_look_at_the_error_itself() {
    let exit = typed::Writer("disk full").spawn(()).join().await;
    assert!(matches!(exit.state(), Some(typed::Disk::Full)));
    assert_eq!(exit.kind(), ExitKind::Completed);
    let exit = typed::Writer("disk gone").spawn(()).join().await;
    assert!(matches!(exit.state(), Some(typed::Disk::Lost)));
    assert_eq!(exit.kind(), ExitKind::Failed);
}

// L5: errors while an error is handled.
