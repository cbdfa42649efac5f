//! Which tokens are surely an expression: most of a machine's are, and then nobody parses them twice.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

use crate::names::is_keyword;

/// Whether these are names, literals, calls, fields, struct literals, arithmetic and a comparison, and all of it
/// whole. Much else is an expression too.
pub(super) fn is_plain(tokens: &TokenStream) -> bool {
    expression(&collected(tokens.clone()))
}

fn collected(tokens: TokenStream) -> Vec<TokenTree> {
    tokens.into_iter().collect()
}

fn expression(mut rest: &[TokenTree]) -> bool {
    let mut compared = false;
    loop {
        while let [first, tail @ ..] = rest
            && is_one_of(first, "*&-!")
        {
            rest = tail;
        }
        rest = match rest {
            [TokenTree::Literal(_), tail @ ..] => tail,
            [TokenTree::Group(group), tail @ ..] if is_list(group) => tail,
            [first, tail @ ..] if is_name(first) => match path(tail) {
                [TokenTree::Group(group), tail @ ..] if are_fields(group) => tail,
                tail => tail,
            },
            _ => return false,
        };
        loop {
            rest = match rest {
                [TokenTree::Group(group), tail @ ..] if is_list(group) => tail,
                [dot, name, tail @ ..] if is_one_of(dot, ".") && is_name(name) => tail,
                _ => break,
            };
        }
        if let [word, name, tail @ ..] = rest
            && matches!(word, TokenTree::Ident(word) if word == "as")
            && is_name(name)
        {
            rest = path(tail);
        }
        rest = match rest {
            [] => return true,
            [operator, tail @ ..] if is_one_of(operator, "+-*/") => tail,
            // Only once: `a == b == c` is none.
            [first, second, tail @ ..]
                if !compared && is_joint(first, "=!>") && is_one_of(second, "=") =>
            {
                compared = true;
                tail
            }
            [operator, tail @ ..] if !compared && is_one_of(operator, ">") => {
                compared = true;
                tail
            }
            _ => return false,
        };
    }
}

/// What follows a path, behind its first name.
fn path(mut rest: &[TokenTree]) -> &[TokenTree] {
    while let [first, second, name, tail @ ..] = rest
        && is_joint(first, ":")
        && is_one_of(second, ":")
        && is_name(name)
    {
        rest = tail;
    }
    rest
}

/// `(a, b)`
fn is_list(group: &Group) -> bool {
    group.delimiter() == Delimiter::Parenthesis && parts(group, expression)
}

/// `{ a: 1, b }`
fn are_fields(group: &Group) -> bool {
    group.delimiter() == Delimiter::Brace
        && parts(group, |part| match part {
            [name] => is_name(name),
            [name, colon, value @ ..] => {
                is_name(name) && is_one_of(colon, ":") && expression(value)
            }
            [] => false,
        })
}

/// Whether all between a group's commas is as it should be.
fn parts(group: &Group, part: impl Fn(&[TokenTree]) -> bool) -> bool {
    let all = collected(group.stream());
    let comma = |token: &TokenTree| is_one_of(token, ",");
    let parts = match all.split_last() {
        None => return true,
        Some((last, parts)) if comma(last) => parts,
        Some(_) => &all,
    };
    parts.split(comma).all(part)
}

fn is_one_of(token: &TokenTree, chars: &str) -> bool {
    matches!(token, TokenTree::Punct(punct) if chars.contains(punct.as_char()))
}

/// The first half of an operator.
fn is_joint(token: &TokenTree, chars: &str) -> bool {
    is_one_of(token, chars)
        && matches!(token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint)
}

fn is_name(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(word) if !is_keyword(&word.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_is_an_expression() {
        for plain in [
            "a",
            "a::B",
            "Failed(\"gave up\".into())",
            "Backoff { attempt: *attempt + 1, since }",
            "f(a, -b, &c.d,).e()",
            "(a, b)",
            "f()",
            "2 * a.b - 1",
            "a.len() as u32 + 1",
            "*a >= b.c",
            "a as std::f64 > -1",
            "a == f(b != c)",
        ] {
            let tokens: TokenStream = plain.parse().expect("tokens");
            assert!(is_plain(&tokens), "{plain}");
            assert!(syn::parse2::<syn::Expr>(tokens).is_ok(), "{plain}");
        }
    }

    #[test]
    fn what_may_be_no_expression_is_not_plain() {
        for other in [
            "",
            "a b",
            "a.",
            "a::",
            "f(,)",
            "f(a,,b)",
            "f(a b)",
            "S { a: }",
            "S { : 1 }",
            "a +",
            "a = b",
            "a -> b",
            "a < b < c",
            "a > b > c",
            "a == b == c",
            "a => b",
            "a >> = b",
            "a as 1",
            "a > = b",
            "a : : b",
            "f::<A>(b)",
            "self",
            "|a| b",
            "a.b { c }",
            "a; b",
            "f()::a",
            "if",
        ] {
            let tokens: TokenStream = other.parse().expect("tokens");
            assert!(!is_plain(&tokens), "{other}");
        }
    }
}
