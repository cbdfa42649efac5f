//! The expansion without the library's macro calls around parts of it: `prettyplease` lays out what
//! stands in the open, and leaves what stands in a call.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// The calls as what they become.
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
                let _bang = rest.next();
                let Some(TokenTree::Group(group)) = rest.next() else {
                    panic!("`{name}` is called with a group");
                };
                let inner = without_calls(group.stream());
                open.truncate(start);
                open.extend(inner);
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
    name == "verbatim"
}
