//! `state: ..; event: ..;` and so on, in any order.

use proc_macro2::{Ident, TokenStream};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Path, Token};

use super::run::{at_semicolon, run};
use super::{
    HEADERS, at_header, begins_clause, end, group, lack, meant, path_so_far, stops_early, word,
    wrong,
};
use crate::errors::{Errors, line_of};
use crate::names::is_bare;
use crate::syntax::{Closed, Header, Headers, Value};

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
    let mut half = false;
    let valued = ["initial", "stop", "closed"]
        .iter()
        .any(|word| name == word);
    if !valued && (at_header(input) || begins_clause(input) || input.peek(Token![;])) {
        let message = format!("expected a value: `{name}: ..;`");
        return Err(syn::Error::new(lack(input, name.span()), message));
    }
    match name.to_string().as_str() {
        "state" => set(
            &mut headers.state,
            name.clone(),
            type_path(input)?,
            false,
            errors,
        ),
        "event" => set(
            &mut headers.event,
            name.clone(),
            type_path(input)?,
            false,
            errors,
        ),
        "action" => set(
            &mut headers.action,
            name.clone(),
            type_path(input)?,
            false,
            errors,
        ),
        "context" => set(
            &mut headers.context,
            name.clone(),
            input.parse()?,
            false,
            errors,
        ),
        "initial" => {
            let value = value(input, &name, &mut half, errors);
            set(&mut headers.initial, name.clone(), value, half, errors);
        }
        "error" => {
            let (path, end) = path_so_far(input, "the error event");
            half = end.is_err();
            set(&mut headers.error, name.clone(), path, half, errors);
            end?;
            if let Some(payload) = group(input)? {
                errors.at(
                    payload,
                    "name the variant alone: its payload is made of the fault",
                );
            }
        }
        "stop" => {
            let value = value(input, &name, &mut half, errors);
            set(&mut headers.stop, name.clone(), value, half, errors);
        }
        "closed" => {
            let value = value(input, &name, &mut half, errors);
            let closed = match value {
                Value::Variant(path, None) if path.is_ident("ignore") => Closed::Ignore,
                Value::Variant(path, None)
                    if path
                        .get_ident()
                        .is_some_and(|word| !is_bare(&word.clone().into())) =>
                {
                    errors.at(
                        &path,
                        "expected an event, or `ignore`: `closed: EVENT;` or `closed: ignore;`",
                    );
                    half = true;
                    Closed::Ignore
                }
                event => Closed::Event(event),
            };
            set(&mut headers.closed, name.clone(), closed, half, errors);
        }
        _ => {
            if input.peek(syn::LitStr) {
                return Err(wrong(
                    input,
                    "a path stands without quotes: `crate: path::to::it;`",
                ));
            }
            let path = Path::parse_mod_style(input)?;
            set(&mut headers.krate, name.clone(), path, false, errors);
        }
    }
    let half = end(input, half, errors);
    // Without its `;` it is still being written.
    match &mut *headers {
        Headers {
            initial: Some(header),
            ..
        } if header.word == name => header.half |= half,
        Headers {
            stop: Some(header), ..
        } if header.word == name => header.half |= half,
        Headers {
            error: Some(header),
            ..
        } if header.word == name => header.half |= half,
        _ => {}
    }
    Ok(())
}

fn set<T>(slot: &mut Option<Header<T>>, word: Ident, value: T, half: bool, errors: &mut Errors) {
    match slot {
        None => *slot = Some(Header { word, value, half }),
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
    if ahead.peek(Token![Self]) || ahead.cursor().ident().is_none() {
        return Err(wrong(
            input,
            "expected a path to an enum, such as `Link` or `crate::Link`",
        ));
    }
    input.parse()
}

/// A variant with at most one group, or any expression, up to the `;`. With `half` set, it stops
/// before its end, which was said.
fn value(input: ParseStream<'_>, word: &Ident, half: &mut bool, errors: &mut Errors) -> Value {
    let tokens = if at_header(input) {
        TokenStream::new()
    } else {
        run(input, at_semicolon)
    };
    *half = if tokens.is_empty() {
        let place = lack(input, word.span());
        errors.at_span(place, format!("expected a value: `{word}: ..;`"));
        true
    } else {
        stops_early(&tokens, errors)
    };
    let half = *half;
    let mut variant = (Path::from(word.clone()), None);
    let read = |input: ParseStream<'_>| {
        let (path, end) = path_so_far(input, "a variant");
        variant.0 = path;
        variant.1 = group(input)?;
        if half { Ok(()) } else { end }
    };
    match Parser::parse2(read, TokenStream::clone(&tokens)) {
        Ok(()) => Value::Variant(variant.0, variant.1),
        Err(_) => Value::Expr(tokens),
    }
}
