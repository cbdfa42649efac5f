//! Tokens to syntax. An error is pushed into the sink, and parsing goes on at the next `;` or the
//! next clause, so that one run finds them all.

mod arm;
mod clause;
mod header;
mod payload;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream, Parser};
use syn::{
    AngleBracketedGenericArguments, Attribute, Generics, Path, PathArguments, PathSegment, Token,
    Visibility,
};

use crate::errors::Errors;
use crate::syntax::{Dispatch, Fsm, Item};
use crate::tokens::{dangling, nearest, suggest};

/// The words that begin a clause of the machine.
const CLAUSES: &[&str] = &[
    "state",
    "terminal",
    "failure",
    "superstate",
    "any",
    "unhandled",
];
/// The words that begin an item of a state.
const ITEMS: &[&str] = &[
    "on",
    "timeout",
    "every",
    "task",
    "on_entry",
    "on_exit",
    "unhandled",
];

/// Reads one `fsm!`.
pub(crate) fn fsm(tokens: TokenStream, errors: &mut Errors) -> Fsm {
    let mut fsm = Fsm::default();
    let result = Parser::parse2(
        |input: ParseStream<'_>| {
            machine(input, &mut fsm, errors);
            Ok(())
        },
        tokens,
    );
    if let Err(error) = result {
        errors.push(error);
    }
    fsm
}

fn machine(input: ParseStream<'_>, fsm: &mut Fsm, errors: &mut Errors) {
    while !input.is_empty() {
        let before = input.cursor();
        if let Err(error) = top(input, fsm, errors) {
            errors.push(error);
            // What it would have been is not known, so nothing is asked of the whole.
            fsm.lost.states = true;
            fsm.lost.arms = true;
            fsm.lost.headers = true;
            recover(input, before == input.cursor());
        }
    }
}

/// One item, header or clause.
fn top(input: ParseStream<'_>, fsm: &mut Fsm, errors: &mut Errors) -> syn::Result<()> {
    let attrs = input.call(Attribute::parse_outer)?;
    if input.peek(Token![pub]) || input.peek(Token![struct]) || input.peek(Token![trait]) {
        return item(input, attrs, fsm, errors).inspect_err(|_| fsm.lost.item = true);
    }
    let word = input.fork().call(Ident::parse_any).map_err(|_| {
        input.error(
            "expected a header such as `state: ..;`, or a clause: `state`, `superstate`, `any` \
             or `unhandled`",
        )
    })?;
    if word.to_string().starts_with(char::is_uppercase) {
        let message = format!("expected a clause; a state begins with `state`: `state {word} ..`");
        return Err(syn::Error::new(word.span(), message));
    }
    if input.peek2(Token![:]) && !input.peek2(Token![::]) {
        if let Err(error) = header::parse(input, &attrs, &mut fsm.headers, errors) {
            errors.push(error);
            fsm.lost.headers = true;
            recover(input, false);
        }
        return Ok(());
    }
    if header::is_one(&word) && word != "state" {
        let message = format!("expected `{word}: ..;`");
        return Err(syn::Error::new(word.span(), message));
    }
    let clause = clause::parse(input, attrs, word, &mut fsm.lost, errors)?;
    fsm.clauses.extend(clause);
    Ok(())
}

/// `struct Name;` or `trait Name;`
fn item(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    fsm: &mut Fsm,
    errors: &mut Errors,
) -> syn::Result<()> {
    let vis: Visibility = input.parse()?;
    if input.peek(Token![trait]) {
        let word: Token![trait] = input.parse()?;
        let ident: Ident = input.parse()?;
        if input.peek(Token![<]) {
            return Err(input.error(
                "the dispatch trait takes the generics of the machine's `struct` line by itself: \
                 write `trait Name;`",
            ));
        }
        end_of_item(input, errors);
        if let Some(first) = &fsm.dispatch {
            errors.at(
                &ident,
                format!("the dispatch trait is `{}` already", first.ident),
            );
        } else {
            fsm.dispatch = Some(Dispatch {
                word,
                attrs,
                vis,
                ident,
            });
        }
        return Ok(());
    }
    if !input.peek(Token![struct]) {
        return Err(input.error("expected `struct NAME;` or `trait NAME;`"));
    }
    let word: Token![struct] = input.parse()?;
    let ident: Ident = input.parse()?;
    let mut generics: Generics = input.parse()?;
    generics.where_clause = input.parse()?;
    end_of_item(input, errors);
    if let Some(first) = &fsm.item {
        errors.at(&ident, format!("the machine is `{}` already", first.ident));
    } else {
        fsm.item = Some(Item {
            word,
            attrs,
            vis,
            ident,
            generics,
        });
    }
    Ok(())
}

/// Goes to where the next clause may begin: behind the next `;`, or before a clause word. With
/// `stuck` at least one token is passed, so that parsing always comes to an end.
fn recover(input: ParseStream<'_>, stuck: bool) {
    let mut first = stuck;
    while !input.is_empty() {
        if !first && begins_something(input) {
            return;
        }
        first = false;
        match input.parse::<TokenTree>() {
            Ok(TokenTree::Punct(punct)) if punct.as_char() == ';' => return,
            Ok(_) => {}
            Err(_) => return,
        }
    }
}

/// Whether a clause or an item begins here; `timeout` may also be a trigger.
fn begins_something(input: ParseStream<'_>) -> bool {
    let trigger = peek_word(input, "timeout")
        && (input.peek2(Token![=>]) || input.peek2(Token![|]) || input.peek2(Token![if]));
    at_clause_word(input) && !trigger
}

/// Whether what follows is no longer part of this clause: another one, or a header.
pub(crate) fn at_next(input: &ParseBuffer<'_>) -> bool {
    at_clause_word(input) || header::at_one(input)
}

/// Whether a clause begins here and nothing else can be meant: its word has behind it what no
/// expression and no path has.
pub(crate) fn begins_clause(input: &ParseBuffer<'_>) -> bool {
    at_clause_word(input)
        && input
            .cursor()
            .ident()
            .is_some_and(|(word, rest)| match rest.ident() {
                Some((next, _)) => next != "as",
                None => word == "any" && rest.group(Delimiter::Brace).is_some(),
            })
}

/// Whether the next token is a word that can begin a clause or an item.
fn at_clause_word(input: &ParseBuffer<'_>) -> bool {
    input.fork().call(Ident::parse_any).is_ok_and(|word| {
        let word = word.to_string();
        CLAUSES.contains(&word.as_str()) || ITEMS.contains(&word.as_str())
    })
}

fn semicolon(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>().map(drop)
    } else if input.peek(Token![,]) {
        let comma: Token![,] = input.parse()?;
        Err(syn::Error::new(comma.span, "expected `;`, not `,`"))
    } else if input.is_empty() {
        Err(input.error("expected `;` before the end"))
    } else {
        Err(input.error("expected `;` before this"))
    }
}

/// The `;` of a clause: where it lacks, only that is lost. One that is `half` was said to stop
/// before its end, and of that its `;` is a part.
fn end(input: ParseStream<'_>, half: bool, errors: &mut Errors) {
    let comma = input.peek(Token![,]);
    let lacks = !input.peek(Token![;]) && !comma;
    match semicolon(input) {
        Ok(()) => return,
        Err(_) if half && lacks => {}
        Err(error) => errors.push(error),
    }
    if lacks && !header::at_one(input) {
        recover(input, false);
    }
}

/// Where something is missing: at the next token, or where the next clause begins, and at the end,
/// at the token before.
fn lack(input: ParseStream<'_>, before: Span) -> Span {
    if input.is_empty() || at_next(input) {
        before
    } else {
        input.span()
    }
}

/// Says so of an expression that stops before its end, or inside itself; whether it does.
fn stops_early(tokens: &TokenStream, errors: &mut Errors) -> bool {
    let Some((at, message)) = dangling(tokens) else {
        return false;
    };
    errors.at_span(at, message);
    true
}

/// The same behind `struct NAME`, where anything may follow.
fn end_of_item(input: ParseStream<'_>, errors: &mut Errors) {
    if let Err(error) = semicolon(input) {
        errors.push(error);
    }
}

/// A word of the language, as an identifier with its span.
fn word(input: ParseStream<'_>) -> syn::Result<Ident> {
    input.call(Ident::parse_any)
}

fn peek_word(input: ParseStream<'_>, expected: &str) -> bool {
    input
        .fork()
        .call(Ident::parse_any)
        .is_ok_and(|word| word == expected)
}

/// A path as in an expression or a pattern: a group behind it is not part of it.
fn path(input: ParseStream<'_>, what: &str) -> syn::Result<Path> {
    let (path, end) = path_so_far(input, what);
    end.map(|()| path)
}

/// A path as far as it stands there, and what is wrong with its end.
fn path_so_far(input: ParseStream<'_>, what: &str) -> (Path, syn::Result<()>) {
    let mut path = Path {
        leading_colon: None,
        segments: Default::default(),
    };
    let end = read_path(input, what, &mut path);
    (path, end)
}

fn read_path(input: ParseStream<'_>, what: &str, path: &mut Path) -> syn::Result<()> {
    if input.peek(Token![<]) {
        return Err(input.error(format!(
            "write {what} by its variant alone, or by a path to it: `<..>::` is not read here"
        )));
    }
    if input.peek(Token![Self]) {
        return Err(input.error(format!(
            "write {what} by its variant alone, or by a path to its enum: there is no `Self` here"
        )));
    }
    let mut before: Option<Span> = None;
    path.leading_colon = input.parse()?;
    loop {
        if !input.peek(Ident::peek_any) || begins_clause(input) {
            return Err(match before {
                Some(colons) => syn::Error::new(colons, "expected a name behind `::`"),
                None => input.error(format!("expected {what}")),
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
fn group(input: ParseStream<'_>) -> syn::Result<Option<Group>> {
    if !input.peek(syn::token::Paren) && !input.peek(syn::token::Brace) {
        return Ok(None);
    }
    match input.parse::<TokenTree>()? {
        TokenTree::Group(group) => Ok(Some(group)),
        other => Err(syn::Error::new(other.span(), "expected a group")),
    }
}

/// Whether a brace group holds clauses, and not a pattern.
fn looks_like_a_body(group: &Group) -> bool {
    if group.delimiter() != Delimiter::Brace {
        return false;
    }
    let mut tokens = group.stream().into_iter();
    let begins = matches!(
        tokens.next(),
        Some(TokenTree::Ident(word)) if ITEMS.contains(&word.to_string().as_str())
    );
    begins
        && group
            .stream()
            .into_iter()
            .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'))
}

/// The word of the language that a mistyped one was meant to be: reading goes on as if it were.
fn meant(word: &Ident, what: &str, known: &[&str], errors: &mut Errors) -> syn::Result<Ident> {
    let text = word.to_string();
    let message = format!("there is no {what} `{text}`: {}", suggest(&text, known));
    let error = syn::Error::new(word.span(), message);
    let Some(near) = nearest(&text, known.iter().copied()) else {
        return Err(error);
    };
    errors.push(error);
    Ok(Ident::new(near, word.span()))
}
