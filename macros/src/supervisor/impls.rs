//! What `#[supervisor]` writes for a struct and a machine.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Type;

use super::Target;
use super::options::Options;
use crate::names::unraw;
use crate::tokens::{before, behind, first_span, last_span, located_at, mentions};

// Input:
//
//     #[supervisor(LinkMachine)]
//     struct LinkSupervisor { .. }
//
// Output:
//
//     struct LinkSupervisor { .. }
//     impl Supervisor for LinkSupervisor { type State = <LinkMachine as Machine>::State; .. }
//     impl ExternalEventPolicy for LinkSupervisor { .. }
//     impl SelfSupervised for LinkSupervisor {
//         fn dispatch_state(..) { <LinkMachine as Drives<Self>>::dispatch(self, __state, __context) }
//         ..
//     }
//     impl LinkSupervisor { fn spawn(self, context) -> Handle { .. } fn spawn_with(..) { .. } }
pub(super) fn impls(target: &Target, machine: &Type, options: &Options) -> TokenStream {
    // At the machine's name: what rustc finds wrong with the impls is said of that machine. Where
    // no machine was named, that was said, and its error stands for every type.
    //
    // An editor takes what has the very place of the user's token for that token: so what is
    // generated begins before it, and ends behind it where rustc may have to underline it.
    let named = &machine.to_token_stream();
    let here = Span::call_site().located_at(before(first_span(named)));
    let end = Span::call_site().located_at(behind(last_span(named)));
    let last = |name: &str| Ident::new(name, end);
    let (last_context, last_clone) = (last("Context"), last("Clone"));
    let krate = match &options.krate {
        Some(_) => options.library(),
        None => located_at(options.library(), here),
    };
    let private = quote_spanned!(here=> #krate::__private);
    let Target { ident, generics } = target;
    let Checked {
        constants,
        machine,
        types,
        clause: checked,
    } = Checked::new(target, named, &krate, (here, end));
    // Each path ends behind the machine's name, like the type in it: what rustc finds wrong with
    // both is then one error.
    let drives = |method: &str| {
        let method = last(method);
        quote_spanned!(here=> <#machine as #private::Drives<Self>>::#method)
    };
    let closed_is_fault = drives("closed_is_fault");
    let dispatch = drives("dispatch");
    let event_for_closed = drives("event_for_closed");
    let event_for_fault = drives("event_for_fault");
    let event_for_stop = drives("event_for_stop");
    let last_lifetime = syn::Lifetime::new("'async_trait", end);
    let work = quote_spanned!(here=> self, __state, __context);
    let mut work = Group::new(Delimiter::Parenthesis, work);
    work.set_span(end);
    let owned = crate::expand::owned(generics);
    let (impl_generics, _, where_clause) = owned.split_for_impl();
    let (_, ty_generics, _) = generics.split_for_impl();
    // That the struct can be sent is asked for by `Supervisor`. The lifetime keeps rustc from
    // asking for it once more: a bound on a plain type is checked where it is written.
    let sent = quote_spanned!(here=> for<'__sent> Self: ::core::marker::Send);
    let mut if_sent = owned.clone();
    if_sent
        .make_where_clause()
        .predicates
        .push(syn::parse_quote!(#sent));
    let if_sent = &if_sent.where_clause;
    let plain_name = unraw(ident);
    let name = options
        .name
        .clone()
        .unwrap_or_else(|| quote_spanned!(here=> #plain_name));
    let stage_id = options.stage_id.clone().unwrap_or_else(|| {
        quote_spanned!(here=> const { #krate::StageId::of(::core::concat!(::core::module_path!(), "::", #plain_name)) })
    });
    let mailbox = options
        .mailbox
        .as_ref()
        .map(|events| quote_spanned!(here=> const MAILBOX: ::core::primitive::usize = #events;));
    let mailbox_has_room = mailbox_has_room(target, options, &krate);
    let (completed, completion) = completion(options, &krate, &sent, here);
    let (supervised, own, spawner) = match &options.handler {
        None => (
            quote_spanned!(here=> SelfSupervised),
            TokenStream::new(),
            quote_spanned!(here=> self_supervised),
        ),
        Some(handler) => (
            quote_spanned!(here=> HandlerSupervised),
            quote_spanned! {here=>
                type Handler = #handler;

                fn stage_id(&self) -> #krate::StageId {
                    #stage_id
                }
            },
            quote_spanned!(here=> handler_supervised),
        ),
    };
    let this = quote_spanned!(here=> <Self as #krate::Supervisor>);
    // States need `Clone` only where they are spawned, for the watch: the lifetime as above.
    let if_cloned = quote_spanned! {here=>
        where for<'__watch> #this::State: ::core::clone::#last_clone, #sent
    };
    quote_spanned! {here=>
        #constants

        #[automatically_derived]
        impl #impl_generics #krate::Supervisor for #ident #ty_generics #where_clause {
            type State = #types::State #checked;
            type Event = #types::Event #checked;
            type Context = #types::#last_context #checked;
            type Action = #types::Action;

            #mailbox

            fn build_state_machine(
                &self,
                __initial: #types::State,
            ) -> #krate::StateMachine<
                #types::State,
                #types::Event,
                #types::Context,
                #types::Action,
            > {
                <#machine as #krate::Machine>::machine(__initial)
            }
            fn name(&self) -> &::core::primitive::str {
                #name
            }
            fn stop_event(&self) -> ::core::option::Option<#types::Event> {
                #event_for_stop()
            }
            fn __external_mode(&self, __state: &#types::State) -> #krate::ExternalEventMode {
                <#machine as #krate::Machine>::policy(__state)
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::ExternalEventPolicy for #ident #ty_generics #if_sent {
            fn external_event_mode(__state: &Self::State) -> #krate::ExternalEventMode {
                <#machine as #krate::Machine>::policy(__state)
            }
            fn on_external_event_channel_closed(
                __state: &Self::State,
            ) -> ::core::option::Option<Self::Event> {
                #event_for_closed(__state)
            }
            fn channel_closed_is_fault() -> ::core::primitive::bool {
                #closed_is_fault()
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::#supervised for #ident #ty_generics #if_sent {
            #own

            fn dispatch_state<'life0, 'life1, 'life2, 'async_trait>(
                &'life0 mut self,
                __state: &'life1 Self::State,
                __context: &'life2 mut Self::Context,
            ) -> impl ::core::future::Future<Output = #krate::Next<Self::Event>>
                + ::core::marker::Send
                + #last_lifetime
            where
                'life0: 'async_trait,
                'life1: 'async_trait,
                'life2: 'async_trait,
                Self: 'async_trait,
            {
                #dispatch #work
            }
            fn writer_id(&self) -> #krate::WriterId {
                <#krate::WriterId as ::core::convert::From<#krate::StageId>>::from(#stage_id)
            }
            fn write_completion_event<'life0, 'async_trait>(
                &'life0 self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), #krate::BoxError>,
            > + ::core::marker::Send + 'async_trait
            where
                'life0: 'async_trait,
                Self: 'async_trait,
            {
                ::core::future::ready(::core::result::Result::Ok(()))
            }
            fn event_for_action_error(&self, __message: ::std::string::String) -> Self::Event {
                #event_for_fault(
                    #krate::Fault::from_error(__message),
                )
            }
            fn event_for_fault(&self, __fault: #krate::Fault) -> Self::Event {
                #event_for_fault(__fault)
            }
            #completed
        }

        #mailbox_has_room

        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            /// Spawns the component on the current tokio runtime, in the machine's initial state.
            ///
            /// # Panics
            ///
            /// Outside a tokio runtime.
            #[track_caller]
            pub fn spawn(
                self,
                __context: #this::Context,
            ) -> #krate::Handle<#this::Event, #this::State>
            #if_cloned
            {
                Self::spawn_with(move |_| (self, __context))
            }

            /// Spawns what `build` makes of a handle to the component itself: for a supervisor or
            /// a context that sends to its own mailbox.
            ///
            /// # Panics
            ///
            /// Outside a tokio runtime, and when `build` does.
            #[track_caller]
            pub fn spawn_with(
                __build: impl ::core::ops::FnOnce(
                    #krate::WeakHandle<#this::Event, #this::State>,
                ) -> (Self, #this::Context),
            ) -> #krate::Handle<#this::Event, #this::State>
            #if_cloned
            {
                Self::spawn_with_observed(__build, ())
            }

            /// `spawn_with`, with someone who looks on.
            ///
            /// # Panics
            ///
            /// Outside a tokio runtime, and when `build` does.
            #[track_caller]
            pub fn spawn_with_observed(
                __build: impl ::core::ops::FnOnce(
                    #krate::WeakHandle<#this::Event, #this::State>,
                ) -> (Self, #this::Context),
                __observer: impl #krate::Observe<#this::State, #this::Event, #this::Action>,
            ) -> #krate::Handle<#this::Event, #this::State>
            #if_cloned
            {
                #private::#spawner(<#machine as #krate::Machine>::initial(), __observer, __build)
            }

            #completion
        }
    }
}

/// The machine by way of a check: see the library's `checked.rs`.
struct Checked {
    constants: TokenStream,
    machine: TokenStream,
    /// What has the machine's types: they are errors where the machine is none.
    types: TokenStream,
    /// The clause of what is an error where the machine's types are wrong.
    clause: TokenStream,
}

impl Checked {
    fn new(
        target: &Target,
        named: &TokenStream,
        krate: &TokenStream,
        (here, end): (Span, Span),
    ) -> Self {
        let types = target.generics.type_params().map(|param| &param.ident);
        let consts = target.generics.const_params().map(|param| &param.ident);
        if types
            .chain(consts)
            .any(|param| mentions(named, &unraw(param)))
        {
            // A constant in a type cannot speak of parameters.
            return Checked {
                constants: TokenStream::new(),
                machine: located_at(named.clone(), here),
                types: quote_spanned!(here=> <#named as #krate::Machine>),
                clause: TokenStream::new(),
            };
        }
        let private = quote_spanned!(here=> #krate::__private);
        // Named constants: of an expression in a clause, rust-analyzer knows nothing. And a machine
        // that does not exist is said once, where its alias names it.
        let name = |what: &str| format_ident!("__{}_{what}", unraw(&target.ident), span = here);
        let (alias, known, checked) = (name("Machine"), name("known"), name("checked"));
        let types = quote_spanned!(here=> <#alias as #private::Known<#known>>);
        let last = Ident::new("Machine", end);
        let machine = quote_spanned!(here=> #types::#last);
        Checked {
            constants: quote_spanned! {here=>
                #[allow(non_camel_case_types)]
                type #alias = #named;
                #[allow(non_upper_case_globals)]
                const #known: ::core::primitive::bool = #private::is_machine::<#named>();
                #[allow(non_upper_case_globals)]
                const #checked: ::core::primitive::bool = <#machine as #krate::Machine>::CHECKED;
            },
            clause: quote_spanned!(here=> where #private::Checked<#checked>: #private::Holds),
            machine,
            types,
        }
    }
}

/// The assertion that a mailbox whose size is no literal holds something. Only a struct without
/// generics has one size.
fn mailbox_has_room(target: &Target, options: &Options, krate: &TokenStream) -> TokenStream {
    let (Some(events), true) = (&options.mailbox, target.generics.params.is_empty()) else {
        return TokenStream::new();
    };
    let here = Span::call_site().located_at(before(first_span(events)));
    let ident = &target.ident;
    let library = located_at(krate.clone(), here);
    let mailbox = quote_spanned!(here=> <#ident as #krate::Supervisor>::MAILBOX);
    let mut mailbox = Group::new(Delimiter::Parenthesis, mailbox);
    mailbox.set_span(Span::call_site().located_at(behind(last_span(events))));
    quote_spanned! {here=>
        const _: () = #library::__private::has_room #mailbox;
    }
}

/// The override of `completed`, and a function with the user's path in it. That one has no `self`,
/// or rustc would take a misspelt path for a method of it.
fn completion(
    options: &Options,
    krate: &TokenStream,
    sent: &TokenStream,
    here: Span,
) -> (TokenStream, TokenStream) {
    let Some(path) = &options.completed else {
        return (TokenStream::new(), TokenStream::new());
    };
    let there = Span::call_site().located_at(before(first_span(&path.to_token_stream())));
    let future = quote_spanned! {there=>
        impl ::core::future::Future<
            Output = ::core::result::Result<(), #krate::BoxError>,
        > + ::core::marker::Send + 'a
    };
    let completed = quote_spanned! {here=>
        fn completed<'a>(
            &'a mut self,
            __exit: &'a #krate::Exit<Self::State, Self::Event>,
            __context: &'a mut Self::Context,
        ) -> #future {
            Self::__completed(self, __exit, __context)
        }
    };
    let this = quote_spanned!(there=> <Self as #krate::Supervisor>);
    let completion = quote_spanned! {there=>
        #[doc(hidden)]
        fn __completed<'a>(
            __supervisor: &'a mut Self,
            __exit: &'a #krate::Exit<#this::State, #this::Event>,
            __context: &'a mut #this::Context,
        ) -> #future
        where #sent
        {
            #krate::__private::completed(__supervisor, __exit, __context, #path)
        }
    };
    (completed, completion)
}
