//! What stands in the parentheses of `#[supervisor(..)]`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitInt, LitStr, Path, Token, Type};

use crate::errors::Errors;
use crate::names::suggest;
use crate::text::text;

const KEYS: &[&str] = &[
    "handler",
    "name",
    "stage_id",
    "completed",
    "mailbox",
    "crate",
];

#[derive(Default)]
pub(super) struct Options {
    pub(super) machine: Option<Type>,
    pub(super) handler: Option<Type>,
    pub(super) name: Option<TokenStream>,
    pub(super) stage_id: Option<TokenStream>,
    pub(super) completed: Option<Path>,
    pub(super) mailbox: Option<TokenStream>,
    pub(super) krate: Option<Path>,
}

impl Options {
    /// The library's root, as generated code names it.
    pub(super) fn library(&self) -> TokenStream {
        let krate = self.krate.as_ref();
        krate.map_or_else(|| quote!(::steadfast), ToTokens::to_token_stream)
    }
}

pub(super) fn options(attr: TokenStream, errors: &mut Errors) -> Options {
    let mut options = Options::default();
    let result = Parser::parse2(
        |input: ParseStream<'_>| {
            while !input.is_empty() {
                if let Err(error) = option(input, &mut options, errors) {
                    errors.push(error);
                    let _ = until_comma(input);
                }
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        },
        attr,
    );
    if let Err(error) = result {
        errors.push(error);
    } else if options.machine.is_none() && errors.is_empty() {
        errors.at_span(
            Span::call_site(),
            "name the machine that this struct supervises: `#[supervisor(MACHINE)]`, with the type \
             on the `struct` line of its `fsm!`",
        );
    }
    options
}

fn option(input: ParseStream<'_>, options: &mut Options, errors: &mut Errors) -> syn::Result<()> {
    let named = input.peek(Ident::peek_any) && !input.peek2(Token![::]);
    let fork = input.fork();
    let word = fork.call(Ident::parse_any).map(|word| word.to_string());
    let known = word.is_ok_and(|word| word == "machine" || KEYS.contains(&word.as_str()));
    if !named || !(known || input.peek2(Token![=])) {
        let machine = unquoted(input, errors, Type::parse)?;
        if options.machine.is_some() {
            errors.at(
                &machine,
                "a supervisor has one machine: keep one of the two",
            );
        }
        options.machine.get_or_insert(machine);
        return Ok(());
    }
    let key = input.call(Ident::parse_any)?;
    if input.parse::<Option<Token![=]>>()?.is_some() {
        return value(&key, input, options, errors);
    }
    // `mailbox(8)`, `mailbox: 8` and `mailbox` are read as what was meant.
    let colon: Option<Token![:]> = input.parse()?;
    let mut tokens = until_comma(input);
    if let (None, Some(TokenTree::Group(group))) = (colon, tokens.clone().into_iter().next())
        && group.delimiter() == Delimiter::Parenthesis
    {
        tokens = group.stream();
    }
    let given = text(&tokens);
    let read = |input: ParseStream<'_>| value(&key, input, options, &mut Errors::default());
    let _ = Parser::parse2(read, tokens);
    let message = match (key == "machine", given.as_str()) {
        (true, given) => machine_first(given),
        (false, "") => format!("expected a value: write `{key} = ..`"),
        (false, given) => format!("a key has its value behind `=`: write `{key} = {given}`"),
    };
    Err(syn::Error::new(key.span(), message))
}

fn machine_first(machine: &str) -> String {
    format!("the machine stands first, without a key: `#[supervisor({machine})]`")
}

/// The value of a key, up to the next comma.
fn value(
    key: &Ident,
    input: ParseStream<'_>,
    options: &mut Options,
    errors: &mut Errors,
) -> syn::Result<()> {
    let expression = |input: ParseStream<'_>| {
        let tokens = until_comma(input);
        if tokens.is_empty() {
            return Err(input.error("expected a value"));
        }
        Ok(tokens)
    };
    let twice = match key.to_string().as_str() {
        "handler" => {
            let handler = unquoted(input, errors, Type::parse)?;
            options.handler.replace(handler).is_some()
        }
        "name" => options.name.replace(expression(input)?).is_some(),
        "stage_id" => options.stage_id.replace(expression(input)?).is_some(),
        "completed" => {
            let completed = unquoted(input, errors, Path::parse)?;
            options.completed.replace(completed).is_some()
        }
        "mailbox" => {
            let events = expression(input)?;
            let literal = syn::parse2::<LitInt>(events.clone());
            if literal.is_ok_and(|literal| literal.base10_digits() == "0") {
                errors.at(&events, "a mailbox has room for at least one event");
                return Ok(());
            }
            options.mailbox.replace(events).is_some()
        }
        "crate" => {
            let krate = unquoted(input, errors, Path::parse_mod_style)?;
            options.krate.replace(krate).is_some()
        }
        "machine" => {
            let machine = unquoted(input, errors, Type::parse)?;
            let message = machine_first(&text(&machine));
            options.machine.get_or_insert(machine);
            return Err(syn::Error::new(key.span(), message));
        }
        other => {
            let message = format!("there is no key `{other}`: {}", suggest(other, KEYS));
            return Err(syn::Error::new(key.span(), message));
        }
    };
    if twice {
        errors.at(key, format!("`{key}` is given twice: keep one of the two"));
    }
    Ok(())
}

/// A type or a path. In quotes it is refused, and taken for what was meant.
fn unquoted<T: ToTokens>(
    input: ParseStream<'_>,
    errors: &mut Errors,
    parser: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    if !input.peek(LitStr) {
        return parser(input);
    }
    let literal: LitStr = input.parse()?;
    let inside = literal
        .parse_with(parser)
        .map_err(|_| syn::Error::new(literal.span(), "expected a path, without quotes"))?;
    errors.at(
        &literal,
        format!("a path stands without quotes: `{}`", literal.value()),
    );
    Ok(inside)
}

fn until_comma(input: ParseStream<'_>) -> TokenStream {
    crate::parse::run::run(input, |input| input.peek(Token![,]))
}
