//! The clocks and `task`.

use proc_macro2::Ident;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Attribute, Token};

use super::arm::arrow;
use super::outcome::outcome;
use super::run::{at_arrow, at_arrow_or_semicolon, at_closure, run};
use super::{end, lack, stops_early, word, wrong};
use crate::errors::Errors;
use crate::syntax::{Arm, Clock, Outcome, Scope, Task, Trigger};
use crate::tokens::last_span;

/// `timeout EXPR;`, `timeout EXPR => outcome;` or `every EXPR => outcome;`
pub(super) fn clock(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    name: Ident,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
    word(input)?;
    if input.peek(Token![:]) && !input.peek(Token![::]) {
        return Err(wrong(
            input,
            format!("a clock takes no `:`: write `{name} DURATION => ..;`"),
        ));
    }
    // `->` is meant as an arrow: a time is no closure.
    let closure = at_closure(input);
    let at_end = |input: &ParseBuffer<'_>| {
        at_arrow_or_semicolon(input) || (!closure && input.peek(Token![->]))
    };
    let expr = run(input, at_end);
    if expr.is_empty() {
        return Err(syn::Error::new(
            lack(input, name.span()),
            format!("expected `{name} DURATION`"),
        ));
    }
    let repeats = name == "every";
    let half = stops_early(&expr, errors);
    let mut clock = Clock {
        attrs,
        word: name,
        expr,
        half,
    };
    let end = read_clock(input, &mut clock, repeats, scope, errors);
    clock.half |= end.is_err();
    scope.lost |= clock.half;
    if repeats {
        scope.everies.push(clock);
    } else {
        scope.timeouts.push(clock);
    }
    end
}

/// What stands behind a clock's time.
fn read_clock(
    input: ParseStream<'_>,
    clock: &mut Clock,
    repeats: bool,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
    let last = last_span(&clock.expr);
    if at_arrow(input) || input.peek(Token![->]) {
        let arrow = arrow(input, last, false, errors)?;
        let trigger = if repeats {
            Trigger::Every(clock.word.clone(), scope.everies.len())
        } else {
            Trigger::Timeout(clock.word.clone())
        };
        let mut arm = Arm {
            attrs: clock.attrs.clone(),
            word: clock.word.clone(),
            triggers: vec![trigger],
            guard: None,
            outcome: Outcome::Missing,
            actions: Vec::new(),
            half: clock.half,
        };
        let read = outcome(input, arrow, &mut arm.half, errors);
        arm.half |= read.is_err();
        let read = read.map(|(outcome, actions)| {
            arm.outcome = outcome;
            arm.actions = actions;
            arm.half = end(input, arm.half, errors);
        });
        scope.lost |= arm.half;
        scope.arms.push(arm);
        return read;
    }
    if repeats && !clock.half {
        return Err(syn::Error::new(
            lack(input, last),
            "expected `=>` and what happens each time: `every DURATION => ..;`",
        ));
    }
    clock.half = end(input, clock.half, errors);
    Ok(())
}

/// `task EXPR;`
pub(super) fn task(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
    let name = word(input)?;
    let expr = run(input, at_arrow_or_semicolon);
    if expr.is_empty() {
        return Err(syn::Error::new(
            lack(input, name.span()),
            "expected `task FUTURE`",
        ));
    }
    let half = stops_early(&expr, errors);
    if at_arrow(input) {
        return Err(wrong(
            input,
            "a task has no outcome of its own: its future gives an event, and `on EVENT => ..;` \
             says what happens then",
        ));
    }
    let half = end(input, half, errors);
    scope.lost |= half;
    scope.tasks.push(Task {
        attrs,
        word: name,
        expr,
        half,
    });
    Ok(())
}
