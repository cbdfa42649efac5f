//! The attributes of an item, with a picture in place of a text.

use merman_doc::{SvgVariants, write_diagram_html};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, ExprLit, Lit, Meta, parse2};

use crate::picture::draw;

/// How `fsm!` opens and closes the text.
const OPEN: &str = "```mermaid";
const CLOSE: &str = "```";

struct Documented {
    attributes: Vec<Attribute>,
    item: TokenStream,
}

impl Parse for Documented {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Documented {
            attributes: input.call(Attribute::parse_outer)?,
            item: input.parse()?,
        })
    }
}

pub(crate) fn drawn(tokens: TokenStream) -> TokenStream {
    match parse2::<Documented>(tokens.clone()) {
        Ok(documented) => rewritten(documented),
        // It is nothing that `fsm!` writes, and remains as it is.
        Err(_) => tokens,
    }
}

fn rewritten(documented: Documented) -> TokenStream {
    let name = name_of(&documented.item);
    let mut written = TokenStream::new();
    let mut diagram: Option<String> = None;
    for attribute in documented.attributes {
        let Some(text) = text_of(&attribute) else {
            attribute.to_tokens(&mut written);
            continue;
        };
        // The user's own words are left alone: the text begins in an attribute of its own.
        if diagram.is_none() && text != OPEN {
            attribute.to_tokens(&mut written);
        } else if text == OPEN {
            diagram = Some(String::new());
        } else if text == CLOSE {
            let html = picture(&diagram.take().unwrap_or_default(), &name);
            written.extend(quote!(#[doc = #html]));
        } else if let Some(diagram) = &mut diagram {
            diagram.push_str(&text);
            diagram.push('\n');
        }
    }
    written.extend(documented.item);
    written
}

fn text_of(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = &meta.value
    else {
        return None;
    };
    meta.path.is_ident("doc").then(|| text.value())
}

/// The word behind `struct`.
fn name_of(item: &TokenStream) -> String {
    let mut words = item.clone().into_iter().map(|token| token.to_string());
    words.find(|word| word == "struct");
    words.next().unwrap_or_default()
}

/// The picture in both themes of rustdoc; or the text, and why there is no picture: documentation is not
/// to fail for that.
fn picture(diagram: &str, name: &str) -> String {
    let themes = draw(diagram, "default", &format!("{name}-light"), None).and_then(|light| {
        let dark = draw(diagram, "dark", &format!("{name}-dark"), None)?;
        Ok((light, dark))
    });
    let (light, dark) = match themes {
        Ok(themes) => themes,
        Err(error) => {
            return format!("(There is no picture: {error}.)\n\n{OPEN}\n{diagram}{CLOSE}");
        }
    };
    let variants = SvgVariants::RustdocTheme {
        light: &light,
        dark: &dark,
    };
    let mut html = String::new();
    // Writing to a `String` fails only where a picture is no XML, which the renderer checks.
    match write_diagram_html(&mut html, None, diagram, variants, true) {
        Ok(()) => html,
        Err(_) => format!("{OPEN}\n{diagram}{CLOSE}"),
    }
}
