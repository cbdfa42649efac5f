//! The headers: whether they give the machine its types, and their values as expressions.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use super::editor;
use crate::model::Model;
use crate::syntax::{Header, Value};

/// Whether the headers say of what the machine is made: without them no pattern has a meaning.
pub(super) fn has_types(model: &Model<'_>) -> bool {
    let headers = &model.fsm.headers;
    let shown = |header: &Option<Header<Path>>| {
        header
            .as_ref()
            .is_some_and(|header| model.shows_header(header))
    };
    let context = headers.context.as_ref();
    shown(&headers.state)
        && shown(&headers.event)
        && context.is_some_and(|header| model.shows_header(header))
}

/// The value of the `initial:` header.
pub(super) fn initial(model: &Model<'_>) -> TokenStream {
    match &model.fsm.headers.initial {
        Some(header) => header_body(model, header, &header.value, |model, path| {
            model.state_path(path).into_token_stream()
        }),
        None => quote!(::core::unreachable!()),
    }
}

/// A value of a header, as an expression.
pub(super) fn header_value<T>(
    model: &Model<'_>,
    header: &Header<T>,
    value: &Value,
    resolve: impl Fn(&Model<'_>, &syn::Path) -> TokenStream,
    ty: &TokenStream,
) -> TokenStream {
    let body = header_body(model, header, value, resolve);
    quote!((|| -> #ty { #body })())
}

/// The same as the body of a function.
fn header_body<T>(
    model: &Model<'_>,
    header: &Header<T>,
    value: &Value,
    resolve: impl Fn(&Model<'_>, &syn::Path) -> TokenStream,
) -> TokenStream {
    let shown = has_types(model) && model.shows_header(header);
    let tokens = match value {
        Value::Variant(path, group) => {
            let path = if shown {
                resolve(model, path)
            } else {
                resolve(&model.for_editor(), path)
            };
            quote!(#path #group)
        }
        Value::Expr(tokens) => tokens.clone(),
    };
    editor::value(shown, editor::expression(model, &tokens))
}
