//! `state`, `superstate`, `any` and `unhandled`.

use proc_macro2::Ident;
use syn::parse::{ParseBuffer, ParseStream, Parser};
use syn::{Attribute, Token, braced};

use super::payload::payload;
use super::{
    CLAUSES, ITEMS, arm, begins_clause, end, lack, meant, path, peek_word, recover, semicolon, word,
};
use crate::errors::Errors;
use crate::syntax::{
    Any, Clause, Hook, HookBody, Lost, Mode, Policy, Scope, State, Superstate, Unhandled,
    UnhandledBody,
};
use crate::tokens::{self, at_closure, at_semicolon, nearest, suggest};

const POLICIES: &[&str] = &["Block", "Poll", "Ignore", "Race"];

/// One clause of the machine; none where it was wrong in a way that is said and cost only itself.
pub(super) fn parse(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    mut first: Ident,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<Option<Clause>> {
    let text = first.to_string();
    if ITEMS.contains(&text.as_str()) && text != "unhandled" {
        return Err(syn::Error::new(
            first.span(),
            format!("`{text}` belongs inside a `state`, a `superstate` or `any`"),
        ));
    }
    if !CLAUSES.contains(&text.as_str()) {
        first = meant(&first, "clause", CLAUSES, errors)?;
    }
    Ok(match first.to_string().as_str() {
        "superstate" => Some(Clause::Superstate(superstate(input, attrs, lost, errors)?)),
        "any" => Some(Clause::Any(any(input, attrs, lost, errors)?)),
        "unhandled" => {
            let read = unhandled(input, attrs, errors);
            read.map_err(|error| {
                errors.push(error);
                lost.arms = true;
                recover(input, false);
            })
            .ok()
            .map(Clause::Unhandled)
        }
        _ => Some(Clause::State(state(input, attrs, first, lost, errors)?)),
    })
}

fn state(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    first: Ident,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<State> {
    word(input)?;
    let kind = if first == "state" {
        None
    } else {
        if !peek_word(input, "state") {
            return Err(input.error(format!("expected `{first} state NAME`")));
        }
        word(input)?;
        Some(first)
    };
    let mut state = State {
        attrs,
        kind,
        path: path(input, "a state")?,
        payload: None,
        policy: None,
        scope: Scope::default(),
    };
    // From here on the state is known by its name, whatever is wrong with the rest of it.
    if let Err(error) = rest_of_state(input, &mut state, lost, errors) {
        errors.push(error);
        state.scope.lost = true;
        recover(input, false);
    }
    Ok(state)
}

fn rest_of_state(
    input: ParseStream<'_>,
    state: &mut State,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<()> {
    state.payload = payload(input, &mut state.scope, lost, errors)?;
    state.policy = policy(input, errors)?;
    let named = state
        .policy
        .as_ref()
        .is_none_or(|policy| policy.word.is_some());
    if !input.peek(syn::token::Brace) && !input.peek(Token![;]) && !named {
        // Only its `:` stands there, which was said.
        state.scope.lost = true;
    } else if !input.peek(syn::token::Brace) && !input.peek(Token![;]) {
        errors.push(input.error("expected `:`, `{` or `;`"));
        state.scope.lost = true;
        let at_body = |input: &ParseBuffer<'_>| {
            let body = input.peek(syn::token::Brace) && !input.peek2(syn::token::Brace);
            body || at_semicolon(input)
        };
        tokens::run(input, at_body);
    }
    if input.peek(syn::token::Brace) {
        let body;
        braced!(body in input);
        items(&body, &mut state.scope, None, lost, errors);
    } else if input.peek(Token![;]) {
        semicolon(input)?;
    }
    Ok(())
}

fn superstate(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    lost: &mut Lost,
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
    items(&body, &mut scope, Some(&mut clauses), lost, errors);
    Ok(Superstate {
        attrs,
        ident,
        policy,
        scope,
        clauses,
    })
}

fn any(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<Any> {
    word(input)?;
    if !input.peek(syn::token::Brace) {
        return Err(input.error("expected `{`: `any` holds `on` clauses"));
    }
    let body;
    braced!(body in input);
    let mut scope = Scope::default();
    any_items(&body, &mut scope, errors);
    lost.arms |= scope.lost;
    Ok(Any {
        attrs,
        arms: scope.arms,
    })
}

fn any_items(body: ParseStream<'_>, scope: &mut Scope, errors: &mut Errors) {
    while !body.is_empty() {
        let before = body.cursor();
        let result = body.call(Attribute::parse_outer).and_then(|attrs| {
            if peek_word(body, "on") {
                arm::on(body, attrs, scope, errors)
            } else if at_variant(body) {
                Err(body.error("expected `on` before the event: `on EVENT => ..;`"))
            } else {
                Err(body.error("`any` holds only `on` clauses: it has no entry, clock or task"))
            }
        });
        if let Err(error) = result {
            errors.push(error);
            scope.lost = true;
            recover(body, before == body.cursor());
        }
        while let Some(rest) = scope.behind_a_list.pop() {
            let read = |body: ParseStream<'_>| {
                any_items(body, scope, errors);
                Ok(())
            };
            if let Err(error) = Parser::parse2(read, rest) {
                errors.push(error);
            }
        }
    }
}

/// The items of a state, and the states of a superstate where `clauses` says that it is one.
pub(super) fn items(
    body: ParseStream<'_>,
    scope: &mut Scope,
    mut clauses: Option<&mut Vec<Clause>>,
    lost: &mut Lost,
    errors: &mut Errors,
) {
    while !body.is_empty() {
        let before = body.cursor();
        if let Err(error) = item(body, scope, clauses.as_deref_mut(), lost, errors) {
            errors.push(error);
            scope.lost = true;
            recover(body, before == body.cursor());
        }
        while let Some(rest) = scope.behind_a_list.pop() {
            let clauses = clauses.as_deref_mut();
            let read = |body: ParseStream<'_>| {
                items(body, scope, clauses, lost, errors);
                Ok(())
            };
            if let Err(error) = Parser::parse2(read, rest) {
                errors.push(error);
            }
        }
    }
}

fn item(
    body: ParseStream<'_>,
    scope: &mut Scope,
    clauses: Option<&mut Vec<Clause>>,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<()> {
    let attrs = body.call(Attribute::parse_outer)?;
    if body.peek(Token![;]) {
        return Err(body.error("remove this `;`: nothing stands before it"));
    }
    let mut first =
        word(&body.fork()).map_err(|_| body.error(format!("expected {}", list_of(ITEMS))))?;
    let text = first.to_string();
    if CLAUSES.contains(&text.as_str()) && text != "unhandled" {
        return match clauses {
            Some(_) if text == "any" => Err(syn::Error::new(
                first.span(),
                "`any` is for the whole machine; write the arms in the superstate itself",
            )),
            Some(clauses) => {
                let clause = parse(body, attrs, first, lost, errors);
                lost.states |= clause.is_err();
                clauses.extend(clause?);
                Ok(())
            }
            None => {
                lost.states = true;
                Err(syn::Error::new(
                    first.span(),
                    "a state stands beside this one, or in a `superstate`; is a `}` missing above?",
                ))
            }
        };
    }
    if text.starts_with(char::is_uppercase) {
        // In a superstate it may also have been meant as a state.
        lost.states |= clauses.is_some();
        return Err(syn::Error::new(
            first.span(),
            format!("expected a clause; an arm begins with `on`: `on {text} => ..;`"),
        ));
    }
    if !ITEMS.contains(&text.as_str()) {
        first = match clauses {
            // In a superstate, a mistyped word may also have been meant to begin a state.
            Some(_) if nearest(&text, ITEMS.iter().copied()).is_none() => {
                lost.states = true;
                let message = format!(
                    "a superstate has no `{text}`: {}",
                    suggest(&text, &[&["state", "superstate"], ITEMS].concat())
                );
                return Err(syn::Error::new(first.span(), message));
            }
            _ => meant(&first, "item", ITEMS, errors)?,
        };
    }
    match first.to_string().as_str() {
        "on" => arm::on(body, attrs, scope, errors)?,
        "timeout" | "every" => arm::clock(body, attrs, first, scope, errors)?,
        "task" => arm::task(body, attrs, scope, errors)?,
        "on_entry" => {
            let hook = hook(body, attrs, first, scope, errors)?;
            scope.entries.push(hook);
        }
        "on_exit" => {
            let hook = hook(body, attrs, first, scope, errors)?;
            scope.exits.push(hook);
        }
        _ => scope.unhandled.push(unhandled(body, attrs, errors)?),
    }
    Ok(())
}

fn list_of(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn hook(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    name: Ident,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<Hook> {
    word(input)?;
    let mut half = false;
    let body = if at_closure(input) {
        HookBody::Closure(tokens::run(input, at_semicolon))
    } else if input.peek(Token![do]) {
        let mut actions = Vec::new();
        half = arm::read_actions(input, &mut actions, scope, errors);
        scope.lost |= half;
        HookBody::Do(actions)
    } else {
        return Err(syn::Error::new(
            lack(input, name.span()),
            format!("expected `{name} do [..];`"),
        ));
    };
    end(input, half, errors);
    Ok(Hook {
        attrs,
        word: name,
        body,
    })
}

fn unhandled(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    errors: &mut Errors,
) -> syn::Result<Unhandled> {
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
    end(input, false, errors);
    Ok(Unhandled {
        attrs,
        word: name,
        body,
    })
}

/// `: Poll`
fn policy(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Policy>> {
    let colon = input.span();
    if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
    } else if POLICIES.iter().any(|policy| peek_word(input, policy)) {
        errors.push(input.error("expected `:` before a policy"));
    } else {
        return Ok(None);
    }
    let name = if begins_clause(input) {
        None
    } else {
        word(input).ok()
    };
    let Some(name) = name else {
        errors.at_span(
            lack(input, colon),
            "expected a policy: `Block`, `Poll`, `Ignore` or `Race`",
        );
        return Ok(Some(Policy {
            word: None,
            mode: Mode::Race,
            known: false,
        }));
    };
    let mut known = true;
    let mode = match name.to_string().as_str() {
        "Block" => Mode::Block,
        "Poll" => Mode::Poll,
        "Ignore" => Mode::Ignore,
        "Race" => Mode::Race,
        other => {
            known = false;
            errors.at(
                &name,
                format!("there is no policy `{other}`: {}", suggest(other, POLICIES)),
            );
            // The state goes on with the nearest, or at least as one that works: its dispatch
            // method is there, so that only this is said.
            match nearest(other, POLICIES.iter().copied()) {
                Some("Block") => Mode::Block,
                _ => Mode::Race,
            }
        }
    };
    Ok(Some(Policy {
        word: Some(name),
        mode,
        known,
    }))
}

/// Whether what follows reads like an event.
fn at_variant(input: ParseStream<'_>) -> bool {
    word(&input.fork()).is_ok_and(|word| word.to_string().starts_with(char::is_uppercase))
}
