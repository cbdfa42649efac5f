//! The picture of the README: of the machine that stands there.

use std::time::Duration;

use steadfast::Machine;
use steadfast::graph::Graph;
use steadfast::prelude::*;

const README: &str = include_str!("../../README.md");
const HERE: &str = include_str!("readme.rs");

#[rustfmt::skip]
mod machine {
    #![allow(dead_code, reason = "it is drawn, and not run")]
    use super::*;

// From the README.
#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Download { Idle, Fetching { attempt: u32 }, Waiting { attempt: u32 }, Storing, Done, Failed(String) }

#[derive(Debug, EventVariant)]
enum Signal { Start, Fetched(Vec<u8>), Lost(String), Stored, Cancel, Error(String) }

enum Effect { Keep(Vec<u8>) }

struct Disk { page: Vec<u8>, written: usize }

fsm! {
    /// Fetches one page, however often it takes, and stores it.
    struct DownloadMachine;
    trait DownloadDispatch;

    state:   Download;
    event:   Signal;
    context: Disk;
    action:  Effect;
    initial: Idle;
    error:   Error;
    stop:    Cancel;

    state Idle { on Start => Fetching { attempt: 1 }; }

    superstate Trying {
        state Fetching { attempt } {
            task fetch(*attempt);                     // lives as long as the state does
            timeout Duration::from_secs(10);
            on Fetched(page) => Storing do [Keep(page)];
            on Lost(why) if *attempt >= 5 => Failed(why);
            on timeout if *attempt >= 5 => Failed("no answer".into());
            on Lost(_) | timeout => Waiting { attempt: *attempt };
        }

        state Waiting { attempt } {
            timeout Duration::from_millis(1 << *attempt) => Fetching { attempt: *attempt + 1 };
        }

        on Start => stay;
    }

    state Storing: Poll {                             // works: it has a method below
        on Stored => Done;
        on Start => stay;
    }

    any {
        on Cancel => Done;
        on Error(why) => Failed(why);
        on Fetched(_) | Lost(_) | Stored => reject;
    }

    terminal state Done;
    failure state Failed;
}
// Until here.

    async fn fetch(_: u32) -> Signal {
        Signal::Stored
    }

    pub(super) fn graph() -> Graph {
        DownloadMachine::GRAPH
    }
}

#[test]
fn the_machine_that_is_drawn_is_the_one_of_the_readme() {
    let (_, from) = HERE
        .split_once("// From the README.\n")
        .expect("the beginning");
    let (machine, _) = from.split_once("\n// Until here.").expect("the end");
    assert!(
        README.contains(machine),
        "it was changed in one of the two places"
    );
}

/// A machine without what says nothing to the compiler, and without the line for the library itself.
fn bare(machine: &str) -> String {
    let lines = machine.lines().filter_map(|line| line.split("//").next());
    let lines = lines.filter(|line| !line.trim_start().starts_with("crate:"));
    let text: String = lines.flat_map(|line| [line, " "]).collect();
    let words = text.split_whitespace().filter(|word| *word != "pub");
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_machine_of_the_documentation_is_the_one_of_the_readme() {
    const EXAMPLE: &str = include_str!("../../runtime/src/example.rs");
    let [example, readme] = [EXAMPLE, README].map(|text| {
        let (_, machine) = text.split_once("\nfsm! {\n").expect("a machine");
        let (machine, _) = machine.split_once("\n}\n").expect("its end");
        bare(machine)
    });
    assert_eq!(example, readme);
}

#[test]
fn the_picture_of_the_readme_is_current() {
    assert!(README.contains("(runtime/docs/download.svg)"));
    let picture = machine::graph().svg().render().expect("it can be drawn");
    expect_test::expect_file!["../../runtime/docs/download.svg"].assert_eq(&picture);
}
