//! The dispatch trait, and the glue from a state to its method.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Path;

use super::header::header_value;
use super::{Types, allow, checked, docs, library, owned, under};
use crate::chart::Condition;
use crate::drawing::Chart;
use crate::model::Model;
use crate::names::{last_name, snake_case};
use crate::outline::{Outline, docs_of};
use crate::syntax::{Arm, Closed, Item, Mode, State};
use crate::tokens::{before, behind, located_at, span_of};

/// A working state and its method.
struct Method<'a> {
    at: usize,
    state: &'a State,
    name: Ident,
}

/// The states that work, with the methods that do it.
fn methods<'a>(outline: &Outline<'a>) -> Vec<Method<'a>> {
    let mut methods: Vec<Method<'a>> = Vec::new();
    for (at, state) in outline.live_states() {
        let node = &outline.nodes[at];
        let name = Ident::new(&snake_case(&node.name), before(node.span()));
        // A second one of a name is refused by `check`, or a version for another configuration.
        let again = node.cfgs.is_empty() && methods.iter().any(|method| method.name == name);
        if node.mode != Mode::Block && !again {
            methods.push(Method { at, state, name });
        }
    }
    methods
}

// Input:
//
//     trait LinkDispatch;
//     state Up: Race { .. }
//
// Output:
//
//     trait LinkDispatch: Send {
//         fn up(&mut self, state: &Link, context: &mut LinkContext)
//             -> impl Future<Output = Next<Signal>> + Send;
//     }
//     impl Supervised for LinkMachine { fn error_event(fault: Fault) -> Signal { .. } .. }
//     impl<T: LinkDispatch> Drives<T> for LinkMachine { .. match state { Up => .. up(..) } .. }
pub(super) fn expand(
    model: &Model<'_>,
    chart: &Chart<'_, Condition<'_>>,
    item: &Item,
) -> TokenStream {
    let Some(dispatch) = &model.fsm.dispatch else {
        return TokenStream::new();
    };
    let declaration = dispatch_trait(model, chart, item);
    let supervised = supervised(model, item);
    let drives = drives(model, item);
    let items = quote!(#declaration #supervised #drives);
    under(model.fsm, &dispatch.attrs, items)
}

/// The trait itself. It takes the machine's generics: its methods' types may use them.
fn dispatch_trait(
    outline: &Model<'_>,
    chart: &Chart<'_, Condition<'_>>,
    item: &Item,
) -> TokenStream {
    let Some(dispatch) = &outline.fsm.dispatch else {
        return TokenStream::new();
    };
    let krate = library(outline.fsm);
    let Types {
        state,
        event,
        context,
        ..
    } = Types::of(outline);
    let attrs = &dispatch.attrs;
    let vis = &dispatch.vis;
    let ident = &dispatch.ident;
    let word = &dispatch.word;
    let generics = owned(&item.generics);
    let where_clause = &generics.where_clause;
    let arms: Vec<&Arm> = outline.arms().into_iter().map(|(arm, ..)| arm).collect();
    let methods = methods(outline).into_iter().map(|method| {
        let node = &outline.nodes[method.at];
        let cfgs = &node.cfgs;
        let name = &method.name;
        let docs = method_docs(&method, &node.name, node.mode);
        let at = outline.states().position(|(at, _)| at == method.at);
        let happens = at.map(|at| docs::method(&arms, chart, at));
        // From before the state's name to behind it: what is wrong with the user's method is said of
        // this state.
        let begin = Span::call_site().located_at(before(node.span()));
        let end = Span::call_site().located_at(behind(node.span()));
        let send = Ident::new("Send", end);
        // A policy that is not known may be one without work.
        let policy = method.state.policy.as_ref();
        let body = if policy.is_some_and(|policy| !policy.known) {
            quote_spanned!(end=> { async { ::core::unreachable!() } })
        } else {
            quote_spanned!(end=> ;)
        };
        quote_spanned! {begin=>
            #(#cfgs)*
            #(#[doc = #docs])*
            #happens
            fn #name(
                &mut self,
                state: &#state,
                context: &mut #context,
            ) -> impl ::core::future::Future<Output = #krate::Next<#event>>
                + ::core::marker::#send
            #body
        }
    });
    // At the trait's line: that is where it asks for something.
    let begin = Span::call_site().located_at(before(ident.span()));
    let send = Ident::new("Send", Span::call_site().located_at(behind(ident.span())));
    let sent = quote_spanned!(begin=> : ::core::marker::#send);
    let mut body = Group::new(Delimiter::Brace, quote!(#(#methods)*));
    body.set_span(behind(ident.span()));
    let default_doc = docs_of(attrs).is_empty().then(|| {
        let doc = format!("What [`{}`] does in each state that works.", item.ident);
        quote!(#[doc = #doc])
    });
    // No `#[diagnostic::..]`: a module of the user's with that name would take its place.
    quote! {
        #(#attrs)*
        #default_doc
        #vis #word #ident #generics #sent #where_clause #body
    }
}

fn method_docs(method: &Method<'_>, name: &str, mode: Mode) -> Vec<String> {
    let policy = match mode {
        Mode::Block => "Block",
        Mode::Poll => "Poll: events from outside are looked for before each call",
        Mode::Ignore => "Ignore: events from outside wait until the state is left",
        Mode::Race => {
            "Race: dropped and called anew whenever anything else comes first, so progress \
             belongs in `self`"
        }
    };
    let mut docs = vec![format!(" Works in state `{name}`, with policy {policy}.")];
    let own = docs_of(&method.state.attrs);
    if !own.is_empty() {
        docs.push(String::new());
        docs.extend(own.lines().map(|line| format!(" {line}")));
    }
    docs
}

fn supervised(model: &Model<'_>, item: &Item) -> TokenStream {
    let krate = library(model.fsm);
    let private = quote!(#krate::__private);
    let Types { state, event, .. } = Types::of(model);
    let headers = &model.fsm.headers;
    let ident = &item.ident;
    let generics = owned(&item.generics);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let error = headers.error.as_ref();
    // At the variant: if it can hold no `Fault`, rustc says so there.
    let at = error.map_or_else(Span::call_site, |header| span_of(&header.value));
    let here = Span::mixed_site().located_at(before(at));
    let fault = Ident::new("__fault", here);
    let error_event = match error {
        // Else rustc says that a struct variant is no value, and how to make one.
        Some(header) if has_named_fields(model, &header.value) => {
            let message = "the error event cannot hold a `Fault`: give this variant one field \
                           without a name, a `Fault` or a `String`";
            syn::Error::new_spanned(&header.value, message).to_compile_error()
        }
        Some(header) if model.shows_header(header) => {
            let path = model.event_path(&header.value);
            // A path to the library of the user's own is looked up where it stands, and once.
            let private = match &headers.krate {
                Some(_) => private.clone(),
                None => located_at(private.clone(), before(at)),
            };
            let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#path, #fault));
            arguments.set_span(Span::mixed_site().located_at(behind(at)));
            quote_spanned!(here=> #private::error_event #arguments)
        }
        // `check_error_header` asks for it, or something was said of it.
        _ => quote!(::core::unreachable!()),
    };
    let stop = headers.stop.as_ref().map(|header| {
        let resolve = |model: &Model<'_>, path: &Path| model.event_path(path).into_token_stream();
        let stop = header_value(model, header, &header.value, resolve, &event);
        quote! {
            fn stop_event() -> ::core::option::Option<#event> {
                ::core::option::Option::Some(#stop)
            }
        }
    });
    let closed = headers
        .closed
        .as_ref()
        .map(|header| (header, &header.value));
    let closed = match closed {
        Some((_, Closed::Ignore)) => quote!(::core::option::Option::None),
        Some((header, Closed::Event(value))) => {
            let resolve =
                |model: &Model<'_>, path: &Path| model.event_path(path).into_token_stream();
            let event = header_value(model, header, value, resolve, &event);
            quote!(::core::option::Option::Some(#event))
        }
        None => quote! {
            ::core::option::Option::Some(#private::closed_is_error::<Self>(__state))
        },
    };
    let is_fault = headers.closed.is_none();
    let allow = allow();
    quote! {
        #allow
        #[automatically_derived]
        #[doc(hidden)]
        impl #impl_generics #private::Supervised for #ident #ty_generics #where_clause {
            const CLOSED_IS_FAULT: ::core::primitive::bool = #is_fault;

            fn error_event(#fault: #krate::Fault) -> #event {
                #error_event
            }
            #stop
            fn closed_event(__state: &#state) -> ::core::option::Option<#event> {
                if <Self as #krate::Machine>::is_terminal(__state) {
                    return ::core::option::Option::None;
                }
                #closed
            }
        }
    }
}

/// Whether an arm says of an event that its fields have names.
fn has_named_fields(model: &Model<'_>, event: &syn::Path) -> bool {
    let name = last_name(event);
    let arms = model.arms();
    let patterns = arms.iter().flat_map(|(arm, ..)| arm.events());
    let groups = patterns.filter(|pattern| last_name(&pattern.path) == name);
    let mut groups = groups.filter_map(|pattern| pattern.group.as_ref());
    groups.any(|group| {
        let field = group.stream().into_iter().next();
        group.delimiter() == Delimiter::Brace && matches!(field, Some(TokenTree::Ident(_)))
    })
}

fn drives(model: &Model<'_>, item: &Item) -> TokenStream {
    let krate = library(model.fsm);
    let private = quote!(#krate::__private);
    let Some(dispatch) = &model.fsm.dispatch else {
        return TokenStream::new();
    };
    let Types {
        state,
        event,
        context,
        ..
    } = Types::of(model);
    let ident = &item.ident;
    let trait_ident = &dispatch.ident;
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let supervisor = format_ident!("__Supervisor");
    let mut generics = owned(&item.generics);
    generics
        .params
        .push(syn::parse_quote!(#supervisor: #trait_ident #ty_generics));
    if !item.generics.params.is_empty() {
        // What is plain of concrete types has to be asked of generic ones.
        let predicates = &mut generics.make_where_clause().predicates;
        predicates.push(syn::parse_quote!(#state: ::core::marker::Send + ::core::marker::Sync));
        predicates.push(syn::parse_quote!(#context: ::core::marker::Send));
        predicates.push(syn::parse_quote!(#event: ::core::marker::Send));
    }
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    // At the headers: what cannot be sent to another thread is named there.
    let headers = &model.fsm.headers;
    let at = |word: Option<&Ident>| {
        let place = word.map_or_else(Span::call_site, Ident::span);
        Span::mixed_site().located_at(place)
    };
    let here = at(headers.context.as_ref().map(|header| &header.word));
    let context_name = Ident::new("__context", here);
    let state_name = Ident::new(
        "__state",
        at(headers.state.as_ref().map(|header| &header.word)),
    );
    let supervisor_name = Ident::new("__supervisor", Span::mixed_site());
    let arms: TokenStream = methods(model)
        .into_iter()
        .filter(|method| model.shows_state(method.state))
        .map(|method| {
            let cfgs = &model.nodes[method.at].cfgs;
            let path = model.state_path(&method.state.path);
            let name = &method.name;
            quote! {
                #(#cfgs)*
                #path { .. } => {
                    #trait_ident::#name(#supervisor_name, #state_name, #context_name).await
                }
            }
        })
        .collect();
    let body = quote! {
        match #state_name {
            #arms
            _ => #private::nothing_to_dispatch::<Self>(#state_name),
        }
    };
    let body = quote_spanned!(here=> async move { #body });
    let future = quote_spanned! {here=>
        impl ::core::future::Future<Output = #krate::Next<#event>> + ::core::marker::Send + 'a
    };
    let checked = checked::clause(model, item);
    let allow = allow();
    quote! {
        #allow
        #[automatically_derived]
        #[doc(hidden)]
        impl #impl_generics #private::Drives<#supervisor> for #ident #ty_generics #where_clause {
            fn dispatch<'a>(
                #supervisor_name: &'a mut #supervisor,
                #state_name: &'a #state,
                #context_name: &'a mut #context,
            ) -> #future
            #checked
            {
                #body
            }
        }
    }
}
