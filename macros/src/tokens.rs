//! Runs of tokens: taken up to a mark, searched for names, compared.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Path, Token};

/// Takes tokens as they are, up to a mark that `stop` sees, or to where the next clause begins
/// because the mark is missing. Groups are taken whole.
pub(crate) fn run(input: ParseStream<'_>, stop: impl Fn(&ParseBuffer<'_>) -> bool) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut complete = false;
    while !input.is_empty() && !stop(input) {
        // In no expression does a word follow a name, a literal or a group.
        let next = if complete {
            crate::parse::at_next(input)
        } else {
            crate::parse::begins_clause(input)
        };
        if next {
            break;
        }
        match input.parse::<TokenTree>() {
            Ok(token) => {
                let token = kept_together(token);
                complete = match &token {
                    TokenTree::Ident(word) => !is_keyword(&word.to_string()),
                    TokenTree::Punct(_) => false,
                    TokenTree::Group(_) | TokenTree::Literal(_) => true,
                };
                tokens.extend([token]);
            }
            // `parse::<TokenTree>` fails only at the end, which was looked for.
            Err(_) => break,
        }
    }
    tokens
}

/// An expression as it is to be handed on: see [`kept_together`].
pub(crate) fn kept(tokens: TokenStream) -> TokenStream {
    tokens.into_iter().map(kept_together).collect()
}

/// An expression that another macro passed in, `$e`, comes in a group that rustc takes apart when
/// it comes from a procedural macro: it is kept together by parentheses.
fn kept_together(token: TokenTree) -> TokenTree {
    let TokenTree::Group(group) = &token else {
        return token;
    };
    let single = || group.stream().into_iter().count() < 2;
    let path = || syn::parse2::<syn::TypePath>(group.stream()).is_ok();
    if group.delimiter() != Delimiter::None || single() || path() {
        return token;
    }
    let mut kept = Group::new(Delimiter::Parenthesis, group.stream());
    kept.set_span(group.span());
    kept.into()
}

pub(crate) fn at_arrow(input: &ParseBuffer<'_>) -> bool {
    input.peek(Token![=>])
}

pub(crate) fn at_semicolon(input: &ParseBuffer<'_>) -> bool {
    input.peek(Token![;])
}

pub(crate) fn at_arrow_or_semicolon(input: &ParseBuffer<'_>) -> bool {
    at_arrow(input) || at_semicolon(input)
}

/// Whether an expression follows that is a closure.
pub(crate) fn at_closure(input: &ParseBuffer<'_>) -> bool {
    input.peek(Token![|])
        || input.peek(Token![||])
        || (input.peek(Token![move]) && (input.peek2(Token![|]) || input.peek2(Token![||])))
}

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

/// The name of a path's last segment.
pub(crate) fn last_name(path: &Path) -> String {
    path.segments
        .last()
        .map(|segment| unraw(&segment.ident))
        .unwrap_or_default()
}

/// An identifier's text without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let mut text = ident.to_string();
    if text.starts_with("r#") {
        text.drain(..2);
    }
    text
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

/// The name in `known` that is nearest to a mistyped one, if any is near, or that it begins.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let near = known
        .iter()
        .map(|candidate| (distance(name, candidate), *candidate))
        .min()
        .filter(|(distance, _)| *distance <= name.chars().count().max(3) / 3)
        .map(|(_, candidate)| candidate);
    let begun = |candidate: &&&str| {
        name.len() > 1 && candidate.to_lowercase().starts_with(&name.to_lowercase())
    };
    near.or_else(|| {
        let mut begun = known.iter().filter(begun);
        let first = begun.next()?;
        begun.all(|other| other == first).then_some(*first)
    })
}

/// The number of letters to add, drop, change or swap with a neighbour, whatever their case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(row[j - 1] + 1)
                .min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// "did you mean" and the list, for a name that does not exist.
pub(crate) fn suggest(name: &str, known: &[&str]) -> String {
    let list = known
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ");
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? There are {list}"),
        None if known.is_empty() => "there are none".to_owned(),
        None => format!("there are {list}"),
    }
}

/// `BackingOff` as `backing_off`; a keyword gets a `_` behind it.
pub(crate) fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (at, &char) in chars.iter().enumerate() {
        if char.is_uppercase() && at > 0 {
            let after_lower = !chars[at - 1].is_uppercase() && chars[at - 1] != '_';
            let before_lower = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
            if after_lower || (before_lower && chars[at - 1] != '_') {
                snake.push('_');
            }
        }
        snake.extend(char.to_lowercase());
    }
    if is_keyword(&snake) {
        snake.push('_');
    }
    snake
}

/// In order, to be searched.
const KEYWORDS: &[&str] = &[
    "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn names_become_snake_case() {
        let cases = [
            ("Up", "up"),
            ("BackingOff", "backing_off"),
            ("HTTPServer", "http_server"),
            ("TlsV2", "tls_v2"),
            ("Loop", "loop_"),
            ("Émigré", "émigré"),
        ];
        for (name, snake) in cases {
            assert_eq!(snake_case(name), snake);
        }
    }

    #[test]
    fn every_keyword_is_found() {
        assert!(KEYWORDS.is_sorted());
        assert!(is_keyword("_") && is_keyword("yield") && !is_keyword("union"));
    }

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let known = ["Dialing", "Up", "Backoff"];
        assert_eq!(nearest("Dailing", known), Some("Dialing"));
        assert_eq!(nearest("backof", known), Some("Backoff"));
        assert_eq!(nearest("Terminated", known), None);
        assert_eq!(nearest("Pu", known), Some("Up"));
    }

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
