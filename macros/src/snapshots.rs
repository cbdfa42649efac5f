//! What `fsm!` writes, as files that a reviewer reads: `snapshots/NAME.rs` is the expansion of
//! `snapshots/NAME.fsm`. `UPDATE_EXPECT=1 cargo test -p steadfast-macros` rewrites them.

mod docs;
mod growth;
mod layout;
mod roles;

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;
use quote::quote;

const FOUR_EDGES: &str = include_str!("../snapshots/four_edges.fsm");
const LINK: &str = include_str!("../snapshots/link.fsm");
const GENERIC: &str = include_str!("../snapshots/generic.fsm");
const EXPRESSION: &str = include_str!("../snapshots/expression.fsm");
const BROKEN: &str = include_str!("../snapshots/broken.fsm");

/// What the tests hold the four-edge machine's expansion to.
const MOST_LINES: usize = 200;

fn tokens(machine: &str) -> TokenStream {
    machine.parse().expect("the machine is made of tokens")
}

/// A machine's expansion.
fn expand(machine: &str) -> TokenStream {
    crate::machine(tokens(machine))
}

/// A machine's expansion as `rustfmt` would lay it out.
fn format(machine: &str) -> String {
    let expansion = layout::without_calls(expand(machine));
    let file = syn::parse2(expansion.clone())
        // An expression stands in a function.
        .or_else(|_| syn::parse2(quote!(fn machine() { #expansion })))
        .expect("the expansion parses");
    prettyplease::unparse(&file)
}

#[track_caller]
fn check(machine: &str, snapshot: &ExpectFile) {
    snapshot.assert_eq(&format(machine));
}

#[test]
fn a_machine_of_four_edges() {
    check(FOUR_EDGES, &expect_file!["../snapshots/four_edges.rs"]);
}

#[test]
fn the_link_machine() {
    check(LINK, &expect_file!["../snapshots/link.rs"]);
}

#[test]
fn a_generic_machine() {
    check(GENERIC, &expect_file!["../snapshots/generic.rs"]);
}

#[test]
fn a_machine_that_is_an_expression() {
    check(EXPRESSION, &expect_file!["../snapshots/expression.rs"]);
}

#[test]
fn a_machine_with_mistakes_has_an_error_for_each_and_all_that_the_code_around_needs() {
    check(BROKEN, &expect_file!["../snapshots/broken.rs"]);
}

#[test]
fn a_machine_of_four_edges_is_read_in_one_sitting() {
    let lines = format(FOUR_EDGES).lines().count();
    assert!(
        lines <= MOST_LINES,
        "{lines} lines, {MOST_LINES} are allowed"
    );
}

#[test]
fn a_machine_expands_to_the_same_tokens_each_time() {
    for machine in [FOUR_EDGES, LINK, GENERIC, EXPRESSION, BROKEN] {
        assert_eq!(expand(machine).to_string(), expand(machine).to_string());
    }
}

/// What stands before the place of a word that is being written: with the word as it is, and with
/// an editor's mark in it.
#[test]
fn what_stands_before_a_word_is_the_same_whatever_becomes_of_the_word() {
    let words = [
        "Backoff { attempt: *attempt + 1 }",
        "Backoff { attempt } {",
        "Up do [Adopt(stream)]",
        "Connected(stream) =>",
        "Closed;\n    on Error",
        "max_attempts =>",
        "Race {",
    ];
    for word in words {
        assert!(LINK.contains(word), "`{word}` is in the machine");
        let marked = LINK.replace(word, &format!("Mark{word}"));
        let (plain, marked) = (letters(LINK), letters(&marked));
        let place = marked.find("Mark").expect("the mark is in the expansion");
        assert_eq!(plain[..place], marked[..place], "before `{word}`");
    }
}

/// An expansion without the spaces between its tokens.
fn letters(machine: &str) -> String {
    let letters = expand(machine).to_string().replace([' ', '\n'], "");
    // One attribute in as many letters as another is the same to an editor.
    letters.replace("#[allow(clippy::all)]", "#[cfg(rust_analyzer)]")
}
