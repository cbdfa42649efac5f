//! `state: ..; event: ..;` and so on, in any order.

use proc_macro2::{Ident, TokenStream};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Path, Token};

use super::{group, path, semicolon, word};
use crate::errors::{Errors, line_of};
use crate::syntax::{Closed, Header, Headers, Value};
use crate::tokens::{self, suggest};

const HEADERS: &[&str] = &[
    "state", "event", "context", "action", "initial", "error", "closed", "stop", "crate",
];

pub(super) fn parse(
    input: ParseStream<'_>,
    attrs: &[Attribute],
    headers: &mut Headers,
    errors: &mut Errors,
) -> syn::Result<()> {
    let name = word(input)?;
    input.parse::<Token![:]>()?;
    if let Some(attr) = attrs.iter().find(|attr| !attr.path().is_ident("doc")) {
        errors.at(
            attr,
            "a header takes no attribute: a machine has the same types under every `cfg`",
        );
    }
    match name.to_string().as_str() {
        "state" => set(&mut headers.state, name, type_path(input)?, errors),
        "event" => set(&mut headers.event, name, type_path(input)?, errors),
        "action" => set(&mut headers.action, name, type_path(input)?, errors),
        "context" => set(&mut headers.context, name, input.parse()?, errors),
        "initial" => set(&mut headers.initial, name, value(input)?, errors),
        "error" => set(
            &mut headers.error,
            name,
            path(input, "the error event")?,
            errors,
        ),
        "stop" => set(&mut headers.stop, name, value(input)?, errors),
        "closed" => {
            let closed = match value(input)? {
                Value::Variant(path, None) if path.is_ident("ignore") => Closed::Ignore,
                event => Closed::Event(event),
            };
            set(&mut headers.closed, name, closed, errors);
        }
        "crate" => set(
            &mut headers.krate,
            name,
            Path::parse_mod_style(input)?,
            errors,
        ),
        other => {
            let message = format!("there is no header `{other}`: {}", suggest(other, HEADERS));
            return Err(syn::Error::new(name.span(), message));
        }
    }
    semicolon(input)
}

fn set<T>(slot: &mut Option<Header<T>>, word: Ident, value: T, errors: &mut Errors) {
    match slot {
        None => *slot = Some(Header { word, value }),
        Some(first) => {
            let line = line_of(first.word.span());
            errors.at(
                &word,
                format!("`{word}:` is given already, {line}; keep one of the two"),
            );
        }
    }
}

/// A path to an enum or an alias, with or without `::` before its generics.
fn type_path(input: ParseStream<'_>) -> syn::Result<Path> {
    if input.peek(Token![<]) || input.peek(Token![Self]) {
        return Err(input.error("expected a path to an enum, such as `Link` or `crate::Link`"));
    }
    input.parse()
}

/// A variant with at most one group, or any expression, up to the `;`.
fn value(input: ParseStream<'_>) -> syn::Result<Value> {
    let tokens = tokens::run(input, tokens::at_semicolon);
    if tokens.is_empty() {
        return Err(input.error("expected a value"));
    }
    let variant = |input: ParseStream<'_>| Ok((path(input, "a variant")?, group(input)?));
    Ok(match Parser::parse2(variant, TokenStream::clone(&tokens)) {
        Ok((path, group)) => Value::Variant(path, group),
        Err(_) => Value::Expr(tokens),
    })
}
