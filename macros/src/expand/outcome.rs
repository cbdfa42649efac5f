//! What a chosen arm does: its actions, and the decision that it returns.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use super::{Locals, editor, library, number, scope};
use crate::model::Model;
use crate::syntax::{Arm, Outcome};
use crate::tokens::first_span;

/// What an arm does once it is chosen.
pub(super) fn outcome(
    model: &Model<'_>,
    locals: &Locals,
    rules: Option<&TokenStream>,
    arm: &Arm,
    node: Option<usize>,
) -> TokenStream {
    let Locals {
        input, next, state, ..
    } = locals;
    let push = scope::push(model, locals, &arm.actions);
    match &arm.outcome {
        Outcome::Stay => quote!(#push return __Decision::Stay;),
        // At the word: if the payload was moved out of the event, rustc says so there.
        Outcome::Postpone(word) => {
            let input = Ident::new(&input.to_string(), input.span().located_at(word.span()));
            quote!(#push return __Decision::Postpone(#input);)
        }
        Outcome::Reject(_) => quote!(return __Decision::Reject(#input);),
        Outcome::Go {
            moved: None,
            target,
        } => {
            let path = model.state_path(&target.path);
            let group = &target.group;
            let target = editor::expression(model, &quote!(#path #group));
            if arm.actions.is_empty() {
                quote!(return __Decision::Go(#target);)
            } else {
                // If the target is no state as it stands, rustc says so there.
                let ty = model.fsm.headers.state.as_ref();
                let ty = ty.map(|header| model.enum_at(header, header.word.span()));
                quote!(let #next: #ty = #target; #push return __Decision::Go(#next);)
            }
        }
        Outcome::Go {
            moved: Some(_),
            target,
        } => moved(model, locals, rules, arm, node, target),
        Outcome::Assign(_, fields) => {
            let Some(declared) = node.and_then(|node| model.nodes[node].state()) else {
                // `check_outcome_fits` refuses it elsewhere than in a state's own block.
                return TokenStream::new();
            };
            let path = model.state_path(&declared.path);
            let names: Vec<_> = fields.iter().map(|(name, _)| name).collect();
            let values = fields
                .iter()
                .map(|(_, value)| editor::expression(model, value));
            // At the value: if it has another type than the field, rustc says so there.
            let news: Vec<_> = fields
                .iter()
                .enumerate()
                .map(|(at, (_, value))| {
                    let span = next.span().located_at(first_span(value));
                    quote::format_ident!("__new{}", at, span = span)
                })
                .collect();
            let olds: Vec<_> = names
                .iter()
                .enumerate()
                .map(|(at, name)| {
                    let span = next.span().located_at(name.span());
                    quote::format_ident!("__old{}", at, span = span)
                })
                .collect();
            let assignments = olds
                .iter()
                .zip(&news)
                .map(|(old, new)| quote_spanned!(old.span()=> *#old = #new;));
            quote! {
                #(let #news = #values;)*
                #push
                if let #path { #(#names: #olds,)* .. } = #state {
                    #(#assignments)*
                }
                return __Decision::Assigned;
            }
        }
        Outcome::Closure(_) => {
            let at = number(closure_number(model, arm));
            quote!(return __Decision::Call(#at, #input);)
        }
        Outcome::Missing => {
            let path = Path {
                leading_colon: None,
                segments: Default::default(),
            };
            let path = model.state_path(&path);
            quote!(return __Decision::Go(#path);)
        }
    }
}

/// The number of a closure arm among all arms.
fn closure_number(model: &Model<'_>, arm: &Arm) -> usize {
    model
        .arms()
        .iter()
        .position(|(other, ..)| std::ptr::eq(*other, arm))
        .unwrap_or_default()
}

/// An arm that takes the state by value. The exit actions come first: they are the last to see it.
fn moved(
    model: &Model<'_>,
    locals: &Locals,
    rules: Option<&TokenStream>,
    arm: &Arm,
    node: Option<usize>,
    target: &crate::syntax::Target,
) -> TokenStream {
    let krate = library(model.fsm);
    let Locals {
        slot,
        next,
        context,
        actions,
        ..
    } = locals;
    let (Some(from), Some(to)) = (
        node,
        model.state_named(&crate::names::last_name(&target.path)),
    ) else {
        // Both were checked: the arm is a state's own, and its target exists.
        return TokenStream::new();
    };
    let Some(declared) = model.nodes[from].state() else {
        return TokenStream::new();
    };
    let (pattern, _) = scope::pattern(model, declared, &scope::mentioned_by([arm]));
    let leave = rules.map(|rules| {
        let (from, to) = (number(from), number(to));
        quote!(#krate::__private::leave_for_move(#rules, #slot, #from, #to, #context, #actions);)
    });
    let path = model.state_path(&target.path);
    let group = &target.group;
    let target = editor::expression(model, &quote!(#path #group));
    let push = scope::push(model, locals, &arm.actions);
    quote! {
        #leave
        let ::core::option::Option::Some(#pattern) = #slot.take() else {
            return __Decision::Lost;
        };
        let #next = #target;
        #push
        return __Decision::Moved(#next);
    }
}
