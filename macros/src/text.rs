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
    for token in tokens {
        let behind = operand;
        operand = !matches!(&token, TokenTree::Punct(punct) if punct.as_char() != '?');
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
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
                let opens = char == '<' && (angles > 0 || text.ends_with("::"));
                let closes = char == '>' && angles > 0 && !text.ends_with('-');
                if opens || closes {
                    angles = if opens { angles + 1 } else { angles - 1 };
                    text.push(char);
                    glue = opens;
                    continue;
                }
                let sign = matches!(char, '&' | '*');
                binary = sign && (behind || (binary && text.ends_with(char)));
                let tight =
                    !binary && (sign || matches!(char, ',' | ';' | '.' | ':' | '?' | '!' | '#'));
                if !tight && !glue && !text.ends_with(' ') {
                    text.push(' ');
                }
                // `name: value`, but `path::name`.
                let colon = char == ':' && !path && punct.spacing() == Spacing::Alone;
                path = char == ':' && punct.spacing() == Spacing::Joint;
                text.push(char);
                glue = tight || punct.spacing() == Spacing::Joint;
                if char == ',' || colon || (!tight && punct.spacing() == Spacing::Alone) {
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
}
