//! `state`, `superstate`, `any` and `unhandled`.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Token, braced};

use super::{
    CLAUSES, ITEMS, arm, group, looks_like_a_body, path, peek_word, recover, semicolon, word,
};
use crate::errors::Errors;
use crate::syntax::{
    Any, Bind, Clause, Field, Hook, HookBody, Mode, Payload, Policy, Scope, State, Superstate,
    Unhandled, UnhandledBody,
};
use crate::tokens::{self, at_closure, at_semicolon, suggest};

pub(super) fn parse(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    first: &Ident,
    errors: &mut Errors,
) -> syn::Result<Clause> {
    match first.to_string().as_str() {
        "state" | "terminal" | "failure" => state(input, attrs, errors).map(Clause::State),
        "superstate" => superstate(input, attrs, errors).map(Clause::Superstate),
        "any" => any(input, attrs, errors).map(Clause::Any),
        "unhandled" => unhandled(input, attrs).map(Clause::Unhandled),
        item if ITEMS.contains(&item) => Err(syn::Error::new(
            first.span(),
            format!("`{item}` belongs inside a `state`, a `superstate` or `any`"),
        )),
        other => Err(syn::Error::new(
            first.span(),
            format!("there is no clause `{other}`: {}", suggest(other, CLAUSES)),
        )),
    }
}

fn state(input: ParseStream<'_>, attrs: Vec<Attribute>, errors: &mut Errors) -> syn::Result<State> {
    let first = word(input)?;
    let kind = if first == "state" {
        None
    } else {
        if !peek_word(input, "state") {
            return Err(input.error(format!("expected `{first} state NAME`")));
        }
        word(input)?;
        Some(first)
    };
    let path = path(input, "a state")?;
    let mut scope = Scope::default();
    let payload = payload(input, &mut scope, errors)?;
    let policy = policy(input, errors)?;
    if input.peek(syn::token::Brace) {
        let body;
        braced!(body in input);
        items(&body, &mut scope, None, errors);
    } else {
        semicolon(input)?;
    }
    Ok(State {
        attrs,
        kind,
        path,
        payload,
        policy,
        scope,
    })
}

fn superstate(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    errors: &mut Errors,
) -> syn::Result<Superstate> {
    word(input)?;
    let ident: Ident = input.parse()?;
    let policy = policy(input, errors)?;
    if !input.peek(syn::token::Brace) {
        return Err(input.error("expected `{`: a superstate holds states"));
    }
    let body;
    braced!(body in input);
    let mut scope = Scope::default();
    let mut clauses = Vec::new();
    items(&body, &mut scope, Some(&mut clauses), errors);
    Ok(Superstate {
        attrs,
        ident,
        policy,
        scope,
        clauses,
    })
}

fn any(input: ParseStream<'_>, attrs: Vec<Attribute>, errors: &mut Errors) -> syn::Result<Any> {
    let any = word(input)?;
    if !input.peek(syn::token::Brace) {
        return Err(input.error("expected `{`: `any` holds `on` clauses"));
    }
    let body;
    braced!(body in input);
    let mut scope = Scope::default();
    while !body.is_empty() {
        let before = body.cursor();
        let result = body.call(Attribute::parse_outer).and_then(|attrs| {
            if peek_word(&body, "on") {
                arm::on(&body, attrs, &mut scope)
            } else {
                Err(body.error("`any` holds only `on` clauses: it has no entry, clock or task"))
            }
        });
        if let Err(error) = result {
            errors.push(error);
            recover(&body, before == body.cursor());
        }
    }
    Ok(Any {
        word: any,
        attrs,
        arms: scope.arms,
    })
}

/// The items of a state, and the states of a superstate where `clauses` says that it is one.
fn items(
    body: ParseStream<'_>,
    scope: &mut Scope,
    mut clauses: Option<&mut Vec<Clause>>,
    errors: &mut Errors,
) {
    while !body.is_empty() {
        let before = body.cursor();
        if let Err(error) = item(body, scope, clauses.as_deref_mut(), errors) {
            errors.push(error);
            recover(body, before == body.cursor());
        }
    }
}

fn item(
    body: ParseStream<'_>,
    scope: &mut Scope,
    clauses: Option<&mut Vec<Clause>>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let attrs = body.call(Attribute::parse_outer)?;
    let first =
        word(&body.fork()).map_err(|_| body.error(format!("expected {}", list_of(ITEMS))))?;
    match first.to_string().as_str() {
        "on" => arm::on(body, attrs, scope),
        "timeout" | "every" => arm::clock(body, attrs, scope),
        "task" => arm::task(body, attrs, scope),
        "on_entry" => {
            let hook = hook(body, attrs)?;
            scope.entries.push(hook);
            Ok(())
        }
        "on_exit" => {
            let hook = hook(body, attrs)?;
            scope.exits.push(hook);
            Ok(())
        }
        "unhandled" => {
            let unhandled = unhandled(body, attrs)?;
            scope.unhandled.push(unhandled);
            Ok(())
        }
        "state" | "terminal" | "failure" | "superstate" => match clauses {
            Some(clauses) => {
                clauses.push(parse(body, attrs, &first, errors)?);
                Ok(())
            }
            None => Err(syn::Error::new(
                first.span(),
                "a state stands beside this one, or in a `superstate`; is a `}` missing above?",
            )),
        },
        other => Err(syn::Error::new(
            first.span(),
            format!("a state has no `{other}`: {}", suggest(other, ITEMS)),
        )),
    }
}

fn list_of(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn hook(input: ParseStream<'_>, attrs: Vec<Attribute>) -> syn::Result<Hook> {
    let name = word(input)?;
    let body = if at_closure(input) {
        HookBody::Closure(tokens::run(input, at_semicolon))
    } else if input.peek(Token![do]) {
        HookBody::Do(arm::actions(input)?)
    } else {
        return Err(input.error(format!("expected `{name} do [..];`")));
    };
    semicolon(input)?;
    Ok(Hook {
        attrs,
        word: name,
        body,
    })
}

fn unhandled(input: ParseStream<'_>, attrs: Vec<Attribute>) -> syn::Result<Unhandled> {
    let name = word(input)?;
    if !input.peek(Token![=>]) {
        return Err(input.error("expected `unhandled => reject;`, `stay` or `postpone`"));
    }
    input.parse::<Token![=>]>()?;
    let body = if at_closure(input) {
        UnhandledBody::Closure(tokens::run(input, at_semicolon))
    } else {
        let what = word(input).map_err(|error| {
            syn::Error::new(error.span(), "expected `reject`, `stay` or `postpone`")
        })?;
        match what.to_string().as_str() {
            "reject" => UnhandledBody::Reject,
            "stay" => UnhandledBody::Stay,
            "postpone" => UnhandledBody::Postpone,
            _ => {
                return Err(syn::Error::new(
                    what.span(),
                    "an event that no arm takes can be met by `reject`, `stay` or `postpone`; \
                     to go to a state, write `on EVENT => STATE;` in `any`",
                ));
            }
        }
    };
    semicolon(input)?;
    Ok(Unhandled {
        attrs,
        word: name,
        body,
    })
}

/// `: Poll`
fn policy(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Policy>> {
    if !input.peek(Token![:]) {
        return Ok(None);
    }
    input.parse::<Token![:]>()?;
    let name = word(input)
        .map_err(|_| input.error("expected a policy: `Block`, `Poll`, `Ignore` or `Race`"))?;
    let mode = match name.to_string().as_str() {
        "Block" => Mode::Block,
        "Poll" => Mode::Poll,
        "Ignore" => Mode::Ignore,
        "Race" => Mode::Race,
        other => {
            let known = ["Block", "Poll", "Ignore", "Race"];
            errors.at(
                &name,
                format!("there is no policy `{other}`: {}", suggest(other, &known)),
            );
            // The clause goes on as if there were none, so that only this is said.
            return Ok(None);
        }
    };
    Ok(Some(Policy { word: name, mode }))
}

/// The payload of a state: a group in parentheses, or one in braces that `:`, `{` or `;` follows.
/// Where that group holds clauses, they are read as the body they are.
fn payload(
    input: ParseStream<'_>,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<Option<Payload>> {
    if input.peek(syn::token::Paren) {
        return match group(input)? {
            Some(group) => tuple(&group).map(Some),
            None => Ok(None),
        };
    }
    if !input.peek(syn::token::Brace) {
        return Ok(None);
    }
    let ahead = input.fork();
    let _ = group(&ahead)?;
    let is_payload =
        ahead.peek(Token![:]) || ahead.peek(syn::token::Brace) || ahead.peek(Token![;]);
    if !is_payload {
        return Ok(None);
    }
    let Some(group) = group(input)? else {
        return Ok(None);
    };
    if looks_like_a_body(&group) {
        let message = if input.peek(Token![;]) {
            "remove this `;`: the state's clauses end with their `}`"
        } else {
            "expected the end of the state: the group before this holds its clauses, where a \
             payload would stand"
        };
        errors.at_span(input.span(), message);
        let read = |body: ParseStream<'_>| {
            items(body, scope, None, errors);
            Ok(())
        };
        return Parser::parse2(read, group.stream()).map(|()| None);
    }
    fields(&group).map(Some)
}

fn tuple(group: &Group) -> syn::Result<Payload> {
    let binds = tokens::split_commas(group.stream())
        .into_iter()
        .map(bind)
        .collect::<syn::Result<_>>()?;
    Ok(Payload::Tuple(binds))
}

fn fields(group: &Group) -> syn::Result<Payload> {
    let mut fields = Vec::new();
    let mut rest = false;
    for part in tokens::split_commas(group.stream()) {
        let mut tokens = part.clone().into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Punct(dot)), Some(TokenTree::Punct(_))) if dot.as_char() == '.' => {
                rest = true;
            }
            (Some(TokenTree::Ident(name)), None) => fields.push(Field { name, bind: None }),
            (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(colon)))
                if colon.as_char() == ':' =>
            {
                let bind = Some(bind(tokens.collect())?);
                fields.push(Field { name, bind });
            }
            _ => return Err(not_a_bind(part)),
        }
    }
    Ok(Payload::Fields { fields, rest })
}

fn bind(tokens: TokenStream) -> syn::Result<Bind> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    match all.as_slice() {
        [TokenTree::Ident(name)] if name == "_" => Ok(Bind::Ignore(name.span())),
        [TokenTree::Ident(name)] => Ok(Bind::Name(name.clone())),
        [TokenTree::Punct(dot), TokenTree::Punct(_)] if dot.as_char() == '.' => {
            Ok(Bind::Rest(dot.span()))
        }
        _ => Err(not_a_bind(tokens)),
    }
}

fn not_a_bind(tokens: TokenStream) -> syn::Error {
    let message = "a state's payload is bound by names, `_` and `..`; test it with a guard, \
                   `on EVENT if ..`";
    if tokens.is_empty() {
        syn::Error::new(Span::call_site(), message)
    } else {
        syn::Error::new_spanned(tokens, message)
    }
}
