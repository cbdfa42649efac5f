//! What stands between the braces of a state, a superstate or `any`.

use proc_macro2::Ident;
use syn::parse::ParseStream;
use syn::{Attribute, Token};

use super::clause::{self, unhandled};
use super::run::{at_closure, at_semicolon, run};
use super::{
    CLAUSES, ITEMS, arm, attributes, clock, end, lack, meant, outcome, peek_word, recover,
    stops_early, word, wrong,
};
use crate::errors::Errors;
use crate::names::{nearest, suggest};
use crate::syntax::{Clause, Hook, HookBody, Lost, Scope, State};

pub(super) fn any_items(body: ParseStream<'_>, scope: &mut Scope, errors: &mut Errors) {
    while !body.is_empty() {
        let before = body.cursor();
        let attrs = attributes(body, errors);
        let result = attrs.and_then(|attrs| {
            if peek_word(body, "on") {
                arm::on(body, attrs, scope, errors)
            } else if at_variant(body) {
                Err(wrong(
                    body,
                    "expected `on` before the event: `on EVENT => ..;`",
                ))
            } else {
                Err(wrong(
                    body,
                    "`any` holds only `on` clauses: it has no entry, clock or task",
                ))
            }
        });
        if let Err(error) = result {
            errors.push(error);
            scope.lost = true;
            recover(body, before == body.cursor());
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
    }
}

fn item(
    body: ParseStream<'_>,
    scope: &mut Scope,
    clauses: Option<&mut Vec<Clause>>,
    lost: &mut Lost,
    errors: &mut Errors,
) -> syn::Result<()> {
    let attrs = attributes(body, errors)?;
    if body.peek(Token![;]) {
        return Err(wrong(body, "remove this `;`: nothing stands before it"));
    }
    let mut first =
        word(&body.fork()).map_err(|_| wrong(body, format!("expected {}", list_of(ITEMS))))?;
    let text = first.to_string();
    let hint = match text.as_str() {
        "do" => Some("the actions stand before the `;`: `=> STATE do [..];`"),
        "_" => Some("write `unhandled => ..;` for all events that no arm takes"),
        "else" => Some(
            "otherwise is a second arm without a guard behind the guarded one: `on EVENT => ..;`",
        ),
        "let" | "if" | "match" | "return" => {
            Some("a state holds clauses; code stands in guards, targets, actions and methods")
        }
        _ => None,
    };
    if let Some(hint) = hint {
        return Err(syn::Error::new(first.span(), hint));
    }
    if CLAUSES.contains(&text.as_str()) && text != "unhandled" {
        return match clauses {
            None if text == "any" => {
                errors.at(
                    &first,
                    "`any` is for the whole machine and stands beside the states; is a `}` \
                     missing above?",
                );
                lost.arms = true;
                clause::parse(body, attrs, first, lost, errors).map(drop)
            }
            Some(_) if text == "any" => Err(syn::Error::new(
                first.span(),
                "`any` is for the whole machine; write the arms in the superstate itself",
            )),
            Some(clauses) => {
                let clause = clause::parse(body, attrs, first, lost, errors);
                lost.states |= clause.is_err();
                clauses.extend(clause?);
                Ok(())
            }
            None => {
                errors.at(
                    &first,
                    "a state stands beside this one, or in a `superstate`; is a `}` missing above?",
                );
                lost.states = true;
                let clause = clause::parse(body, attrs, first, lost, errors)?;
                lost.strays.extend(clause.map(|clause| match clause {
                    Clause::State(state) => Clause::State(State {
                        stray: true,
                        ..state
                    }),
                    other => other,
                }));
                Ok(())
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
    // Of a word that was mistyped, what is wrong behind it is not said as well.
    let mistyped = first != text;
    let read = read_item(body, attrs, first, scope, errors);
    if mistyped && read.is_err() {
        scope.lost = true;
        recover(body, false);
        return Ok(());
    }
    read
}

fn read_item(
    body: ParseStream<'_>,
    attrs: Vec<Attribute>,
    first: Ident,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
    match first.to_string().as_str() {
        "on" => arm::on(body, attrs, scope, errors)?,
        "timeout" | "every" => clock::clock(body, attrs, first, scope, errors)?,
        "task" => clock::task(body, attrs, scope, errors)?,
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
    let mut half;
    let body = if at_closure(input) {
        let closure = run(input, at_semicolon);
        half = stops_early(&closure, errors);
        HookBody::Closure(closure)
    } else if input.peek(Token![do]) {
        let mut actions = Vec::new();
        half = outcome::read_actions(input, &mut actions, errors);
        HookBody::Do(actions)
    } else {
        return Err(syn::Error::new(
            lack(input, name.span()),
            format!("expected `{name} do [..];`"),
        ));
    };
    half = end(input, half, errors);
    scope.lost |= half;
    Ok(Hook {
        attrs,
        word: name,
        body,
        half,
    })
}

/// Whether what follows reads like an event.
fn at_variant(input: ParseStream<'_>) -> bool {
    word(&input.fork()).is_ok_and(|word| word.to_string().starts_with(char::is_uppercase))
}

/// Items whose `{` is missing, which was said: up to the next clause.
pub(super) fn without_braces(
    input: ParseStream<'_>,
    scope: &mut Scope,
    lost: &mut Lost,
    errors: &mut Errors,
) {
    let at_item = || ITEMS.iter().any(|item| peek_word(input, item));
    while at_item() {
        if let Err(error) = item(input, scope, None, lost, errors) {
            errors.push(error);
            recover(input, false);
        }
    }
    scope.lost = true;
}
