//! `on`, the clocks, `task`, and what stands behind `=>`.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Token};

use super::{at_clause_word, end, group, path, peek_word, word};
use crate::errors::Errors;
use crate::syntax::{Action, Arm, Clock, EventPattern, Outcome, Scope, Target, Task, Trigger};
use crate::tokens::{self, at_arrow, at_arrow_or_semicolon, at_closure, at_semicolon};

/// `on A(x) | timeout if guard => outcome;`
pub(super) fn on(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    scope: &mut Scope,
    errors: &mut Errors,
) -> syn::Result<()> {
    let on = word(input)?;
    let mut triggers = vec![trigger(input)?];
    while input.peek(Token![|]) {
        input.parse::<Token![|]>()?;
        triggers.push(trigger(input)?);
    }
    let guard = if input.peek(Token![if]) {
        let word = input.parse::<Token![if]>()?;
        let guard = tokens::run(input, at_arrow_or_semicolon);
        if guard.is_empty() {
            return Err(syn::Error::new(
                word.span,
                "expected a condition behind `if`",
            ));
        }
        Some(guard)
    } else {
        None
    };
    arrow(input, errors)?;
    let (outcome, actions) = outcome(input)?;
    end(input, errors);
    scope.arms.push(Arm {
        attrs,
        word: on,
        triggers,
        guard,
        outcome,
        actions,
    });
    Ok(())
}

fn arrow(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if input.peek(Token![=>]) {
        return input.parse::<Token![=>]>().map(drop);
    }
    if input.peek(Token![do]) {
        return Err(input.error("the actions stand behind the outcome: `=> STATE do [..];`"));
    }
    if input.peek(Token![->]) {
        let arrow: Token![->] = input.parse()?;
        errors.at(arrow, "expected `=>`, not `->`");
        return Ok(());
    }
    Err(input.error("expected `=>` and what happens then: a state, `stay`, `postpone` or `reject`"))
}

fn trigger(input: ParseStream<'_>) -> syn::Result<Trigger> {
    if peek_word(input, "timeout") && !input.peek2(Token![::]) && !input.peek2(Token![@]) {
        return word(input).map(Trigger::Timeout);
    }
    let binding = if input.peek(syn::Ident) && input.peek2(Token![@]) {
        let name: Ident = input.parse()?;
        input.parse::<Token![@]>()?;
        Some(name)
    } else {
        None
    };
    let path = path(input, "an event")?;
    if let Some(name) = path.get_ident()
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
    let group = group(input)?;
    Ok(Trigger::Event(EventPattern {
        binding,
        path,
        group,
    }))
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
        return Err(input.error(format!("expected `{name} DURATION`")));
    }
    let repeats = name == "every";
    if input.peek(Token![=>]) {
        arrow(input, errors)?;
        let (outcome, actions) = outcome(input)?;
        let trigger = if repeats {
            Trigger::Every(name.clone(), scope.everies.len())
        } else {
            Trigger::Timeout(name.clone())
        };
        scope.arms.push(Arm {
            attrs: attrs.clone(),
            word: name.clone(),
            triggers: vec![trigger],
            guard: None,
            outcome,
            actions,
        });
    } else if repeats {
        return Err(
            input.error("expected `=>` and what happens each time: `every DURATION => ..;`")
        );
    }
    end(input, errors);
    let clock = Clock {
        attrs,
        word: name,
        expr,
    };
    if repeats {
        scope.everies.push(clock);
    } else {
        scope.timeouts.push(clock);
    }
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
        return Err(input.error("expected `task FUTURE`"));
    }
    if at_arrow(input) {
        return Err(input.error(
            "a task has no outcome of its own: its future gives an event, and `on EVENT => ..;` \
             says what happens then",
        ));
    }
    end(input, errors);
    scope.tasks.push(Task {
        attrs,
        word: name,
        expr,
    });
    Ok(())
}

/// What stands behind `=>`.
fn outcome(input: ParseStream<'_>) -> syn::Result<(Outcome, Vec<Action>)> {
    if at_closure(input) {
        let closure = tokens::run(input, at_semicolon);
        return Ok((Outcome::Closure(closure), Vec::new()));
    }
    if input.is_empty() || input.peek(Token![;]) {
        return Err(input.error("expected a state, `stay`, `postpone` or `reject`"));
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
            target: target(input)?,
        }
    } else if peek_word(input, "stay") && !input.peek2(Token![::]) {
        let stay = word(input)?;
        match group(input)? {
            None => Outcome::Stay,
            Some(group) if group.delimiter() == Delimiter::Brace => {
                Outcome::Assign(stay, assignments(&group)?)
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
            target: target(input)?,
        }
    };
    let actions = if input.peek(Token![do]) {
        actions(input)?
    } else {
        Vec::new()
    };
    if input.peek(Token![if]) {
        return Err(input.error("the guard stands before `=>`: `on EVENT if .. => STATE;`"));
    }
    if !input.peek(Token![;]) && !input.is_empty() && !at_clause_word(input) {
        return Err(input.error("expected `do [..]` or `;`"));
    }
    Ok((outcome, actions))
}

fn target(input: ParseStream<'_>) -> syn::Result<Target> {
    let path = path(input, "a state, `stay`, `postpone` or `reject`")?;
    let group = group(input)?;
    Ok(Target { path, group })
}

/// The fields of `stay { field: value }`.
fn assignments(group: &proc_macro2::Group) -> syn::Result<Vec<(Ident, TokenStream)>> {
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
                if value.is_empty() {
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

/// `do [A, B(x), (expr), { expr }]`
pub(super) fn actions(input: ParseStream<'_>) -> syn::Result<Vec<Action>> {
    input.parse::<Token![do]>()?;
    if !input.peek(syn::token::Bracket) {
        return Err(input.error("expected a list of actions: `do [..]`"));
    }
    let list = match input.parse::<TokenTree>()? {
        TokenTree::Group(group) => group,
        other => return Err(syn::Error::new(other.span(), "expected `[`")),
    };
    tokens::split_commas(list.stream())
        .into_iter()
        .map(|part| Parser::parse2(|input: ParseStream<'_>| action(input), part))
        .collect()
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
