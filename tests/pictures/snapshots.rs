//! Every text of a few machines, as it is. `UPDATE_EXPECT=1 cargo test` writes them anew: look at the
//! difference, and at the pictures.

use std::path::Path;

use expect_test::expect_file;
use steadfast::Machine;
use steadfast::graph::Graph;

use crate::examples::link::LinkMachine;
use crate::machines::{names, odd, order, texts, two};

fn check(name: &str, graph: Graph) {
    let path = |extension: &str| {
        let file = format!("{name}.{extension}");
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("pictures/snapshots")
            .join(file)
    };
    expect_file![path("mmd")].assert_eq(&graph.mermaid().to_string());
    expect_file![path("dot")].assert_eq(&graph.dot().to_string());
    expect_file![path("md")].assert_eq(&graph.table().to_string());
}

#[test]
fn a_link() {
    check("link", LinkMachine::GRAPH);
}

#[test]
fn two_states() {
    check("two", two::LampMachine::GRAPH);
}

#[test]
fn names_that_are_words_of_the_languages() {
    check("names", names::Graph::GRAPH);
}

#[test]
fn texts_with_all_that_has_to_be_escaped() {
    check("texts", texts::TextMachine::GRAPH);
}

#[test]
fn generics_unicode_and_boxes_in_boxes() {
    check("odd", odd::OddMachine::<u32, 7>::GRAPH);
}

#[test]
fn thirty_states() {
    let graph = order::OrderMachine::GRAPH;
    assert_eq!(graph.states.len(), 30);
    check("order", graph);
}
