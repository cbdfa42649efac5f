//! Tokens as people write them, for the graph.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// Tokens as text for people: without the spaces that token streams print around punctuation.
pub(crate) fn text(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    write(&mut text, tokens.to_token_stream());
    text.trim().to_owned()
}

fn write(text: &mut String, tokens: TokenStream) {
    let mut glue = true;
    // Whether what stands before a `&` or `*` is an operand, which makes it a binary one.
    let mut operand = false;
    let mut binary = false;
    let mut angles = 0usize;
    let mut path = false;
    let mut closure = false;
    for token in tokens {
        let behind = operand;
        operand = !matches!(&token, TokenTree::Punct(punct) if punct.as_char() != '?');
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace if text.ends_with([' ', '(', '[']) => ("{ ", " }"),
                    Delimiter::Brace => (" { ", " }"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write(text, group.stream());
                text.push_str(close);
                glue = false;
            }
            TokenTree::Punct(punct) => {
                let char = punct.as_char();
                let begins = text.ends_with("::") || (!behind && !text.ends_with('<'));
                let opens = char == '<' && (angles > 0 || begins);
                let closes = char == '>' && angles > 0 && !text.ends_with('-');
                if opens || closes {
                    angles = if opens { angles + 1 } else { angles - 1 };
                    text.push(char);
                    glue = opens;
                    continue;
                }
                // `|x| y` is no choice between two.
                let begins = (!behind && !text.ends_with('|')) || text.ends_with("move");
                if char == '|' && (closure || begins) {
                    if !closure && !glue {
                        space(text, glue);
                    }
                    text.push(char);
                    closure = !closure;
                    if !closure {
                        text.push(' ');
                    }
                    glue = true;
                    continue;
                }
                let sign = matches!(char, '&' | '*');
                binary = sign && (behind || (binary && text.ends_with(char)));
                // `a != b`, but `!a` and `a!(b)`.
                let unequal = char == '!' && behind && punct.spacing() == Spacing::Joint;
                let tight = !binary
                    && !unequal
                    && (sign
                        || matches!(char, ',' | ';' | '.' | ':' | '?' | '!' | '#')
                        || (char == '=' && text.ends_with("..")));
                if !tight && !glue && !text.ends_with(' ') {
                    text.push(' ');
                }
                // `name: value`, but `path::name`.
                let colon = char == ':' && !path && punct.spacing() == Spacing::Alone;
                path = char == ':' && punct.spacing() == Spacing::Joint;
                text.push(char);
                glue = tight || punct.spacing() == Spacing::Joint;
                if matches!(char, ',' | ';')
                    || colon
                    || (!tight && punct.spacing() == Spacing::Alone)
                {
                    text.push(' ');
                    glue = true;
                }
            }
            TokenTree::Ident(ident) => {
                space(text, glue);
                text.push_str(&ident.to_string());
                glue = false;
            }
            TokenTree::Literal(literal) => {
                space(text, glue);
                text.push_str(&literal.to_string());
                glue = false;
            }
        }
    }
}

fn space(text: &mut String, glue: bool) {
    if !glue && !text.ends_with([' ', '(', '[']) && !text.is_empty() {
        text.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn text_reads_like_source() {
        assert_eq!(
            text(&quote!(*attempt >= context.max_attempts)),
            "*attempt >= context.max_attempts"
        );
        assert_eq!(text(&quote!(Report("up"))), "Report(\"up\")");
        assert_eq!(text(&quote!(a.b(1, &c)?)), "a.b(1, &c)?");
        assert_eq!(
            text(&quote!(a::Up { b: c::D, e: 1 })),
            "a::Up { b: c::D, e: 1 }"
        );
    }

    #[test]
    fn text_has_spaces_where_people_write_them() {
        let texts = [
            (quote!(a != b && !c), "a != b && !c"),
            (
                quote!(matches!(a, 'a'..='z' | '_')),
                "matches!(a, 'a'..='z' | '_')",
            ),
            (quote!(a[..3] == b[1..]), "a[..3] == b[1..]"),
            (
                quote!(a.any(|b| *b == 1 || b < c)),
                "a.any(|b| *b == 1 || b < c)",
            ),
            (
                quote!(a.all(|&(b, c)| b | c == 3)),
                "a.all(|&(b, c)| b | c == 3)",
            ),
            (quote!(a.is_none_or(|| b())), "a.is_none_or(|| b())"),
            (quote!(a.map(move |b| b)), "a.map(move |b| b)"),
            (quote!(<A as B<C>>::d(e)), "<A as B<C>>::d(e)"),
            (quote!(a::<B>() < c), "a::<B>() < c"),
            (quote!(a << 2 >> 1 > 3 && b < c), "a << 2 >> 1 > 3 && b < c"),
            (quote!([0; 3]), "[0; 3]"),
            (
                quote!(A({
                    let b = c;
                    b
                })),
                "A({ let b = c; b })",
            ),
        ];
        for (tokens, expected) in texts {
            assert_eq!(text(&tokens), expected);
        }
    }
}
