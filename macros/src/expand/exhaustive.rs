//! Checks that rustc does, in matches that never run: one of the state, with every block; and per
//! state one of the event, with every trigger that is sure to be taken. What is missing in one is a
//! state without a block, or an event that the state says nothing about.

use proc_macro2::{Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Types, decide};
use crate::model::{Model, cfgs_of};
use crate::syntax::{Closed, EventPattern, Value};
use crate::tokens::{before, behind, irrefutable, last_name, span_of};

/// The function, for all states of which everything is known: also in a machine that is wrong.
pub(super) fn exhaustive(model: &Model<'_>) -> TokenStream {
    if model.fsm.headers.event.is_none() {
        return TokenStream::new();
    }
    let checks: TokenStream = model
        .live_states()
        .filter(|(at, _)| !model.is_covered(*at) && model.is_whole(*at))
        .filter(|(_, state)| model.shows_pairs(&state.scope))
        .map(|(at, _)| events(model, at))
        .collect();
    // With no error so far: a target without a block has been reported by its name.
    let states = model.is_valid().then(|| states(model));
    let values = values(model);
    quote! {
        fn exhaustive() {
            #states
            #checks
            #values
        }
    }
}

/// The events of headers that only a supervised machine uses, where it is none: they are what they
/// say they are all the same.
fn values(model: &Model<'_>) -> TokenStream {
    let headers = &model.fsm.headers;
    if model.fsm.dispatch.is_some() || !model.is_valid() {
        return TokenStream::new();
    }
    let stop = headers.stop.as_ref().map(|header| &header.value);
    let closed = match headers.closed.as_ref().map(|header| &header.value) {
        Some(Closed::Event(event)) => Some(event),
        _ => None,
    };
    let event = Types::of(model).event;
    let values = stop.into_iter().chain(closed).map(|value| {
        let value = match value {
            Value::Variant(path, group) => {
                let path = model.event_path(path);
                quote!(#path #group)
            }
            Value::Expr(tokens) => tokens.clone(),
        };
        let value = super::editor::expression(model, &value);
        quote!(let _ = || -> #event { #value };)
    });
    values.collect()
}

fn states(model: &Model<'_>) -> TokenStream {
    let Some(header) = &model.fsm.headers.state else {
        return TokenStream::new();
    };
    let ty = Types::of(model).state;
    let arms = model.states().map(|(at, state)| {
        let path = model.state_path(&state.path);
        let cfgs = &model.nodes[at].cfgs;
        quote!(#(#cfgs)* #path { .. } => {})
    });
    let at = span_of(&header.value);
    check(&ty, at, arms.collect())
}

fn events(model: &Model<'_>, at: usize) -> TokenStream {
    let node = &model.nodes[at];
    let mut arms = TokenStream::new();
    // The events of which nothing is left for the arms that follow.
    let mut taken: Vec<String> = Vec::new();
    for (arm, scope) in model.arms_in(at) {
        if !arm.events().all(|event| model.is_pattern(event)) {
            return TokenStream::new();
        }
        if arm.guard.is_some() {
            continue;
        }
        let mut cfgs = cfgs_of(&arm.attrs);
        if scope.is_none() {
            cfgs.extend(any_cfgs(model, arm));
        }
        for event in arm.events() {
            let name = last_name(&event.path);
            if taken.contains(&name) {
                continue;
            }
            let pattern = if irrefutable(event.group.as_ref()) {
                if cfgs.is_empty() {
                    taken.push(name);
                }
                any_payload(model, event)
            } else {
                decide::event_pattern(model, event)
            };
            arms.extend(quote!(#(#cfgs)* #pattern => {}));
        }
    }
    // A state that does not route the error event at all is told so by a rule of ours.
    let error = model.fsm.headers.error.as_ref();
    let routed = |name: &str| {
        model.arms_in(at).iter().any(|(arm, _)| {
            arm.guard.is_none() && arm.events().any(|event| last_name(&event.path) == name)
        })
    };
    if error.is_some_and(|header| !routed(&last_name(&header.value))) {
        return TokenStream::new();
    }
    // In the configurations in which an `unhandled` covers the state.
    for clause in model.covers(at) {
        let cfgs = cfgs_of(&clause.attrs);
        arms.extend(quote!(#(#cfgs)* _ => {}));
    }
    let check = check(&Types::of(model).event, node.span(), arms);
    let cfgs = &node.cfgs;
    quote!(#(#cfgs)* #check)
}

/// A trigger that takes any payload. It needs no name for it here, but has the form that the user
/// gave it: what rustc says of a variant that does not exist, it then says once.
fn any_payload(model: &Model<'_>, event: &EventPattern) -> TokenStream {
    let path = model.event_path(&event.path);
    let Some(group) = &event.group else {
        return quote!(#path { .. });
    };
    let mut any = Group::new(group.delimiter(), quote!(..));
    any.set_span(group.span());
    quote!(#path #any)
}

/// `let _ = |value: (T,)| match value.0 { arms }`, spanned so that rustc's error stands at `at`.
fn check(ty: &TokenStream, at: Span, arms: TokenStream) -> TokenStream {
    let value = Ident::new("__value", Span::mixed_site().located_at(before(at)));
    let field = quote_spanned!(Span::mixed_site().located_at(behind(at))=> .0);
    // rustc would say how to add an arm to this match, which nobody sees: between arms of
    // different origin it does not.
    let none = quote_spanned!(Span::mixed_site()=> _ if false => {});
    quote!(let _ = |#value: (#ty,)| match #value #field { #arms #none };)
}

fn any_cfgs<'a>(model: &Model<'a>, arm: &crate::syntax::Arm) -> Vec<&'a syn::Attribute> {
    model
        .any
        .iter()
        .find(|(other, _)| std::ptr::eq(*other, arm))
        .map(|(_, attrs)| cfgs_of(attrs))
        .unwrap_or_default()
}
