//! What a machine's types must be, asserted once: see the library's `checked.rs`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::header::has_types;
use super::{Types, library};
use crate::model::Model;
use crate::names::unraw;
use crate::syntax::Item;
use crate::tokens::{before, behind, first_span, last_span};

/// Whether the machine has the constant. Without a `trait` line there is one impl alone that asks
/// anything of the types; and of generics a constant in a clause cannot speak.
fn applies(model: &Model<'_>, item: &Item) -> bool {
    has_types(model) && model.fsm.dispatch.is_some() && item.generics.params.is_empty()
}

/// The constants, with each assertion at the type in its header. They stand outside the impls: of
/// one in a clause, rust-analyzer knows a name and no expression.
pub(super) fn constants(model: &Model<'_>, item: &Item) -> TokenStream {
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
    let assert = |what: &str, place: &TokenStream, ty: &TokenStream| {
        let before = Span::call_site().located_at(before(first_span(place)));
        let behind = Span::call_site().located_at(behind(last_span(place)));
        let what = Ident::new(what, before);
        let call = quote_spanned!(behind=> ());
        quote_spanned!(before=> #krate::__private::#what::<#ty> #call)
    };
    // What can be neither sent nor shared is told of once.
    let sent = assert("sent_to_another_thread", &state, &state);
    let first = name(item, "sent");
    let once = quote!(<#state as #krate::__private::Same<#first>>::Type);
    let all = [
        assert("state", &state, &state),
        assert("event", &event, &event),
        assert("shared_with_another_thread", &state, &once),
        assert("sent_to_another_thread", &event, &event),
        assert("sent_to_another_thread", &context, &context),
    ];
    let checked = name(item, "checked");
    quote! {
        #[allow(non_upper_case_globals)]
        const #first: ::core::primitive::bool = #sent;
        #[allow(non_upper_case_globals)]
        const #checked: ::core::primitive::bool = #(#all)&&*;
    }
}

fn name(item: &Item, what: &str) -> Ident {
    let name = format!("__{}_{what}", unraw(&item.ident));
    Ident::new(&name, Span::call_site())
}

/// The same for whoever supervises the machine.
pub(super) fn associated(model: &Model<'_>, item: &Item) -> Option<TokenStream> {
    let checked = name(item, "checked");
    applies(model, item).then(|| quote!(const CHECKED: ::core::primitive::bool = #checked;))
}

/// The clause by which an item of an impl is an error where the constant is.
pub(super) fn clause(model: &Model<'_>, item: &Item) -> Option<TokenStream> {
    let krate = library(model.fsm);
    let checked = name(item, "checked");
    applies(model, item)
        .then(|| quote!(where #krate::__private::Checked<#checked>: #krate::__private::Holds))
}
