//! Which arm: the state's own in a match on its pattern, then those of its superstates from the
//! inside out, then `any`. What one match leaves over falls through to the next, so each arm stands
//! in one place.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Token};

use super::outcome::outcome;
use super::{Locals, Types, Written, library, number, scope};
use crate::model::Model;
use crate::outline::cfgs_of;
use crate::syntax::{Arm, EventPattern, Outcome, State, Trigger};
use crate::tokens::Mentioned;
use crate::unfinished::dangling;

/// The body of `decide`. `rules` is how it names the machine's own rules, where it can.
pub(super) fn body(
    model: &Model<'_>,
    locals: &Locals,
    topology: &TokenStream,
    rules: Option<&TokenStream>,
) -> TokenStream {
    let krate = library(model.fsm);
    let Locals {
        slot,
        state,
        node,
        input,
        owner,
        ..
    } = locals;
    let arms = model.nodes.iter().map(|node| node.scope.arms.as_slice());
    let mut users: Vec<Mentioned> = arms.map(scope::mentioned_by).collect();
    users.push(scope::mentioned_by(model.any.iter().map(|(arm, _)| *arm)));
    let context = scope::context(model, locals, &users);
    let own = model
        .states()
        .map(|(at, declared)| own_arms(model, locals, topology, rules, at, declared, &users[at]));
    // Inner superstates before those around them: numbers grow inwards.
    let superstates: TokenStream = (0..model.nodes.len())
        .rev()
        .filter(|&at| model.nodes[at].state().is_none())
        .map(|at| superstate_arms(model, locals, topology, at, &users[at]))
        .collect();
    let any = any_arms(model, locals, topology, &users[model.nodes.len()]);
    let owner = needs_owner(model)
        .then(|| quote!(let #owner = #krate::__private::timeout_owner(#topology, &*#slot, #node);));
    quote! {
        // Short names for what stands in every arm.
        use #krate::__private::{Decision as __Decision, Input as __Input};
        #owner
        #context
        let ::core::option::Option::Some(#state) = #slot.get_mut() else {
            return __Decision::Lost;
        };
        let #input = match #state { #(#own)* _ => #input };
        #superstates
        #any
        __Decision::Unhandled(#input)
    }
}

/// Whether any `on timeout` arm has to ask whose timeout it is.
fn needs_owner(model: &Model<'_>) -> bool {
    model
        .arms()
        .into_iter()
        .any(|(arm, node, _)| arm.on_timeout() && is_ambiguous(model, node))
}

/// Whether a timeout can expire in this scope that is not its own business.
fn is_ambiguous(model: &Model<'_>, node: Option<usize>) -> bool {
    let Some(node) = node else { return false };
    model.clocks.iter().any(|clock| {
        let related = model.contains(node, clock.node) || model.contains(clock.node, node);
        !clock.repeats && related && !model.timeout_applies(Some(node), clock.node)
    })
}

fn own_arms(
    model: &Model<'_>,
    locals: &Locals,
    topology: &TokenStream,
    rules: Option<&TokenStream>,
    at: usize,
    state: &State,
    users: &Mentioned,
) -> TokenStream {
    let node = &model.nodes[at];
    let input = &locals.input;
    if !model.shows_state(state) {
        return TokenStream::new();
    }
    let cfgs = &node.cfgs;
    let arms = &node.scope.arms;
    if arms.is_empty() {
        let path = model.state_path(&state.path);
        return quote!(#(#cfgs)* #path { .. } => #input,);
    }
    let (pattern, _) = scope::pattern(model, state, users);
    let names = scope::state(model, locals, users, Some(node));
    let matched = match_arms(
        model,
        locals,
        topology,
        rules,
        Some(at),
        arms.iter().map(|arm| (arm, [].as_slice())),
    );
    quote!(#(#cfgs)* #pattern => { #names #matched })
}

fn superstate_arms(
    model: &Model<'_>,
    locals: &Locals,
    topology: &TokenStream,
    at: usize,
    users: &Mentioned,
) -> TokenStream {
    let node = &model.nodes[at];
    let arms = &node.scope.arms;
    if arms.is_empty() {
        return TokenStream::new();
    }
    let input = &locals.input;
    let current = &locals.node;
    let names = scope::state(model, locals, users, Some(node));
    let matched = match_arms(
        model,
        locals,
        topology,
        None,
        Some(at),
        arms.iter().map(|arm| (arm, [].as_slice())),
    );
    let (first, end) = (number(at), number(node.end));
    let cfgs = &node.cfgs;
    quote! {
        #(#cfgs)*
        let #input = if (#first..#end).contains(&#current) { #names #matched } else { #input };
    }
}

fn any_arms(
    model: &Model<'_>,
    locals: &Locals,
    topology: &TokenStream,
    users: &Mentioned,
) -> TokenStream {
    if model.any.is_empty() {
        return TokenStream::new();
    }
    let input = &locals.input;
    let names = scope::state(model, locals, users, None);
    let arms = model.any.iter().copied();
    let matched = match_arms(model, locals, topology, None, None, arms);
    quote!(let #input = { #names #matched };)
}

/// `match input { arms.. , input => input }`
fn match_arms<'a>(
    model: &Model<'_>,
    locals: &Locals,
    topology: &TokenStream,
    rules: Option<&TokenStream>,
    node: Option<usize>,
    arms: impl Iterator<Item = (&'a Arm, &'a [Attribute])>,
) -> TokenStream {
    let Locals {
        input, owner, hit, ..
    } = locals;
    let mut on_timeout = false;
    let mut gives_back = false;
    let arms: TokenStream = arms
        .map(|(arm, outer)| {
            on_timeout |= arm.on_timeout();
            let cfgs = cfgs_of(outer).into_iter().chain(cfgs_of(&arm.attrs));
            if !model.shows(arm) {
                return TokenStream::new();
            }
            let triggers = Written(|to: &mut TokenStream| triggers(model, arm, node, to));
            let outcome = outcome(model, locals, rules, arm, node);
            let guard = scope::guard(model, arm, node.and_then(|node| model.nodes[node].state()));
            if gives_back_bound(arm) {
                // An arm that binds the payload owns it and cannot give the event back. So this
                // one only looks, in a guard, and the next one takes the event as it is.
                gives_back = true;
                let cfgs: Vec<&Attribute> = cfgs.collect();
                let guard = guard.unwrap_or_else(|| quote!(true));
                return quote! {
                    #(#cfgs)* #triggers if { #hit = #guard; false } => ::core::unreachable!(),
                    #(#cfgs)* #input if #hit => { #outcome }
                };
            }
            let guard = guard.map(|guard| quote!(if #guard));
            quote!(#(#cfgs)* #triggers #guard => { #outcome })
        })
        .collect();
    let matched = quote!(match #input { #arms #input => #input });
    let matched = if gives_back {
        quote!({ let mut #hit = false; #matched })
    } else {
        matched
    };
    match node {
        Some(at) if on_timeout && is_ambiguous(model, node) => {
            let at = number(at);
            quote! {
                if ::core::matches!(#input, __Input::Timeout)
                    && !#topology.timeout_applies(#at, #owner)
                {
                    #input
                } else {
                    #matched
                }
            }
        }
        _ => matched,
    }
}

/// Whether an arm gives the event back, and binds something of it.
fn gives_back_bound(arm: &Arm) -> bool {
    matches!(arm.outcome, Outcome::Postpone(_) | Outcome::Reject(_))
        && arm.actions.is_empty()
        && arm.events().any(|event| {
            event.binding.is_some() || event.group.as_ref().is_some_and(crate::tokens::may_bind)
        })
}

/// `Event(A | B) | Timeout`: the triggers of an arm, in order.
fn triggers(model: &Model<'_>, arm: &Arm, node: Option<usize>, to: &mut TokenStream) {
    let is_event = |trigger: &Trigger| matches!(trigger, Trigger::Event(_));
    let runs = arm.triggers.chunk_by(|a, b| is_event(a) && is_event(b));
    for (at, run) in runs.enumerate() {
        if at > 0 {
            <Token![|]>::default().to_tokens(to);
        }
        match &run[0] {
            Trigger::Event(_) => {
                let events = run.iter().filter_map(|trigger| match trigger {
                    Trigger::Event(event) => Some(event_pattern(model, event)),
                    _ => None,
                });
                to.extend(quote!(__Input::Event(#(#events)|*)));
            }
            Trigger::Timeout(_) => to.extend(quote!(__Input::Timeout)),
            Trigger::Every(_, at) => {
                let clock = number(model.every(node, *at));
                to.extend(quote!(__Input::Every(#clock)));
            }
        }
    }
}

/// A trigger as a pattern of the event.
pub(super) fn event_pattern(model: &Model<'_>, event: &EventPattern) -> impl ToTokens {
    Written(move |to: &mut TokenStream| write_event_pattern(model, event, to))
}

fn write_event_pattern(model: &Model<'_>, event: &EventPattern, to: &mut TokenStream) {
    let path = model.event_path(&event.path);
    let binding = event.binding.as_ref().map(|name| quote!(#name @));
    match &event.group {
        // What is no pattern, rustc is not to see, and stands where it does not look.
        Some(group) if !model.is_pattern(event) || dangling(&group.stream()).is_some() => {
            let krate = library(model.fsm);
            let group = crate::unfinished::completed(&quote!(#group));
            to.extend(quote!(#krate::__private::verbatim! { #binding #path #group }));
        }
        group => {
            binding.to_tokens(to);
            path.to_tokens(to);
            match group {
                Some(group) => group.to_tokens(to),
                None => any_payload(Delimiter::Brace, Span::call_site()).to_tokens(to),
            }
        }
    }
}

/// The pattern `{ .. }` or `(..)` behind a variant.
pub(super) fn any_payload(delimiter: Delimiter, span: Span) -> Group {
    let mut any = Group::new(delimiter, <Token![..]>::default().into_token_stream());
    any.set_span(span);
    any
}

/// The parameters of `decide`, with their types where a function needs them.
pub(super) fn parameters(model: &Model<'_>, locals: &Locals) -> TokenStream {
    let krate = library(model.fsm);
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(model);
    let Locals {
        slot,
        node,
        input,
        context: context_name,
        actions,
        ..
    } = locals;
    quote! {
        #slot: &mut #krate::Slot<#state>,
        #node: ::core::primitive::u16,
        #input: #krate::__private::Input<#event>,
        #context_name: &#context,
        #actions: &mut ::std::vec::Vec<#action>,
    }
}
