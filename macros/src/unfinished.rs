//! Expressions that stop before their end: where, and what they are with something in that place.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

/// Where an expression, or a group in it, stops before its end, and what is expected there.
pub(crate) fn dangling(tokens: &TokenStream) -> Option<(Span, &'static str)> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (at, token) in all.iter().enumerate() {
        let punct = match token {
            TokenTree::Group(group) => match dangling(&group.stream()) {
                None => continue,
                found => return found,
            },
            TokenTree::Punct(punct) => punct,
            _ => continue,
        };
        let is = |at: Option<usize>, char: char| {
            let punct = at.and_then(|at| all.get(at));
            matches!(punct, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
        };
        let ends = match all.get(at + 1) {
            None => true,
            Some(TokenTree::Punct(next)) => matches!(next.as_char(), ',' | ';'),
            Some(_) => false,
        };
        let before = at.checked_sub(1);
        let message = match punct.as_char() {
            '.' if is(before, '.') => continue,
            '.' => "expected a field or a method behind `.`",
            ':' if is(before, ':') => "expected a name behind `::`",
            ':' => "expected a value behind `:`",
            // `Vec::<u8>` and `a..=` may end so, or what they are is for rustc to say.
            '=' if is(before, '=') || is(before, '!') || is(before, '<') || is(before, '>') => {
                "expected a value to compare with"
            }
            '>' if all[..at].iter().any(opens_generics) || is(before, '-') || is(before, '=') => {
                continue;
            }
            '>' => "expected an operand behind this",
            '+' | '-' | '*' | '/' | '%' | '^' | '<' | '&' => "expected an operand behind this",
            '|' if all
                .first()
                .is_some_and(|first| is_pipe(first) || is_word(first, "move")) =>
            {
                "expected the closure's body behind this"
            }
            '|' if before.is_some() && !is(before, '|') => "expected an operand behind this",
            '!' if before.is_none() => "expected an operand behind this",
            _ => continue,
        };
        if ends {
            return Some((punct.span(), message));
        }
    }
    None
}

/// An expression with a name wherever something is missing in it.
pub(crate) fn completed(tokens: &TokenStream) -> TokenStream {
    let mut all: Vec<TokenTree> = Vec::new();
    let mut part = TokenStream::new();
    let end = |part: &mut TokenStream, all: &mut Vec<TokenTree>| {
        if dangling(part).is_some() {
            all.push(Ident::new("missing", Span::call_site()).into());
        }
        *part = TokenStream::new();
    };
    for token in tokens.clone() {
        let token = match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), completed(&group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        };
        if matches!(&token, TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';')) {
            end(&mut part, &mut all);
        } else {
            part.extend([token.clone()]);
        }
        all.push(token);
    }
    end(&mut part, &mut all);
    all.into_iter().collect()
}

fn is_pipe(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '|')
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn opens_generics(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '<')
}
