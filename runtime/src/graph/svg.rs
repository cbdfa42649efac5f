//! The machine as a picture: with the feature `svg`.

use merman::RenderError;

use super::Graph;
use super::picture::draw;

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
    /// Emphasizes a state: where a component is now, in green, or in red where it has failed. A name that
    /// no state has emphasizes none.
    pub fn highlight(self, state: &'g str) -> Self {
        Svg {
            current: Some(state),
            ..self
        }
    }

    /// Draws it. It takes milliseconds, in a build for debugging ten times as long, and more for large
    /// machines: not for a thread that other tasks wait for.
    ///
    /// # Errors
    ///
    /// [`SvgError`] when the renderer refuses the diagram: one that is larger than it lays out.
    pub fn render(&self) -> Result<String, SvgError> {
        let mut diagram = self.graph.mermaid();
        if let Some(state) = self.current {
            diagram = diagram.highlight(state);
        }
        // On a page or in a viewer of any color.
        let picture = draw(
            &diagram.to_string(),
            "default",
            self.graph.name,
            Some("white"),
        );
        picture.map_err(|source| SvgError {
            machine: self.graph.name,
            source,
        })
    }
}

/// A machine that could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("no picture of `{machine}`: the renderer refused its diagram")]
pub struct SvgError {
    machine: &'static str,
    source: RenderError,
}
