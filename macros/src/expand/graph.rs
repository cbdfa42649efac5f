//! `Machine::GRAPH`: the declaration as data.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Attribute;

use super::{Written, library, tables};
use crate::model::Model;
use crate::names::last_name;
use crate::outline::{Node, What, cfgs_of, docs_of};
use crate::syntax::{Action, Arm, Item, Outcome, Trigger, Value};
use crate::text::text;

pub(super) fn expand(model: &Model<'_>, item: &Item) -> TokenStream {
    let krate = library(model.fsm);
    let name = item.ident.to_string();
    let doc = docs_of(&item.attrs);
    let states = model.states().map(|(at, state)| {
        let node = &model.nodes[at];
        let kind = if state.is_failure() {
            quote!(.failure())
        } else if state.is_terminal() {
            quote!(.terminal())
        } else {
            TokenStream::new()
        };
        let policy = tables::mode(model, node.mode);
        let scope = scope(model, node, &state.attrs);
        let cfgs = &node.cfgs;
        quote!(#(#cfgs)* #krate::StateInfo #scope #kind #policy)
    });
    let states: Vec<TokenStream> = states.collect();
    let superstates = model.nodes.iter().filter_map(|node| {
        let What::Superstate(group) = node.what else {
            return None;
        };
        let scope = scope(model, node, &group.attrs);
        let cfgs = &node.cfgs;
        Some(quote!(#(#cfgs)* #krate::SuperstateInfo #scope))
    });
    let superstates: Vec<TokenStream> = superstates.collect();
    let all = model.arms();
    let arms = all.iter().map(|(arm, node, cfgs)| {
        let from = node.map(|node| model.nodes[node].name.as_str());
        Written(move |to: &mut TokenStream| write_arm(arm, from, cfgs, to))
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
    let call = |name: &str, text: String| {
        let name = format_ident!("{name}");
        (!text.is_empty()).then(|| quote!(.#name(#text)))
    };
    let doc = call("doc", doc);
    let error = call("error", model.error_name().unwrap_or_default());
    // Items, not arguments: only their borrows live for ever whatever is in them.
    let (declared, with_superstates) = if superstates.is_empty() {
        (None, None)
    } else {
        (
            Some(quote! {
                const SUPERSTATES: &[#krate::SuperstateInfo] = &[#(#superstates),*];
            }),
            Some(quote!(.superstates(SUPERSTATES))),
        )
    };
    quote! {
        {
            const STATES: &[#krate::StateInfo] = &[#(#states),*];
            #declared
            use #krate::__private::Arm as __Arm;
            const ARMS: &[__Arm] = &[#(#arms),*];
            const EDGES: &[#krate::Edge] = &__Arm::edges::<{ __Arm::triggers(ARMS) }>(ARMS);
            #krate::Graph::new(#name, #initial, STATES, EDGES) #with_superstates #doc #error
        }
    }
}

/// What states and superstates have in common.
fn scope(model: &Model<'_>, node: &Node<'_>, attrs: &[Attribute]) -> TokenStream {
    let name = &node.name;
    let doc = docs_of(attrs);
    let doc = (!doc.is_empty()).then(|| quote!(.doc(#doc)));
    let parent = node.parent.map(|parent| {
        let parent = &model.nodes[parent].name;
        quote!(.inside(#parent))
    });
    // The first is taken: one of several stands under a `cfg`.
    let timeouts = node.scope.timeouts.iter().map(|clock| {
        let cfgs = cfgs_of(&clock.attrs);
        let text = text(&clock.expr);
        quote!(#(#cfgs)* #text)
    });
    let timeouts: Vec<TokenStream> = timeouts.collect();
    let timeout = (!timeouts.is_empty()).then(|| quote!(.timeout(&[#(#timeouts),*])));
    quote!(::new(#name) #doc #parent #timeout)
}

/// An arm, with all its triggers.
fn write_arm(arm: &Arm, from: Option<&str>, cfgs: &[&Attribute], to: &mut TokenStream) {
    let triggers = arm.triggers.iter().map(|trigger| match trigger {
        Trigger::Event(event) => last_name(&event.path),
        Trigger::Timeout(_) => "timeout".to_owned(),
        Trigger::Every(..) => "every".to_owned(),
    });
    let start = match from {
        Some(from) => quote!(of(#from, &[#(#triggers),*])),
        None => quote!(any(&[#(#triggers),*])),
    };
    to.extend(quote!(#(#cfgs)* __Arm::#start));
    match &arm.outcome {
        Outcome::Go { target, .. } => {
            let target = last_name(&target.path);
            to.extend(quote!(.to(#target)));
        }
        Outcome::Stay => {}
        Outcome::Assign(..) => to.extend(quote!(.assign())),
        Outcome::Postpone(_) => to.extend(quote!(.postpone())),
        Outcome::Reject(_) => to.extend(quote!(.reject())),
        // A half-written arm is not among the model's.
        Outcome::Closure(_) | Outcome::Missing => to.extend(quote!(.closure())),
    }
    if let Some(guard) = &arm.guard {
        let text = text(guard);
        to.extend(quote!(.guard(#text)));
    }
    if !arm.actions.is_empty() {
        let texts = arm.actions.iter().map(|action| match action {
            Action::Variant(path, group) => text(&quote!(#path #group)),
            Action::Expr(tokens) => text(tokens),
        });
        to.extend(quote!(.actions(&[#(#texts),*])));
    }
}
