//! The machine as a picture: with the feature `svg`.
//!
//! `merman` draws what the diagram's Mermaid text describes. It is the one renderer in Rust that reads
//! all of Mermaid, lays state diagrams out with ELK as Mermaid itself does, and needs neither a
//! browser nor a script.

use merman::svg::{SvgOutputPolicy, SvgPipelinePreset, SvgRenderOptions};
use merman::{OperationControl, RenderError, RenderOutput, RenderRequest, Renderer, SvgRequest};

use super::Graph;

/// What comes before the diagram: fonts that are about as wide as the one that the renderer measures.
const FRONT: &str =
    "%%{init: {\"fontFamily\": \"Arial, Helvetica, Liberation Sans, sans-serif\"}}%%\n";

/// The renderer gives a class to the box of a state, and its style to what stands directly in it; where
/// there is text below the name, that is not the border.
const STYLE: &str = "\
    .current rect { fill: #c8e6c9 !important; stroke: #2e7d32 !important; stroke-width: 4px !important; } \
    .current text, .current tspan { fill: #103c14 !important; } \
    .failure rect { stroke: #c62828 !important; }";

impl Graph {
    /// The machine as a picture, with the feature `svg`: the diagram of [`mermaid`](Self::mermaid),
    /// drawn. No browser, script or network is needed, to draw it or to look at it.
    ///
    /// ```
    /// # use steadfast::prelude::*;
    /// # #[derive(Debug, StateVariant)]
    /// # enum Light { Red, Green }
    /// # #[derive(Debug, EventVariant)]
    /// # enum Tick { Next }
    /// fsm! {
    ///     struct LightMachine;
    ///     state: Light; event: Tick; context: (); initial: Red;
    ///     state Red { on Next => Green; }
    ///     state Green { on Next => Red; }
    /// }
    ///
    /// # fn main() -> Result<(), BoxError> {
    /// let now = Light::Green;
    /// let picture = LightMachine::GRAPH.svg().highlight(now.variant_name()).render()?;
    /// assert!(picture.starts_with("<svg"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn svg(&self) -> Svg<'_> {
        Svg {
            graph: self,
            current: None,
        }
    }
}

/// A [`Graph`] as a picture: see [`Graph::svg`].
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Svg<'g> {
    graph: &'g Graph,
    current: Option<&'g str>,
}

impl<'g> Svg<'g> {
    /// Emphasizes a state: where a component is now. A name that no state has emphasizes none.
    pub fn highlight(self, state: &'g str) -> Self {
        Svg {
            current: Some(state),
            ..self
        }
    }

    /// Draws it. It takes milliseconds, and more for large machines: not for a thread that other tasks
    /// wait for.
    ///
    /// # Errors
    ///
    /// [`SvgError`] when the renderer refuses the diagram: one that is larger than it lays out.
    pub fn render(&self) -> Result<String, SvgError> {
        let mut diagram = self.graph.mermaid();
        if let Some(state) = self.current {
            diagram = diagram.highlight(state);
        }
        let policy = SvgOutputPolicy {
            // Its labels are text, which every viewer shows, and not pieces of HTML.
            preset: SvgPipelinePreset::ResvgSafe,
            scoped_css: Some(STYLE.to_owned()),
            ..SvgOutputPolicy::default()
        };
        let request = SvgRequest {
            pipeline: Some(policy.pipeline()),
            options: SvgRenderOptions {
                diagram_id: Some(self.graph.name.to_owned()),
                ..SvgRenderOptions::default()
            },
            ..SvgRequest::default()
        };
        let source = format!("{FRONT}{diagram}");
        let error = |source| SvgError {
            machine: self.graph.name,
            source,
        };
        let output = Renderer::new()
            .render(RenderRequest::svg(
                &source,
                OperationControl::new(),
                request,
            ))
            .map_err(error)?;
        match output {
            // Where a viewer's font is wider than the one measured, a label is wider than its place,
            // and shown all the same.
            RenderOutput::Svg(Some(svg)) => {
                Ok(svg.svg().replace("overflow:hidden", "overflow:visible"))
            }
            _ => Err(error(RenderError::NoDiagram)),
        }
    }
}

/// A machine that could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("no picture of `{machine}`: the renderer refused its diagram")]
pub struct SvgError {
    machine: &'static str,
    source: RenderError,
}
