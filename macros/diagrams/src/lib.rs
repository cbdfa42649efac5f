//! The picture in the documentation of a machine: for the feature `doc-diagrams` of `steadfast`, and
//! for nobody else.
//!
//! `fsm!` writes the text of the diagram, in attributes that may stand under a `cfg`. What is here is an
//! attribute of its own, since only an attribute sees which of them remain. It draws what
//! `merman-rustdoc` would draw, with the two libraries that that is made of: that one asks each
//! documented crate to depend on it by name, and users of `steadfast` depend on `steadfast`.

mod document;
mod picture;

use proc_macro::TokenStream;

/// Replaces the text of the diagram in the documentation of an item by its picture, light and dark.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn drawn(_: TokenStream, item: TokenStream) -> TokenStream {
    document::drawn(item.into()).into()
}
