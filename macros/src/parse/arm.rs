//! `on`: the triggers, the guard, and what joins the outcome to them.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Attribute, Path, Token};

use super::outcome::outcome;
use super::run::{at_arrow, at_arrow_or_semicolon, run};
use super::{begins_clause, end, group, lack, path_so_far, peek_word, stops_early, word, wrong};
use crate::errors::Errors;
use crate::syntax::{Arm, EventPattern, Outcome, Scope, Trigger};
use crate::tokens::last_span;

/// `on A(x) | timeout if guard => outcome;`
///
/// An arm that cannot be read to its end is kept as far as it goes: it is being typed.
pub(super) fn on(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
    let mut arm = Arm {
        attrs,
        word: word(input)?,
        triggers: Vec::new(),
        guard: None,
        outcome: Outcome::Missing,
        actions: Vec::new(),
        half: false,
    };
    let end = read_arm(input, &mut arm, errors);
    arm.half |= end.is_err();
    // What is half of an arm is not asked for what the whole would have.
    scope.lost |= arm.half;
    scope.arms.push(arm);
    end
}

fn read_arm(input: ParseStream<'_>, arm: &mut Arm, errors: &mut Errors) -> syn::Result<()> {
    let mut last = arm.word.span();
    loop {
        let (read, end) = trigger(input, last);
        last = read.last_span();
        arm.half |= match &read {
            Trigger::Event(EventPattern {
                group: Some(group), ..
            }) => stops_early(&group.stream(), errors),
            _ => false,
        };
        arm.triggers.push(read);
        end?;
        if input.peek(Token![||]) {
            let message = "events of one arm are joined by one `|`: `on A | B => ..;`";
            return Err(wrong(input, message));
        }
        if !input.peek(Token![|]) {
            break;
        }
        last = input.parse::<Token![|]>()?.span;
        if peek_word(input, "on") {
            arm.triggers.push(trigger(input, last).0);
            let message = "expected an event behind this: `on` stands once in an arm, `on A | B`";
            return Err(syn::Error::new(last, message));
        }
    }
    if input.peek(Token![if]) {
        let word = input.parse::<Token![if]>()?;
        let guard = run(input, at_arrow_or_semicolon);
        let empty = guard.is_empty();
        if !empty {
            last = last_span(&guard);
            if let Some(second) = second_if(&guard) {
                errors.at(second, "a guard has one `if`: join conditions by `&&`");
                arm.half = true;
            } else if stops_early(&guard, errors) {
                // The rest of the arm is read, if there is any, and nothing more is said.
                arm.half = true;
            }
        }
        arm.guard = Some(guard);
        if empty {
            return Err(syn::Error::new(
                word.span,
                "expected a condition behind `if`",
            ));
        }
        if arm.half && !at_arrow(input) {
            return Ok(());
        }
    }
    let arrow = arrow(input, last, arm.on_timeout(), errors)?;
    (arm.outcome, arm.actions) = outcome(input, arrow, &mut arm.half, errors)?;
    arm.half = end(input, arm.half, errors);
    Ok(())
}

/// A second `if` in a guard, which is no part of an expression `if .. else ..`.
fn second_if(guard: &TokenStream) -> Option<TokenTree> {
    let mut before: Option<TokenTree> = None;
    for token in guard.clone() {
        let joins = match &before {
            Some(TokenTree::Ident(word)) => word == "else",
            Some(TokenTree::Punct(_)) | None => true,
            Some(_) => false,
        };
        if matches!(&token, TokenTree::Ident(word) if word == "if") && !joins {
            return Some(token);
        }
        before = Some(token);
    }
    None
}

/// `=>`, with the mistakes that people make before it.
pub(super) fn arrow(
    input: ParseStream<'_>,
    before: Span,
    of_timeout: bool,
    errors: &mut Errors,
) -> syn::Result<Span> {
    if input.peek(Token![=>]) {
        return Ok(input.parse::<Token![=>]>()?.spans[0]);
    }
    if input.peek(Token![->]) {
        let arrow: Token![->] = input.parse()?;
        errors.at(arrow, "expected `=>`, not `->`");
        return Ok(arrow.spans[0]);
    }
    let message = if input.peek(Token![do]) {
        "the actions stand behind the outcome: `=> STATE do [..];`"
    } else if input.peek(Token![,]) {
        "events of one arm are joined by `|`: `on A | B => ..;`"
    } else if of_timeout && input.peek(syn::token::Paren) {
        "the duration stands in a clause of its own: `timeout DURATION;`"
    } else if at_guard(input) {
        "a guard begins with `if` and stands before `=>`: `on EVENT if CONDITION => ..;`"
    } else {
        "expected `=>` and what happens then: a state, `stay`, `postpone` or `reject`"
    };
    Err(syn::Error::new(lack(input, before), message))
}

/// Whether something stands before the `=>` that may be meant as a guard.
fn at_guard(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let stands = run(&ahead, at_arrow_or_semicolon);
    !stands.is_empty() && at_arrow(&ahead)
}

/// A trigger as far as it stands there, and what is wrong with it.
fn trigger(input: ParseStream<'_>, before: Span) -> (Trigger, syn::Result<()>) {
    let mut event = EventPattern {
        binding: None,
        path: Path {
            leading_colon: None,
            segments: Default::default(),
        },
        group: None,
        before,
    };
    if peek_word(input, "timeout")
        && !input.peek2(Token![::])
        && !input.peek2(Token![@])
        && let Ok(word) = word(input)
    {
        return (Trigger::Timeout(word), Ok(()));
    }
    let end = read_event(input, &mut event);
    (Trigger::Event(event), end)
}

fn read_event(input: ParseStream<'_>, event: &mut EventPattern) -> syn::Result<()> {
    if input.peek(syn::Ident) && input.peek2(Token![@]) {
        event.binding = Some(input.parse()?);
        input.parse::<Token![@]>()?;
    }
    if input.is_empty() || begins_clause(input) {
        return Err(syn::Error::new(
            event.before,
            "expected an event behind this: `on EVENT => ..;`",
        ));
    }
    let (path, end) = path_so_far(input, "an event");
    event.path = path;
    end?;
    if let Some(name) = event.path.get_ident()
        && crate::names::unraw(name).starts_with(|c: char| c.is_lowercase() || c == '_')
    {
        let message = match crate::names::unraw(name).as_str() {
            word @ ("entry" | "enter" | "exit" | "leave") => {
                let hook = if word.starts_with("en") {
                    "on_entry"
                } else {
                    "on_exit"
                };
                format!("`{word}` is not an event: write `{hook} do [..];`")
            }
            word => {
                let path = match word {
                    "_" => "",
                    _ => " one in lower case by its path,",
                };
                format!(
                    "`{name}` is not an event: name a variant,{path} or use `unhandled => ..;` for \
                     all that no arm takes"
                )
            }
        };
        return Err(syn::Error::new(name.span(), message));
    }
    event.group = group(input)?;
    Ok(())
}
