//! `#[supervisor(Machine)]`: the impls that make a struct a component.

mod impls;
mod options;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Generics, Token};

use self::options::Options;
use crate::errors::Errors;

/// The struct that the attribute stands on.
struct Target {
    ident: Ident,
    generics: Generics,
}

/// The user's item is emitted as it is, whatever is wrong around it.
pub(crate) fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = options::options(attr, &mut errors);
    let item = supervised_once(item, &options, &mut errors);
    let target = target(item.clone(), &mut errors);
    let mut output = item;
    match (&target, &options.machine) {
        (Some(target), Some(machine)) => output.extend(impls::impls(target, machine, &options)),
        (Some(target), None) => output.extend(unknown(target, &options, &errors)),
        (None, _) => {}
    }
    output.extend(errors.into_compile_errors());
    output
}

/// The item without a second attribute of this kind: of all that it would write twice, only the
/// attribute is spoken of.
fn supervised_once(item: TokenStream, options: &Options, errors: &mut Errors) -> TokenStream {
    let parts = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        let rest: TokenStream = input.parse()?;
        Ok((attrs, rest))
    };
    let Ok((attrs, rest)) = Parser::parse2(parts, item.clone()) else {
        return item;
    };
    let (again, attrs): (Vec<_>, Vec<_>) = attrs
        .into_iter()
        .partition(|attr| is_supervisor(attr, options));
    if again.is_empty() {
        return item;
    }
    for attr in &again {
        errors.at(
            attr,
            "the struct has a `#[supervisor(..)]` already: keep one of the two",
        );
    }
    quote!(#(#attrs)* #rest)
}

fn is_supervisor(attr: &Attribute, options: &Options) -> bool {
    let text = |tokens: TokenStream| {
        let text: String = tokens.into_iter().map(|token| token.to_string()).collect();
        text.trim_start_matches(':').to_owned()
    };
    let path = text(attr.path().to_token_stream());
    let library = text(options.library());
    path == "supervisor" || path.strip_suffix("::supervisor") == Some(library.as_str())
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

/// What the code around a supervisor of no known machine needs, so that only that is said.
fn unknown(target: &Target, options: &Options, errors: &Errors) -> TokenStream {
    let krate = options.library();
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
