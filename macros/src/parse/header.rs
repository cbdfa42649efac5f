//! `state: ..; event: ..;` and so on, in any order.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream, Parser};
use syn::{Attribute, Path, Token};

use super::{end, group, meant, path, word};
use crate::errors::{Errors, line_of};
use crate::syntax::{Closed, Header, Headers, Value};
use crate::tokens;

const HEADERS: &[&str] = &[
    "state", "event", "context", "action", "initial", "error", "closed", "stop", "crate",
];

pub(super) fn is_one(word: &Ident) -> bool {
    HEADERS.contains(&word.to_string().as_str())
}

/// Whether a header begins here.
pub(super) fn at_one(input: &ParseBuffer<'_>) -> bool {
    input.peek2(Token![:])
        && !input.peek2(Token![::])
        && input
            .fork()
            .call(Ident::parse_any)
            .is_ok_and(|word| is_one(&word))
}

pub(super) fn parse(
    input: ParseStream<'_>,
    attrs: &[Attribute],
    headers: &mut Headers,
    errors: &mut Errors,
) -> syn::Result<()> {
    let mut name = word(input)?;
    input.parse::<Token![:]>()?;
    if let Some(attr) = attrs.iter().find(|attr| !attr.path().is_ident("doc")) {
        errors.at(
            attr,
            "a header takes no attribute: a machine has the same types under every `cfg`",
        );
    }
    if !HEADERS.contains(&name.to_string().as_str()) {
        name = meant(&name, "header", HEADERS, errors)?;
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
        _ => set(
            &mut headers.krate,
            name,
            Path::parse_mod_style(input)?,
            errors,
        ),
    }
    end(input, errors);
    Ok(())
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
    let ahead = input.fork();
    let _: Option<Token![::]> = ahead.parse()?;
    if ahead.peek(Token![Self]) || ahead.call(Ident::parse_any).is_err() {
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
