//! `--draw`: a machine of the pipeline, as a picture, and nothing else is done.

use clap::ValueEnum;
use steadfast::graph::Graph;
use steadfast::{BoxError, Machine};

use crate::{sink, source, supervisor, transform};

/// How it is drawn.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// A state diagram for Mermaid, which GitHub and GitLab show.
    Mermaid,
    /// A graph for Graphviz: `dot -Tpng`.
    Dot,
    /// A picture.
    Svg,
    /// The transition table, in Markdown.
    Table,
}

/// Which machine.
#[derive(Clone, Copy, ValueEnum)]
pub enum Which {
    Pipeline,
    Source,
    Transform,
    Sink,
}

impl Which {
    fn graph(self) -> Graph {
        match self {
            Which::Pipeline => supervisor::PipelineMachine::GRAPH,
            Which::Source => source::SourceMachine::GRAPH,
            Which::Transform => transform::TransformMachine::GRAPH,
            Which::Sink => sink::SinkMachine::GRAPH,
        }
    }
}

/// The text of the picture.
pub fn draw(which: Which, format: Format) -> Result<String, BoxError> {
    let graph = which.graph();
    Ok(match format {
        Format::Mermaid => graph.mermaid().to_string(),
        Format::Dot => graph.dot().to_string(),
        Format::Svg => svg(&graph)?,
        Format::Table => graph.table().to_string(),
    })
}

#[cfg(feature = "svg")]
fn svg(graph: &Graph) -> Result<String, BoxError> {
    Ok(graph.svg().render()?)
}

/// The renderer is large: who does not want it builds the examples without.
#[cfg(not(feature = "svg"))]
fn svg(_: &Graph) -> Result<String, BoxError> {
    Err(
        "this program was built without the feature `svg`: build it with, or use `--draw mermaid`"
            .into(),
    )
}
