//! The files of the family are what the generator writes.

use std::fmt::Write;
use std::path::PathBuf;

use super::generate::{Extra, machine};

/// How many machines there are of each kind, each of which has its number for a seed. To have
/// others, change this and write the files anew; where the old ones do not compile, empty the list
/// in `machines/mod.rs` first.
const KINDS: [(&str, Extra, u64); 3] = [
    ("member", Extra::Nothing, 14),
    ("item_member", Extra::Moves, 3),
    ("expression_member", Extra::Closures, 6),
];

fn files() -> Vec<(String, String)> {
    let mut list = String::from(
        "//! The machines of the family. Written by the test `the_files_are_what_the_generator_writes`\n\
         //! with UPDATE_EXPECT=1: change the generator, not this.\n\n",
    );
    let mut files = Vec::new();
    let kinds = KINDS
        .iter()
        .flat_map(|&(kind, extra, count)| (0..count).map(move |_| (kind, extra)));
    let mut count = 0;
    for (number, (kind, extra)) in (1..).zip(kinds) {
        count = number;
        let written = machine(number, extra);
        let headers = match extra {
            Extra::Closures => "let home = 4;",
            _ => &written.headers,
        };
        let mut text = format!(
            "//! A random machine, number {number}. Written by the test\n\
             //! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.\n\n\
             crate::family::{kind}! {{\n    M{number:02} {{ {headers} }}\n\n{}}}\n",
            written.body
        );
        text = text.replace("    \n", "\n");
        files.push((format!("m{number:02}.rs"), text));
        let _ = writeln!(list, "mod m{number:02};");
    }
    list.push_str("\nuse super::family::Member;\n\npub(crate) const FAMILY: &[Member] = &[\n");
    for number in 1..=count {
        let _ = writeln!(list, "    m{number:02}::MEMBER,");
    }
    list.push_str("];\n");
    files.push(("mod.rs".to_owned(), list));
    files
}

#[test]
fn the_files_are_what_the_generator_writes() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("model/machines");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    for (name, text) in files() {
        let path = folder.join(name);
        if update {
            std::fs::write(&path, &text).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == text,
            "{} is not what the generator writes: run this test with UPDATE_EXPECT=1",
            path.display()
        );
    }
}
