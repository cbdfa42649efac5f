//! Model to tokens: tables and glue. All logic is in the library.
//!
//! The bodies of a machine (which arm, which actions, which times) are the same in both forms; the
//! item form puts them into an impl, the expression form into closures.

mod checked;
mod decide;
mod dispatch;
mod docs;
mod editor;
mod exhaustive;
mod expression;
mod graph;
mod header;
mod item;
mod outcome;
mod plain;
mod scope;
mod tables;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Generics, Path, Token};

use crate::chart::Condition;
use crate::model::Model;
use crate::syntax::{Fsm, Header};

/// The whole expansion, with the errors behind it: an editor looks at one place of two expansions,
/// with and without the word that it completes, so what goes before that word must be the same.
pub(crate) fn expand(model: &Model<'_>, errors: &TokenStream) -> TokenStream {
    let fsm = model.fsm;
    if let Some(item) = &fsm.item {
        let machine = item::expand(model, item);
        under(fsm, &item.attrs, quote!(#machine #errors))
    } else if fsm.lost.item || fsm.dispatch.is_some() || is_empty(fsm) {
        // It was to be an item, so it stands where no expression can, or may have been.
        errors.clone()
    } else {
        expression::expand(model, errors)
    }
}

/// Items, where a `cfg` stands among the attributes of the line that declares them: there as that says,
/// all of them or none.
fn under(fsm: &Fsm, attrs: &[Attribute], items: TokenStream) -> TokenStream {
    let predicates = Condition(attrs.iter().collect()).predicates();
    if predicates.is_empty() {
        return items;
    }
    let krate = library(fsm);
    quote! {
        #[cfg(all(#(#predicates),*))]
        #krate::__private::verbatim! { #items }
    }
}

fn is_empty(fsm: &Fsm) -> bool {
    fsm.headers.state.is_none() && fsm.headers.event.is_none() && fsm.clauses.is_empty()
}

/// The aliases by which generated code names the declared enums: see [`Outline::alias`].
pub(crate) fn aliases(model: &Model<'_>) -> TokenStream {
    let headers = &model.fsm.headers;
    [&headers.state, &headers.event, &headers.action]
        .into_iter()
        .flatten()
        .filter_map(|header| {
            let alias = model.alias(header)?;
            let path = if model.shows_header(header) {
                header.value.to_token_stream()
            } else {
                model.stand_in.clone()?
            };
            Some(quote! {
                #[doc(hidden)]
                #[allow(non_camel_case_types)]
                type #alias = #path;
            })
        })
        .collect()
}

/// The library's root, as generated code names it.
pub(crate) fn library(fsm: &Fsm) -> Library<'_> {
    Library(fsm.headers.krate.as_ref().map(|header| &header.value))
}

/// The path of the `crate:` header, or the library by its own name.
#[derive(Clone, Copy)]
pub(crate) struct Library<'a>(Option<&'a Path>);

impl ToTokens for Library<'_> {
    fn to_tokens(&self, to: &mut TokenStream) {
        match self.0 {
            Some(path) => path.to_tokens(to),
            None => {
                <Token![::]>::default().to_tokens(to);
                Ident::new("steadfast", Span::call_site()).to_tokens(to);
            }
        }
    }
}

/// What is written where it stands. In a stream of its own it would be copied into the one around it,
/// by calls into the compiler.
pub(crate) struct Written<F>(pub(crate) F);

impl<F: Fn(&mut TokenStream)> ToTokens for Written<F> {
    fn to_tokens(&self, to: &mut TokenStream) {
        self.0(to);
    }
}

/// The types of a machine, as written.
pub(crate) struct Types {
    pub(crate) state: TokenStream,
    pub(crate) event: TokenStream,
    pub(crate) context: TokenStream,
    pub(crate) action: TokenStream,
}

impl Types {
    pub(crate) fn of(model: &Model<'_>) -> Self {
        let krate = library(model.fsm);
        let headers = &model.fsm.headers;
        let stand_in = || model.stand_in.clone().unwrap_or_else(|| quote!(()));
        let or_stand_in = |tokens: Option<TokenStream>| tokens.unwrap_or_else(stand_in);
        let path = |header: &Header<Path>| {
            let path = crate::tokens::turbofish(&header.value).to_token_stream();
            model.shows_header(header).then_some(path)
        };
        Types {
            state: or_stand_in(headers.state.as_ref().and_then(path)),
            event: or_stand_in(headers.event.as_ref().and_then(path)),
            context: or_stand_in(headers.context.as_ref().and_then(|header| {
                let context = header.value.to_token_stream();
                model.shows_header(header).then_some(context)
            })),
            action: match &headers.action {
                Some(header) => path(header).unwrap_or_else(stand_in),
                None => quote!(#krate::NoAction),
            },
        }
    }
}

/// The names of generated locals: invisible to the user's tokens.
pub(crate) struct Locals {
    pub(crate) slot: Ident,
    pub(crate) state: Ident,
    pub(crate) node: Ident,
    pub(crate) input: Ident,
    pub(crate) context: Ident,
    pub(crate) actions: Ident,
    pub(crate) owner: Ident,
    pub(crate) next: Ident,
    pub(crate) number: Ident,
    pub(crate) hit: Ident,
}

impl Locals {
    pub(crate) fn new() -> Self {
        let local = |name: &str| Ident::new(name, Span::mixed_site());
        Locals {
            slot: local("__slot"),
            state: local("__state"),
            node: local("__node"),
            input: local("__input"),
            context: local("__context"),
            actions: local("__actions"),
            owner: local("__owner"),
            next: local("__next"),
            number: local("__number"),
            hit: local("__hit"),
        }
    }
}

/// A number that fits: machines of more than 65,535 clauses do not exist.
pub(crate) fn number(value: usize) -> proc_macro2::Literal {
    proc_macro2::Literal::usize_unsuffixed(value)
}

/// A component owns its types: each parameter of the machine is `'static`.
pub(crate) fn owned(generics: &Generics) -> Generics {
    let mut owned = generics.clone();
    for ty in generics.type_params() {
        let ty = &ty.ident;
        let predicate = syn::parse_quote!(#ty: 'static);
        owned.make_where_clause().predicates.push(predicate);
    }
    for lifetime in generics.lifetimes() {
        let lifetime = &lifetime.lifetime;
        let predicate = syn::parse_quote!(#lifetime: 'static);
        owned.make_where_clause().predicates.push(predicate);
    }
    owned
}

/// Generated matches have arms for what is already covered, and bind what one arm uses.
pub(crate) fn allow() -> TokenStream {
    quote! {
        #[allow(unreachable_patterns, unreachable_code, unused_variables, unused_mut)]
        #[allow(unused_imports, unused_parens, unused_braces, clippy::all, clippy::pedantic, clippy::nursery)]
        #[allow(unexpected_cfgs)]
    }
}
