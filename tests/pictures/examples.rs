//! The machines of the examples.

use std::fs;
use std::path::Path;

use steadfast::Machine;
use steadfast::graph::Graph;

#[path = "../../examples/by_hand.rs"]
#[allow(dead_code)]
mod by_hand;
#[path = "../../examples/door.rs"]
#[allow(dead_code)]
mod door;
#[path = "../../examples/link/component.rs"]
#[allow(dead_code)]
pub(crate) mod link;

#[allow(dead_code)]
#[path = "../../examples/worker"]
pub(crate) mod worker {
    #[path = "machine.rs"]
    pub(crate) mod machine;
    #[path = "queue.rs"]
    pub(crate) mod queue;
}

#[allow(dead_code)]
#[path = "../../examples/stage_lifecycle"]
pub(crate) mod lifecycle {
    #[path = "handler.rs"]
    pub(crate) mod handler;
    #[path = "machine.rs"]
    pub(crate) mod machine;
    #[path = "stage.rs"]
    pub(crate) mod stage;
}

#[allow(dead_code)]
#[path = "../../examples/pipeline"]
pub(crate) mod pipeline {
    #[path = "keys.rs"]
    pub(crate) mod keys;
    #[path = "report.rs"]
    pub(crate) mod report;
    #[path = "sink.rs"]
    pub(crate) mod sink;
    #[path = "source.rs"]
    pub(crate) mod source;
    #[path = "stage.rs"]
    pub(crate) mod stage;
    #[path = "stages.rs"]
    pub(crate) mod stages;
    #[path = "supervisor.rs"]
    pub(crate) mod supervisor;
    #[path = "transform.rs"]
    pub(crate) mod transform;

    /// What the stages read of the options in its `main.rs`.
    pub(crate) struct Options {
        pub(crate) file: std::path::PathBuf,
        pub(crate) trouble: transform::Trouble,
    }
}

/// All of them.
pub(crate) fn graphs() -> Vec<Graph> {
    vec![
        door::DoorMachine::GRAPH,
        by_hand::TickMachine::GRAPH,
        link::LinkMachine::GRAPH,
        worker::machine::WorkMachine::GRAPH,
        lifecycle::machine::StageMachine::<lifecycle::handler::Pairs>::GRAPH,
        pipeline::supervisor::PipelineMachine::GRAPH,
        pipeline::source::SourceMachine::GRAPH,
        pipeline::transform::TransformMachine::GRAPH,
        pipeline::sink::SinkMachine::GRAPH,
    ]
}

#[test]
fn every_machine_of_an_example_is_looked_at_here() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut declared = Vec::new();
    collect(&folder, &mut declared);
    declared.sort();
    let mut graphs: Vec<String> = graphs().iter().map(|graph| graph.name.to_owned()).collect();
    graphs.sort();
    assert_eq!(graphs, declared);
}

/// The names of the machines that the files of a folder declare.
fn collect(folder: &Path, declared: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, declared);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            declared.extend(text.split("fsm! {").skip(1).filter_map(machine_of));
        }
    }
}

/// The name behind the first `struct`, which is a line of its own in the item form.
fn machine_of(declaration: &str) -> Option<String> {
    let line = declaration
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#["))?;
    let (_, name) = line.split_once("struct ")?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    Some(name[..end].to_owned())
}
