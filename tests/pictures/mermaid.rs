//! Mermaid diagrams, read by a parser of Mermaid.

use std::collections::HashMap;

use merman::{Engine, ParseOptions, RenderSemanticModel};

use crate::kit::{Arrow, Box, Picture, squeezed};

/// What a diagram shows.
pub(crate) fn read(diagram: &str) -> Picture {
    let parsed = Engine::new()
        .parse_diagram_for_render_model_sync(diagram, ParseOptions::strict())
        .unwrap_or_else(|error| panic!("{error}\n{diagram}"))
        .expect("a diagram");
    let RenderSemanticModel::State(model) = parsed.model() else {
        panic!("no state diagram:\n{diagram}");
    };
    // Its label is a box's name, and of a box around others, all its text.
    let names: HashMap<&str, (String, String)> = model
        .nodes
        .iter()
        .map(|node| {
            let label = node.label.as_ref().and_then(|label| label.as_str());
            let mut lines = label.unwrap_or_default().split("<br>").map(decoded);
            let name = lines.next().unwrap_or_default();
            let below = node.description.iter().flatten().map(|line| decoded(line));
            let text: String = lines.chain(below).collect();
            (&*node.id, (name, squeezed(&text)))
        })
        .collect();
    let name = |id: &str| names[id].0.clone();
    let mut picture = Picture::default();
    for node in &model.nodes {
        let (name, text) = names[&*node.id].clone();
        let inside = node.parent_id.as_deref().map(|id| names[id].0.clone());
        let boxed = Box { name, inside, text };
        match (&*node.shape, node.is_group) {
            ("stateStart" | "stateEnd", _) => {}
            (_, true) => picture.groups.push(boxed),
            (_, false) => picture.states.push(boxed),
        }
    }
    let shape = |id: &str| {
        let node = model.nodes.iter().find(|node| node.id == id);
        &*node.expect("an end that is drawn").shape
    };
    for edge in &model.edges {
        match (shape(&edge.start), shape(&edge.end)) {
            ("stateStart", _) => picture.initial.push(name(&edge.end)),
            (_, "stateEnd") => {}
            _ => picture.arrows.push(Arrow {
                from: name(&edge.start),
                to: name(&edge.end),
                label: squeezed(&decoded(&edge.label.replace("<br>", " "))),
            }),
        }
    }
    picture
}

/// As a reader sees it: the parser gives texts as HTML.
fn decoded(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Mermaid has no quotes: what it would read as something else is written as what looks the same. Here
/// both are one.
pub(crate) fn alike(text: &str) -> String {
    let text = text.replace('"', "''");
    let alike = text
        .chars()
        .filter(|&c| !['\u{200b}', '\u{2060}'].contains(&c))
        .map(|c| match c {
            '∶' => ':',
            '\u{37e}' => ';',
            'ˋ' => '`',
            'ˍ' => '_',
            '‹' => '<',
            '›' => '>',
            '∗' => '*',
            c => c,
        });
    squeezed(&alike.collect::<String>())
}
