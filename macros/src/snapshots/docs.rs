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
    shown_of(MACHINE, word, holds)
}

fn shown_of(machine: &str, word: &str, holds: &[&str]) -> String {
    let file: syn::File = syn::parse2(expand(machine)).expect("the expansion parses");
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

const NESTED: &str = r#"
    struct OvenMachine;
    trait OvenDispatch;
    state: Oven; event: Key; context: (); action: Act; initial: Heating; error: Bad;
    superstate On {
        timeout secs(9) => Off;
        on_entry do [Light, Hum(1)];
        /// Too hot for any of them,
        /// and for the kitchen.
        ///
        /// More of it.
        on Hot(_) => Off;
        superstate Warm {
            on Hot(by) if by > 2 => stay;
            on Cold => Off;
            #[cfg(windows)]
            on Open => stay;
            /// Works towards a | of its own.
            state Heating: Poll {
                on Hot(1) => stay;
                on Cold => stay do [Hum(2), Light];
                unhandled => postpone;
            }
        }
    }
    any {
        on Open => reject;
        on Hot(_) | Cold | Bad(_) => Off;
    }
    /// Cold and dark.
    terminal state Off;
"#;

#[test]
fn a_method_tells_of_no_event_that_is_taken_before_and_who_declares_what_it_tells() {
    expect_test::expect![[r#"
         Works in state `Heating`, with policy Poll: events from outside are looked for before each call.

         Works towards a | of its own.

        # Declared

        - `unhandled / postpone`
        - `timeout secs(9)` (as in `On`)
        - `entry / Light, Hum(1)` (as in `On`)

        # What can happen

        - `Hot(1)` → stay
        - `Cold` → stay do `Hum(2), Light`
        - `Hot(by)` if `by > 2` → stay (as in `Warm`)
        - `Open` → stay (as in `Warm`)
        - *timeout* → `Off` (as in `On`)
        - `Hot(_)` → `Off` (as in `On`): Too hot for any of them, and for the kitchen.
        - `Open` → reject (as in any state)
        - `Bad(_)` → `Off` (as in any state)"#]].assert_eq(&shown_of(NESTED, "trait", &["doc", "windows"]));
}

#[test]
fn doc_comments_stand_below_the_table() {
    expect_test::expect![[r#"
        The state machine `OvenMachine`.

        # Transitions

        | in | on | if | then | do |
        |---|---|---|---|---|
        | `On` (superstate) | *timeout* `secs(9)` | | | |
        | `On` (superstate) | *entry* | | | `Light, Hum(1)` |
        | `On` (superstate) | *timeout* | | `Off` | |
        | `On` (superstate) | `Hot(_)` | | `Off` | |
        | `Warm` (superstate, in `On`) | `Hot(by)` | `by > 2` | stay | |
        | `Warm` (superstate, in `On`) | `Cold` | | `Off` | |
        | `Warm` (superstate, in `On`) | `Open` | | stay | |
        | `Heating` (initial, Poll, in `Warm`) | `Hot(1)` | | stay | |
        | `Heating` (initial, Poll, in `Warm`) | `Cold` | | stay | `Hum(2), Light` |
        | `Heating` (initial, Poll, in `Warm`) | anything else | | postpone | |
        | `Off` | | | the machine ends here, completed | |
        | any state | `Open` | | reject | |
        | any state | `Hot(_)`, `Cold`, `Bad(_)` | | `Off` | |
        | the machine | *error* | | `Bad` | |

        - `On` on `Hot(_)`: Too hot for any of them, and for the kitchen.
        - `Heating`: Works towards a | of its own.
        - `Off`: Cold and dark.

        # Diagram


        ```mermaid
        stateDiagram-v2
            state "any state<br/>Open / reject" as any__ {
                state "On<br/>timeout secs(9)<br/>entry / Light, Hum(1)" as On {
                    state "Warm<br/>Hot(by) [by > 2] / stay" as Warm {
                    note right of Warm : Open / stay
                        [*] --> Heating
                        state "Heating" as Heating
                        Heating : Poll
                        Heating : unhandled / postpone
                        Heating : Hot(1) / stay
                        Heating : Cold / Hum(2), Light
                    }
                }
            }
            Off
            Off --> [*]
            On --> Off : timeout
            On --> Off : Hot
            Warm --> Off : Cold
            any__ --> Off : Hot, Cold, Bad
            classDef poll stroke-width:2px
            class Heating poll
        ```"#]]
    .assert_eq(&shown_of(NESTED, "struct", &["doc", "windows"]));
}
