//! The expression form: a `StateMachine` value, its bodies closures that may capture.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Locals, Types, decide, editor, header, library, number, tables};
use crate::model::Model;
use crate::syntax::{Header, HookBody, Outcome, Trigger, UnhandledBody, Value};
use crate::tokens::{before, first_span};
use crate::unfinished::dangling;

// Input:
//
//     state: Lamp; event: Press; context: (); initial: Lamp::Off;
//     state Off { on Button => On; } ..
//
// Output:
//
//     machine::<Lamp, Press, (), NoAction, _, ..>(
//         Lamp::Off, &Topology::new(..), |state| .., move |slot, ..| .., .., UserClosures::new(),
//     )
pub(super) fn expand(model: &Model<'_>, errors: &TokenStream) -> TokenStream {
    let krate = library(model.fsm);
    let private = quote!(#krate::__private);
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(model);
    if !header::has_types(model) {
        return quote! {{
            #errors
            (|| -> #krate::StateMachine<#state, #event, #context, #action> {
                ::core::unreachable!("this machine does not compile")
            })()
        }};
    }
    let locals = Locals::new();
    let initial = match &model.fsm.headers.initial {
        // An expression of the function around, whatever it does there.
        Some(Header { value, .. }) if model.is_valid() => match value {
            Value::Variant(path, group) => {
                let path = model.state_path(path);
                quote!(#path #group)
            }
            Value::Expr(tokens) => editor::expression(model, tokens),
        },
        _ => {
            let body = header::initial(model);
            quote!((|| { #body })())
        }
    };
    let topology = tables::topology(model);
    let tables_of_self = quote!(__TOPOLOGY);
    let decide = decide::body(model, &locals, &tables_of_self, None);
    let node = tables::node(model, &locals);
    let exit = tables::hooks(model, &locals, |scope| &scope.exits);
    let entry = tables::hooks(model, &locals, |scope| &scope.entries);
    let clock = tables::clock(model, &locals);
    let task = tables::task(model, &locals);
    let never = quote!(::core::time::Duration::MAX);
    let clock = clock.unwrap_or(never);
    let task = task.unwrap_or_else(|| quote!(::core::option::Option::None));
    let closures = closures(model);
    let Locals {
        slot,
        state: state_name,
        node: node_name,
        input,
        context: context_name,
        actions: actions_name,
        number: number_name,
        ..
    } = &locals;
    let allow = super::allow();
    quote! {{
        const __TOPOLOGY: &#private::Topology = #topology;
        #allow
        let __machine = #private::machine::<#state, #event, #context, #action, _, _, _, _, _, _>(
            #initial,
            __TOPOLOGY,
            |#state_name| #node,
            move |#slot, #node_name, #input, #context_name, #actions_name| { #decide },
            move |#node_name, #state_name, #context_name, #actions_name| { #exit },
            move |#node_name, #state_name, #context_name, #actions_name| { #entry },
            move |#number_name, #state_name, #context_name| { #clock },
            move |#node_name, #state_name, #context_name| { #task },
            #private::UserClosures::<#state, #event, #context, #action>::new() #closures,
        );
        #errors
        __machine
    }}
}

/// `.arm(0, |state, event, context| ..).entry(3, ..)`
fn closures(model: &Model<'_>) -> TokenStream {
    let mut calls = TokenStream::new();
    let mut call = |method: &str, at: usize, closure: &TokenStream| {
        if dangling(closure).is_some() && !model.is_for_editor() {
            return;
        }
        // At the closure: if it is of another type than the arms of this machine, rustc says so there.
        let here = Span::mixed_site().located_at(before(first_span(closure)));
        let method = Ident::new(method, here);
        let at = number(at);
        let closure = editor::expression(model, closure);
        calls.extend(quote_spanned!(here=> .#method(#at, #closure)));
    };
    for (at, (arm, ..)) in model.arms().iter().enumerate() {
        if let Outcome::Closure(closure) = &arm.outcome {
            let on_event = arm
                .triggers
                .iter()
                .any(|trigger| matches!(trigger, Trigger::Event(_)));
            call(if on_event { "arm" } else { "clock" }, at, closure);
        }
    }
    for (at, node) in model.nodes.iter().enumerate() {
        for (method, hooks) in [("exit", &node.scope.exits), ("entry", &node.scope.entries)] {
            for hook in hooks {
                if let HookBody::Closure(closure) = &hook.body {
                    call(method, at, closure);
                }
            }
        }
    }
    for (at, unhandled) in tables::all_unhandled(model).enumerate() {
        if let UnhandledBody::Closure(closure) = &unhandled.body {
            call("unhandled", at, closure);
        }
    }
    calls
}
