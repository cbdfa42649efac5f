//! How reading goes on behind a mistake: at the next `;`, or at the next clause.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::Token;
use syn::parse::ParseStream;

use super::words::{at_clause_word, at_header, at_next, peek_word, wrong};
use crate::errors::Errors;
use crate::unfinished::dangling;

/// Goes to where the next clause may begin: behind the next `;`, or before a clause word. With
/// `stuck` at least one token is passed, so that parsing always comes to an end.
pub(super) fn recover(input: ParseStream<'_>, stuck: bool) {
    let mut first = stuck;
    while !input.is_empty() {
        if !first && begins_something(input) {
            return;
        }
        first = false;
        match input.parse::<TokenTree>() {
            Ok(TokenTree::Punct(punct)) if punct.as_char() == ';' => return,
            Ok(_) => {}
            Err(_) => return,
        }
    }
}

/// Whether a clause or an item begins here; `timeout` may also be a trigger.
fn begins_something(input: ParseStream<'_>) -> bool {
    let trigger = peek_word(input, "timeout")
        && (input.peek2(Token![=>]) || input.peek2(Token![|]) || input.peek2(Token![if]));
    at_clause_word(input) && !trigger
}

pub(super) fn semicolon(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>().map(drop)
    } else if input.peek(Token![,]) {
        let comma: Token![,] = input.parse()?;
        Err(syn::Error::new(comma.span, "expected `;`, not `,`"))
    } else if input.is_empty() {
        Err(wrong(input, "expected `;` before the end"))
    } else {
        Err(wrong(input, "expected `;` before this"))
    }
}

/// The `;` of a clause: where it lacks, only that is lost. One that is `half` was said to stop
/// before its end, and of that its `;` is a part.
///
/// Gives back whether it is half: without its `;`, it is still being written.
pub(super) fn end(input: ParseStream<'_>, half: bool, errors: &mut Errors) -> bool {
    let lacks = !input.peek(Token![;]) && !input.peek(Token![,]);
    match semicolon(input) {
        Ok(()) => return half,
        Err(_) if half && lacks => {}
        Err(error) => errors.push(error),
    }
    if lacks && !at_header(input) {
        recover(input, false);
    }
    half || lacks
}

/// Where something is missing: at the next token, or where the next clause begins, and at the end,
/// at the token before.
pub(super) fn lack(input: ParseStream<'_>, before: Span) -> Span {
    if input.is_empty() || at_next(input) {
        before
    } else {
        input.span()
    }
}

/// Says so of an expression that stops before its end, or inside itself; whether it does.
pub(super) fn stops_early(tokens: &TokenStream, errors: &mut Errors) -> bool {
    let Some((at, message)) = dangling(tokens) else {
        return false;
    };
    errors.at_span(at, message);
    true
}

/// The same behind `struct NAME`, where anything may follow.
pub(super) fn end_of_item(input: ParseStream<'_>, errors: &mut Errors) {
    if let Err(error) = semicolon(input) {
        errors.push(error);
    }
}
