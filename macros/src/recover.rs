//! What the code around a machine needs, when the machine itself is wrong: its type, its dispatch
//! trait and its impls, with nothing behind them. One mistake then gives one error.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::{self, Types, library};
use crate::model::Outline;

pub(crate) fn expand(outline: &Outline<'_>) -> TokenStream {
    let fsm = outline.fsm;
    let krate = library(fsm);
    let private = quote!(#krate::__private);
    let headers = &fsm.headers;
    let Some(item) = &fsm.item else {
        // An expression of any type: the error is said, and nothing else needs to be.
        return quote!(::core::unreachable!("this machine does not compile"));
    };
    let declaration = expand::declare(item);
    let typed = headers.state.is_some() && headers.event.is_some() && headers.context.is_some();
    if !typed || has_lifetimes(item) {
        return declaration;
    }
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(outline);
    let ident = &item.ident;
    let mut generics = item.generics.clone();
    let types: Vec<_> = item
        .generics
        .type_params()
        .map(|param| param.ident.clone())
        .collect();
    for ty in types {
        generics
            .make_where_clause()
            .predicates
            .push(syn::parse_quote!(#ty: 'static));
    }
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let name = ident.to_string();
    let dispatch = fsm.dispatch.as_ref().map(|dispatch| {
        let declaration = expand::dispatch_trait(outline, item);
        let trait_ident = &dispatch.ident;
        let mut drives = generics.clone();
        drives
            .params
            .push(syn::parse_quote!(__Supervisor: #trait_ident #ty_generics));
        let (drives_generics, _, drives_where) = drives.split_for_impl();
        quote! {
            #declaration
            #[automatically_derived]
            impl #impl_generics #private::Supervised for #ident #ty_generics #where_clause {
                const CLOSED_IS_FAULT: bool = false;
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
    });
    quote! {
        #declaration
        #[automatically_derived]
        impl #impl_generics #krate::Machine for #ident #ty_generics #where_clause {
            type State = #state;
            type Event = #event;
            type Context = #context;
            type Action = #action;
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
        }
        #dispatch
    }
}

fn has_lifetimes(item: &crate::syntax::Item) -> bool {
    item.generics.lifetimes().next().is_some()
}
