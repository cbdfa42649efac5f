//! The page that sets this library beside its neighbours says what was found, and nothing else.
//! Needs no network: what was found stands in `compared/`, and `compared/run` finds it anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const LIBRARIES: [&str; 4] = ["statig", "smlang", "rust-fsm", "steadfast"];

/// The page; with `COMPARED=update`, after its blocks were written anew.
static PAGE: LazyLock<String> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/docs/mistakes.md");
    let page = fs::read_to_string(&path).unwrap();
    if std::env::var("COMPARED").as_deref() != Ok("update") {
        return page;
    }
    let updated = with_blocks_of(&page, &found());
    fs::write(&path, &updated).unwrap();
    updated
});

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("compared")
}

/// What was found, by `library/case`.
fn found() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for library in LIBRARIES {
        for case in cases(library) {
            let path = folder().join(library).join(format!("{case}.txt"));
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|_| panic!("no {library}/{case}.txt: `compared/run --update`"));
            found.insert(format!("{library}/{case}"), text);
        }
    }
    found
}

fn cases(library: &str) -> Vec<String> {
    let files = fs::read_dir(folder().join(library)).unwrap();
    let mut cases: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| Some(name.strip_suffix(".rs")?.to_owned()))
        .collect();
    cases.sort();
    cases
}

/// `library/case`, if the line is the mark before a block that quotes it.
fn mark(line: &str) -> Option<&str> {
    line.strip_prefix("<!-- ")?.strip_suffix(".txt -->")
}

fn with_blocks_of(page: &str, found: &BTreeMap<String, String>) -> String {
    let mut updated = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        updated.push_str(line);
        updated.push('\n');
        if let Some(case) = mark(line) {
            assert_eq!(lines.next(), Some("```text"), "after the mark of {case}");
            lines.by_ref().find(|line| *line == "```");
            let text = found.get(case).unwrap_or_else(|| panic!("no case {case}"));
            updated.push_str(&format!("```text\n{text}```\n"));
        }
    }
    updated
}

#[test]
fn every_block_of_the_page_is_what_was_found() {
    assert_eq!(*PAGE, with_blocks_of(&PAGE, &found()));
}

#[test]
fn every_case_is_quoted_once_and_nothing_else_is() {
    let mut quoted: Vec<&str> = PAGE.lines().filter_map(mark).collect();
    assert_eq!(PAGE.matches("```text").count(), quoted.len());
    quoted.sort();
    // The machines without a mistake print the same, so one of them stands for all.
    let found = found();
    let expected: Vec<&str> = found
        .keys()
        .map(String::as_str)
        .filter(|case| !case.ends_with("/right") || *case == "steadfast/right")
        .collect();
    assert_eq!(quoted, expected);
}

#[test]
fn nothing_is_left_of_a_case_that_is_gone() {
    for library in LIBRARIES {
        for file in fs::read_dir(folder().join(library)).unwrap() {
            let source = file.unwrap().path().with_extension("rs");
            assert!(source.exists(), "{} is gone", source.display());
        }
    }
}

#[test]
fn the_machines_without_a_mistake_do_the_same() {
    let found = found();
    for library in LIBRARIES {
        let text = &found[&format!("{library}/right")];
        assert!(
            text.starts_with("compiles without a warning\n"),
            "{library}"
        );
        assert_eq!(text, &found["steadfast/right"], "{library}");
    }
}

#[test]
fn every_cell_of_the_table_is_true() {
    let found = found();
    let table: Vec<Vec<&str>> = PAGE
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|line| line.split(" | ").collect())
        .collect();
    let [head, rows @ ..] = &table[..] else {
        panic!("no table");
    };
    let versions = fs::read_to_string(folder().join("run")).unwrap();
    for (column, library) in head[1..].iter().zip(LIBRARIES) {
        let (name, version) = column.split_once(' ').unwrap_or((column, ""));
        assert_eq!(name.to_lowercase(), library);
        if library != "steadfast" {
            let pin = format!("{library} = \"={version}\"");
            assert!(versions.contains(&pin), "`run` does not have {pin}");
        }
    }
    assert_eq!(rows.len(), 5);
    for row in rows {
        assert_eq!(row.len(), head.len(), "{}", row[0]);
        for (cell, library) in row[1..].iter().zip(LIBRARIES) {
            let case = format!("{library}/{}", row[0].replace(' ', "_"));
            let text = found.get(&case).unwrap_or_else(|| panic!("no case {case}"));
            check_cell(cell, text, &case);
        }
    }
}

/// A cell quotes whole lines between ``double`` quotes, the first of the message among them, and then
/// says what the message points at, and whether the program can be run in spite of it.
fn check_cell(cell: &str, text: &str, case: &str) {
    let quotes: Vec<&str> = cell.split("``").skip(1).step_by(2).map(str::trim).collect();
    for quote in &quotes {
        assert!(text.lines().any(|line| line == *quote), "{case}: {quote}");
    }
    let first = text.lines().next().unwrap();
    if first == "compiles without a warning" {
        assert!(cell.starts_with(first), "{case} {first}");
    } else {
        assert_eq!(quotes.first(), Some(&first), "{case}");
        let place = points_at(text);
        assert!(cell.contains(&format!(", at {place}")), "{case}: {place}");
    }
    let runs = text.contains("\nrunning it prints:\n");
    assert_eq!(cell.contains("run time"), runs, "{case}: run time");
}

/// What the first message underlines.
fn points_at(text: &str) -> String {
    let message: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
    if message.iter().any(|line| line.contains("_^")) {
        let whole_macro = message.iter().any(|line| line.contains("! {"));
        let whole = if whole_macro { "macro" } else { "method" };
        return format!("the whole {whole}");
    }
    let under = message.iter().position(|line| line.contains('^')).unwrap();
    let (from, to) = (
        message[under].find('^').unwrap(),
        message[under].rfind('^').unwrap(),
    );
    format!("`{}`", &message[under - 1][from..=to])
}

#[test]
fn the_page_says_which_rustc_spoke() {
    let rustc = fs::read_to_string(folder().join("rustc.txt")).unwrap();
    assert!(PAGE.contains(rustc.trim()), "{rustc}");
}

/// What this library says, `ui.rs` holds to what it says now; the page has it from the other file.
#[test]
fn the_page_quotes_what_this_library_says_now() {
    for (case, text) in found() {
        let Some(mistake) = case.strip_prefix("steadfast/") else {
            continue;
        };
        if !text.starts_with("error") {
            continue;
        }
        let now = folder().join("steadfast").join(format!("{mistake}.stderr"));
        let now = fs::read_to_string(&now)
            .unwrap_or_else(|_| panic!("no {mistake}.stderr: name the case in ui.rs"));
        let now = now.replace("compared/steadfast/", "");
        assert_eq!(text, now, "{mistake}: `compared/run --update`");
    }
}
