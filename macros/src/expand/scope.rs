//! What user code sees: the payload of its state, `context`, `state`. Only names that the tokens
//! mention are bound, so that nothing is unused.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

use super::{Locals, editor};
use crate::model::Model;
use crate::outline::{Node, Outline};
use crate::syntax::{Action, Arm, Bind, Hook, HookBody, Outcome, Payload, State};
use crate::tokens::{Mentioned, mentions};

/// The pattern of a state, with the names that `users` mention, and whether it binds any.
pub(super) fn pattern(model: &Model<'_>, state: &State, users: &Mentioned) -> (TokenStream, bool) {
    let path = model.state_path(&state.path);
    let mut bound = false;
    let mut used = |name: &Ident| {
        let used = users.has(&crate::names::unraw(name));
        bound |= used;
        used
    };
    let pattern = match &state.payload {
        None => quote!(#path { .. }),
        Some(Payload::Tuple { binds, span }) => {
            let binds = binds.iter().map(|bind| match bind {
                Bind::Name(name) if used(name) => quote!(#name),
                Bind::Name(name) => underscore(name.span()),
                Bind::Ignore(span) => underscore(*span),
                Bind::Rest(span) => quote_spanned!(*span=> ..),
            });
            let binds: Vec<TokenStream> = binds.collect();
            let group = group(Delimiter::Parenthesis, quote!(#(#binds),*), *span);
            quote!(#path #group)
        }
        Some(Payload::Fields { fields, rest, span }) => {
            let fields: Vec<TokenStream> = fields
                .iter()
                .map(|field| {
                    let name = &field.name;
                    match &field.bind {
                        None if used(name) => quote!(#name),
                        Some(Bind::Name(bind)) if used(bind) => quote!(#name: #bind),
                        _ => quote!(#name: _),
                    }
                })
                .collect();
            let rest = rest.then(|| quote!(..));
            let group = group(Delimiter::Brace, quote!(#(#fields,)* #rest), *span);
            quote!(#path #group)
        }
    };
    (pattern, bound)
}

/// A group where the user wrote one: rustc explains a pattern only where it was written.
fn group(delimiter: Delimiter, tokens: TokenStream, span: Span) -> Group {
    let mut group = Group::new(delimiter, tokens);
    group.set_span(span);
    group
}

fn underscore(span: Span) -> TokenStream {
    quote_spanned!(span=> _)
}

/// The names that a state's pattern, as declared, binds.
fn binds(state: &State) -> impl Iterator<Item = &Ident> {
    let (tuple, fields) = match &state.payload {
        None => (&[][..], &[][..]),
        Some(Payload::Tuple { binds, .. }) => (binds.as_slice(), &[][..]),
        Some(Payload::Fields { fields, .. }) => (&[][..], fields.as_slice()),
    };
    let fields = fields.iter().filter_map(|field| match &field.bind {
        None => Some(&field.name),
        Some(Bind::Name(name)) => Some(name),
        Some(_) => None,
    });
    let tuple = tuple.iter().filter_map(|bind| match bind {
        Bind::Name(name) => Some(name),
        _ => None,
    });
    tuple.chain(fields)
}

/// The guard of an arm, which may look at the payload of its state and not change it: an event that
/// is refused must leave no trace.
pub(super) fn guard(model: &Model<'_>, arm: &Arm, state: Option<&State>) -> Option<TokenStream> {
    let guard = arm.guard.as_ref()?;
    // What a `let` in a guard binds is for the arm, so nothing can stand around it.
    let is_let = guard
        .clone()
        .into_iter()
        .any(|token| matches!(token, TokenTree::Ident(word) if word == "let"));
    // The event's own names come before the state's.
    let shadowed: TokenStream = arm
        .events()
        .map(|event| {
            let (binding, group) = (&event.binding, &event.group);
            quote!(#binding #group)
        })
        .collect();
    let looked_at: Vec<&Ident> = state
        .into_iter()
        .flat_map(binds)
        .filter(|name| mentions(guard, &crate::names::unraw(name)))
        .filter(|name| !mentions(&shadowed, &crate::names::unraw(name)))
        .collect();
    if is_let {
        return Some(crate::unfinished::completed(guard));
    }
    let guard = editor::expression(model, guard);
    if looked_at.is_empty() {
        return Some(guard);
    }
    Some(quote!({ #(let #looked_at = &*#looked_at;)* #guard }))
}

/// `let context = ..;`, where any of a function's tokens mention it. The name carries the span of
/// the header that declares it.
pub(super) fn context(outline: &Outline<'_>, locals: &Locals, users: &[Mentioned]) -> TokenStream {
    let Some(header) = &outline.fsm.headers.context else {
        return TokenStream::new();
    };
    if !users.iter().any(|users| users.has("context")) {
        return TokenStream::new();
    }
    let (name, context) = (&header.word, &locals.context);
    quote!(let #name = #context;)
}

/// `let state = ..;`, where the tokens of a scope mention it and no payload is bound.
pub(super) fn state(
    outline: &Outline<'_>,
    locals: &Locals,
    users: &Mentioned,
    node: Option<&Node<'_>>,
) -> TokenStream {
    let Some(header) = &outline.fsm.headers.state else {
        return TokenStream::new();
    };
    // A payload's own names come first.
    let bound = node
        .and_then(Node::state)
        .is_some_and(|state| binds(state).next().is_some());
    if bound || !users.has("state") {
        return TokenStream::new();
    }
    let (name, state) = (&header.word, &locals.state);
    quote!(let #name = &*#state;)
}

/// The names that some arms mention.
pub(super) fn mentioned_by<'a>(arms: impl IntoIterator<Item = &'a Arm>) -> Mentioned {
    let mut mentioned = Mentioned::default();
    for arm in arms {
        if let Some(guard) = &arm.guard {
            mentioned.add(guard.clone());
        }
        match &arm.outcome {
            Outcome::Go { target, .. } => {
                let group = target.group.iter();
                group.for_each(|group| mentioned.add(group.stream()));
            }
            Outcome::Assign(_, fields) => {
                let values = fields.iter();
                values.for_each(|(_, value)| mentioned.add(value.clone()));
            }
            _ => {}
        }
        // A constant in a pattern cannot mention a local, but costs nothing to look at.
        let groups = arm.events().filter_map(|event| event.group.as_ref());
        groups.for_each(|group| mentioned.add(group.stream()));
        mentioned.add(actions_tokens(&arm.actions));
    }
    mentioned
}

/// All tokens of some actions in which names can be mentioned.
fn actions_tokens(actions: &[Action]) -> TokenStream {
    let mut tokens = TokenStream::new();
    for action in actions {
        match action {
            Action::Variant(path, group) => {
                let path = (!crate::names::is_bare(path)).then_some(path);
                path.to_tokens(&mut tokens);
                group.to_tokens(&mut tokens);
            }
            Action::Expr(expr) => tokens.extend(expr.clone()),
        }
    }
    tokens
}

pub(super) fn mentioned_by_hook(hook: &Hook) -> Mentioned {
    match &hook.body {
        HookBody::Do(actions) => Mentioned::by(actions_tokens(actions)),
        HookBody::Closure(_) => Mentioned::default(),
    }
}

/// Whether the actions of a hook are to be seen: they are whole, and the machine has some.
pub(super) fn shows_actions(model: &Model<'_>, hook: &Hook) -> bool {
    let declared = model.fsm.headers.action.is_some() || model.is_for_editor();
    declared && model.shows_clause(hook, hook.half)
}

/// The statements that emit some actions, in order.
pub(super) fn push(model: &Model<'_>, locals: &Locals, actions: &[Action]) -> TokenStream {
    let buffer = &locals.actions;
    let Some(header) = &model.fsm.headers.action else {
        // An editor's: rustc does not see them.
        return pushes(model, actions, |action| quote!(#buffer.push(#action);));
    };
    // At the header: the reason why an action is expected.
    let ty = model.enum_at(header, header.word.span());
    let next = Ident::new("__action", Span::mixed_site());
    pushes(
        model,
        actions,
        |action| quote!(let #next: #ty = #action; #buffer.push(#next);),
    )
}

fn pushes(
    model: &Model<'_>,
    actions: &[Action],
    push: impl Fn(TokenStream) -> TokenStream,
) -> TokenStream {
    actions
        .iter()
        .map(|action| {
            let action = match action {
                Action::Variant(path, group) => {
                    let path = model.action_path(path);
                    quote!(#path #group)
                }
                Action::Expr(tokens) => tokens.clone(),
            };
            push(editor::expression(model, &action))
        })
        .collect()
}
