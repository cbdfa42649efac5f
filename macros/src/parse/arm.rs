//! `on`, the clocks, `task`, and what stands behind `=>`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Path, Token};

use super::{
    at_clause_word, begins_clause, end, group, lack, path, path_so_far, peek_word, stops_early,
    word,
};
use crate::errors::Errors;
use crate::syntax::{Action, Arm, Clock, EventPattern, Outcome, Scope, Target, Task, Trigger};
use crate::tokens::{self, at_arrow, at_arrow_or_semicolon, at_closure, at_semicolon, last_span};

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
    let end = read_arm(input, &mut arm, scope, errors);
    arm.half |= end.is_err();
    // What is half of an arm is not asked for what the whole would have.
    scope.lost |= arm.half;
    scope.arms.push(arm);
    end
}

fn read_arm(
    input: ParseStream<'_>,
    arm: &mut Arm,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
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
        if !input.peek(Token![|]) {
            break;
        }
        last = input.parse::<Token![|]>()?.span;
    }
    if input.peek(Token![if]) {
        let word = input.parse::<Token![if]>()?;
        let guard = tokens::run(input, at_arrow_or_semicolon);
        let empty = guard.is_empty();
        if !empty {
            last = last_span(&guard);
            if stops_early(&guard, errors) {
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
    let arrow = arrow(input, last, errors)?;
    (arm.outcome, arm.actions) = outcome(input, arrow, &mut arm.half, scope, errors)?;
    end(input, arm.half, errors);
    Ok(())
}

fn arrow(input: ParseStream<'_>, before: Span, errors: &mut Errors) -> syn::Result<Span> {
    if input.peek(Token![=>]) {
        return Ok(input.parse::<Token![=>]>()?.spans[0]);
    }
    if input.peek(Token![do]) {
        return Err(input.error("the actions stand behind the outcome: `=> STATE do [..];`"));
    }
    if input.peek(Token![->]) {
        let arrow: Token![->] = input.parse()?;
        errors.at(arrow, "expected `=>`, not `->`");
        return Ok(arrow.spans[0]);
    }
    Err(syn::Error::new(
        lack(input, before),
        "expected `=>` and what happens then: a state, `stay`, `postpone` or `reject`",
    ))
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
    if peek_word(input, "timeout") && !input.peek2(Token![::]) && !input.peek2(Token![@]) {
        if let Ok(word) = word(input) {
            return (Trigger::Timeout(word), Ok(()));
        }
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
        && tokens::unraw(name).starts_with(|c: char| c.is_lowercase() || c == '_')
    {
        return Err(syn::Error::new(
            name.span(),
            format!(
                "`{name}` is not an event: name a variant, or use `unhandled => ..;` for all that \
                 no arm takes"
            ),
        ));
    }
    event.group = group(input)?;
    Ok(())
}

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
        return Err(input.error(format!(
            "a clock takes no `:`: write `{name} DURATION => ..;`"
        )));
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
        let end = outcome(input, arrow, &mut arm.half, scope, errors);
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
        return Err(input.error(
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

/// What stands behind `=>`. With `half` set, an expression in it stops before its end, which was
/// said.
fn outcome(
    input: ParseStream<'_>,
    arrow: Span,
    half: &mut bool,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<(Outcome, Vec<Action>)> {
    if at_closure(input) {
        let closure = tokens::run(input, at_semicolon);
        return Ok((Outcome::Closure(closure), Vec::new()));
    }
    if input.is_empty() || input.peek(Token![;]) || begins_clause(input) {
        return Err(syn::Error::new(
            lack(input, arrow),
            "expected a state, `stay`, `postpone` or `reject`",
        ));
    }
    if input.peek(Token![if]) || input.peek(Token![match]) {
        return Err(input.error(
            "a choice is two arms, each with its guard: `on EVENT if .. => A; on EVENT => B;`",
        ));
    }
    if input.peek(syn::token::Brace) {
        return Err(input.error(
            "expected a state: a transition changes no context; what it asks for is an action, \
             `=> STATE do [..]`",
        ));
    }
    let outcome = if input.peek(Token![move]) {
        let moved = input.parse::<Token![move]>()?;
        Outcome::Go {
            moved: Some(moved.span),
            target: target(input, half, errors)?,
        }
    } else if peek_word(input, "stay") && !input.peek2(Token![::]) {
        let stay = word(input)?;
        match group(input)? {
            None => Outcome::Stay,
            Some(group) if group.delimiter() == Delimiter::Brace => {
                *half |= stops_early(&group.stream(), errors);
                Outcome::Assign(stay, assignments(&group, *half)?)
            }
            Some(group) => {
                return Err(syn::Error::new(
                    group.span(),
                    "write the fields to assign in braces: `stay { field: value }`",
                ));
            }
        }
    } else if peek_word(input, "postpone") && !input.peek2(Token![::]) {
        Outcome::Postpone(word(input)?)
    } else if peek_word(input, "reject") && !input.peek2(Token![::]) {
        Outcome::Reject(word(input)?)
    } else {
        Outcome::Go {
            moved: None,
            target: target(input, half, errors)?,
        }
    };
    let mut actions = Vec::new();
    if input.peek(Token![do]) {
        *half |= read_actions(input, &mut actions, scope, errors);
    }
    if input.peek(Token![if]) {
        errors.push(input.error("the guard stands before `=>`: `on EVENT if .. => STATE;`"));
        *half = true;
        let _ = tokens::run(input, at_arrow_or_semicolon);
    } else if !input.peek(Token![;])
        && !input.peek(Token![,])
        && !input.is_empty()
        && !at_clause_word(input)
    {
        errors.push(input.error("expected `do [..]` or `;`"));
        *half = true;
        let _ = tokens::run(input, at_semicolon);
    }
    Ok((outcome, actions))
}

fn target(input: ParseStream<'_>, half: &mut bool, errors: &mut Errors) -> syn::Result<Target> {
    let (path, end) = path_so_far(input, "a state, `stay`, `postpone` or `reject`");
    if let Err(error) = end {
        if path.segments.is_empty() {
            return Err(error);
        }
        errors.push(error);
        *half = true;
    }
    let group = group(input)?;
    if let Some(group) = &group {
        *half |= stops_early(&group.stream(), errors);
    }
    Ok(Target { path, group })
}

/// The fields of `stay { field: value }`.
fn assignments(group: &proc_macro2::Group, half: bool) -> syn::Result<Vec<(Ident, TokenStream)>> {
    let fields: Vec<_> = tokens::split_commas(group.stream())
        .into_iter()
        .map(|part| {
            let assignment = |input: ParseStream<'_>| {
                let name: Ident = input.parse()?;
                if input.is_empty() {
                    // `stay { credit }`: as in a struct expression.
                    return Ok((name.clone(), quote::quote!(#name)));
                }
                input.parse::<Token![:]>()?;
                let value: TokenStream = input.parse()?;
                if value.is_empty() && !half {
                    return Err(input.error("expected a value"));
                }
                Ok((name, value))
            };
            Parser::parse2(assignment, part)
        })
        .collect::<syn::Result<_>>()?;
    if fields.is_empty() {
        return Err(syn::Error::new(
            group.span(),
            "no field to assign: write `stay`, or `stay { field: value }`",
        ));
    }
    Ok(fields)
}

/// `do [A, B(x), (expr), { expr }]`, and whether something in it stops before its end. An action
/// that is wrong costs only itself.
pub(super) fn read_actions(
    input: ParseStream<'_>,
    actions: &mut Vec<Action>,
    scope: &mut Scope,
    errors: &mut Errors,
) -> bool {
    let list = input
        .parse::<Token![do]>()
        .and_then(|word| match input.parse::<Option<Group>>() {
            Ok(Some(list)) if list.delimiter() == Delimiter::Bracket => Ok(list),
            _ => Err(syn::Error::new(
                lack(input, word.span),
                "expected a list of actions: `do [..]`",
            )),
        });
    let list = match list {
        Ok(list) => list,
        Err(error) => {
            errors.push(error);
            let _ = tokens::run(input, at_semicolon);
            return true;
        }
    };
    let open = list.span_open();
    let (list, behind) = tokens::before_a_clause(list.stream());
    let mut half = false;
    if let Some(behind) = behind {
        errors.at_span(
            open,
            "this list is not closed: expected `]` before the next clause",
        );
        scope.behind_a_list.push(behind);
        half = true;
    }
    half |= (half && tokens::dangling(&list).is_some()) || stops_early(&list, errors);
    for part in tokens::split_commas(list) {
        match Parser::parse2(|input: ParseStream<'_>| action(input), part) {
            Ok(action) => actions.push(action),
            Err(_) if half => {}
            Err(error) => {
                errors.push(error);
                half = true;
            }
        }
    }
    half
}

fn action(input: ParseStream<'_>) -> syn::Result<Action> {
    if let Some(expr) = group(input)? {
        if !input.is_empty() {
            return Err(input.error("expected `,`"));
        }
        let stream = expr.stream();
        let tuple = tokens::split_commas(stream.clone()).len() > 1;
        return Ok(match expr.delimiter() {
            Delimiter::Parenthesis if !tuple => Action::Expr(stream),
            _ => Action::Expr(TokenStream::from(TokenTree::Group(expr))),
        });
    }
    let path = path(input, "an action")?;
    let group = group(input)?;
    if !input.is_empty() {
        let span = input.span();
        let _: TokenStream = input.parse()?;
        return Err(syn::Error::new(
            span,
            "an action is a variant and its payload; put any other expression in `( )` or `{ }`",
        ));
    }
    Ok(Action::Variant(path, group))
}
