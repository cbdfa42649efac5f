//! Checks that rustc does, in matches that never run: one of the state, with every block; and per
//! state one of the event, with every trigger that is sure to be taken. What is missing in one is a
//! state without a block, or an event that the state says nothing about.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Attribute;

use super::{Types, Written, decide};
use crate::model::{Model, cfgs_of};
use crate::syntax::{Arm, Closed, EventPattern, Value};
use crate::tokens::{before, behind, irrefutable, last_name, span_of};

/// The function, for all states of which everything is known: also in a machine that is wrong.
pub(super) fn exhaustive(model: &Model<'_>) -> TokenStream {
    if model.fsm.headers.event.is_none() {
        return TokenStream::new();
    }
    let any: Vec<Trigger<'_>> = model
        .any
        .iter()
        .flat_map(|(arm, outer)| triggers(arm, cfgs_of(outer)))
        .collect();
    let any = Any {
        pattern: patterns(model, &any.iter().collect::<Vec<_>>()),
        names: any.iter().map(|trigger| trigger.name.clone()).collect(),
        triggers: any,
    };
    let checks = model
        .live_states()
        .filter(|(at, _)| !model.is_covered(*at) && model.is_whole(*at))
        .filter(|(_, state)| model.shows_pairs(&state.scope))
        .map(|(at, _)| events(model, &any, at));
    // With no error so far: a target without a block has been reported by its name.
    let states = model.is_valid().then(|| states(model));
    let values = values(model);
    quote! {
        fn exhaustive() {
            #states
            #(#checks)*
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

/// An event that an arm without a guard takes.
struct Trigger<'a> {
    event: &'a EventPattern,
    name: String,
    /// Whether nothing of the event is left for the arms that follow.
    taken: bool,
    cfgs: Vec<&'a Attribute>,
}

fn triggers<'a>(
    arm: &'a Arm,
    outer: Vec<&'a Attribute>,
) -> impl Iterator<Item = Trigger<'a>> + use<'a> {
    let mut cfgs = cfgs_of(&arm.attrs);
    cfgs.extend(outer);
    let sure = arm.guard.is_none() && !arm.half;
    let events = arm.events().filter(move |_| sure);
    events.map(move |event| Trigger {
        event,
        name: last_name(&event.path),
        taken: irrefutable(event.group.as_ref()),
        cfgs: cfgs.clone(),
    })
}

/// The triggers of all `any` blocks, which come last in every state: their patterns are made once.
struct Any<'a> {
    triggers: Vec<Trigger<'a>>,
    names: HashSet<String>,
    pattern: TokenStream,
}

fn events(model: &Model<'_>, any: &Any<'_>, at: usize) -> Option<TokenStream> {
    let node = &model.nodes[at];
    let arms = || model.arms_in(at).into_iter().map(|(arm, _)| arm);
    if !arms()
        .flat_map(Arm::events)
        .all(|event| model.is_pattern(event))
    {
        return None;
    }
    let own = model
        .outward(at)
        .flat_map(|node| &model.nodes[node].scope.arms);
    let own: Vec<Trigger<'_>> = own.flat_map(|arm| triggers(arm, Vec::new())).collect();
    // A state that does not route the error event at all is told so by a rule of ours.
    if let Some(error) = model.error_name()
        && !any.names.contains(&error)
        && own.iter().all(|trigger| trigger.name != error)
    {
        return None;
    }
    let mut taken = HashSet::new();
    let mut left = |trigger: &&Trigger<'_>| {
        let left = !taken.contains(&trigger.name);
        if trigger.taken && trigger.cfgs.is_empty() {
            taken.insert(trigger.name.clone());
        }
        left
    };
    let own_left: Vec<&Trigger<'_>> = own.iter().filter(&mut left).collect();
    let any_left: Vec<&Trigger<'_>> = any.triggers.iter().filter(left).collect();
    let own = patterns(model, &own_left);
    let any = if any_left.len() == any.triggers.len() {
        any.pattern.clone()
    } else {
        patterns(model, &any_left)
    };
    // In the configurations in which an `unhandled` covers the state.
    let covers = model.covers(at).into_iter().map(|clause| {
        let cfgs = cfgs_of(&clause.attrs);
        quote!(#(#cfgs)* _ => {})
    });
    let arms = quote!(#own #any #(#covers)*);
    let check = check(&Types::of(model).event, node.span(), arms);
    let cfgs = &node.cfgs;
    Some(quote!(#(#cfgs)* #check))
}

/// `A | B => {} C(3) => {}`: arms of a match, joined as far as they can be.
fn patterns(model: &Model<'_>, triggers: &[&Trigger<'_>]) -> TokenStream {
    let joins = |trigger: &Trigger<'_>| trigger.taken && trigger.cfgs.is_empty();
    let mut arms = TokenStream::new();
    for run in triggers.chunk_by(|a, b| joins(a) && joins(b)) {
        let cfgs = &run[0].cfgs;
        let patterns = run.iter().map(|trigger| {
            Written(|to: &mut TokenStream| {
                pattern(model, trigger, to);
            })
        });
        arms.extend(quote!(#(#cfgs)* #(#patterns)|* => {}));
    }
    arms
}

/// A trigger that takes any payload needs no name for it here, but has the form that the user gave
/// it: what rustc says of a variant that does not exist, it then says once.
fn pattern(model: &Model<'_>, trigger: &Trigger<'_>, to: &mut TokenStream) {
    let event = trigger.event;
    if !trigger.taken {
        decide::event_pattern(model, event).to_tokens(to);
        return;
    }
    let form = event.group.as_ref();
    let form = form.map_or((Delimiter::Brace, Span::call_site()), |group| {
        (group.delimiter(), group.span())
    });
    model.event_path(&event.path).to_tokens(to);
    decide::any_payload(form.0, form.1).to_tokens(to);
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
