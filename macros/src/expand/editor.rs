//! What lets an editor see code that is being typed. rust-analyzer reads the expansion too, and
//! completes a word by expanding the macro a second time with a mark in its place: what stands
//! before that place must be the same text both times, whatever is wrong then and is not before.
//!
//! So the part with the user's clauses has one form. Where nothing is wrong it is for both; else
//! there are two, one for the editor with every token in its role, half an arm included, and one
//! for rustc without what was said to be wrong.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};

use super::library;
use super::plain::is_plain;
use crate::model::Model;
use crate::tokens::{behind, last_span};
use crate::unfinished::{completed, dangling};

/// Before what both are to see. It does nothing, in as many letters as [`for_editor`].
fn for_both() -> TokenStream {
    quote!(#[allow(clippy::all)])
}

/// Before what only an editor is to see: rust-analyzer sets this `cfg` for the crates that it has
/// open.
fn for_editor() -> TokenStream {
    quote!(#[cfg(rust_analyzer)])
}

/// Before what only rustc is to see, where the editor sees something else.
fn for_rustc() -> TokenStream {
    quote!(#[cfg(not(rust_analyzer))])
}

/// An item with the user's clauses in it. It stands in a constant, whose `allow` keeps rustc from
/// asking what that `cfg` is.
pub(super) fn item(model: &Model<'_>, item: impl Fn(&Model<'_>) -> TokenStream) -> TokenStream {
    let items = if model.is_valid() {
        let both = for_both();
        let item = item(model);
        quote!(#both #item)
    } else {
        let (editor, rustc) = (for_editor(), for_rustc());
        let draft = item(&model.for_editor());
        let rest = item(model);
        quote!(#editor #draft #rustc #rest)
    };
    quote! {
        #[allow(unexpected_cfgs)]
        const _: () = { #items };
    }
}

/// What a function returns: a value of a header, which rustc is to see if it is `shown`.
pub(super) fn value(shown: bool, value: impl ToTokens) -> TokenStream {
    if shown {
        let both = for_both();
        return quote!(#both return #value;);
    }
    let (editor, rustc) = (for_editor(), for_rustc());
    quote! {
        #editor
        return #value;
        #rustc
        ::core::unreachable!()
    }
}

/// An expression of the user's, as written.
///
/// One that may not be an expression goes into a macro call of its own: rustc says of it what it
/// says of any expression, and then goes on with the machine. syn without `full` cannot read
/// closures, blocks and the like, so these are among them.
pub(super) fn expression(model: &Model<'_>, tokens: &TokenStream) -> TokenStream {
    if is_plain(tokens) {
        return tokens.clone();
    }
    // Of one that stops before its end, rustc is to see nothing, and so it may be completed.
    let whole = match dangling(tokens) {
        Some(_) => completed(tokens),
        None => tokens.clone(),
    };
    if syn::parse2::<syn::Expr>(whole.clone()).is_ok() {
        return whole;
    }
    let krate = library(model.fsm);
    // In braces, or rustc would leave out what stands behind the end of the expression. They stand
    // at that end: of an expression that stops early, rustc says that they should not.
    let mut block = Group::new(Delimiter::Brace, whole);
    block.set_span(Span::call_site().located_at(behind(last_span(tokens))));
    quote!(#krate::__private::verbatim! { #block })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_stands_at_one_place_whoever_is_to_see_it() {
        let length = |tokens: TokenStream| tokens.to_string().replace(' ', "").len();
        assert_eq!(length(for_both()), length(for_editor()));
    }
}
