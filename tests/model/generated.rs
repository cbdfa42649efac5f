//! The files of the family are what the generator writes.

use std::fmt::Write;
use std::path::PathBuf;

use super::generate::machine;

/// The seeds of the machines, and of those with closures. To have others, change them and write the
/// files anew; where the old ones do not compile, empty the list in `machines/mod.rs` first.
const SEEDS: [u64; 16] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const CLOSURE_SEEDS: [u64; 6] = [101, 102, 103, 104, 105, 106];

fn files() -> Vec<(String, String)> {
    let mut list = String::from(
        "//! The machines of the family. Written by the test `the_files_are_what_the_generator_writes`\n\
         //! with UPDATE_EXPECT=1: change `generate.rs`, not this.\n\n",
    );
    let mut files = Vec::new();
    let items = SEEDS.map(|seed| (seed, false));
    let expressions = CLOSURE_SEEDS.map(|seed| (seed, true));
    let seeds = [&items[..], &expressions[..]].concat();
    for (number, (seed, closures)) in (1..).zip(seeds.iter().copied()) {
        let written = machine(seed, closures);
        let (kind, headers) = match closures {
            true => ("expression_member", "let home = 4;"),
            false => ("member", written.headers.as_str()),
        };
        let mut text = format!(
            "//! A random machine, from seed {seed}. Written by the test\n\
             //! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.\n\n\
             crate::model::family::{kind}! {{\n    M{number:02} {{ {headers} }}\n\n{}}}\n",
            written.body
        );
        text = text.replace("    \n", "\n");
        files.push((format!("m{number:02}.rs"), text));
        let _ = writeln!(list, "mod m{number:02};");
    }
    list.push_str("\nuse super::family::Member;\n\npub(crate) const FAMILY: &[Member] = &[\n");
    for number in 1..=seeds.len() {
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
