//! `Machine::GRAPH`: the declaration as data.

use proc_macro2::TokenStream;
use quote::quote;

use super::{library, tables};
use crate::model::{Model, What, docs_of};
use crate::syntax::{Action, Arm, Item, Outcome, Trigger, Value};
use crate::text::text;
use crate::tokens::last_name;

pub(super) fn expand(model: &Model<'_>, item: &Item) -> TokenStream {
    let krate = library(model.fsm);
    let name = item.ident.to_string();
    let doc = docs_of(&item.attrs);
    let states = model.states().map(|(at, state)| {
        let node = &model.nodes[at];
        let cfgs = &node.cfgs;
        let name = &node.name;
        let doc = docs_of(&state.attrs);
        let policy = tables::mode(node.mode);
        let terminal = state.is_terminal();
        let failure = state.is_failure();
        let superstate = option(node.parent.map(|parent| model.nodes[parent].name.clone()));
        let timeout = timeout(model, at);
        quote! {
            #(#cfgs)*
            #krate::StateInfo {
                name: #name,
                doc: #doc,
                policy: #krate::ExternalEventMode::#policy,
                terminal: #terminal,
                failure: #failure,
                superstate: #superstate,
                #timeout
            }
        }
    });
    let superstates = model.nodes.iter().enumerate().filter_map(|(at, node)| {
        let What::Superstate(group) = node.what else {
            return None;
        };
        let cfgs = &node.cfgs;
        let name = &node.name;
        let doc = docs_of(&group.attrs);
        let superstate = option(node.parent.map(|parent| model.nodes[parent].name.clone()));
        let timeout = timeout(model, at);
        Some(quote! {
            #(#cfgs)*
            #krate::SuperstateInfo {
                name: #name,
                doc: #doc,
                superstate: #superstate,
                #timeout
            }
        })
    });
    let edges = model.arms().into_iter().flat_map(|(arm, node, cfgs)| {
        let from = node.map(|node| model.nodes[node].name.clone());
        arm.triggers
            .iter()
            .map(move |trigger| edge(model, arm, from.clone(), trigger, &cfgs))
            .collect::<Vec<_>>()
    });
    let initial = match model
        .fsm
        .headers
        .initial
        .as_ref()
        .map(|header| &header.value)
    {
        Some(Value::Variant(path, _)) => last_name(path),
        _ => String::new(),
    };
    let error = option(model.error_name());
    quote! {
        {
            // Items, not arguments: only their borrows live for ever whatever is in them.
            const STATES: &[#krate::StateInfo] = &[#(#states),*];
            const SUPERSTATES: &[#krate::SuperstateInfo] = &[#(#superstates),*];
            const EDGES: &[#krate::Edge] = &[#(#edges),*];
            #krate::Graph::new(#name, #doc, STATES, SUPERSTATES, EDGES, #initial, #error)
        }
    }
}

fn edge(
    model: &Model<'_>,
    arm: &Arm,
    from: Option<String>,
    trigger: &Trigger,
    cfgs: &[&syn::Attribute],
) -> TokenStream {
    let krate = library(model.fsm);
    let from = option(from);
    let (to, kind) = match &arm.outcome {
        Outcome::Go { target, .. } => (Some(last_name(&target.path)), quote!(Go)),
        Outcome::Stay => (None, quote!(Stay)),
        Outcome::Assign(..) => (None, quote!(Assign)),
        Outcome::Postpone(_) => (None, quote!(Postpone)),
        Outcome::Reject(_) => (None, quote!(Reject)),
        // A half-written arm is not among the model's.
        Outcome::Closure(_) | Outcome::Missing => (None, quote!(Closure)),
    };
    let to = option(to);
    let trigger = match trigger {
        Trigger::Event(event) => last_name(&event.path),
        Trigger::Timeout(_) => "timeout".to_owned(),
        Trigger::Every(..) => "every".to_owned(),
    };
    let guard = option(arm.guard.as_ref().map(text));
    let actions = arm.actions.iter().map(|action| match action {
        Action::Variant(path, group) => text(&quote!(#path #group)),
        Action::Expr(tokens) => text(tokens),
    });
    quote! {
        #(#cfgs)*
        #krate::Edge {
            from: #from,
            to: #to,
            trigger: #trigger,
            guard: #guard,
            actions: &[#(#actions),*],
            kind: #krate::EdgeKind::#kind,
        }
    }
}

/// The field `timeout` of a scope: once for each configuration, where it has several.
fn timeout(model: &Model<'_>, node: usize) -> TokenStream {
    let mut fields = TokenStream::new();
    let mut before: Vec<TokenStream> = Vec::new();
    for clock in &model.nodes[node].scope.timeouts {
        let text = option(Some(text(&clock.expr)));
        let own = tables::conditions(&clock.attrs);
        fields.extend(quote!(#[cfg(all(#(#own,)* not(any(#(#before),*))))] timeout: #text,));
        before.push(quote!(all(#(#own),*)));
    }
    let none = option(None);
    quote!(#fields #[cfg(not(any(#(#before),*)))] timeout: #none,)
}

fn option(text: Option<String>) -> TokenStream {
    match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}
