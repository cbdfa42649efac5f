//! `state`, `superstate`, `any` and `unhandled`.

use proc_macro2::{Delimiter, Ident};
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Attribute, Path, Token, braced};

use super::payload::payload;
use super::run::{at_closure, at_semicolon, run};
use super::{
    CLAUSES, HEADERS, ITEMS, begins_clause, begins_clause_at, end, group, items, lack, meant, path,
    peek_word, recover, semicolon, stops_early, word, wrong,
};
use crate::errors::Errors;
use crate::names::{nearest, ordinary, suggest};
use crate::syntax::{
    Any, Clause, Lost, Mode, Policy, Scope, State, Superstate, Unhandled, UnhandledBody,
};

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
        let known: Vec<&str> = [CLAUSES, &HEADERS[1..]].concat();
        first = meant(&first, "clause or header", &known, errors)?;
        if !CLAUSES.iter().any(|clause| first == clause) {
            recover(input, true);
            lost.headers = true;
            return Ok(None);
        }
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
    mut attrs: Vec<Attribute>,
    first: Ident,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<State> {
    word(input)?;
    let kind = if first == "state" {
        kind_by_attribute(&mut attrs, errors)
    } else {
        if !peek_word(input, "state") {
            return Err(wrong(input, format!("expected `{first} state NAME`")));
        }
        word(input)?;
        Some(first)
    };
    if let Some(name) = quoted_name(input, errors) {
        return Ok(state_of(input, attrs, kind, Path::from(name), lost, errors));
    }
    let path = path(input, "a state")?;
    // It may be another state's name, mistyped: `check` says so, and what it would have been is open.
    lost.states |= ordinary(&path).is_some();
    Ok(state_of(input, attrs, kind, path, lost, errors))
}

/// A state's name as a string.
fn quoted_name(input: ParseStream<'_>, errors: &mut Errors) -> Option<Ident> {
    if !input.peek(syn::LitStr) {
        return None;
    }
    let text: syn::LitStr = input.parse().ok()?;
    let name: Ident = text.parse().ok()?;
    errors.at(
        text,
        format!("a name stands without quotes: `state {name}`"),
    );
    Some(name)
}

fn state_of(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    kind: Option<Ident>,
    path: Path,
    lost: &mut Lost,
    errors: &mut Errors,
) -> State {
    let mut state = State {
        attrs,
        kind,
        path,
        payload: None,
        policy: None,
        scope: Scope::default(),
        stray: false,
    };
    // From here on the state is known by its name, whatever is wrong with the rest of it.
    if let Err(error) = rest_of_state(input, &mut state, lost, errors) {
        errors.push(error);
        state.scope.lost = true;
        recover(input, false);
    }
    state
}

/// `#[terminal] state`: the state is what it is meant to be.
fn kind_by_attribute(attrs: &mut Vec<Attribute>, errors: &mut Errors) -> Option<Ident> {
    let is_kind = |attr: &Attribute| {
        let word = attr.path().get_ident();
        word.is_some_and(|word| word == "terminal" || word == "failure")
    };
    let at = attrs.iter().position(is_kind)?;
    let attr = attrs.remove(at);
    let word = attr.path().get_ident()?;
    errors.at(
        word,
        format!("`{word}` is a word before `state`, not an attribute: `{word} state NAME;`"),
    );
    Some(word.clone())
}

fn rest_of_state(
    input: ParseStream<'_>,
    state: &mut State,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<()> {
    state.payload = payload(input, &mut state.scope, lost, errors)?;
    state.policy = policy(input, errors)?;
    let is_body = input
        .cursor()
        .group(Delimiter::Brace)
        .is_some_and(|(inside, ..)| begins_clause_at(inside) || inside.eof());
    if state.policy.is_some()
        && !is_body
        && input.peek(syn::token::Brace)
        && input.peek2(syn::token::Brace)
    {
        let message = "the payload stands before the policy: `state NAME { .. }: POLICY { .. }`";
        errors.push(wrong(input, message));
        state.payload = payload(input, &mut state.scope, lost, errors)?;
    }
    let named = state
        .policy
        .as_ref()
        .is_none_or(|policy| policy.word.is_some());
    if !input.peek(syn::token::Brace) && !input.peek(Token![;]) && !named {
        // Only its `:` stands there, which was said.
        state.scope.lost = true;
    } else if !input.peek(syn::token::Brace) && !input.peek(Token![;]) {
        errors.push(wrong(input, "expected `:`, `{` or `;`"));
        state.scope.lost = true;
        let at_body = |input: &ParseBuffer<'_>| {
            let body = input.peek(syn::token::Brace) && !input.peek2(syn::token::Brace);
            body || at_semicolon(input)
        };
        run(input, at_body);
        // Without braces around them, its items are its items all the same.
        items::without_braces(input, &mut state.scope, lost, errors);
    }
    if input.peek(syn::token::Brace) {
        let body;
        braced!(body in input);
        items::items(&body, &mut state.scope, None, lost, errors);
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
    let name = word(input)?;
    if begins_clause(input) || input.peek(syn::token::Brace) {
        let message = "expected a name behind `superstate`: `superstate NAME { .. }`";
        return Err(syn::Error::new(name.span(), message));
    }
    let ident: Ident = input.parse()?;
    let mut policy = self::policy(input, errors)?;
    if input.peek(syn::token::Paren)
        || (input.peek(syn::token::Brace)
            && (input.peek2(syn::token::Brace) || input.peek2(Token![:])))
    {
        let message = "a superstate has no payload: each of its states has its own";
        errors.push(wrong(input, message));
        let _ = group(input)?;
        policy = policy.or(self::policy(input, errors)?);
    }
    if !input.peek(syn::token::Brace) {
        return Err(wrong(input, "expected `{`: a superstate holds states"));
    }
    let body;
    braced!(body in input);
    let mut scope = Scope::default();
    let mut clauses = Vec::new();
    items::items(&body, &mut scope, Some(&mut clauses), lost, errors);
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
    if input.peek(Token![:]) {
        errors.push(wrong(input, "`any` has no policy: each state has its own"));
        let _ = run(input, |input| input.peek(syn::token::Brace));
    }
    if !input.peek(syn::token::Brace) {
        errors.push(wrong(input, "expected `{`: `any` holds `on` clauses"));
        let mut scope = Scope::default();
        items::without_braces(input, &mut scope, lost, errors);
        lost.arms = true;
        return Ok(Any {
            attrs,
            arms: scope.arms,
        });
    }
    let body;
    braced!(body in input);
    let mut scope = Scope::default();
    items::any_items(&body, &mut scope, errors);
    lost.arms |= scope.lost;
    Ok(Any {
        attrs,
        arms: scope.arms,
    })
}

pub(super) fn unhandled(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    errors: &mut Errors,
) -> syn::Result<Unhandled> {
    let name = word(input)?;
    if !input.peek(Token![=>]) {
        return Err(wrong(
            input,
            "expected `unhandled => reject;`, `stay` or `postpone`",
        ));
    }
    input.parse::<Token![=>]>()?;
    if begins_clause(input) || input.peek(Token![;]) || input.is_empty() {
        let message = "expected `reject`, `stay` or `postpone` behind `unhandled =>`";
        return Err(syn::Error::new(name.span(), message));
    }
    let body = if at_closure(input) {
        let closure = run(input, at_semicolon);
        stops_early(&closure, errors);
        UnhandledBody::Closure(closure)
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
        errors.push(wrong(input, "expected `:` before a policy"));
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
