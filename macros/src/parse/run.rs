//! Runs of tokens that are taken as they are: expressions, up to a mark.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Token;
use syn::parse::{ParseBuffer, ParseStream};

use super::words::{at_next, begins_clause};
use crate::names::is_keyword;

/// Takes tokens as they are, up to a mark that `stop` sees, or to where the next clause begins
/// because the mark is missing. Groups are taken whole.
pub(crate) fn run(input: ParseStream<'_>, stop: impl Fn(&ParseBuffer<'_>) -> bool) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut complete = false;
    while !input.is_empty() && !stop(input) {
        // In no expression does a word follow a name, a literal or a group.
        let next = if complete {
            at_next(input)
        } else {
            begins_clause(input)
        };
        if next {
            break;
        }
        match input.parse::<TokenTree>() {
            Ok(token) => {
                let token = kept_together(token);
                complete = match &token {
                    TokenTree::Ident(word) => !is_keyword(&word.to_string()),
                    TokenTree::Punct(_) => false,
                    TokenTree::Group(_) | TokenTree::Literal(_) => true,
                };
                tokens.extend([token]);
            }
            // `parse::<TokenTree>` fails only at the end, which was looked for.
            Err(_) => break,
        }
    }
    tokens
}

/// An expression as it is to be handed on: see [`kept_together`].
pub(crate) fn kept(tokens: TokenStream) -> TokenStream {
    tokens.into_iter().map(kept_together).collect()
}

/// An expression that another macro passed in, `$e`, comes in a group that rustc takes apart when
/// it comes from a procedural macro: it is kept together by parentheses.
fn kept_together(token: TokenTree) -> TokenTree {
    let TokenTree::Group(group) = &token else {
        return token;
    };
    let single = || group.stream().into_iter().count() < 2;
    let path = || syn::parse2::<syn::TypePath>(group.stream()).is_ok();
    if group.delimiter() != Delimiter::None || single() || path() {
        return token;
    }
    let mut kept = Group::new(Delimiter::Parenthesis, group.stream());
    kept.set_span(group.span());
    kept.into()
}

pub(crate) fn at_arrow(input: &ParseBuffer<'_>) -> bool {
    input.peek(Token![=>])
}

pub(crate) fn at_semicolon(input: &ParseBuffer<'_>) -> bool {
    input.peek(Token![;])
}

pub(crate) fn at_arrow_or_semicolon(input: &ParseBuffer<'_>) -> bool {
    at_arrow(input) || at_semicolon(input)
}

/// Whether an expression follows that is a closure.
pub(crate) fn at_closure(input: &ParseBuffer<'_>) -> bool {
    input.peek(Token![|])
        || input.peek(Token![||])
        || (input.peek(Token![move]) && (input.peek2(Token![|]) || input.peek2(Token![||])))
}
