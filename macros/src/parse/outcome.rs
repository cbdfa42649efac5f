//! What stands behind `=>`: the outcome, and its actions.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Path, Token};

use super::run::{at_arrow_or_semicolon, at_closure, at_semicolon, kept, run};
use super::unclosed::MISSING;
use super::{
    at_clause_word, begins_clause, group, lack, path, path_so_far, peek_word, stops_early, word,
    wrong,
};
use crate::errors::Errors;
use crate::syntax::{Action, Outcome, Target};
use crate::tokens;

/// What stands behind `=>`. With `half` set, an expression in it stops before its end, which was
/// said.
pub(super) fn outcome(
    input: ParseStream<'_>,
    arrow: Span,
    half: &mut bool,
    errors: &mut Errors,
) -> syn::Result<(Outcome, Vec<Action>)> {
    if at_closure(input) {
        let closure = run(input, at_semicolon);
        *half |= stops_early(&closure, errors);
        return Ok((Outcome::Closure(closure), Vec::new()));
    }
    if peek_word(input, "state") && names_a_target(input) {
        errors.push(wrong(input, "name the state alone: `=> NAME`"));
        word(input)?;
        *half = true;
    }
    if input.is_empty() || input.peek(Token![;]) || begins_clause(input) {
        return Err(syn::Error::new(
            lack(input, arrow),
            "expected a state, `stay`, `postpone` or `reject`",
        ));
    }
    if input.peek(Token![if]) || input.peek(Token![match]) {
        return Err(wrong(
            input,
            "a choice is two arms, each with its guard: `on EVENT if .. => A; on EVENT => B;`",
        ));
    }
    if input.peek(syn::token::Brace) {
        return Err(wrong(
            input,
            "expected a state: a transition changes no context; what it asks for is an action, \
             `=> STATE do [..]`",
        ));
    }
    if input.peek(Token![do]) {
        return Err(wrong(
            input,
            "the actions stand behind the outcome: `=> STATE do [..];`, or `=> stay do [..];`",
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
        *half |= read_actions(input, &mut actions, errors);
    }
    if input.peek(Token![if]) {
        errors.push(wrong(
            input,
            "the guard stands before `=>`: `on EVENT if .. => STATE;`",
        ));
        *half = true;
        let _ = run(input, at_arrow_or_semicolon);
    } else if !input.peek(Token![;])
        && !input.peek(Token![,])
        && !input.is_empty()
        && !at_clause_word(input)
    {
        errors.push(wrong(input, behind_an_outcome(input, &outcome)));
        *half = true;
        let _ = run(input, at_semicolon);
    }
    Ok((outcome, actions))
}

/// Whether `state NAME` stands where a target is meant: an outcome goes on behind it.
fn names_a_target(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    word(&ahead).is_ok()
        && path(&ahead, "a state").is_ok()
        && group(&ahead).is_ok()
        && (ahead.peek(Token![;]) || ahead.peek(Token![do]))
}

/// What to write in place of what stands behind an outcome and belongs nowhere.
fn behind_an_outcome(input: ParseStream<'_>, outcome: &Outcome) -> String {
    let word = match outcome {
        Outcome::Go { target, .. } if target.group.is_none() => target.path.get_ident(),
        _ => None,
    };
    let next = input.cursor().ident().map(|(next, _)| next);
    match (word, next) {
        // `=> goto Up`, `=> state Up`
        (Some(word), Some(next)) if !crate::names::is_bare(&Path::from(word.clone())) => {
            format!("name the state alone: `=> {next}`")
        }
        (_, Some(next)) if next == "else" => {
            "otherwise is a second arm without a guard behind this one: `on EVENT => ..;`"
                .to_owned()
        }
        _ if input.peek(Token![/]) || input.peek(syn::token::Bracket) => {
            "actions are written `do [..]`".to_owned()
        }
        _ => "expected `do [..]` or `;`".to_owned(),
    }
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
                    return Err(wrong(input, "expected a value"));
                }
                Ok((name, kept(value)))
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
            let _ = run(input, at_semicolon);
            return true;
        }
    };
    let list = list.stream();
    let mut half = stops_early(&list, errors);
    for part in tokens::split_commas(list) {
        match Parser::parse2(|input: ParseStream<'_>| action(input), part) {
            Ok(action) => {
                half |= matches!(&action, Action::Variant(path, _) if path.is_ident(MISSING));
                actions.push(action);
            }
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
            return Err(wrong(input, "expected `,`"));
        }
        let stream = expr.stream();
        let tuple = tokens::split_commas(stream.clone()).len() > 1;
        return Ok(match expr.delimiter() {
            Delimiter::Parenthesis if !tuple => Action::Expr(kept(stream)),
            _ => Action::Expr(TokenStream::from(TokenTree::Group(expr))),
        });
    }
    let path = path(input, "an action")?;
    let group = group(input)?;
    if !input.is_empty() {
        let span = input.span();
        let variant = input
            .cursor()
            .ident()
            .is_some_and(|(word, _)| crate::names::unraw(&word).starts_with(char::is_uppercase));
        let semicolon = input.peek(Token![;]);
        let _: TokenStream = input.parse()?;
        let message = if semicolon {
            "expected `,`, not `;`"
        } else if variant {
            "expected `,` before this action"
        } else {
            "an action is a variant and its payload; put any other expression in `( )` or `{ }`"
        };
        return Err(syn::Error::new(span, message));
    }
    Ok(Action::Variant(path, group))
}
