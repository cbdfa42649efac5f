//! How an expansion grows with its machine: an arm that is executed stands in one place, so with
//! states plus arms, and not with their product.

use std::fmt::Write;

use proc_macro2::{TokenStream, TokenTree};

use super::expand;

/// A ring of states, and an `any` block of events that each of them takes.
fn ring(states: usize, any: usize) -> String {
    let mut machine =
        "struct Ring; state: State; event: Event; context: (); initial: S0;".to_owned();
    for at in 0..states {
        let next = (at + 1) % states;
        let _ = write!(machine, "state S{at} {{ on Step => S{next}; }}");
    }
    machine.push_str("any {");
    for at in 0..any {
        let _ = write!(machine, "on E{at} => stay;");
    }
    machine.push('}');
    machine
}

/// The number of tokens in the body of `decide`.
fn decided(machine: &str) -> usize {
    body(expand(machine), "decide").map_or(0, count)
}

/// The body of a function, wherever it stands.
fn body(tokens: TokenStream, name: &str) -> Option<TokenStream> {
    let mut before = None;
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == name && before.as_deref() == Some("fn") => {
                return tokens.find_map(|token| match token {
                    TokenTree::Group(group)
                        if group.delimiter() == proc_macro2::Delimiter::Brace =>
                    {
                        Some(group.stream())
                    }
                    _ => None,
                });
            }
            TokenTree::Group(group) => {
                if let Some(found) = body(group.stream(), name) {
                    return Some(found);
                }
                before = None;
            }
            token => before = Some(token.to_string()),
        }
    }
    None
}

fn count(tokens: TokenStream) -> usize {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => 1 + count(group.stream()),
            _ => 1,
        })
        .sum()
}

#[test]
fn decide_grows_by_the_same_for_each_state_whatever_the_number_of_arms() {
    let (ten, twenty, forty) = (
        decided(&ring(10, 20)),
        decided(&ring(20, 20)),
        decided(&ring(40, 20)),
    );
    assert!(twenty > ten, "{ten} tokens, then {twenty}");
    assert_eq!(2 * (twenty - ten), forty - twenty);
    assert_eq!(
        decided(&ring(20, 40)) - decided(&ring(10, 40)),
        twenty - ten
    );
}

#[test]
fn decide_grows_by_the_same_for_each_arm_whatever_the_number_of_states() {
    let (ten, twenty, forty) = (
        decided(&ring(10, 10)),
        decided(&ring(10, 20)),
        decided(&ring(10, 40)),
    );
    assert!(twenty > ten, "{ten} tokens, then {twenty}");
    assert_eq!(2 * (twenty - ten), forty - twenty);
    assert_eq!(
        decided(&ring(40, 20)) - decided(&ring(40, 10)),
        twenty - ten
    );
}

/// The machine whose build `benches/expansion` compares with one by hand: of each state's 20 events,
/// three do something and one arm joins all others.
fn large() -> String {
    let mut machine =
        "struct Large; state: State; event: Event; context: Context; action: Action; \
                       initial: S0;"
            .to_owned();
    for at in 0..59 {
        let next = (at + 1) % 59;
        let [goes, guarded, counts] = [0, 7, 13].map(|event| 20 + (at + event) % 20);
        let others: Vec<String> = (20..40)
            .filter(|event| ![goes, guarded, counts].contains(event))
            .map(|event| format!("E{event}(..)"))
            .collect();
        let others = others.join(" | ");
        let _ = write!(
            machine,
            "state S{at} {{
                on E{goes}(text) => S{next}(text.len());
                on E{guarded}(..) if context.limit > 3 => S{next}(0) do [Beep];
                on E{guarded}(text) => stay do [Count(text.len())];
                on E{counts}(text) => stay do [Count(text.len())];
                on {others} => reject;
            }}"
        );
    }
    machine.push_str("any { on E0 => Done do [Beep];");
    for at in 1..20 {
        let _ = write!(machine, "on E{at}(text) => stay do [Count(text.len())];");
    }
    machine.push_str("} terminal state Done;");
    machine
}

/// A build takes as long as the compiler has tokens to read: the bound is a tenth above what there is.
#[test]
fn a_large_machine_expands_to_few_tokens() {
    const MOST: usize = 55_700;
    let tokens = count(expand(&large()));
    assert!(tokens <= MOST, "{tokens} tokens");
}
