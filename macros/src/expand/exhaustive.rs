//! Checks that rustc does, in matches that never run: one of the state, with every block; and per
//! state one of the event, with every trigger that is sure to be taken. What is missing in one is a
//! state without a block, or an event that the state says nothing about.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Token};

use super::{Types, Written, decide};
use crate::model::Model;
use crate::names::last_name;
use crate::outline::cfgs_of;
use crate::syntax::{Arm, Closed, EventPattern, Value};
use crate::tokens::{before, behind, irrefutable, span_of};

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
    let mut patterns = TokenStream::new();
    write_patterns(model, any.iter(), &mut patterns);
    let any = Any {
        triggers: any,
        patterns,
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
    let arms: TokenStream = model
        .states()
        .map(|(at, state)| {
            let path = model.state_path(&state.path);
            let cfgs = &model.nodes[at].cfgs;
            quote!(#(#cfgs)* #path { .. } => {})
        })
        .collect();
    let at = span_of(&header.value);
    check(&ty, at, &arms)
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

impl Trigger<'_> {
    /// Whether nothing of the event is left in any configuration.
    fn takes_all(&self) -> bool {
        self.taken && self.cfgs.is_empty()
    }
}

/// The triggers of all `any` blocks, which come last in every state: their patterns are made once.
struct Any<'a> {
    triggers: Vec<Trigger<'a>>,
    patterns: TokenStream,
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
    let mut routed = own.iter().chain(&any.triggers);
    if let Some(error) = model.error_name()
        && routed.all(|trigger| trigger.name != error)
    {
        return None;
    }
    let is_left = |trigger: &Trigger<'_>| {
        let mut before = own.iter();
        !before.any(|own| own.name == trigger.name && own.takes_all())
    };
    let all_left = any.triggers.iter().all(is_left);
    let arms = Written(|to: &mut TokenStream| {
        write_patterns(model, own.iter(), to);
        if all_left {
            any.patterns.to_tokens(to);
        } else {
            let left = any.triggers.iter().filter(|trigger| is_left(trigger));
            write_patterns(model, left, to);
        }
        // In the configurations in which an `unhandled` covers the state.
        for clause in model.covers(at) {
            let cfgs = cfgs_of(&clause.attrs);
            to.extend(quote!(#(#cfgs)* _ => {}));
        }
    });
    let check = check(&Types::of(model).event, node.span(), &arms);
    let cfgs = &node.cfgs;
    Some(quote!(#(#cfgs)* #check))
}

/// `A | B => {} C(3) => {}`: arms of a match, joined as far as they can be.
fn write_patterns<'a>(
    model: &Model<'_>,
    triggers: impl Iterator<Item = &'a Trigger<'a>>,
    to: &mut TokenStream,
) {
    let mut joins = false;
    let mut first = true;
    let end = |to: &mut TokenStream| to.extend(quote!(=> {}));
    for trigger in triggers {
        let joined = joins && trigger.takes_all();
        if joined {
            <Token![|]>::default().to_tokens(to);
        } else {
            if !first {
                end(to);
            }
            let cfgs = &trigger.cfgs;
            cfgs.iter().for_each(|cfg| cfg.to_tokens(to));
        }
        pattern(model, trigger, to);
        joins = trigger.takes_all();
        first = false;
    }
    if !first {
        end(to);
    }
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
fn check(ty: &TokenStream, at: Span, arms: &impl ToTokens) -> TokenStream {
    let value = Ident::new("__value", Span::mixed_site().located_at(before(at)));
    let field = quote_spanned!(Span::mixed_site().located_at(behind(at))=> .0);
    // rustc would say how to add an arm to this match, which nobody sees: between arms of
    // different origin it does not.
    let none = quote_spanned!(Span::mixed_site()=> _ if false => {});
    quote!(let _ = |#value: (#ty,)| match #value #field { #arms #none };)
}
