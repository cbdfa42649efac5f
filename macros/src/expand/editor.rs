//! What lets an editor see code that is being typed. rust-analyzer reads the expansion too, and
//! completes a word by expanding the macro a second time with a mark in its place: what stands
//! before that place must be the same text both times, whatever is wrong then and is not before.
//!
//! So the part with the user's clauses has one form. Where nothing is wrong it is for both; else
//! there are two, one for the editor with every token in its role, half an arm included, and one
//! for rustc without what was said to be wrong. Names of one length stand before either.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::library;
use crate::model::Model;
use crate::tokens::completed;

/// Items with the user's clauses in them.
pub(super) fn items(model: &Model<'_>, items: impl Fn(&Model<'_>) -> TokenStream) -> TokenStream {
    let krate = library(model.fsm);
    let private = quote!(#krate::__private);
    if model.is_valid() {
        let whole = items(model);
        return quote!(#private::whole! { #whole });
    }
    let draft = items(&model.for_editor());
    let rest = items(model);
    quote! {
        #private::draft! { #draft }
        #private::rest! { #rest }
    }
}

/// An expression of a header. `shown` says whether rustc is to see it.
pub(super) fn value(model: &Model<'_>, shown: bool, value: impl ToTokens) -> TokenStream {
    let krate = library(model.fsm);
    if shown {
        quote!(#krate::__private::whole! { #value })
    } else {
        quote!(#krate::__private::draft_value! { #value })
    }
}

/// An expression of the user's, as written.
///
/// One that may not be an expression goes into a macro call of its own: rustc says of it what it
/// says of any expression, and then goes on with the machine. syn without `full` cannot read
/// closures, blocks and the like, so these are among them.
pub(super) fn expression(model: &Model<'_>, tokens: &TokenStream) -> TokenStream {
    if syn::parse2::<syn::Expr>(completed(tokens)).is_ok() {
        return tokens.clone();
    }
    let krate = library(model.fsm);
    // In braces, or rustc would leave out what stands behind the end of the expression.
    quote!(#krate::__private::whole! { { #tokens } })
}
