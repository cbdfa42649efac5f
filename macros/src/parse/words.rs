//! The words of the language, and where one begins a clause.

use proc_macro2::{Delimiter, Ident, Spacing};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream};

use crate::errors::Errors;
use crate::names::{nearest, suggest};

/// The words that begin a clause of the machine.
pub(super) const CLAUSES: &[&str] = &[
    "state",
    "terminal",
    "failure",
    "superstate",
    "any",
    "unhandled",
];
/// The words that begin an item of a state.
pub(super) const ITEMS: &[&str] = &[
    "on",
    "timeout",
    "every",
    "task",
    "on_entry",
    "on_exit",
    "unhandled",
];

/// The words that begin a header.
pub(super) const HEADERS: &[&str] = &[
    "state", "event", "context", "action", "initial", "error", "closed", "stop", "crate",
];

pub(super) fn is_header(word: &Ident) -> bool {
    HEADERS.contains(&word.to_string().as_str())
}

/// Whether a header begins here.
pub(super) fn at_header(input: &ParseBuffer<'_>) -> bool {
    let Some((word, rest)) = input.cursor().ident() else {
        return false;
    };
    let colon = rest.punct().filter(|(punct, _)| punct.as_char() == ':');
    colon.is_some_and(|(punct, _)| punct.spacing() == Spacing::Alone) && is_header(&word)
}

/// Whether what follows is no longer part of this clause: another one, or a header.
pub(crate) fn at_next(input: &ParseBuffer<'_>) -> bool {
    at_clause_word(input) || at_header(input)
}

/// Whether a clause begins here and nothing else can be meant: its word has behind it what no
/// expression and no path has.
pub(crate) fn begins_clause(input: &ParseBuffer<'_>) -> bool {
    begins_clause_at(input.cursor())
}

pub(super) fn begins_clause_at(cursor: Cursor<'_>) -> bool {
    let Some((word, rest)) = cursor.ident() else {
        return false;
    };
    // What stands behind it first: each look at a word is a call into the compiler.
    match rest.ident() {
        Some((next, _)) => {
            is_clause_word(&word)
                && !matches!(next.to_string().as_str(), "as" | "in" | "if" | "else")
        }
        None => rest.group(Delimiter::Brace).is_some() && word == "any",
    }
}

/// Whether the next token is a word that can begin a clause or an item.
pub(super) fn at_clause_word(input: &ParseBuffer<'_>) -> bool {
    let word = input.cursor().ident();
    word.is_some_and(|(word, _)| is_clause_word(&word))
}

fn is_clause_word(word: &Ident) -> bool {
    let word = word.to_string();
    CLAUSES.contains(&word.as_str()) || ITEMS.contains(&word.as_str())
}

/// An error at the next token. At the end of a group it stands at what closes the group.
pub(super) fn wrong(input: &ParseBuffer<'_>, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}

/// A word of the language, as an identifier with its span.
pub(super) fn word(input: ParseStream<'_>) -> syn::Result<Ident> {
    input.call(Ident::parse_any)
}

pub(super) fn peek_word(input: ParseStream<'_>, expected: &str) -> bool {
    let word = input.cursor().ident();
    word.is_some_and(|(word, _)| word == expected)
}

/// The word of the language that a mistyped one was meant to be: reading goes on as if it were.
pub(super) fn meant(
    word: &Ident,
    what: &str,
    known: &[&str],
    errors: &mut Errors,
) -> syn::Result<Ident> {
    let text = word.to_string();
    let message = format!("there is no {what} `{text}`: {}", suggest(&text, known));
    let error = syn::Error::new(word.span(), message);
    let Some(near) = nearest(&text, known.iter().copied()) else {
        return Err(error);
    };
    errors.push(error);
    Ok(Ident::new(near, word.span()))
}
