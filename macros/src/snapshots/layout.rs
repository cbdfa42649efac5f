//! The expansion without the library's macro calls around parts of it: `prettyplease` lays out what
//! stands in the open, and leaves what stands in a call.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// The calls as what they become: see the library's `editor`. What does not parse, in a draft,
/// stays in its call.
pub(super) fn without_calls(tokens: TokenStream) -> TokenStream {
    let library = quote!(::steadfast::__private::).into_iter();
    let library: Vec<String> = library.map(|token| token.to_string()).collect();
    let mut open: Vec<TokenTree> = Vec::new();
    let mut rest = tokens.into_iter();
    while let Some(token) = rest.next() {
        let path = open.len().checked_sub(library.len()).filter(|&start| {
            let before = open[start..].iter().map(TokenTree::to_string);
            before.eq(library.iter().cloned())
        });
        match (token, path) {
            (TokenTree::Ident(name), Some(start)) if is_call(&name) => {
                let bang = rest.next();
                let Some(TokenTree::Group(group)) = rest.next() else {
                    panic!("`{name}` is called with a group");
                };
                let inner = without_calls(group.stream());
                if let Some(inner) = opened(&name.to_string(), &inner) {
                    open.truncate(start);
                    open.extend(inner);
                } else {
                    open.push(name.into());
                    open.extend(bang);
                    open.push(group.into());
                }
            }
            (TokenTree::Group(group), _) => {
                let mut opened = Group::new(group.delimiter(), without_calls(group.stream()));
                opened.set_span(group.span());
                open.push(opened.into());
            }
            (token, _) => open.push(token),
        }
    }
    open.into_iter().collect()
}

fn is_call(name: &Ident) -> bool {
    ["whole", "draft", "rest", "draft_value"]
        .iter()
        .any(|call| name == call)
}

/// What a call becomes.
fn opened(call: &str, tokens: &TokenStream) -> Option<TokenStream> {
    let items = syn::parse2::<syn::File>(tokens.clone()).is_ok();
    let value = syn::parse2::<syn::Expr>(tokens.clone()).is_ok();
    match call {
        "whole" => Some(tokens.clone()),
        "draft" if items => Some(quote!(#[cfg(rust_analyzer)] const _: () = { #tokens };)),
        "rest" if items => Some(quote!(#[cfg(not(rust_analyzer))] const _: () = { #tokens };)),
        "draft_value" if value => Some(quote!({
            #[cfg(rust_analyzer)]
            {
                #tokens
            }
            #[cfg(not(rust_analyzer))]
            {
                ::core::unreachable!()
            }
        })),
        _ => None,
    }
}
