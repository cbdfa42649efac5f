//! What user code sees: the payload of its state, `context`, `state`. Only names that the tokens
//! mention are bound, so that nothing is unused.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::Locals;
use crate::model::{Node, Outline};
use crate::syntax::{Action, Arm, Bind, Hook, HookBody, Outcome, Payload, State, Value};
use crate::tokens::mentions;

/// The pattern of a state, with the names that `users` mention, and whether it binds any.
pub(super) fn pattern(
    outline: &Outline<'_>,
    state: &State,
    users: &TokenStream,
) -> (TokenStream, bool) {
    let path = outline.state_path(&state.path);
    let mut bound = false;
    let mut used = |name: &Ident| {
        let used = mentions(users, &crate::tokens::unraw(name));
        bound |= used;
        used
    };
    let pattern = match &state.payload {
        None => quote!(#path { .. }),
        Some(Payload::Tuple(binds)) => {
            let binds = binds.iter().map(|bind| match bind {
                Bind::Name(name) if used(name) => quote!(#name),
                Bind::Name(name) => underscore(name.span()),
                Bind::Ignore(span) => underscore(*span),
                Bind::Rest(span) => quote_spanned!(*span=> ..),
            });
            let binds: Vec<TokenStream> = binds.collect();
            quote!(#path(#(#binds),*))
        }
        Some(Payload::Fields { fields, rest }) => {
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
            quote!(#path { #(#fields,)* #rest })
        }
    };
    (pattern, bound)
}

fn underscore(span: Span) -> TokenStream {
    quote_spanned!(span=> _)
}

/// Whether a state's pattern, as declared, binds any name: then `state` is not in scope.
pub(super) fn binds_names(state: &State) -> bool {
    match &state.payload {
        None => false,
        Some(Payload::Tuple(binds)) => binds.iter().any(|bind| matches!(bind, Bind::Name(_))),
        Some(Payload::Fields { fields, .. }) => fields
            .iter()
            .any(|field| matches!(field.bind, None | Some(Bind::Name(_)))),
    }
}

/// `let state = ..;` and `let context = ..;` where the tokens mention them. The names carry the
/// spans of the headers that declare them.
pub(super) fn names(
    outline: &Outline<'_>,
    locals: &Locals,
    users: &TokenStream,
    with_state: bool,
) -> TokenStream {
    let Locals { state, context, .. } = locals;
    let mut lets = TokenStream::new();
    let headers = &outline.fsm.headers;
    if let Some(header) = &headers.context
        && mentions(users, "context")
    {
        let name = &header.word;
        lets.extend(quote!(let #name = #context;));
    }
    if let Some(header) = &headers.state
        && with_state
        && mentions(users, "state")
    {
        let name = &header.word;
        lets.extend(quote!(let #name = &*#state;));
    }
    lets
}

/// Whether `state` is in scope of a node's tokens.
pub(super) fn sees_state(node: &Node<'_>) -> bool {
    node.state().is_none_or(|state| !binds_names(state))
}

/// All tokens of an arm in which names can be mentioned.
pub(super) fn arm_tokens(arm: &Arm) -> TokenStream {
    let mut tokens = TokenStream::new();
    tokens.extend(arm.guard.clone());
    match &arm.outcome {
        Outcome::Go { target, .. } => {
            let group = &target.group;
            tokens.extend(quote!(#group));
        }
        Outcome::Assign(_, fields) => tokens.extend(fields.iter().map(|(_, value)| value.clone())),
        _ => {}
    }
    for event in arm.events() {
        // A constant or a range in a pattern cannot mention a local, but costs nothing to look at.
        let group = &event.group;
        tokens.extend(quote!(#group));
    }
    tokens.extend(actions_tokens(&arm.actions));
    tokens
}

/// All tokens of some actions in which names can be mentioned.
pub(super) fn actions_tokens(actions: &[Action]) -> TokenStream {
    actions
        .iter()
        .map(|action| match action {
            Action::Variant(path, group) => {
                let path = (!crate::model::is_bare(path)).then_some(path);
                quote!(#path #group)
            }
            Action::Expr(tokens) => tokens.clone(),
        })
        .collect()
}

pub(super) fn hook_tokens(hook: &Hook) -> TokenStream {
    match &hook.body {
        HookBody::Do(actions) => actions_tokens(actions),
        HookBody::Closure(_) => TokenStream::new(),
    }
}

/// A variant or an expression of a header.
pub(super) fn value(value: &Value, resolve: impl Fn(&syn::Path) -> TokenStream) -> TokenStream {
    match value {
        Value::Variant(path, group) => {
            let path = resolve(path);
            quote!(#path #group)
        }
        Value::Expr(tokens) => tokens.clone(),
    }
}

/// The statements that emit some actions, in order.
pub(super) fn push(outline: &Outline<'_>, locals: &Locals, actions: &[Action]) -> TokenStream {
    let buffer = &locals.actions;
    actions
        .iter()
        .map(|action| {
            let action = match action {
                Action::Variant(path, group) => {
                    let path = outline.action_path(path);
                    quote!(#path #group)
                }
                Action::Expr(tokens) => tokens.clone(),
            };
            quote!(#buffer.push(#action);)
        })
        .collect()
}
