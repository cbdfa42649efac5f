//! A check that rustc does: per state one match, never run, with every trigger that is sure to be
//! taken. What is missing in it is an event that the state says nothing about.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::decide;
use crate::model::Model;

pub(super) fn expand(model: &Model<'_>) -> TokenStream {
    let states = model.live_states().filter(|(at, _)| !model.is_covered(*at));
    let event = super::Types::of(model).event;
    // The route of the error event is a rule of ours, with a message of its own.
    let error = model.fsm.headers.error.as_ref().map(|header| {
        let path = model.event_path(&header.value);
        quote!(#path { .. } => {})
    });
    let checks: Vec<TokenStream> = states
        .map(|(at, _)| {
            let node = &model.nodes[at];
            let arms = model.arms_in(at);
            let patterns =
                arms.iter()
                    .filter(|(arm, _)| arm.guard.is_none())
                    .flat_map(|(arm, scope)| {
                        arm.events().map(move |event| {
                            let pattern = decide::event_pattern(model, event);
                            let mut cfgs = crate::model::cfgs_of(&arm.attrs);
                            if scope.is_none() {
                                cfgs.extend(any_cfgs(model, arm));
                            }
                            quote!(#(#cfgs)* #pattern => {})
                        })
                    });
            let cfgs = &node.cfgs;
            // At the state's name: rustc's error then says which state lacks which event.
            let name = Ident::new("__event", Span::mixed_site().located_at(node.span()));
            quote!(#(#cfgs)* let _ = |#name: #event| match #name { #(#patterns)* #error };)
        })
        .collect();
    if checks.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[allow(unused_variables)]
        fn exhaustive() {
            #(#checks)*
        }
    }
}

fn any_cfgs<'a>(model: &Model<'a>, arm: &crate::syntax::Arm) -> Vec<&'a syn::Attribute> {
    model
        .any
        .iter()
        .find(|(other, _)| std::ptr::eq(*other, arm))
        .map(|(_, attrs)| crate::model::cfgs_of(attrs))
        .unwrap_or_default()
}
