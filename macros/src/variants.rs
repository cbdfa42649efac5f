//! `#[derive(StateVariant)]` and `#[derive(EventVariant)]`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Data, DeriveInput, Fields, Path};

use crate::errors::Errors;
use crate::names::unraw;

/// Writes `variant_name` for an enum.
pub(crate) fn derive(input: TokenStream, trait_name: &str) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let krate = library(&input, &mut errors);
    let trait_ident = Ident::new(trait_name, proc_macro2::Span::mixed_site());
    let body = match &input.data {
        Data::Enum(data) if data.variants.is_empty() => quote!(match *self {}),
        Data::Enum(data) => {
            let arms = data.variants.iter().map(|variant| {
                let ident = &variant.ident;
                let name = unraw(ident);
                let payload = payload(&variant.fields);
                quote!(Self::#ident #payload => #name,)
            });
            quote!(match self { #(#arms)* })
        }
        _ => {
            errors.at(
                &input.ident,
                format!("`{trait_name}` is for an enum: its variants are the names"),
            );
            let name = unraw(&input.ident);
            quote!(#name)
        }
    };
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let errors = errors.into_compile_errors();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::#trait_ident for #ident #ty_generics #where_clause {
            #[allow(unused_variables, clippy::all, clippy::pedantic)]
            fn variant_name(&self) -> &'static ::core::primitive::str {
                #body
            }
        }
        #errors
    }
}

/// The pattern of a payload. It binds every field, so that each counts as read: a machine often
/// looks at a variant alone, and its payload is for whoever reads the trace or the exit. Without
/// this, nearly every `Error(String)` would be a warning about dead code.
fn payload(fields: &Fields) -> TokenStream {
    match fields {
        Fields::Unit => TokenStream::new(),
        Fields::Unnamed(fields) => {
            let names = (0..fields.unnamed.len()).map(|at| format_ident!("__{at}"));
            quote!((#(#names),*))
        }
        Fields::Named(fields) => {
            let names = fields.named.iter().filter_map(|field| field.ident.as_ref());
            let bound = (0..fields.named.len()).map(|at| format_ident!("__{at}"));
            quote!({ #(#names: #bound),* })
        }
    }
}

/// `#[steadfast(crate = path)]`, or the library by its own name.
fn library(input: &DeriveInput, errors: &mut Errors) -> TokenStream {
    let mut krate = quote!(::steadfast);
    for attr in &input.attrs {
        if !attr.path().is_ident("steadfast") {
            continue;
        }
        let result = attr.parse_nested_meta(|meta| {
            if !meta.path.is_ident("crate") {
                return Err(meta.error("the only key here is `crate = path`"));
            }
            let path: Path = meta.value()?.call(Path::parse_mod_style)?;
            krate = path.to_token_stream();
            Ok(())
        });
        if let Err(error) = result {
            errors.push(error);
        }
    }
    krate
}
