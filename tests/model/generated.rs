//! The files of the family are what the generator writes.

use std::fmt::Write;
use std::path::PathBuf;

use super::generate::machine;

/// The seed of each machine. To have others, change them and write the files anew.
const SEEDS: [u64; 20] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
];

fn files() -> Vec<(String, String)> {
    let mut list = String::from(
        "//! The machines of the family. Written by the test `the_files_are_what_the_generator_writes`\n\
         //! with UPDATE_EXPECT=1: change `generate.rs`, not this.\n\n",
    );
    let mut files = Vec::new();
    for (number, seed) in (1..).zip(SEEDS) {
        let written = machine(seed);
        let mut text = format!(
            "//! A random machine, from seed {seed}. Written by the test\n\
             //! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.\n\n\
             crate::model::family::member! {{\n    M{number:02} {{ {} }}\n\n{}}}\n",
            written.headers, written.body
        );
        text = text.replace("    \n", "\n");
        files.push((format!("m{number:02}.rs"), text));
        let _ = writeln!(list, "mod m{number:02};");
    }
    list.push_str("\nuse super::family::Member;\n\npub(crate) const FAMILY: &[Member] = &[\n");
    for number in 1..=SEEDS.len() {
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
