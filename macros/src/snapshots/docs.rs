//! What `cargo doc` shows of a machine, under one `cfg` and another.

use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token, punctuated::Punctuated};

use super::expand;

const MACHINE: &str = r#"
    /// Words.
    pub struct ModeMachine;
    trait ModeDispatch;
    state: Mode; event: Key; context: (); action: Act; initial: Plain; error: Bad;
    state Plain {
        on A => Other;
        #[cfg(feature = "b")]
        on B => Other do [Beep];
        #[cfg(not(feature = "b"))]
        on B => stay;
    }
    #[cfg(feature = "b")]
    superstate Group {
        state Other: Poll {
            #[cfg(windows)]
            timeout secs(1) => Off;
            on A => Off;
            on B => stay;
        }
    }
    #[cfg(not(feature = "b"))]
    state Other: Race { on A => Off; on B => stay; }
    any {
        on Bad(_) => Off;
        on C => reject;
        #[cfg(feature = "b")]
        on D => reject;
    }
    terminal state Off;
"#;

/// The documentation of the item that is declared by a word, with what holds.
fn shown(word: &str, holds: &[&str]) -> String {
    let file: syn::File = syn::parse2(expand(MACHINE)).expect("the expansion parses");
    let attrs = file.items.into_iter().find_map(|item| match item {
        syn::Item::Struct(item) if word == "struct" => Some(item.attrs),
        syn::Item::Trait(item) if word == "trait" => Some(
            item.items
                .into_iter()
                .filter_map(|item| match item {
                    syn::TraitItem::Fn(method) if applies(&method.attrs, holds) => {
                        Some(method.attrs)
                    }
                    _ => None,
                })
                .flatten()
                .collect(),
        ),
        _ => None,
    });
    let attrs = attrs.expect("it is declared");
    let lines: Vec<String> = attrs.iter().filter_map(|attr| doc(attr, holds)).collect();
    lines.join("\n")
}

fn applies(attrs: &[Attribute], holds: &[&str]) -> bool {
    let mut cfgs = attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    cfgs.all(|attr| {
        let list = attr.meta.require_list().expect("a predicate");
        predicate(&list.parse_args().expect("a predicate"), holds)
    })
}

fn doc(attr: &Attribute, holds: &[&str]) -> Option<String> {
    match &attr.meta {
        Meta::NameValue(_) => text(&attr.meta),
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let metas = list
                .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
                .expect("a predicate and an attribute");
            let (when, then) = (&metas[0], &metas[1]);
            predicate(when, holds).then(|| text(then)).flatten()
        }
        _ => None,
    }
}

fn text(meta: &Meta) -> Option<String> {
    match &meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

fn predicate(meta: &Meta, holds: &[&str]) -> bool {
    let parts = || {
        let list = meta.require_list().expect("a list");
        let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
        parts.expect("predicates").into_iter()
    };
    match meta
        .path()
        .require_ident()
        .expect("a word")
        .to_string()
        .as_str()
    {
        "all" => parts().all(|part| predicate(&part, holds)),
        "any" => parts().any(|part| predicate(&part, holds)),
        "not" => !parts().all(|part| predicate(&part, holds)),
        _ => holds.contains(&meta.to_token_stream().to_string().as_str()),
    }
}

#[test]
fn without_documentation_only_the_users_words_are_there() {
    assert_eq!(shown("struct", &[]).trim(), "Words.");
}

#[test]
fn the_documentation_shows_what_is_configured() {
    let feature = "feature = \"b\"";
    let with = shown("struct", &["doc", feature, "windows"]);
    let without = shown("struct", &["doc"]);
    expect_test::expect_file!["../../snapshots/docs_with.md"].assert_eq(&with);
    expect_test::expect_file!["../../snapshots/docs_without.md"].assert_eq(&without);
    assert!(with.contains("Group") && !without.contains("Group"));
    assert!(!shown("struct", &["doc", feature]).contains("secs(1)"));
}

#[test]
fn a_method_tells_what_happens_in_its_state_as_configured() {
    let feature = "feature = \"b\"";
    expect_test::expect![[r#"
         Works in state `Other`, with policy Poll: events from outside are looked for before each call.

        # Declared

        - `timeout secs(1)`

        # What can happen

        - *timeout* → `Off`
        - `A` → `Off`
        - `B` → stay
        - `Bad(_)` → `Off` (as in any state)
        - `C` → reject (as in any state)
        - `D` → reject (as in any state)"#]].assert_eq(&shown("trait", &["doc", feature, "windows"]));
    expect_test::expect![[r#"
         Works in state `Other`, with policy Race: dropped and called anew whenever anything else comes first, so progress belongs in `self`.

        # What can happen

        - `A` → `Off`
        - `B` → stay
        - `Bad(_)` → `Off` (as in any state)
        - `C` → reject (as in any state)"#]].assert_eq(&shown("trait", &["doc"]));
}
