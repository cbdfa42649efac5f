//! Pictures: well-formed, with all that the machine says as text, and with nothing that its texts could
//! add.

use std::collections::HashMap;

use roxmltree::{Document, Node};
use steadfast::Machine;
use steadfast::graph::Graph;

use crate::examples::link::LinkMachine;
use crate::kit::{self, expected};
use crate::machines::{names, odd, order, texts};
use crate::mermaid::alike;

fn draw(graph: &Graph) -> String {
    graph.svg().render().unwrap()
}

fn parse(svg: &str) -> Document<'_> {
    Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"))
}

/// The text in each label, without white space. A label is several texts, one a line.
fn labels(document: &Document<'_>) -> Vec<String> {
    let lines = |node: Node<'_, '_>| -> String {
        let texts = node.descendants().filter(Node::is_text);
        texts.filter_map(|text| text.text()).collect()
    };
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    let mut labels: HashMap<roxmltree::NodeId, String> = HashMap::new();
    for text in texts {
        let label = text.parent().expect("something around a text");
        labels.entry(label.id()).or_default().push_str(&lines(text));
    }
    labels.values().map(|text| alike(text)).collect()
}

/// Whether a picture shows every name and every label of its machine.
pub(crate) fn compare(graph: &Graph) {
    let svg = draw(graph);
    let document = parse(&svg);
    let labels = labels(&document);
    let has = |text: &str| {
        let text = alike(text);
        let found = labels.iter().any(|label| label.contains(&text));
        assert!(found, "no {text} in {labels:#?}");
    };
    let expected = expected(graph);
    for boxed in expected.states.iter().chain(&expected.groups) {
        has(&boxed.name);
        has(&boxed.text);
    }
    for arrow in &expected.arrows {
        has(&arrow.label);
    }
    needs_nothing(&document);
}

/// A picture is looked at anywhere: without a script, a page around it, or a network.
fn needs_nothing(document: &Document<'_>) {
    for node in document.descendants().filter(Node::is_element) {
        let tag = node.tag_name().name();
        let outside = ["script", "foreignObject", "image", "a", "iframe"];
        assert!(!outside.contains(&tag), "<{tag}>");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name}");
            assert!(name != "href" || value.starts_with('#'), "{name}={value}");
            assert!(!value.contains("url(http"), "{name}={value}");
        }
        let style = node.text().unwrap_or_default();
        assert!(tag != "style" || !style.contains("@import"), "{style}");
    }
}

#[test]
fn a_picture_holds_all_that_its_machine_says_and_needs_nothing_but_itself() {
    for graph in kit::graphs() {
        compare(&graph);
    }
}

#[test]
fn no_text_of_a_machine_becomes_an_element_or_an_attribute() {
    let svg = draw(&texts::TextMachine::GRAPH);
    let plain = draw(&LinkMachine::GRAPH);
    let names = |svg: &str| {
        let document = parse(svg);
        let elements = document.descendants().filter(Node::is_element);
        let mut names: Vec<String> = elements
            .flat_map(|node| {
                let attributes = node
                    .attributes()
                    .map(|attribute| attribute.name().to_owned());
                attributes
                    .chain([format!("<{}>", node.tag_name().name())])
                    .collect::<Vec<_>>()
            })
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let of_plain = names(&plain);
    let new: Vec<_> = names(&svg)
        .into_iter()
        .filter(|name| !of_plain.contains(name))
        .collect();
    assert!(new.is_empty(), "{new:?}");
    assert!(!svg.contains("<script"), "{svg}");
}

/// The classes of a box that is emphasized: of a machine that has failed, it is red.
const EMPHASIZED: [&str; 2] = [" current ", " failed "];

/// What differs between two pictures, by the label of the box that it is in.
fn changed(before: &str, after: &str) -> Vec<String> {
    let (before, after) = (parse(before), parse(after));
    let boxes = |document: &Document<'_>| -> Vec<(String, String)> {
        let nodes = document.descendants().filter(|node| {
            let class = node.attribute("class").unwrap_or_default();
            class.split(' ').any(|class| class == "node")
        });
        let of = |node: Node<'_, '_>| {
            let id = node.attribute("id").unwrap_or_default().to_owned();
            (id, node.attribute("class").unwrap_or_default().to_owned())
        };
        nodes.map(of).collect()
    };
    let (before, after) = (boxes(&before), boxes(&after));
    assert_eq!(before.len(), after.len());
    let pairs = before.into_iter().zip(after);
    let changed = pairs.filter(|((id, was), (same, is))| {
        assert_eq!(id, same);
        was != is
    });
    changed
        .map(|((id, was), (_, is))| {
            assert!(
                EMPHASIZED.iter().all(|class| !was.contains(class))
                    && EMPHASIZED.iter().any(|class| is.contains(class)),
                "{was} {is}"
            );
            id
        })
        .collect()
}

#[test]
fn to_highlight_a_state_changes_the_looks_of_its_box_alone() {
    let graph = LinkMachine::GRAPH;
    let plain = draw(&graph);
    for state in graph.states {
        let emphasized = graph.svg().highlight(state.name).render().unwrap();
        let changed = changed(&plain, &emphasized);
        let [id] = &changed[..] else {
            panic!("{}: {changed:?}", state.name);
        };
        assert!(id.contains(&format!("state-{}-", state.name)), "{id}");
    }
}

#[test]
fn an_emphasized_state_is_still_seen_to_be_an_end_and_a_failure_is_never_green() {
    const GREEN: &str = "2e7d32";
    for graph in kit::graphs() {
        for state in graph.states {
            let dot = graph.dot().highlight(state.name).to_string();
            let mermaid = graph.mermaid().highlight(state.name).to_string();
            let ends = |dot: &str| dot.matches("peripheries=2").count();
            assert_eq!(ends(&dot), ends(&graph.dot().to_string()), "{dot}");
            assert_eq!(dot.contains(GREEN), !state.failure, "{dot}");
            assert_eq!(mermaid.contains(GREEN), !state.failure, "{mermaid}");
        }
    }
    let failures = kit::graphs();
    let failures = failures.iter().flat_map(|graph| graph.states);
    assert!(failures.filter(|state| state.failure).count() > 0);
}

#[test]
fn a_state_whose_name_means_something_to_mermaid_can_be_highlighted() {
    for (graph, number) in [
        (names::Graph::GRAPH, 0),
        (odd::OddMachine::<u32, 7>::GRAPH, 1),
        (order::OrderMachine::GRAPH, 17),
    ] {
        let emphasized = graph.svg().highlight(graph.states[number].name);
        let changed = changed(&draw(&graph), &emphasized.render().unwrap());
        assert_eq!(changed.len(), 1, "{changed:?}");
    }
}

#[test]
fn to_highlight_what_is_no_state_changes_nothing() {
    const NO_STATES: [&str; 6] = ["", "Nobody", "any__", "Trying", "root", "s0__"];
    for graph in kit::graphs() {
        let texts = [graph.mermaid().to_string(), graph.dot().to_string()];
        for name in NO_STATES {
            let mermaid = graph.mermaid().highlight(name).to_string();
            let dot = graph.dot().highlight(name).to_string();
            assert_eq!([mermaid, dot], texts, "{name}");
        }
    }
    let graph = LinkMachine::GRAPH;
    let plain = draw(&graph);
    for name in NO_STATES {
        let svg = graph.svg().highlight(name).render().unwrap();
        assert_eq!(svg, plain, "{name}");
    }
}

#[test]
fn a_picture_is_the_same_each_time() {
    let graph = texts::TextMachine::GRAPH;
    assert_eq!(draw(&graph), draw(&graph));
}
