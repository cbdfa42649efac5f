//! `#[supervisor(Machine)]`: the impls that make a struct a component.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::{Generics, Path, Token, Type};

use crate::errors::Errors;
use crate::tokens::{self, first_span, located_at, suggest, unraw};

const KEYS: &[&str] = &[
    "handler",
    "name",
    "stage_id",
    "completed",
    "mailbox",
    "crate",
];

/// What stands in the parentheses.
#[derive(Default)]
struct Options {
    machine: Option<Type>,
    handler: Option<Type>,
    name: Option<TokenStream>,
    stage_id: Option<TokenStream>,
    completed: Option<Path>,
    mailbox: Option<TokenStream>,
    krate: Option<Path>,
}

/// The struct that the attribute stands on.
struct Target {
    ident: Ident,
    generics: Generics,
}

/// The user's item is emitted as it is, whatever is wrong around it.
pub(crate) fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = options(attr, &mut errors);
    let target = target(item.clone(), &mut errors);
    let mut output = item;
    match (&target, &options.machine) {
        (Some(target), Some(machine)) => output.extend(impls(target, machine, &options)),
        (Some(target), None) => output.extend(unknown(target, &options, &errors)),
        (None, _) => {}
    }
    output.extend(errors.into_compile_errors());
    output
}

fn options(attr: TokenStream, errors: &mut Errors) -> Options {
    let mut options = Options::default();
    let result = Parser::parse2(
        |input: ParseStream<'_>| {
            while !input.is_empty() {
                if let Err(error) = option(input, &mut options, errors) {
                    errors.push(error);
                    let _ = tokens::run(input, |input| input.peek(Token![,]));
                }
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        },
        attr,
    );
    if let Err(error) = result {
        errors.push(error);
    } else if options.machine.is_none() && errors.is_empty() {
        errors.at_span(
            Span::call_site(),
            "name the machine that this struct supervises: `#[supervisor(LinkMachine)]`",
        );
    }
    options
}

fn option(input: ParseStream<'_>, options: &mut Options, errors: &mut Errors) -> syn::Result<()> {
    let keyed = (input.peek(syn::Ident) || input.peek(Token![crate])) && input.peek2(Token![=]);
    if !keyed {
        let machine: Type = input.parse()?;
        if options.machine.is_some() {
            errors.at(&machine, "a supervisor has one machine");
        }
        options.machine.get_or_insert(machine);
        return Ok(());
    }
    let key = input.call(<Ident as syn::ext::IdentExt>::parse_any)?;
    input.parse::<Token![=]>()?;
    let until_comma = |input: ParseStream<'_>| {
        let tokens = tokens::run(input, |input| input.peek(Token![,]));
        if tokens.is_empty() {
            return Err(input.error("expected a value"));
        }
        Ok(tokens)
    };
    let twice = match key.to_string().as_str() {
        "handler" => options.handler.replace(input.parse()?).is_some(),
        "name" => options.name.replace(until_comma(input)?).is_some(),
        "stage_id" => options.stage_id.replace(until_comma(input)?).is_some(),
        "completed" => options.completed.replace(input.parse()?).is_some(),
        "mailbox" => options.mailbox.replace(until_comma(input)?).is_some(),
        "crate" => options
            .krate
            .replace(Path::parse_mod_style(input)?)
            .is_some(),
        other => {
            let message = format!("there is no key `{other}`: {}", suggest(other, KEYS));
            return Err(syn::Error::new(key.span(), message));
        }
    };
    if twice {
        errors.at(&key, format!("`{key}` is given twice"));
    }
    Ok(())
}

/// Reads as much of the struct as the impls need. Its fields stay unread: rustc reads them.
fn target(item: TokenStream, errors: &mut Errors) -> Option<Target> {
    let mut wrong = None;
    let read = |input: ParseStream<'_>| {
        input.call(syn::Attribute::parse_outer)?;
        input.parse::<syn::Visibility>()?;
        // Of another type the impls are written all the same, so that only this is said.
        let other = input.peek(Token![enum]) || input.peek(Token![union]);
        let word = input.call(<Ident as syn::ext::IdentExt>::parse_any)?;
        if word != "struct" {
            let error = syn::Error::new(word.span(), "`#[supervisor]` stands on a struct");
            if !other {
                return Err(error);
            }
            wrong = Some(error);
        }
        let ident: Ident = input.parse()?;
        let mut generics: Generics = input.parse()?;
        generics.where_clause = input.parse()?;
        let body = input.peek(syn::token::Paren);
        if body {
            // A tuple struct's where-clause stands behind its fields.
            input.parse::<proc_macro2::TokenTree>()?;
            generics.where_clause = input.parse()?;
        }
        let _: TokenStream = input.parse()?;
        Ok(Target { ident, generics })
    };
    let target = Parser::parse2(read, item);
    if let Some(wrong) = wrong {
        errors.push(wrong);
    }
    match target {
        Ok(target) => {
            for lifetime in target.generics.lifetimes() {
                errors.at(
                    lifetime,
                    "a supervisor has no lifetime parameters: a component owns what it works with",
                );
            }
            Some(target)
        }
        Err(error) => {
            errors.push(error);
            None
        }
    }
}

/// Tokens where they are, but as if the macro had written them: rustc then sees one place in all
/// that is generated there, and says one thing once.
fn generated(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            if token.to_string() != "$crate" {
                token.set_span(Span::call_site().located_at(token.span()));
            }
            token
        })
        .collect()
}

fn library(options: &Options) -> TokenStream {
    let krate = options.krate.as_ref();
    krate.map_or_else(|| quote!(::steadfast), ToTokens::to_token_stream)
}

/// What the code around a supervisor of no known machine needs, so that only that is said.
fn unknown(target: &Target, options: &Options, errors: &Errors) -> TokenStream {
    let krate = library(options);
    let unknown = errors.as_type();
    let Target { ident, generics } = target;
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            pub fn spawn(self, _: #unknown) -> #krate::Handle<#unknown, #unknown> {
                ::core::unreachable!()
            }
            pub fn spawn_with(
                _: impl ::core::ops::FnOnce(
                    #krate::WeakHandle<#unknown, #unknown>,
                ) -> (Self, #unknown),
            ) -> #krate::Handle<#unknown, #unknown> {
                ::core::unreachable!()
            }
        }
    }
}

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
//         fn dispatch_state(..) { <LinkMachine as Drives<Self>>::dispatch(self, state, context) }
//         ..
//     }
//     impl LinkSupervisor { fn spawn(self, context) -> Handle { .. } fn spawn_with(..) { .. } }
fn impls(target: &Target, machine: &Type, options: &Options) -> TokenStream {
    // At the machine's name: what rustc finds wrong with the impls is said of that machine. Where
    // no machine was named, that was said, and its error stands for every type.
    let here = Span::call_site().located_at(first_span(&machine.to_token_stream()));
    let krate = located_at(library(options), here);
    let machine = &generated(machine.to_token_stream());
    let private = quote_spanned!(here=> #krate::__private);
    let Target { ident, generics } = target;
    let owned = crate::expand::owned(generics);
    let (impl_generics, _, where_clause) = owned.split_for_impl();
    let (_, ty_generics, _) = generics.split_for_impl();
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
    let completed = options.completed.as_ref().map(|path| {
        quote_spanned! {here=>
            fn completed<'a>(
                &'a mut self,
                exit: &'a #krate::Exit<Self::State, Self::Event>,
                context: &'a mut Self::Context,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), #krate::BoxError>,
            > + ::core::marker::Send + 'a {
                async move { #private::Completion::into_result(#path(self, exit, context).await) }
            }
        }
    });
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
    let state = quote_spanned!(here=> <#machine as #krate::Machine>::State);
    let event = quote_spanned!(here=> <#machine as #krate::Machine>::Event);
    // States need `Clone` only where they are spawned, for the watch. The lifetime keeps rustc from
    // asking for it here: a bound on a plain type is checked where it is written.
    let if_cloned = quote_spanned!(here=> where for<'__watch> #state: ::core::clone::Clone);
    let context = quote_spanned!(here=> <#machine as #krate::Machine>::Context);
    quote_spanned! {here=>
        #[automatically_derived]
        impl #impl_generics #krate::Supervisor for #ident #ty_generics #where_clause {
            type State = #state;
            type Event = #event;
            type Context = #context;
            type Action = <#machine as #krate::Machine>::Action;

            #mailbox

            fn build_state_machine(
                &self,
                initial_state: Self::State,
            ) -> #krate::StateMachine<Self::State, Self::Event, Self::Context, Self::Action> {
                <#machine as #krate::Machine>::machine(initial_state)
            }
            fn name(&self) -> &::core::primitive::str {
                #name
            }
            fn stop_event(&self) -> ::core::option::Option<Self::Event> {
                <#machine as #private::Drives<Self>>::event_for_stop()
            }
            fn external_mode(&self, state: &Self::State) -> #krate::ExternalEventMode {
                <#machine as #krate::Machine>::policy(state)
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::ExternalEventPolicy for #ident #ty_generics #where_clause {
            fn external_event_mode(state: &Self::State) -> #krate::ExternalEventMode {
                <#machine as #krate::Machine>::policy(state)
            }
            fn on_external_event_channel_closed(
                state: &Self::State,
            ) -> ::core::option::Option<Self::Event> {
                <#machine as #private::Drives<Self>>::event_for_closed(state)
            }
            fn channel_closed_is_fault() -> ::core::primitive::bool {
                <#machine as #private::Drives<Self>>::closed_is_fault()
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::#supervised for #ident #ty_generics #where_clause {
            #own

            fn dispatch_state<'life0, 'life1, 'life2, 'async_trait>(
                &'life0 mut self,
                state: &'life1 Self::State,
                context: &'life2 mut Self::Context,
            ) -> impl ::core::future::Future<Output = #krate::Next<Self::Event>>
                + ::core::marker::Send
                + 'async_trait
            where
                'life0: 'async_trait,
                'life1: 'async_trait,
                'life2: 'async_trait,
                Self: 'async_trait,
            {
                <#machine as #private::Drives<Self>>::dispatch(self, state, context)
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
            fn event_for_action_error(&self, msg: ::std::string::String) -> Self::Event {
                <#machine as #private::Drives<Self>>::event_for_fault(#krate::Fault::from_error(msg))
            }
            fn event_for_fault(&self, fault: #krate::Fault) -> Self::Event {
                <#machine as #private::Drives<Self>>::event_for_fault(fault)
            }
            #completed
        }

        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            /// Spawns the component on the current tokio runtime, in the machine's initial state.
            ///
            /// # Panics
            ///
            /// Outside a tokio runtime.
            #[track_caller]
            pub fn spawn(self, context: #context) -> #krate::Handle<#event, #state>
            #if_cloned
            {
                Self::spawn_with(move |_| (self, context))
            }

            /// Spawns what `build` makes of a handle to the component itself: for a supervisor or
            /// a context that sends to its own mailbox.
            ///
            /// # Panics
            ///
            /// Outside a tokio runtime, and when `build` does.
            #[track_caller]
            pub fn spawn_with(
                build: impl ::core::ops::FnOnce(
                    #krate::WeakHandle<#event, #state>,
                ) -> (Self, #context),
            ) -> #krate::Handle<#event, #state>
            #if_cloned
            {
                Self::spawn_with_observed(build, ())
            }

            /// `spawn_with`, with someone who looks on.
            ///
            /// # Panics
            ///
            /// Outside a tokio runtime, and when `build` does.
            #[track_caller]
            pub fn spawn_with_observed(
                build: impl ::core::ops::FnOnce(
                    #krate::WeakHandle<#event, #state>,
                ) -> (Self, #context),
                observer: impl #krate::Observe<
                    #state,
                    #event,
                    <#machine as #krate::Machine>::Action,
                >,
            ) -> #krate::Handle<#event, #state>
            #if_cloned
            {
                #private::#spawner(<#machine as #krate::Machine>::initial(), observer, build)
            }
        }
    }
}
