//! Tokens to syntax. An error is pushed into the sink, and parsing goes on at the next `;` or the
//! next clause, so that one run finds them all.

mod arm;
mod clause;
mod clock;
mod header;
mod item;
mod items;
mod outcome;
mod path;
mod payload;
mod recovery;
pub(crate) mod run;
mod unclosed;
mod words;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Token};

use self::item::item;
use self::path::{group, path, path_so_far};
use self::recovery::{end, lack, recover, semicolon, stops_early};
use self::words::{
    CLAUSES, HEADERS, ITEMS, at_clause_word, at_header, begins_clause, begins_clause_at, is_header,
    meant, peek_word, word, wrong,
};
use crate::errors::Errors;
use crate::names::nearest;
use crate::syntax::Fsm;
use crate::tokens::last_span;

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
    if is_header(&word) && (word != "state" || input.peek2(Token![=])) {
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
