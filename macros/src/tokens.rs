//! Tokens: searched for names, compared, and where they stand.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::Path;

use crate::names::unraw;

/// Splits at the commas that stand outside groups and outside `::<..>`.
pub(crate) fn split_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    let mut angles = 0usize;
    let mut before = [None, None];
    for token in tokens {
        let punct = match &token {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            _ => None,
        };
        match punct {
            Some('<') if angles > 0 || before == [Some(':'), Some(':')] => angles += 1,
            Some('>') if angles > 0 && before[1] != Some('-') => angles -= 1,
            Some(',') if angles == 0 => {
                parts.push(TokenStream::new());
                before = [None, None];
                continue;
            }
            _ => {}
        }
        before = [before[1], punct];
        if let Some(part) = parts.last_mut() {
            part.extend([token]);
        }
    }
    if parts.last().is_some_and(TokenStream::is_empty) {
        parts.pop();
    }
    parts
}

/// The names that some tokens mention, and the texts of their literals: what is asked for several
/// names is read once.
#[derive(Default)]
pub(crate) struct Mentioned {
    names: HashSet<String>,
    texts: Vec<String>,
}

impl Mentioned {
    pub(crate) fn by(tokens: TokenStream) -> Self {
        let mut mentioned = Mentioned::default();
        mentioned.add(tokens);
        mentioned
    }

    pub(crate) fn add(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    self.names.insert(unraw(&ident));
                }
                TokenTree::Group(group) => self.add(group.stream()),
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    if text.contains('{') {
                        self.texts.push(text);
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }

    /// Whether one of them is a name: as a token, or inside the braces of a format string.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains(name) || self.texts.iter().any(|text| captures(text, name))
    }
}

/// Whether tokens mention a name: as a token, or inside the braces of a format string.
pub(crate) fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => unraw(&ident) == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Literal(literal) => captures(&literal.to_string(), name),
        TokenTree::Punct(_) => false,
    })
}

/// Whether a format string's text has `{name}` or `{name:..}`.
fn captures(text: &str, name: &str) -> bool {
    text.starts_with(['"', 'r'])
        && text.split('{').skip(1).any(|rest| {
            rest.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(['}', ':']))
        })
}

/// Where a run of tokens begins.
pub(crate) fn first_span(tokens: &TokenStream) -> Span {
    let first = tokens.clone().into_iter().next();
    first.map_or_else(Span::call_site, |token| token.span())
}

/// The first `&` or lifetime of a type that is not `'static`.
pub(crate) fn borrows(ty: &TokenStream) -> Option<TokenStream> {
    let all: Vec<TokenTree> = ty.clone().into_iter().collect();
    for (at, token) in all.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                if let Some(found) = borrows(&group.stream()) {
                    return Some(found);
                }
            }
            TokenTree::Punct(punct) if matches!(punct.as_char(), '\'' | '&') => {
                let tick = usize::from(punct.as_char() == '&');
                let word = all.get(at + 1 + tick);
                let owned = matches!(word, Some(TokenTree::Ident(word)) if word == "static");
                if !owned {
                    let end = if tick == 0 { at + 2 } else { at + 1 };
                    return Some(all[at..end.min(all.len())].iter().cloned().collect());
                }
            }
            // Its arguments have lifetimes of their own.
            TokenTree::Ident(word)
                if ["fn", "for", "Fn", "FnMut", "FnOnce"]
                    .iter()
                    .any(|it| word == it) =>
            {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// Where a run of tokens ends.
pub(crate) fn last_span(tokens: &TokenStream) -> Span {
    let last = tokens.clone().into_iter().last();
    last.map_or_else(Span::call_site, |token| match token {
        TokenTree::Group(group) => group.span_close(),
        token => token.span(),
    })
}

/// The place just before a token. What stands there is not the token itself for an editor, and what
/// begins there and ends behind the token is underlined like the token.
pub(crate) fn before(span: Span) -> Span {
    if proc_macro::is_available() {
        span.unwrap().start().into()
    } else {
        span
    }
}

/// The place just behind a token.
pub(crate) fn behind(span: Span) -> Span {
    if proc_macro::is_available() {
        span.unwrap().end().into()
    } else {
        span
    }
}

/// Where a path names what it names.
pub(crate) fn span_of(path: &Path) -> Span {
    let last = path.segments.last();
    last.map_or_else(Span::call_site, |segment| segment.ident.span())
}

/// Tokens as if written at another place, their names resolved where they were: an error about
/// what they say then stands at that place.
pub(crate) fn located_at(tokens: TokenStream, place: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            let span = token.span().located_at(place);
            if let TokenTree::Group(group) = &token {
                let inner = located_at(group.stream(), place);
                token = TokenTree::Group(Group::new(group.delimiter(), inner));
            }
            token.set_span(span);
            token
        })
        .collect()
}

/// A path as an expression or a pattern: with `::` before its generics.
pub(crate) fn turbofish(path: &Path) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        if let syn::PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            arguments.colon2_token.get_or_insert_default();
        }
    }
    path
}

/// Whether a group is a pattern that any payload matches: names, `_`, `..`, and fields with these.
pub(crate) fn irrefutable(group: Option<&Group>) -> bool {
    let Some(group) = group else { return true };
    let words: Vec<TokenTree> = group
        .stream()
        .into_iter()
        .filter(|token| !matches!(token, TokenTree::Ident(word) if word == "ref" || word == "mut"))
        .collect();
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let words = match words.split_last() {
        Some((last, rest)) if is_comma(last) => rest,
        _ => &words,
    };
    words.is_empty()
        || words.split(is_comma).all(|part| match part {
            [TokenTree::Ident(field), TokenTree::Punct(colon), bind]
                if colon.as_char() == ':' && is_name(field) =>
            {
                binds(bind)
            }
            [bind] => binds(bind),
            [TokenTree::Punct(dot), TokenTree::Punct(_)] => dot.as_char() == '.',
            _ => false,
        })
}

fn binds(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(name) => is_name(name),
        TokenTree::Group(tuple) if tuple.delimiter() == Delimiter::Parenthesis => {
            irrefutable(Some(tuple))
        }
        _ => false,
    }
}

/// Whether a pattern has a name in it that binds.
pub(crate) fn may_bind(group: &Group) -> bool {
    group.stream().into_iter().any(|token| match token {
        TokenTree::Ident(name) => name != "_" && is_name(&name),
        TokenTree::Group(group) => may_bind(&group),
        _ => false,
    })
}

/// The names that a pattern binds.
pub(crate) fn names_of(group: &Group) -> Vec<Ident> {
    let mut names = Vec::new();
    let all: Vec<TokenTree> = group.stream().into_iter().collect();
    for (at, token) in all.iter().enumerate() {
        let is = |at: Option<usize>, chars: &[char]| {
            let punct = at.and_then(|at| all.get(at));
            matches!(punct, Some(TokenTree::Punct(punct)) if chars.contains(&punct.as_char()))
        };
        match token {
            TokenTree::Group(group) => names.extend(names_of(group)),
            TokenTree::Ident(name) => {
                let word = matches!(name.to_string().as_str(), "_" | "ref" | "mut" | "box");
                // A field's name, a path, or what stands before a group, binds nothing.
                let other = is(Some(at + 1), &[':'])
                    || (is(at.checked_sub(1), &[':']) && is(at.checked_sub(2), &[':']))
                    || matches!(all.get(at + 1), Some(TokenTree::Group(_)));
                if !word && !other && is_name(name) {
                    names.push(name.clone());
                }
            }
            _ => {}
        }
    }
    names
}

/// Whether a name alone, as a pattern, binds whatever it meets: no constant and no variant.
fn is_name(name: &Ident) -> bool {
    name != "true" && name != "false" && !unraw(name).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn mentions_are_found_in_groups_and_format_strings() {
        let tokens = quote!(f(a, [b.context]) + format!("{state:?}"));
        assert!(mentions(&tokens, "context"));
        assert!(mentions(&tokens, "state"));
        assert!(!mentions(&tokens, "stat"));
    }

    #[test]
    fn commas_inside_a_turbofish_do_not_split() {
        let parts = split_commas(quote!(a: f::<A, B>(1, 2), b: c < d));
        assert_eq!(parts.len(), 2);
    }

    #[test]
    fn only_patterns_that_always_match_are_irrefutable() {
        let group = |tokens: TokenStream| match tokens.into_iter().next() {
            Some(TokenTree::Group(group)) => group,
            _ => panic!("a group"),
        };
        for always in [
            quote!((_)),
            quote!((a, ..)),
            quote!({ a, b: _, .. }),
            quote!((ref x)),
            quote!({ a: ref mut b }),
            quote!(((a, _))),
        ] {
            assert!(irrefutable(Some(&group(always))));
        }
        for sometimes in [
            quote!((3)),
            quote!((Some(x))),
            quote!({ a: 3 }),
            quote!((MAX)),
            quote!((true)),
            quote!((b'x')),
            quote!((Some(_))),
            quote!((a::B)),
        ] {
            assert!(!irrefutable(Some(&group(sometimes))));
        }
        assert!(irrefutable(None));
    }
}
