//! The sink that every pass pushes its errors into: none of them stops at the first.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// All that is wrong with one input, in the order found.
#[derive(Default)]
pub(crate) struct Errors {
    list: Vec<syn::Error>,
    told: Told,
}

/// The clauses, by address, of which something was said that rustc would say once more.
#[derive(Default)]
pub(crate) struct Told(HashSet<*const ()>);

impl Told {
    pub(crate) fn has<T>(&self, clause: &T) -> bool {
        self.0.contains(&std::ptr::from_ref(clause).cast())
    }
}

impl Errors {
    /// An error at the user's own tokens.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.list.push(syn::Error::new_spanned(tokens, message));
    }

    /// An error at a place where there is no token of its own.
    pub(crate) fn at_span(&mut self, span: Span, message: impl std::fmt::Display) {
        self.list.push(syn::Error::new(span, message));
    }

    /// An error that a parser returned.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.list.push(error);
    }

    /// Remembers that something was said of a clause: rustc then does not see it.
    pub(crate) fn tell<T>(&mut self, clause: &T) {
        self.told.0.insert(std::ptr::from_ref(clause).cast());
    }

    pub(crate) fn is_told<T>(&self, clause: &T) -> bool {
        self.told.has(clause)
    }

    pub(crate) fn take_told(&mut self) -> Told {
        std::mem::take(&mut self.told)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The first error in the place of a type that is not known. rustc says the same error at the
    /// same place once, and takes such a type for any other.
    pub(crate) fn as_type(&self) -> Option<TokenStream> {
        let error = self.list.first()?.to_compile_error();
        Some(quote::quote!([(); #error]))
    }

    /// One `compile_error!` per error.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.list
            .iter()
            .map(syn::Error::to_compile_error)
            .collect::<TokenStream>()
    }
}

/// Where the other site of an error is, in words: stable macros cannot point at two places with
/// one error.
pub(crate) fn line_of(span: Span) -> String {
    // Outside a compiler (in unit tests) spans have no lines.
    if proc_macro::is_available() {
        format!("on line {}", span.unwrap().line())
    } else {
        "above".to_owned()
    }
}
