//! The page that `cargo doc` writes of the `link` example's machine.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Builds it, once, and says where it is.
pub fn built() -> PathBuf {
    static PAGE: OnceLock<PathBuf> = OnceLock::new();
    PAGE.get_or_init(build).clone()
}

fn build() -> PathBuf {
    let command = [
        "doc",
        "--locked",
        "--no-deps",
        "--package",
        "steadfast-examples",
    ];
    let status = Command::new(env!("CARGO"))
        .args(command)
        .args(["--example", "link", "--features", "doc-diagrams"])
        .arg("--target-dir")
        .arg(target())
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .status();
    assert!(status.expect("cargo runs").success(), "no documentation");
    let page = target().join("doc/link/component/struct.LinkMachine.html");
    assert!(page.exists(), "{} is not there", page.display());
    page
}

/// Where this test was built: `target/debug/deps/rustdoc-..`
fn target() -> PathBuf {
    let test = std::env::current_exe().expect("a running program is somewhere");
    let target = test
        .ancestors()
        .nth(3)
        .expect("a test is in a target directory");
    target.to_owned()
}

/// A copy of a page, beside it, with a style of its own.
pub fn with_style(page: &Path, style: &str) -> PathBuf {
    let html = std::fs::read_to_string(page).expect("the page was built");
    let styled = html.replacen("</head>", &format!("<style>{style}</style></head>"), 1);
    assert_ne!(styled, html);
    let name: String = style.chars().filter(char::is_ascii_alphabetic).collect();
    let path = page.with_file_name(format!("{name}.html"));
    std::fs::write(&path, styled).expect("there is room for a copy");
    path
}
