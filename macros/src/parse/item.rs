//! `struct Name;` and `trait Name;`

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Attribute, GenericParam, Generics, LifetimeParam, Token, Visibility};

use super::path::group;
use super::recovery::end_of_item;
use super::run::{at_semicolon, run};
use super::words::{at_clause_word, at_header, begins_clause, wrong};
use crate::errors::Errors;
use crate::syntax::{Dispatch, Fsm, Item};
use crate::tokens::borrows;

/// `struct Name;` or `trait Name;`
pub(super) fn item(
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
            let _ = run(input, at_semicolon);
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
    if at_header(input) || begins_clause(input) || input.is_empty() {
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
