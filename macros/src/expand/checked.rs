//! What a machine's types must be, asserted once: see the library's `checked.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::has_types;
use super::{Types, library};
use crate::model::Model;
use crate::syntax::Item;

/// Whether the machine has the constant. Without a `trait` line there is one impl alone that asks
/// anything of the types; and of generics a constant in a clause cannot speak.
fn applies(model: &Model<'_>, item: &Item) -> bool {
    has_types(model) && model.fsm.dispatch.is_some() && item.generics.params.is_empty()
}

/// The constant, with each assertion at the type in its header.
pub(super) fn constant(model: &Model<'_>, item: &Item) -> TokenStream {
    if !applies(model, item) {
        return TokenStream::new();
    }
    let krate = library(model.fsm);
    let Types {
        state,
        event,
        context,
        ..
    } = Types::of(model);
    let private = quote!(#krate::__private);
    // What can be neither sent nor shared is told of once.
    let sent = quote!(#private::sent_to_another_thread::<#state>());
    let once = quote!(<#state as #private::Same<{ #sent }>>::Type);
    quote! {
        const CHECKED: ::core::primitive::bool = #private::state::<#state>()
            && #private::event::<#event>()
            && #private::shared_with_another_thread::<#once>()
            && #private::sent_to_another_thread::<#event>()
            && #private::sent_to_another_thread::<#context>();
    }
}

/// The clause by which an item of an impl is an error where the constant is.
pub(super) fn clause(model: &Model<'_>, item: &Item) -> Option<TokenStream> {
    let krate = library(model.fsm);
    let ident = &item.ident;
    applies(model, item).then(|| {
        quote! {
            where
                #krate::__private::Checked<{ <#ident as #krate::Machine>::CHECKED }>:
                    #krate::__private::Holds
        }
    })
}
