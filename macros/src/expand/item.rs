//! The item form: a type that implements `Machine`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Generics;

use super::header::{has_types, initial};
use super::{
    Locals, Types, allow, checked, decide, dispatch, docs, editor, exhaustive, graph, library,
    owned, tables,
};
use crate::chart::{Condition, chart};
use crate::drawing::Chart;
use crate::model::Model;
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
//         fn decide(&mut self, slot, node, input, context, actions) -> Decision<Door, Hand> { .. }
//         fn node(&self, state) -> u16 { match state { Closed { .. } => 0, .. } }
//         fn topology(&self) -> &'static Topology { const TOPOLOGY: &Topology = ..; TOPOLOGY }
//     }
//     impl Machine for DoorMachine { type State = Door; .. }
pub(super) fn expand(model: &Model<'_>, item: &Item) -> TokenStream {
    let chart = chart(model);
    let docs = docs::machine(model, &chart, item);
    let declaration = declare(item, &docs);
    let aliases = super::aliases(model);
    let rules = has_types(model).then(|| editor::item(model, |model| rules(model, item)));
    let machine = machine(model, &chart, item);
    let dispatch = dispatch::expand(model, &chart, item);
    quote!(#declaration #aliases #rules #machine #dispatch)
}

/// The machine's type. Generics are held by a function pointer, so that the type is `Send` and
/// `Sync` whatever they are.
fn declare(item: &Item, docs: &TokenStream) -> TokenStream {
    let Item {
        word,
        attrs,
        vis,
        ident,
        generics,
        lifetimes: _,
    } = item;
    // At the name, to its end: a second type of that name is then said to be here.
    let end = quote_spanned!(ident.span()=> ;);
    if generics.params.is_empty() {
        return quote!(#(#attrs)* #docs #vis #word #ident #end);
    }
    let where_clause = &generics.where_clause;
    let types = types(generics);
    quote! {
        #(#attrs)*
        #docs
        #vis #word #ident #generics (
            ::core::marker::PhantomData<fn() -> (#(#types,)*)>
        ) #where_clause #end
    }
}

fn types(generics: &Generics) -> Vec<&syn::Ident> {
    generics.type_params().map(|param| &param.ident).collect()
}

fn construct(item: &Item) -> TokenStream {
    let ident = &item.ident;
    if item.generics.params.is_empty() {
        quote!(#ident)
    } else {
        quote!(Self(::core::marker::PhantomData))
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
    // At the header: a task that borrows is told from where.
    let borrowed = match &model.fsm.headers.context {
        Some(header) => Span::mixed_site().located_at(header.word.span()),
        None => Span::mixed_site(),
    };
    let task_locals = Locals {
        context: Ident::new("__context", borrowed),
        ..Locals::new()
    };
    let task = tables::task(model, &task_locals);
    let task_context = &task_locals.context;
    let task_context = quote_spanned!(borrowed=> #task_context: &#context);
    let is_error = match &model.fsm.headers.error {
        Some(header) if model.shows_header(header) => Some(model.event_path(&header.value)),
        _ => None,
    };
    let Locals {
        state: state_name,
        node: node_name,
        context: context_name,
        actions: actions_name,
        number: number_name,
        ..
    } = &locals;
    let number_type = quote!(::core::primitive::u16);
    let buffer = quote!(::std::vec::Vec<#action>);
    let exit = exit.map(|body| {
        quote! {
            fn exit(
                &mut self,
                #node_name: #number_type,
                #state_name: &#state,
                #context_name: &#context,
                #actions_name: &mut #buffer,
            ) {
                #body
            }
        }
    });
    let entry = entry.map(|body| {
        quote! {
            fn entry(
                &mut self,
                #node_name: #number_type,
                #state_name: &#state,
                #context_name: &#context,
                #actions_name: &mut #buffer,
            ) {
                #body
            }
        }
    });
    let clock = clock.map(|body| {
        quote! {
            fn clock(
                &mut self,
                #number_name: #number_type,
                #state_name: &#state,
                #context_name: &#context,
            ) -> ::core::time::Duration {
                #body
            }
        }
    });
    let task = task.map(|body| {
        quote! {
            fn task(
                &mut self,
                #node_name: #number_type,
                #state_name: &#state,
                #task_context,
            ) -> ::core::option::Option<#private::BoxFuture<'static, #event>> {
                #body
            }
        }
    });
    let is_error = is_error.map(|error| {
        quote! {
            fn is_error(&self, __event: &#event) -> ::core::primitive::bool {
                ::core::matches!(__event, #error { .. })
            }
        }
    });
    let initial = initial(model);
    let allow = allow();
    quote! {
        #allow
        #[automatically_derived]
        #[doc(hidden)]
        impl #impl_generics #private::Rules<#state, #event, #context, #action>
            for #ident #ty_generics #where_clause
        {
            #[inline(always)]
            fn decide(&mut self, #parameters) -> #private::Decision<#state, #event> {
                #decide
            }
            #exit
            #entry
            #clock
            #task
            #[inline(always)]
            fn node(&self, #state_name: &#state) -> #number_type {
                #node
            }
            fn initial(&self) -> #state {
                #initial
            }
            #is_error
            #[inline(always)]
            fn topology(&self) -> &'static #private::Topology {
                const TOPOLOGY: &#private::Topology = #topology;
                TOPOLOGY
            }
        }
    }
}

fn machine(model: &Model<'_>, chart: &Chart<'_, Condition<'_>>, item: &Item) -> TokenStream {
    let krate = library(model.fsm);
    let ident = &item.ident;
    let generics = owned(&item.generics);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let graph = graph::expand(model, chart, item);
    let exhaustive = exhaustive::exhaustive(model);
    let construct = if has_types(model) {
        construct(item)
    } else {
        quote!(#krate::__private::Broken)
    };
    let allow = allow();
    let types = associated_types(model, item);
    let constants = checked::constants(model, item);
    let checked = checked::associated(model, item);
    quote! {
        #constants
        #graph
        #allow
        #[automatically_derived]
        impl #impl_generics #krate::Machine for #ident #ty_generics #where_clause {
            #types

            fn rules() -> impl #krate::__private::RulesOf<Self> {
                #construct
            }
            #checked
            #exhaustive
        }
    }
}

/// `type State = ..;` and so on, each at its header: what rustc refuses of a type is said there.
fn associated_types(model: &Model<'_>, item: &Item) -> TokenStream {
    let Types {
        state,
        event,
        context,
        action,
    } = Types::of(model);
    let headers = &model.fsm.headers;
    let words = [
        headers.state.as_ref().map(|header| &header.word),
        headers.event.as_ref().map(|header| &header.word),
        headers.context.as_ref().map(|header| &header.word),
        headers.action.as_ref().map(|header| &header.word),
    ];
    let checked = || checked::clause(model, item);
    // The library asks something of the first two.
    let clauses = [checked(), checked(), None, None];
    ["State", "Event", "Context", "Action"]
        .into_iter()
        .zip([state, event, context, action])
        .zip(words)
        .zip(clauses)
        .map(|(((name, ty), word), clause)| {
            let place = word.map_or_else(Span::call_site, Ident::span);
            let here = Span::call_site().located_at(place);
            let name = Ident::new(name, here);
            quote_spanned!(here=> type #name = #ty #clause;)
        })
        .collect()
}
