//! Tokens to syntax. An error is pushed into the sink, and parsing goes on at the next `;` or the
//! next clause, so that one run finds them all.

mod arm;
mod clause;
mod clock;
mod header;
mod items;
mod outcome;
mod payload;
mod unclosed;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream, Parser};
use syn::{
    AngleBracketedGenericArguments, Attribute, GenericParam, Generics, LifetimeParam, Path,
    PathArguments, PathSegment, Token, Visibility,
};

use crate::errors::Errors;
use crate::syntax::{Dispatch, Fsm, Item};
use crate::tokens::{self, borrows, dangling, last_span, nearest, suggest};

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
    // In a group that ends where the last token does: what is missing at the end is missing there.
    let end = last_span(&tokens);
    let mut whole = Group::new(Delimiter::Brace, tokens);
    whole.set_span(end);
    let result = Parser::parse2(
        |input: ParseStream<'_>| {
            let inside;
            syn::braced!(inside in input);
            if unclosed::is_one_in(inside.cursor()) {
                let mended = unclosed::mended(inside.parse()?, errors);
                return Parser::parse2(
                    |input: ParseStream<'_>| {
                        machine(input, &mut fsm, errors);
                        Ok(())
                    },
                    mended,
                );
            }
            machine(&inside, &mut fsm, errors);
            Ok(())
        },
        TokenTree::Group(whole).into(),
    );
    if let Err(error) = result {
        errors.push(error);
    }
    let strays = std::mem::take(&mut fsm.lost.strays);
    fsm.clauses.extend(strays);
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

/// The attributes before a clause.
fn attributes(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Attribute>> {
    let mut attrs = Vec::new();
    while input.peek(Token![#]) {
        if input.peek2(Token![!]) {
            let message = "write `#[..]`: an attribute stands before what it is about";
            errors.push(wrong(input, message));
            input.parse::<Token![#]>()?;
            input.parse::<Token![!]>()?;
            let _: TokenTree = input.parse()?;
        } else {
            let one: TokenStream = [input.parse::<TokenTree>()?, input.parse()?]
                .into_iter()
                .collect();
            attrs.extend(Parser::parse2(Attribute::parse_outer, one)?);
        }
    }
    Ok(attrs)
}

/// One item, header or clause.
fn top(input: ParseStream<'_>, fsm: &mut Fsm, errors: &mut Errors) -> syn::Result<()> {
    let attrs = attributes(input, errors)?;
    if input.peek(Token![pub]) || input.peek(Token![struct]) || input.peek(Token![trait]) {
        let known = fsm.item.is_some();
        return item(input, attrs, fsm, errors).inspect_err(|_| fsm.lost.item = !known);
    }
    if input.peek(Token![;]) {
        return Err(wrong(input, "remove this `;`: nothing stands before it"));
    }
    let word = input.fork().call(Ident::parse_any).map_err(|_| {
        wrong(
            input,
            "expected a header such as `state: ..;`, or a clause: `state`, `superstate`, `any` \
             or `unhandled`",
        )
    })?;
    if word.to_string().starts_with(char::is_uppercase) {
        let message = format!("expected a clause; a state begins with `state`: `state {word} ..`");
        return Err(syn::Error::new(word.span(), message));
    }
    let header = word == "state" || !CLAUSES.contains(&word.to_string().as_str());
    if header && input.peek2(Token![:]) && !input.peek2(Token![::]) {
        if let Err(error) = header::parse(input, &attrs, &mut fsm.headers, errors) {
            errors.push(error);
            fsm.lost.headers = true;
            recover(input, false);
        }
        return Ok(());
    }
    if header::is_one(&word) && (word != "state" || input.peek2(Token![=])) {
        let _ = self::word(input)?;
        let message = match word.to_string().as_str() {
            "initial" if peek_word(input, "state") => {
                "the initial state is named by a header: `initial: STATE;`".to_owned()
            }
            header => format!("expected `:` behind `{header}`: `{header}: ..;`"),
        };
        return Err(syn::Error::new(word.span(), message));
    }
    // `machine Door;`, `enum Door;`
    let named = input.cursor().ident().and_then(|(_, rest)| rest.ident());
    if let Some((_, rest)) = named
        && fsm.item.is_none()
        && rest
            .punct()
            .is_some_and(|(punct, _)| punct.as_char() == ';')
        && nearest(&word.to_string(), CLAUSES.iter().copied()).is_none()
    {
        fsm.lost.item = true;
        let message = "a machine begins with `struct NAME;`";
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
        let ident = name_of_item(input, "trait", word.span)?;
        if input.peek(Token![<]) || input.peek(Token![where]) {
            errors.push(wrong(
                input,
                "the dispatch trait takes the generics and the where-clause of the `struct` line by \
                 itself: write `trait NAME;`",
            ));
            let _ = tokens::run(input, tokens::at_semicolon);
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
    if at_clause_word(input) {
        let message = "a clause has no visibility: remove this `pub`";
        return Err(syn::Error::new_spanned(vis, message));
    }
    if !input.peek(Token![struct]) {
        return Err(wrong(input, "expected `struct NAME;` or `trait NAME;`"));
    }
    let word: Token![struct] = input.parse()?;
    let ident = name_of_item(input, "struct", word.span)?;
    let mut generics: Generics = input.parse()?;
    generics.where_clause = input.parse()?;
    let lifetimes = without_lifetimes(&mut generics);
    if let Some(fields) = group(input)? {
        errors.at(fields, "a machine holds nothing: write `struct NAME;`");
        let _: Option<Token![;]> = input.parse()?;
    } else {
        end_of_item(input, errors);
    }
    if let Some(first) = &fsm.item {
        errors.at(&ident, format!("the machine is `{}` already", first.ident));
    } else {
        fsm.item = Some(Item {
            word,
            attrs,
            vis,
            ident,
            generics,
            lifetimes,
        });
    }
    Ok(())
}

/// The name behind `struct` or `trait`. Where it lacks, what follows is read as what it is.
fn name_of_item(input: ParseStream<'_>, item: &str, before: Span) -> syn::Result<Ident> {
    if header::at_one(input) || begins_clause(input) || input.is_empty() {
        let message = format!("expected a name behind `{item}`: `{item} NAME;`");
        return Err(syn::Error::new(before, message));
    }
    input.parse()
}

/// Takes out lifetimes, and the clauses about them.
fn without_lifetimes(generics: &mut Generics) -> Vec<LifetimeParam> {
    let (lifetimes, others): (Vec<GenericParam>, Vec<GenericParam>) =
        std::mem::take(&mut generics.params)
            .into_iter()
            .partition(|param| matches!(param, GenericParam::Lifetime(_)));
    generics.params = others.into_iter().collect();
    let lifetimes = lifetimes.into_iter().filter_map(|param| match param {
        GenericParam::Lifetime(lifetime) => Some(lifetime),
        _ => None,
    });
    let lifetimes: Vec<LifetimeParam> = lifetimes.collect();
    if let (Some(clause), false) = (&mut generics.where_clause, lifetimes.is_empty()) {
        let predicates = std::mem::take(&mut clause.predicates).into_iter();
        clause.predicates = predicates
            .filter(|predicate| borrows(&predicate.to_token_stream()).is_none())
            .collect();
    }
    lifetimes
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
    begins_clause_at(input.cursor())
}

fn begins_clause_at(cursor: Cursor<'_>) -> bool {
    let Some((word, rest)) = cursor.ident() else {
        return false;
    };
    is_clause_word(&word)
        && match rest.ident() {
            Some((next, _)) => ["as", "in", "if", "else"].iter().all(|word| next != word),
            None => word == "any" && rest.group(Delimiter::Brace).is_some(),
        }
}

/// Whether the next token is a word that can begin a clause or an item.
fn at_clause_word(input: &ParseBuffer<'_>) -> bool {
    let word = input.cursor().ident();
    word.is_some_and(|(word, _)| is_clause_word(&word))
}

fn is_clause_word(word: &Ident) -> bool {
    CLAUSES.iter().chain(ITEMS).any(|known| word == known)
}

fn semicolon(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>().map(drop)
    } else if input.peek(Token![,]) {
        let comma: Token![,] = input.parse()?;
        Err(syn::Error::new(comma.span, "expected `;`, not `,`"))
    } else if input.is_empty() {
        Err(wrong(input, "expected `;` before the end"))
    } else {
        Err(wrong(input, "expected `;` before this"))
    }
}

/// The `;` of a clause: where it lacks, only that is lost. One that is `half` was said to stop
/// before its end, and of that its `;` is a part.
///
/// Gives back whether it is half: without its `;`, it is still being written.
fn end(input: ParseStream<'_>, half: bool, errors: &mut Errors) -> bool {
    let lacks = !input.peek(Token![;]) && !input.peek(Token![,]);
    match semicolon(input) {
        Ok(()) => return half,
        Err(_) if half && lacks => {}
        Err(error) => errors.push(error),
    }
    if lacks && !header::at_one(input) {
        recover(input, false);
    }
    half || lacks
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

/// An error at the next token. At the end of a group it stands at what closes the group.
fn wrong(input: &ParseBuffer<'_>, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new(input.span(), message)
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
