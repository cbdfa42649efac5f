//! The clocks and `task`.

use proc_macro2::Ident;
use syn::parse::ParseStream;
use syn::{Attribute, Token};

use super::arm::arrow;
use super::outcome::outcome;
use super::{end, lack, stops_early, word, wrong};
use crate::errors::Errors;
use crate::syntax::{Arm, Clock, Outcome, Scope, Task, Trigger};
use crate::tokens::{self, at_arrow, at_arrow_or_semicolon, last_span};

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
    let expr = tokens::run(input, at_arrow_or_semicolon);
    if expr.is_empty() {
        return Err(syn::Error::new(
            lack(input, name.span()),
            format!("expected `{name} DURATION`"),
        ));
    }
    let repeats = name == "every";
    let half = stops_early(&expr, errors);
    scope.lost |= half;
    let clock = Clock {
        attrs,
        word: name,
        expr,
    };
    let end = read_clock(input, &clock, repeats, half, scope, errors);
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
    clock: &Clock,
    repeats: bool,
    half: bool,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
    let last = last_span(&clock.expr);
    if at_arrow(input) {
        let arrow = arrow(input, last, errors)?;
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
            half,
        };
        let end = outcome(input, arrow, &mut arm.half, errors);
        arm.half |= end.is_err();
        scope.lost |= arm.half;
        let end = end.map(|(outcome, actions)| {
            arm.outcome = outcome;
            arm.actions = actions;
        });
        scope.arms.push(arm);
        end?;
    } else if repeats && !half {
        return Err(syn::Error::new(
            lack(input, last),
            "expected `=>` and what happens each time: `every DURATION => ..;`",
        ));
    }
    end(input, half || scope.lost, errors);
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
    let expr = tokens::run(input, at_arrow_or_semicolon);
    if expr.is_empty() {
        return Err(syn::Error::new(
            lack(input, name.span()),
            "expected `task FUTURE`",
        ));
    }
    let half = stops_early(&expr, errors);
    scope.lost |= half;
    if at_arrow(input) {
        return Err(wrong(
            input,
            "a task has no outcome of its own: its future gives an event, and `on EVENT => ..;` \
             says what happens then",
        ));
    }
    end(input, half, errors);
    scope.tasks.push(Task {
        attrs,
        word: name,
        expr,
    });
    Ok(())
}
