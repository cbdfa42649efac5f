//! Tokens as people write them, for the graph.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// Tokens as text for people: without the spaces that token streams print around punctuation.
pub(crate) fn text(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    write(&mut text, tokens.to_token_stream(), None);
    text.trim().to_owned()
}

/// What a type stands in, in which every `<` opens. It goes on to where that ends.
#[derive(Clone, Copy, PartialEq)]
enum Typed {
    /// `(A, B<C>)`: all of the group.
    Group,
    /// `|a: B<C>|`, `let a: B<C>`, `-> B<C>`
    Declared,
    /// `a as B<C>`
    Cast,
}

/// Words behind which an expression, a pattern or a type begins.
const BEGIN: &[&str] = &[
    "as", "break", "const", "dyn", "else", "if", "impl", "in", "let", "match", "move", "mut",
    "ref", "return", "while",
];

fn write(text: &mut String, tokens: TokenStream, mut typed: Option<Typed>) {
    let mut glue = true;
    // Behind `let`, where a `:` stands before a type.
    let mut declares = false;
    let mut begins_next = false;
    // Whether what stands before a `&`, `*` or `-` is an operand, which makes it a binary one.
    let mut operand = false;
    let mut binary = false;
    let mut angles = 0usize;
    let mut path = false;
    let mut closure = false;
    for token in tokens {
        let behind = operand;
        let word =
            matches!(&token, TokenTree::Ident(word) if BEGIN.contains(&word.to_string().as_str()));
        operand = !word && !matches!(&token, TokenTree::Punct(punct) if punct.as_char() != '?');
        if angles == 0 && typed.is_some_and(|typed| ends(typed, behind, &token)) {
            typed = None;
        }
        let begun = std::mem::replace(&mut begins_next, word);
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace if group.stream().is_empty() => ("{", "}"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                let brace = group.delimiter() == Delimiter::Brace;
                if begun || brace {
                    space(text, false);
                }
                text.push_str(open);
                let inside = (typed.is_some() || angles > 0) && !brace;
                write(text, group.stream(), inside.then_some(Typed::Group));
                text.truncate(text.trim_end().len());
                text.push_str(close);
                glue = false;
            }
            TokenTree::Punct(punct) => {
                let char = punct.as_char();
                let begins = text.ends_with("::") || (!behind && !text.ends_with('<'));
                let opens = char == '<' && (angles > 0 || begins || typed.is_some());
                let closes = char == '>' && angles > 0 && !text.ends_with('-');
                if opens || closes {
                    angles = if opens { angles + 1 } else { angles - 1 };
                    if begun {
                        space(text, false);
                    }
                    text.push(char);
                    glue = opens;
                    operand = closes;
                    if closes && angles == 0 && typed == Some(Typed::Cast) {
                        typed = None;
                    }
                    continue;
                }
                // `|x| y` is no choice between two.
                let begins = !behind && !text.ends_with('|');
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
                let sign = matches!(char, '&' | '*' | '-');
                binary = sign && (behind || (binary && text.ends_with(char)));
                // `a != b`, but `!a` and `a!(b)`.
                let unequal = char == '!' && behind && punct.spacing() == Spacing::Joint;
                let tight = !binary
                    && !unequal
                    && (sign
                        || matches!(char, ',' | ';' | '.' | ':' | '?' | '!' | '#')
                        || (char == '=' && text.ends_with("..")));
                let apart = !tight || (begun && (sign || matches!(char, '!' | ':')));
                if apart && !glue && !text.ends_with(' ') {
                    text.push(' ');
                }
                // `name: value`, but `path::name`.
                let colon = char == ':' && !path && punct.spacing() == Spacing::Alone;
                path = char == ':' && punct.spacing() == Spacing::Joint;
                if (colon && (closure || declares)) || (char == '>' && text.ends_with('-')) {
                    typed = typed.or(Some(Typed::Declared));
                }
                declares &= !matches!(char, ';' | '=');
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
                let ident = ident.to_string();
                declares |= ident == "let";
                if ident == "as" && angles == 0 {
                    typed = Some(Typed::Cast);
                }
                text.push_str(&ident);
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

/// Whether a type has ended before a token that stands in no brackets of it.
fn ends(typed: Typed, behind: bool, token: &TokenTree) -> bool {
    let brace = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let punct = match token {
        TokenTree::Punct(punct) => Some(punct.as_char()),
        _ => None,
    };
    match typed {
        Typed::Group => false,
        Typed::Declared => brace || matches!(punct, Some(',' | ';' | '|' | '=')),
        // What else stands behind a whole type is an operator, or what follows the cast.
        Typed::Cast => behind && !matches!(punct, Some(':' | '<')),
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
            (quote!((a,)), "(a,)"),
            (quote!(a == -1 && b - c > -d), "a == -1 && b - c > -d"),
            (quote!(A {}), "A {}"),
            (quote!(if *a { !b } else { -c }), "if *a { !b } else { -c }"),
            (quote!(for a in [b]), "for a in [b]"),
            (quote!(remove | b), "remove | b"),
            (
                quote!(if !a {
                    return;
                } else {
                    b
                }),
                "if !a { return; } else { b }",
            ),
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

    #[test]
    fn types_are_written_close_and_comparisons_apart() {
        let texts = [
            (
                quote!(a.any(|v: &Vec<u8>| v.len() < b && b > 1)),
                "a.any(|v: &Vec<u8>| v.len() < b && b > 1)",
            ),
            (
                quote!(|a: A<B, C<D>>, (b, c): (E<F>, &mut [G<H>])| b < c),
                "|a: A<B, C<D>>, (b, c): (E<F>, &mut [G<H>])| b < c",
            ),
            (
                quote!(|a: &'b dyn C<'b>, d| -> Option<E> { a < d }),
                "|a: &'b dyn C<'b>, d| -> Option<E> { a < d }",
            ),
            (quote!(|a: fn(B<C>) -> D<E>| a), "|a: fn(B<C>) -> D<E>| a"),
            (
                quote!({
                    let a: Vec<u8> = b < c;
                    let (d, e): (F<G>, H);
                    a < d && e > a
                }),
                "{ let a: Vec<u8> = b < c; let (d, e): (F<G>, H); a < d && e > a }",
            ),
            (
                quote!(if let Some(a) = b {
                    a < c
                }),
                "if let Some(a) = b { a < c }",
            ),
            (quote!(A { b: c < d, e: f > g }), "A { b: c < d, e: f > g }"),
            (quote!(a as u32 > b && c < d), "a as u32 > b && c < d"),
            (quote!(a as u32 * b - c as u8), "a as u32 * b - c as u8"),
            (quote!((a as B<C>) < d), "(a as B<C>) < d"),
            (quote!(a as B<C> < d && e > f), "a as B<C> < d && e > f"),
            (quote!(a as *const B<C>), "a as *const B<C>"),
            (quote!(a as &dyn B<C>), "a as &dyn B<C>"),
            (quote!(a as (B<C>, D) == e), "a as (B<C>, D) == e"),
            (quote!(<A as B>::c() < d), "<A as B>::c() < d"),
            (quote!(<A as B>::C < d), "<A as B>::C < d"),
            (quote!(a::<(B, C<D>)>() < e), "a::<(B, C<D>)>() < e"),
            (quote!((a) < b), "(a) < b"),
            (quote!(a as ::b::C<D> < e), "a as ::b::C<D> < e"),
            (quote!(a as <B as C>::D == e), "a as <B as C>::D == e"),
        ];
        for (tokens, expected) in texts {
            assert_eq!(text(&tokens), expected);
        }
    }
}
