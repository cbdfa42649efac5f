//! What the code around a machine needs, when the machine itself is wrong: its type, its dispatch
//! trait and its impls, with nothing behind them. One mistake then gives one error.

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;
use crate::expand::{self, Types, library};
use crate::model::Outline;
use crate::syntax::Item;

/// The errors, and what stands for the machine.
pub(crate) fn expand(mut outline: Outline<'_>, errors: Errors) -> TokenStream {
    outline.stand_in = errors.as_type();
    let errors = errors.into_compile_errors();
    match &outline.fsm.item {
        Some(item) => {
            let item = broken_item(&outline, item);
            quote!(#errors #item)
        }
        // It was to be an item, so it stands where no expression can.
        None if outline.fsm.lost.item || outline.fsm.dispatch.is_some() => errors,
        None => {
            let machine = broken_expression(&outline);
            quote!({ #errors #machine })
        }
    }
}

fn broken_expression(outline: &Outline<'_>) -> TokenStream {
    let krate = library(outline.fsm);
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(outline);
    quote! {
        (|| -> #krate::StateMachine<#state, #event, #context, #action> {
            ::core::unreachable!("this machine does not compile")
        })()
    }
}

fn broken_item(outline: &Outline<'_>, item: &Item) -> TokenStream {
    let krate = library(outline.fsm);
    let private = quote!(#krate::__private);
    let mut declaration = expand::declare(item);
    declaration.extend(expand::aliases(outline));
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(outline);
    let ident = &item.ident;
    let generics = expand::owned(&item.generics);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let name = ident.to_string();
    let exhaustive = expand::exhaustive(outline);
    let dispatch = broken_dispatch(outline, item);
    let types = expand::associated_types(outline);
    quote! {
        #declaration
        #[automatically_derived]
        impl #impl_generics #krate::Machine for #ident #ty_generics #where_clause {
            #types
            const GRAPH: #krate::Graph = #krate::Graph::new(
                #name, "", &[], &[], &[], "", ::core::option::Option::None,
            );
            fn initial() -> #state {
                ::core::unreachable!()
            }
            fn rules() -> impl #private::Rules<#state, #event, #context, #action>
                + ::core::marker::Send
                + 'static
            {
                #private::Broken
            }
            #exhaustive
        }
        #dispatch
    }
}

fn broken_dispatch(outline: &Outline<'_>, item: &Item) -> TokenStream {
    let Some(dispatch) = &outline.fsm.dispatch else {
        return TokenStream::new();
    };
    let krate = library(outline.fsm);
    let private = quote!(#krate::__private);
    let Types {
        state,
        event,
        context,
        ..
    } = Types::of(outline);
    let declaration = expand::dispatch_trait(outline, item);
    let ident = &item.ident;
    let trait_ident = &dispatch.ident;
    let generics = expand::owned(&item.generics);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let mut drives = generics.clone();
    drives
        .params
        .push(syn::parse_quote!(__Supervisor: #trait_ident #ty_generics));
    let (drives_generics, _, drives_where) = drives.split_for_impl();
    quote! {
        #declaration
        #[automatically_derived]
        impl #impl_generics #private::Supervised for #ident #ty_generics #where_clause {
            const CLOSED_IS_FAULT: ::core::primitive::bool = false;
            fn error_event(_: #krate::Fault) -> #event {
                ::core::unreachable!()
            }
            fn closed_event(_: &#state) -> ::core::option::Option<#event> {
                ::core::option::Option::None
            }
        }
        #[automatically_derived]
        impl #drives_generics #private::Drives<__Supervisor> for #ident #ty_generics
        #drives_where
        {
            fn dispatch<'a>(
                _: &'a mut __Supervisor,
                _: &'a #state,
                _: &'a mut #context,
            ) -> impl ::core::future::Future<Output = #krate::Next<#event>>
                + ::core::marker::Send
                + 'a
            {
                ::core::future::pending()
            }
        }
    }
}
