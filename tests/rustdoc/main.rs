//! What a reader sees of a machine after `cargo doc`: the page of the `link` example in a browser, in
//! both themes.
//!
//! It needs Chromium and builds documentation, so it is left out unless asked for: `.ci/pictures`.

mod browser;
#[allow(dead_code)]
#[path = "../../examples/link/component.rs"]
mod component;
mod page;

use browser::Scheme;
use steadfast::Machine;

/// A change of so many pixels is no speck: the diagram has some ten thousand.
const SEEN: usize = 5_000;

#[test]
#[ignore = "needs Chromium: `.ci/pictures`"]
fn the_diagram_of_a_machine_is_seen_in_light_and_in_dark() {
    let page = page::built();
    // The same page, without what the diagram is made of: whatever differs is the diagram.
    let without = page::with_style(&page, ".merman-rustdoc-diagram svg { visibility: hidden; }");
    let empty = page::with_style(&page, "body { display: none; }");
    let mut shown = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let picture = browser::screenshot(&page, scheme);
        let hidden = browser::screenshot(&without, scheme);
        let seen = picture.differs_from(&hidden);
        println!("{scheme:?}: the diagram changes {seen} pixels");
        assert!(seen > SEEN, "{scheme:?}: {seen} pixels of diagram");
        let text = hidden.differs_from(&browser::screenshot(&empty, scheme));
        assert!(text > SEEN, "{scheme:?}: {text} pixels of page");
        shown.push(picture);
    }
    let [light, dark] = &shown[..] else {
        unreachable!()
    };
    assert!(light.differs_from(dark) > SEEN, "both themes look the same");
}

#[test]
#[ignore = "builds documentation: `.ci/pictures`"]
fn the_page_of_a_machine_has_its_table_and_a_picture_without_script_or_network() {
    let html = std::fs::read_to_string(page::built()).expect("the page was built");
    let (_, shown) = html
        .split_once("The life of one link.")
        .expect("the user's own words");
    assert!(shown.contains("id=\"transitions\""));
    assert!(shown.contains("<code>*attempt &gt;= context.max_attempts</code>"));
    let (_, diagram) = shown.split_once("id=\"diagram\"").expect("a diagram");
    let (diagram, _) = diagram
        .split_once("<details class=\"merman-rustdoc-source\">")
        .expect("the text of the diagram, folded");
    assert_eq!(diagram.matches("<svg id=").count(), 2, "light and dark");
    for name in [
        "Idle", "Dialing", "Backoff", "Up", "Closed", "Failed", "Trying",
    ] {
        assert!(diagram.contains(&format!(">{name}</text>")), "{name}");
    }
    for foreign in [
        "<script", "<image", "src=", "@import", "http://", "https://",
    ] {
        let namespaces = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"];
        let own = namespaces
            .iter()
            .fold(diagram.to_owned(), |text, namespace| {
                text.replace(namespace, "")
            });
        assert!(!own.contains(foreign), "{foreign}");
    }
}

#[test]
#[ignore = "builds documentation: `.ci/pictures`"]
fn the_page_shows_what_the_graph_says() {
    let graph = component::LinkMachine::GRAPH;
    let html = std::fs::read_to_string(page::built()).expect("the page was built");
    let (_, text) = html
        .split_once("<code class=\"language-mermaid\">")
        .expect("the text of the diagram");
    let (text, _) = text.split_once("</code>").expect("its end");
    let text = text
        .replace("&#10;", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    assert_eq!(text.trim(), graph.mermaid().to_string().trim());
    let shown = graph.table().to_string();
    let rows = shown.lines().filter(|line| line.starts_with('|'));
    let rows = rows.count() - 2;
    let (_, table) = html.split_once("<tbody>").expect("a table");
    let (table, _) = table.split_once("</tbody>").expect("its end");
    assert_eq!(table.matches("<tr>").count(), rows);
}

#[test]
#[ignore = "builds documentation: `.ci/pictures`"]
fn the_page_of_a_machine_shows_nothing_of_what_the_macros_make_for_themselves() {
    let html = std::fs::read_to_string(page::built()).expect("the page was built");
    assert!(html.contains("id=\"impl-Machine-for-LinkMachine\""));
    for internal in ["Declaration", "Drives", "Rules", "Supervised", "__"] {
        let heading = format!("id=\"impl-{internal}");
        assert!(!html.contains(&heading), "{internal}");
    }
}
