//! The graph as data for other programs.

use std::path::Path;

use expect_test::expect_file;
use steadfast::Machine;

use crate::examples::link::LinkMachine;
use crate::kit;

#[test]
fn a_graph_is_written_as_json_with_all_that_it_says() {
    let json = serde_json::to_string_pretty(&LinkMachine::GRAPH).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures/snapshots/link.json");
    expect_file![path].assert_eq(&(json + "\n"));
}

#[test]
fn every_state_and_every_edge_is_in_the_json_of_its_machine() {
    for graph in kit::graphs() {
        let json = serde_json::to_value(graph).unwrap();
        let of = |list: &str, key: &str| -> Vec<String> {
            let items = json[list].as_array().unwrap().iter();
            items
                .map(|item| item[key].as_str().unwrap_or_default().to_owned())
                .collect()
        };
        let states: Vec<&str> = graph.states.iter().map(|state| state.name).collect();
        assert_eq!(of("states", "name"), states);
        let guards: Vec<&str> = graph
            .edges
            .iter()
            .map(|edge| edge.guard.unwrap_or_default())
            .collect();
        assert_eq!(of("edges", "guard"), guards);
    }
}
