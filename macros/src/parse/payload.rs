//! The payload that a state's head binds.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::Token;
use syn::parse::{ParseStream, Parser};

use super::{ITEMS, group, items};
use crate::errors::Errors;
use crate::syntax::{Bind, Field, Lost, Payload, Scope};
use crate::tokens;

/// The payload of a state: a group in parentheses, or one in braces that `:`, `{` or `;` follows.
/// Where that group holds clauses, they are read as the body they are.
pub(super) fn payload(
    input: ParseStream<'_>,
    scope: &mut Scope,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<Option<Payload>> {
    if input.peek(syn::token::Paren) {
        let group = group(input)?;
        return Ok(group.and_then(|group| read(tuple(&group), errors)));
    }
    if !input.peek(syn::token::Brace) {
        return Ok(None);
    }
    let ahead = input.fork();
    let _ = group(&ahead)?;
    let is_payload =
        ahead.peek(Token![:]) || ahead.peek(syn::token::Brace) || ahead.peek(Token![;]);
    if !is_payload {
        return Ok(None);
    }
    let Some(group) = group(input)? else {
        return Ok(None);
    };
    if looks_like_a_body(&group) {
        let message = if input.peek(Token![;]) {
            "remove this `;`: the state's clauses end with their `}`"
        } else {
            "expected the end of the state: the group before this holds its clauses, where a \
             payload would stand"
        };
        errors.at_span(input.span(), message);
        let read = |body: ParseStream<'_>| {
            items::items(body, scope, None, lost, errors);
            Ok(())
        };
        return Parser::parse2(read, group.stream()).map(|()| None);
    }
    Ok(read(fields(&group), errors))
}

/// A payload that is wrong costs only itself: policy and body of the state are read on.
fn read(payload: syn::Result<Payload>, errors: &mut Errors) -> Option<Payload> {
    payload.map_err(|error| errors.push(error)).ok()
}

fn tuple(group: &Group) -> syn::Result<Payload> {
    let binds = tokens::split_commas(group.stream())
        .into_iter()
        .map(bind)
        .collect::<syn::Result<_>>()?;
    let span = group.span();
    Ok(Payload::Tuple { binds, span })
}

fn fields(group: &Group) -> syn::Result<Payload> {
    let mut fields = Vec::new();
    let mut rest = false;
    for part in tokens::split_commas(group.stream()) {
        let mut tokens = part.clone().into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Punct(dot)), Some(TokenTree::Punct(_))) if dot.as_char() == '.' => {
                rest = true;
            }
            (Some(TokenTree::Ident(name)), None) => fields.push(Field { name, bind: None }),
            (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(colon)))
                if colon.as_char() == ':' =>
            {
                let bind = Some(bind(tokens.collect())?);
                fields.push(Field { name, bind });
            }
            _ => return Err(not_a_bind(part)),
        }
    }
    let span = group.span();
    Ok(Payload::Fields { fields, rest, span })
}

fn bind(tokens: TokenStream) -> syn::Result<Bind> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    match all.as_slice() {
        [TokenTree::Ident(name)] if name == "_" => Ok(Bind::Ignore(name.span())),
        [TokenTree::Ident(name)] => Ok(Bind::Name(name.clone())),
        [TokenTree::Punct(dot), TokenTree::Punct(_)] if dot.as_char() == '.' => {
            Ok(Bind::Rest(dot.span()))
        }
        _ => Err(not_a_bind(tokens)),
    }
}

fn not_a_bind(tokens: TokenStream) -> syn::Error {
    let message = "a state's payload is bound by names, `_` and `..`; test it with a guard, \
                   `on EVENT if ..`";
    if tokens.is_empty() {
        syn::Error::new(Span::call_site(), message)
    } else {
        syn::Error::new_spanned(tokens, message)
    }
}

/// Whether a brace group holds clauses, and not a pattern.
fn looks_like_a_body(group: &Group) -> bool {
    if group.delimiter() != Delimiter::Brace {
        return false;
    }
    let mut tokens = group.stream().into_iter();
    let begins = matches!(
        tokens.next(),
        Some(TokenTree::Ident(word)) if ITEMS.contains(&word.to_string().as_str())
    );
    begins
        && group
            .stream()
            .into_iter()
            .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'))
}
