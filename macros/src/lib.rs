//! The macros of the `steadfast` crate, which re-exports them and shows how they are used.
//!
//! Tokens flow down: `parse` gives the syntax as written, `check` applies the rules to its outline
//! and makes it a model, and `expand` writes tables and glue from that. A machine that is wrong goes
//! the same way: what is wrong with it is left out, for rustc, and said at the end.

mod chart;
mod check;
mod drawing;
mod errors;
mod expand;
mod model;
mod names;
mod outline;
mod parse;
#[cfg(test)]
mod snapshots;
mod supervisor;
mod syntax;
mod text;
mod tokens;
mod unfinished;
mod variants;

use proc_macro::TokenStream;

// Its documentation stands where `steadfast` re-exports it, with examples that compile there.
#[allow(missing_docs)]
#[proc_macro]
pub fn fsm(input: TokenStream) -> TokenStream {
    machine(input.into()).into()
}

/// The machine, as far as it is right, and what is wrong with it.
fn machine(input: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut errors = errors::Errors::default();
    let fsm = parse::fsm(input, &mut errors);
    let model = check::check(outline::Outline::new(&fsm), &mut errors);
    expand::expand(&model, &errors.into_compile_errors())
}

#[allow(missing_docs)] // As above.
#[proc_macro_attribute]
pub fn supervisor(attr: TokenStream, item: TokenStream) -> TokenStream {
    supervisor::expand(attr.into(), item.into()).into()
}

/// Derives `StateVariant`: the variants' names.
#[proc_macro_derive(StateVariant, attributes(steadfast))]
pub fn derive_state_variant(input: TokenStream) -> TokenStream {
    variants::derive(input.into(), "StateVariant").into()
}

/// Derives `EventVariant`: the variants' names.
#[proc_macro_derive(EventVariant, attributes(steadfast))]
pub fn derive_event_variant(input: TokenStream) -> TokenStream {
    variants::derive(input.into(), "EventVariant").into()
}
