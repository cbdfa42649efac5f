//! Graphs for Graphviz, read by a parser of its language.

use std::collections::HashMap;

use graphviz_rust::dot_structures::{
    Attribute, EdgeTy, Graph, GraphAttributes, Id, NodeId, Stmt, Vertex,
};

use crate::kit::{Arrow, Box, Picture, squeezed};

/// What a graph shows.
pub(crate) fn read(dot: &str) -> Picture {
    let graph = graphviz_rust::parse(dot).unwrap_or_else(|error| panic!("{error}\n{dot}"));
    let Graph::DiGraph { stmts, .. } = graph else {
        panic!("arrows without points:\n{dot}");
    };
    let mut reader = Reader::default();
    reader.boxes(&stmts, None);
    reader.arrows(&stmts);
    reader.picture
}

#[derive(Default)]
struct Reader {
    picture: Picture,
    /// What the ends of arrows are called: for the point that stands for a cluster, the cluster's name.
    names: HashMap<String, String>,
}

impl Reader {
    fn boxes(&mut self, stmts: &[Stmt], inside: Option<&str>) {
        for stmt in stmts {
            match stmt {
                Stmt::Subgraph(cluster) => {
                    assert!(
                        text(&cluster.id).starts_with("cluster"),
                        "no box: {:?}",
                        cluster.id
                    );
                    let label = cluster.stmts.iter().find_map(|stmt| match stmt {
                        Stmt::Attribute(Attribute(key, value)) if text(key) == "label" => {
                            Some(value)
                        }
                        _ => None,
                    });
                    let boxed = boxed(&text(label.expect("a cluster's label")), inside);
                    let name = boxed.name.clone();
                    self.picture.groups.push(boxed);
                    self.boxes(&cluster.stmts, Some(&name));
                }
                Stmt::Node(node) => {
                    let id = text(&node.id.0);
                    let label = text(attribute(&node.attributes, "label").expect("a label"));
                    let is_point = attribute(&node.attributes, "shape")
                        .is_some_and(|shape| text(shape) == "point");
                    let name = match (is_point, inside) {
                        (false, _) => {
                            let boxed = boxed(&label, inside);
                            let name = boxed.name.clone();
                            self.picture.states.push(boxed);
                            name
                        }
                        // What an arrow from a cluster begins at.
                        (true, Some(cluster)) => cluster.to_owned(),
                        (true, None) => String::new(),
                    };
                    assert_eq!(self.names.insert(id, name), None, "two of a name");
                }
                Stmt::Attribute(_)
                | Stmt::GAttribute(GraphAttributes::Node(_) | GraphAttributes::Edge(_)) => {}
                Stmt::Edge(_) if inside.is_none() => {}
                other => panic!("{other:?}"),
            }
        }
    }

    fn arrows(&mut self, stmts: &[Stmt]) {
        for stmt in stmts {
            let Stmt::Edge(edge) = stmt else { continue };
            let EdgeTy::Pair(Vertex::N(NodeId(from, None)), Vertex::N(NodeId(to, None))) = &edge.ty
            else {
                panic!("{edge:?}");
            };
            let [from, to] = [from, to].map(|id| self.names[&text(id)].clone());
            if from.is_empty() {
                self.picture.initial.push(to);
                continue;
            }
            let label = attribute(&edge.attributes, "label")
                .map(text)
                .unwrap_or_default();
            self.picture.arrows.push(Arrow {
                from,
                to,
                label: squeezed(&shown(&label)),
            });
        }
    }
}

fn attribute<'a>(attributes: &'a [Attribute], key: &str) -> Option<&'a Id> {
    let found = attributes
        .iter()
        .find(|Attribute(name, _)| text(name) == key);
    found.map(|Attribute(_, value)| value)
}

/// A box by its label: the first line is its name.
fn boxed(label: &str, inside: Option<&str>) -> Box {
    let label = shown(label);
    let (name, text) = label.split_once('\n').unwrap_or((&label, ""));
    Box {
        name: name.to_owned(),
        inside: inside.map(str::to_owned),
        text: squeezed(text),
    }
}

/// What the language means by an identifier: in quotes, only a quote is escaped.
fn text(id: &Id) -> String {
    match id {
        Id::Plain(text) => text.clone(),
        Id::Escaped(text) => {
            let inner = text
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'));
            let inner = inner.expect("quotes around it");
            // A backslash before a backslash keeps both, so it escapes no quote behind them.
            let mut out = String::new();
            let mut chars = inner.chars();
            while let Some(c) = chars.next() {
                match (c, chars.clone().next()) {
                    ('\\', Some('"')) => {}
                    ('\\', Some('\\')) => {
                        chars.next();
                        out.push_str("\\\\");
                    }
                    _ => out.push(c),
                }
            }
            out
        }
        other => panic!("neither plain nor quoted: {other:?}"),
    }
}

/// What Graphviz draws of a label: `\n`, `\l` and `\r` end a line, other letters behind a backslash may
/// mean the graph or the node, and an entity of HTML is its character.
fn shown(label: &str) -> String {
    let mut out = String::new();
    let mut chars = label.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'l' | 'r') => out.push('\n'),
                Some('\\') => out.push('\\'),
                other => panic!("\\{other:?} in {label:?}"),
            },
            '&' => match chars.as_str().split_once(';') {
                Some((name, rest))
                    if !name.is_empty()
                        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') =>
                {
                    assert_eq!(name, "amp", "in {label:?}");
                    out.push('&');
                    chars = rest.chars();
                }
                _ => out.push('&'),
            },
            c => out.push(c),
        }
    }
    out
}
