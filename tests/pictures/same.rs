//! Whoever reads a picture learns what the machine says: every state once, in the box of its superstate;
//! every arm that goes somewhere once, from the border of who declares it; every text, whole.

use steadfast::graph::Graph;

use crate::kit::{self, Picture, expected};
use crate::{dot, mermaid};

/// Compares what was read with the machine. Texts are the same where `text` makes the same of them.
fn compare(graph: &Graph, mut read: Picture, text: impl Fn(&str) -> String, source: &str) {
    let mut expected = expected(graph);
    for picture in [&mut expected, &mut read] {
        for boxed in picture.states.iter_mut().chain(&mut picture.groups) {
            boxed.text = text(&boxed.text);
        }
        for arrow in &mut picture.arrows {
            arrow.label = text(&arrow.label);
        }
        picture.sort();
    }
    let name = graph.name;
    assert_eq!(read.initial, expected.initial, "{name}\n{source}");
    agree(&read.groups, &expected.groups, source);
    agree(&read.states, &expected.states, source);
    agree(&read.arrows, &expected.arrows, source);
}

fn agree<T: PartialEq + std::fmt::Debug>(read: &[T], expected: &[T], source: &str) {
    for (read, expected) in read.iter().zip(expected) {
        assert_eq!(read, expected, "in\n{source}");
    }
    assert_eq!(read.len(), expected.len(), "in\n{source}");
}

pub(crate) fn compare_mermaid(graph: &Graph) {
    let diagram = graph.mermaid().to_string();
    compare(graph, mermaid::read(&diagram), mermaid::alike, &diagram);
}

pub(crate) fn compare_dot(graph: &Graph) {
    let dot = graph.dot().to_string();
    compare(graph, dot::read(&dot), str::to_owned, &dot);
}

#[test]
fn a_mermaid_diagram_shows_what_its_machine_says() {
    for graph in kit::graphs() {
        compare_mermaid(&graph);
    }
}

#[test]
fn a_graph_for_graphviz_shows_what_its_machine_says() {
    for graph in kit::graphs() {
        compare_dot(&graph);
    }
}

#[test]
fn what_any_and_a_superstate_declare_is_drawn_once_from_their_border() {
    use steadfast::Machine;
    let graph = crate::examples::link::LinkMachine::GRAPH;
    for picture in [
        mermaid::read(&graph.mermaid().to_string()),
        dot::read(&graph.dot().to_string()),
    ] {
        let closes: Vec<_> = picture
            .arrows
            .iter()
            .filter(|arrow| arrow.label == "Close")
            .collect();
        assert!(
            matches!(closes[..], [arrow] if arrow.from == kit::ANY && arrow.to == "Closed"),
            "{closes:?}"
        );
    }
}
