//! Groups that are not closed yet. An editor closes them where the group around them ends, and so
//! hands over the clauses behind them as a part of them. They are taken out again.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser};

use super::{begins_clause, begins_clause_at};
use crate::errors::Errors;

/// Stands where an action is to be written.
pub(super) const MISSING: &str = "__Missing";

/// Whether a clause stands in a group where none can.
pub(super) fn is_one_in(mut body: Cursor<'_>) -> bool {
    while !body.eof() {
        body = match body.any_group() {
            Some((inside, Delimiter::Brace, _, _)) if is_one_in(inside) => return true,
            Some((inside, Delimiter::Parenthesis | Delimiter::Bracket, _, _))
                if holds_a_clause(inside) =>
            {
                return true;
            }
            Some((_, _, _, rest)) => rest,
            None => match body.token_tree() {
                Some((_, rest)) => rest,
                None => return false,
            },
        };
    }
    false
}

fn holds_a_clause(mut inside: Cursor<'_>) -> bool {
    while !inside.eof() {
        if begins_clause_at(inside) {
            return true;
        }
        inside = match inside
            .any_group()
            .map(|(_, _, _, rest)| rest)
            .or_else(|| inside.token_tree().map(|(_, rest)| rest))
        {
            Some(rest) => rest,
            None => return false,
        };
    }
    false
}

/// The tokens, with what is not of a group behind it.
pub(super) fn mended(tokens: TokenStream, errors: &mut Errors) -> TokenStream {
    let mut mended = TokenStream::new();
    let mut ended = false;
    for token in tokens {
        // The `;` of a clause whose group was mended stands there already.
        let end = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';');
        if std::mem::take(&mut ended) && end {
            continue;
        }
        let TokenTree::Group(group) = token else {
            mended.extend([token]);
            continue;
        };
        if group.delimiter() == Delimiter::Brace {
            let mut whole = Group::new(Delimiter::Brace, self::mended(group.stream(), errors));
            whole.set_span(group.span());
            mended.extend([TokenTree::Group(whole)]);
            continue;
        }
        let Some((mut inside, behind)) = split(group.stream()) else {
            mended.extend([TokenTree::Group(group)]);
            continue;
        };
        let close = match group.delimiter() {
            Delimiter::Bracket => ']',
            _ => ')',
        };
        errors.at_span(
            group.span_open(),
            format!("this is not closed: expected `{close}` before the next clause"),
        );
        if group.delimiter() == Delimiter::Bracket && awaits(&inside) {
            inside.extend([TokenTree::Ident(Ident::new(MISSING, Span::call_site()))]);
        }
        let mut whole = Group::new(group.delimiter(), inside);
        whole.set_span(group.span_open());
        mended.extend([
            TokenTree::Group(whole),
            Punct::new(';', Spacing::Alone).into(),
        ]);
        mended.extend(self::mended(behind, errors));
        ended = true;
    }
    mended
}

/// Whether one more element can follow.
fn awaits(list: &TokenStream) -> bool {
    match list.clone().into_iter().last() {
        None => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ',',
        Some(_) => false,
    }
}

/// What stands in a group before a clause that begins in it, and the clause and all behind it.
fn split(inside: TokenStream) -> Option<(TokenStream, TokenStream)> {
    let read = |input: ParseStream<'_>| {
        let mut before = TokenStream::new();
        while !input.is_empty() {
            if begins_clause(input) {
                return Ok(Some((before, input.parse::<TokenStream>()?)));
            }
            let token = input.parse::<TokenTree>()?;
            let end = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';');
            if !end {
                before.extend([token]);
            }
        }
        Ok(None)
    };
    // Taking tokens does not fail.
    Parser::parse2(read, inside).ok().flatten()
}
