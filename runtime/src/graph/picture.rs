//! From the text of a diagram to its picture.
//!
//! `merman` is the one renderer in Rust that reads all of Mermaid, lays state diagrams out with ELK as
//! Mermaid itself does, and needs neither a browser nor a script.
//!
//! `macros/diagrams/src/picture.rs` is a link to this file: the pictures in the documentation and those
//! at run time are the same.

use merman::svg::{SvgOutputPolicy, SvgPipelinePreset, SvgRenderOptions};
use merman::{OperationControl, RenderError, RenderOutput, RenderRequest, Renderer, SvgRequest};

/// The renderer gives a class to the box of a state, and its style to what stands directly in it; where
/// there is text below the name, that is not the border.
const STYLE: &str = "\
    .current rect { fill: #c8e6c9 !important; stroke: #2e7d32 !important; stroke-width: 4px !important; } \
    .failed rect { fill: #ffcdd2 !important; stroke: #c62828 !important; stroke-width: 4px !important; } \
    .failure rect { stroke: #c62828 !important; }";

/// Draws a diagram, in a theme of Mermaid: `default` or `dark`. The identifiers in the picture begin
/// with `id`. Without a background it is that of the page.
pub(crate) fn draw(
    diagram: &str,
    theme: &str,
    id: &str,
    background: Option<&str>,
) -> Result<String, RenderError> {
    // Fonts that are about as wide as the one that the renderer measures.
    let front = format!(
        "%%{{init: {{\"theme\": \"{theme}\", \
         \"fontFamily\": \"Arial, Helvetica, Liberation Sans, sans-serif\"}}}}%%\n"
    );
    let source = front + &padded(diagram);
    let policy = SvgOutputPolicy {
        // Its labels are text, which every viewer shows, and not pieces of HTML.
        preset: SvgPipelinePreset::ResvgSafe,
        scoped_css: Some(STYLE.to_owned()),
        root_background_color: background.map(str::to_owned),
        ..SvgOutputPolicy::default()
    };
    let request = SvgRequest {
        pipeline: Some(policy.pipeline()),
        options: SvgRenderOptions {
            diagram_id: Some(id.to_owned()),
            ..SvgRenderOptions::default()
        },
        ..SvgRequest::default()
    };
    let request = RenderRequest::svg(&source, OperationControl::new(), request);
    match Renderer::new().render(request)? {
        // No viewer has the very font that was measured. So the text is a little smaller than that, and a
        // label that is too wide for its place is shown all the same.
        RenderOutput::Svg(Some(svg)) => Ok(svg
            .svg()
            .replace("font-size:16px", "font-size:14.5px")
            .replace("overflow:hidden", "overflow:visible")),
        _ => Err(RenderError::NoDiagram),
    }
}

/// A diagram with some room around what is written in its boxes and at its arrows: the renderer leaves
/// none between a text and a border, or two arrows. The outer characters have no width, and keep the
/// inner ones from being trimmed.
fn padded(diagram: &str) -> String {
    let mut padded = String::new();
    for line in diagram.lines() {
        match line.split_once(" : ") {
            Some((of, label)) if !of.trim_start().starts_with("note ") => {
                padded.push_str(of);
                padded.push_str(" : ");
                for (at, part) in label.split("<br/>").enumerate() {
                    padded.push_str(if at == 0 { "" } else { "<br/>" });
                    padded.push_str("\u{200b}\u{a0}");
                    padded.push_str(part);
                    padded.push_str("\u{a0}\u{200b}");
                }
            }
            _ => padded.push_str(line),
        }
        padded.push('\n');
    }
    padded
}
