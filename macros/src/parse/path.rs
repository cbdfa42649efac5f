//! A path and the group behind it: a pattern, a target or an action.

use proc_macro2::{Group, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{AngleBracketedGenericArguments, Ident, Path, PathArguments, PathSegment, Token};

use super::words::{begins_clause, wrong};

/// A path as in an expression or a pattern: a group behind it is not part of it.
pub(super) fn path(input: ParseStream<'_>, what: &str) -> syn::Result<Path> {
    let (path, end) = path_so_far(input, what);
    end.map(|()| path)
}

/// A path as far as it stands there, and what is wrong with its end.
pub(super) fn path_so_far(input: ParseStream<'_>, what: &str) -> (Path, syn::Result<()>) {
    let mut path = Path {
        leading_colon: None,
        segments: Default::default(),
    };
    let end = read_path(input, what, &mut path);
    (path, end)
}

fn read_path(input: ParseStream<'_>, what: &str, path: &mut Path) -> syn::Result<()> {
    if input.peek(Token![<]) {
        return Err(wrong(
            input,
            format!(
                "write {what} by its variant alone, or by a path to it: `<..>::` is not read here"
            ),
        ));
    }
    if input.peek(Token![Self]) {
        return Err(wrong(
            input,
            format!(
                "write {what} by its variant alone, or by a path to its enum: there is no `Self` here"
            ),
        ));
    }
    let mut before: Option<Span> = None;
    path.leading_colon = input.parse()?;
    loop {
        if !input.peek(Ident::peek_any) || begins_clause(input) {
            return Err(match before {
                Some(colons) => syn::Error::new(colons, "expected a name behind `::`"),
                None => wrong(input, format!("expected {what}")),
            });
        }
        let mut segment = PathSegment::from(input.call(Ident::parse_any)?);
        if input.peek(Token![::]) && input.peek3(Token![<]) {
            let arguments: AngleBracketedGenericArguments = input.parse()?;
            segment.arguments = PathArguments::AngleBracketed(arguments);
        }
        path.segments.push_value(segment);
        if !input.peek(Token![::]) {
            return Ok(());
        }
        let colons: Token![::] = input.parse()?;
        before = Some(colons.spans[0]);
        path.segments.push_punct(colons);
    }
}

/// The group that follows, if it is one in parentheses or braces.
pub(super) fn group(input: ParseStream<'_>) -> syn::Result<Option<Group>> {
    if !input.peek(syn::token::Paren) && !input.peek(syn::token::Brace) {
        return Ok(None);
    }
    match input.parse::<TokenTree>()? {
        TokenTree::Group(group) => Ok(Some(group)),
        other => Err(syn::Error::new(other.span(), "expected a group")),
    }
}
