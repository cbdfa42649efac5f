//! The item form: a type that implements `Machine`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use super::{Locals, Types, decide, dispatch, exhaustive, graph, library, scope, tables};
use crate::model::{Model, Outline};
use crate::syntax::Item;

// Input:
//
//     struct DoorMachine;
//     state: Door; event: Hand; context: Hinges; initial: Closed;
//     state Closed { on Pull => Open; } ..
//
// Output:
//
//     struct DoorMachine;
//     impl Rules<Door, Hand, Hinges, NoAction> for DoorMachine {
//         fn topology(&self) -> &'static Topology { const { &Topology { .. } } }
//         fn decide(&mut self, slot, node, input, context, actions) -> Decision<Door, Hand> { .. }
//         ..
//     }
//     impl Machine for DoorMachine { type State = Door; .. }
pub(super) fn expand(model: &Model<'_>) -> TokenStream {
    let Some(item) = &model.fsm.item else {
        // `expand` comes here only for the item form.
        return TokenStream::new();
    };
    let declaration = declare(item);
    let rules = rules(model, item);
    let machine = machine(model, item);
    let dispatch = dispatch::expand(model, item);
    quote!(#declaration #rules #machine #dispatch)
}

/// The machine's type. Generics are held by a function pointer, so that the type is `Send` and
/// `Sync` whatever they are.
pub(crate) fn declare(item: &Item) -> TokenStream {
    let Item {
        attrs,
        vis,
        ident,
        generics,
    } = item;
    if generics.params.is_empty() {
        return quote!(#(#attrs)* #vis struct #ident;);
    }
    let where_clause = &generics.where_clause;
    let types = types(generics);
    quote! {
        #(#attrs)*
        #vis struct #ident #generics (::core::marker::PhantomData<fn() -> (#(#types,)*)>)
        #where_clause;
    }
}

fn types(generics: &Generics) -> Vec<&syn::Ident> {
    generics.type_params().map(|param| &param.ident).collect()
}

/// A component owns its types: each parameter of the machine is `'static`.
pub(super) fn owned(generics: &Generics) -> Generics {
    let mut owned = generics.clone();
    let types: Vec<syn::Ident> = types(generics).into_iter().cloned().collect();
    if !types.is_empty() {
        let predicates = &mut owned.make_where_clause().predicates;
        for ty in types {
            predicates.push(syn::parse_quote!(#ty: 'static));
        }
    }
    owned
}

fn construct(item: &Item) -> TokenStream {
    let ident = &item.ident;
    if item.generics.params.is_empty() {
        quote!(#ident)
    } else {
        quote!(#ident(::core::marker::PhantomData))
    }
}

/// Generated matches have arms for what is already covered, and bind what one arm uses.
pub(super) fn allow() -> TokenStream {
    quote! {
        #[allow(
            unreachable_patterns,
            unreachable_code,
            unused_parens,
            unused_braces,
            clippy::all,
            clippy::pedantic,
            clippy::nursery
        )]
    }
}

fn rules(model: &Model<'_>, item: &Item) -> TokenStream {
    let krate = library(model.fsm);
    let private = quote!(#krate::__private);
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(model);
    let locals = Locals::new();
    let ident = &item.ident;
    let generics = owned(&item.generics);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = item.generics.split_for_impl();

    let topology = tables::topology(model);
    let tables_of_self =
        quote!(#private::Rules::<#state, #event, #context, #action>::topology(self));
    let rules = quote!(self);
    let parameters = decide::parameters(model, &locals);
    let decide = decide::body(model, &locals, &tables_of_self, Some(&rules));
    let node = tables::node(model, &locals);
    let exit = tables::hooks(model, &locals, |scope| &scope.exits);
    let entry = tables::hooks(model, &locals, |scope| &scope.entries);
    let clock = tables::clock(model, &locals);
    let task = tables::task(model, &locals);
    let is_error = match &model.fsm.headers.error {
        Some(header) => {
            let error = model.event_path(&header.value);
            quote!(::core::matches!(__event, #error { .. }))
        }
        None => quote!(false),
    };
    let Locals {
        state: state_name,
        node: node_name,
        context: context_name,
        actions: actions_name,
        number: number_name,
        ..
    } = &locals;
    let allow = allow();
    quote! {
        #allow
        #[automatically_derived]
        impl #impl_generics #private::Rules<#state, #event, #context, #action>
            for #ident #ty_generics #where_clause
        {
            #[inline(always)]
            fn topology(&self) -> &'static #private::Topology {
                const { #topology }
            }
            #[inline(always)]
            fn node(&self, #state_name: &#state) -> u16 {
                #node
            }
            #[inline(always)]
            fn decide(&mut self, #parameters) -> #private::Decision<#state, #event> {
                #decide
            }
            fn exit(
                &mut self,
                #node_name: u16,
                #state_name: &#state,
                #context_name: &#context,
                #actions_name: &mut ::std::vec::Vec<#action>,
            ) {
                #exit
            }
            fn entry(
                &mut self,
                #node_name: u16,
                #state_name: &#state,
                #context_name: &#context,
                #actions_name: &mut ::std::vec::Vec<#action>,
            ) {
                #entry
            }
            fn clock(
                &mut self,
                #number_name: u16,
                #state_name: &#state,
                #context_name: &#context,
            ) -> ::core::time::Duration {
                #clock
            }
            fn task(
                &mut self,
                #node_name: u16,
                #state_name: &#state,
                #context_name: &#context,
            ) -> ::core::option::Option<#private::BoxFuture<'static, #event>> {
                #task
            }
            fn is_error(&self, __event: &#event) -> bool {
                #is_error
            }
        }
    }
}

fn machine(model: &Model<'_>, item: &Item) -> TokenStream {
    let krate = library(model.fsm);
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(model);
    let ident = &item.ident;
    let generics = owned(&item.generics);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let initial = initial(model);
    let graph = graph::expand(model, item);
    let exhaustive = exhaustive::expand(model);
    let construct = construct(item);
    let allow = allow();
    quote! {
        #allow
        #[automatically_derived]
        impl #impl_generics #krate::Machine for #ident #ty_generics #where_clause {
            type State = #state;
            type Event = #event;
            type Context = #context;
            type Action = #action;

            const GRAPH: #krate::Graph = #graph;

            fn initial() -> #state {
                #initial
            }
            fn rules() -> impl #krate::__private::Rules<#state, #event, #context, #action>
                + ::core::marker::Send
                + 'static
            {
                #construct
            }
            #exhaustive
        }
    }
}

/// The value of the `initial:` header.
pub(super) fn initial(outline: &Outline<'_>) -> TokenStream {
    match &outline.fsm.headers.initial {
        Some(header) => scope::value(&header.value, |path| outline.state_path(path)),
        None => TokenStream::new(),
    }
}
