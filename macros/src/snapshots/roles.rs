//! Where a user's tokens go: what is executed is emitted once, as written. Twice would be two
//! errors for one mistake, and twice the code.

use std::collections::BTreeMap;
use std::fmt::Write;

use expect_test::expect_file;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};

use super::{EXPRESSION, FOUR_EDGES, GENERIC, LINK, tokens};
use crate::errors::Errors;
use crate::syntax::{
    Action, Arm, Clause, Closed, Fsm, Hook, HookBody, Outcome, Scope, UnhandledBody, Value,
};

/// The constructs that the other machines here do without.
const REST: &str = r#"
    pub struct Rest;
    pub trait RestWork;
    state: Life;
    event: Signal;
    context: Context;
    action: Effect;
    initial: Asleep { since: now() };
    error: Signal::Error;
    closed: Signal::Gone("closed");
    stop: Signal::Quit(1);

    superstate Living {
        on_entry do [Tell(context.name.clone()), (Effect::new(state))];
        on_exit do [{ Effect::other(2) }];
        every context.beat => stay do [Beat(3)];
        superstate Resting: Poll {
            timeout minutes(4);
            state Asleep { since } {
                on Ring(times) if *times > 5 => postpone;
                on Ring(times) if let Some(far) = far(times) => move Awake { since, far };
                on Ring(_) => stay { since: later(since) } do [Beat(6)];
            }
            state Dozing {
                on Ring(times) if times == 7 => reject;
                on Ring(8..) | timeout => Awake { since: state.since(), far: 9 };
                on Ring(_) => Asleep { since: other() };
            }
            on timeout if context.tired => Dozing;
            on timeout => Dead("tired".into());
        }
        state Awake { since: from, .. }: Race {
            task work(from, context.place(10));
            on whole @ Ring(_) => Asleep { since: whole.at() };
        }
        unhandled => stay;
    }
    any {
        on Quit(code) if code == 11 => Dead(format!("{code} {}", context.name));
        on Error(text) => Dead(text) do [Tell(text.clone())];
    }
    failure state Dead { on_entry do [Tell(last())]; }
"#;

/// A token of a machine: its line and column, and its text. A generated name may stand at one of
/// the user's without being it.
type Place = (usize, usize, String);

/// The names and literals among some tokens.
fn places(tokens: TokenStream, to: &mut impl FnMut(Place)) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => places(group.stream(), to),
            TokenTree::Punct(_) => {}
            token => {
                let start = token.span().start();
                to((start.line, start.column, token.to_string()));
            }
        }
    }
}

/// How often each name and each literal of a machine occurs in its expansion.
fn occurrences(machine: TokenStream) -> BTreeMap<Place, usize> {
    let mut occurrences = BTreeMap::new();
    places(machine.clone(), &mut |place| {
        occurrences.insert(place, 0);
    });
    places(crate::machine(machine), &mut |place| {
        if let Some(times) = occurrences.get_mut(&place) {
            *times += 1;
        }
    });
    occurrences
}

/// What of a machine is executed: guards, outcomes, actions, clocks, tasks and the values of
/// headers. The rest are patterns, types, names and the language's own words.
fn executed(fsm: &Fsm) -> TokenStream {
    let mut tokens = TokenStream::new();
    let headers = &fsm.headers;
    let closed = headers.closed.as_ref().map(|header| &header.value);
    let closed = closed.and_then(|closed| match closed {
        Closed::Event(event) => Some(event),
        Closed::Ignore => None,
    });
    let initial = headers.initial.as_ref().map(|header| &header.value);
    let stop = headers.stop.as_ref().map(|header| &header.value);
    for value in [initial, stop, closed].into_iter().flatten() {
        tokens.extend(match value {
            Value::Variant(path, group) => quote!(#path #group),
            Value::Expr(expr) => expr.clone(),
        });
    }
    clauses(&fsm.clauses, &mut tokens);
    tokens
}

fn clauses(clauses: &[Clause], tokens: &mut TokenStream) {
    for clause in clauses {
        match clause {
            Clause::State(state) => scope(&state.scope, tokens),
            Clause::Superstate(group) => {
                scope(&group.scope, tokens);
                self::clauses(&group.clauses, tokens);
            }
            Clause::Any(any) => any.arms.iter().for_each(|written| arm(written, tokens)),
            Clause::Unhandled(unhandled) => {
                if let UnhandledBody::Closure(closure) = &unhandled.body {
                    tokens.extend(closure.clone());
                }
            }
        }
    }
}

fn scope(scope: &Scope, tokens: &mut TokenStream) {
    scope.arms.iter().for_each(|written| arm(written, tokens));
    for clock in scope.timeouts.iter().chain(&scope.everies) {
        tokens.extend(clock.expr.clone());
    }
    for task in &scope.tasks {
        tokens.extend(task.expr.clone());
    }
    for Hook { body, .. } in scope.entries.iter().chain(&scope.exits) {
        match body {
            HookBody::Do(list) => actions(list, tokens),
            HookBody::Closure(closure) => tokens.extend(closure.clone()),
        }
    }
}

fn arm(arm: &Arm, tokens: &mut TokenStream) {
    tokens.extend(arm.guard.clone());
    match &arm.outcome {
        Outcome::Go { target, .. } => {
            target.path.to_tokens(tokens);
            target.group.to_tokens(tokens);
        }
        Outcome::Assign(_, fields) => {
            for (name, value) in fields {
                tokens.extend(quote!(#name #value));
            }
        }
        Outcome::Closure(closure) => tokens.extend(closure.clone()),
        Outcome::Stay | Outcome::Postpone(_) | Outcome::Reject(_) | Outcome::Missing => {}
    }
    actions(&arm.actions, tokens);
}

fn actions(actions: &[Action], tokens: &mut TokenStream) {
    for action in actions {
        tokens.extend(match action {
            Action::Variant(path, group) => quote!(#path #group),
            Action::Expr(expr) => expr.clone(),
        });
    }
}

#[test]
fn what_is_executed_is_emitted_once() {
    for machine in [FOUR_EDGES, LINK, GENERIC, EXPRESSION, REST].map(tokens) {
        let mut errors = Errors::default();
        let fsm = crate::parse::fsm(machine.clone(), &mut errors);
        assert!(errors.is_empty(), "{}", errors.into_compile_errors());
        let occurrences = occurrences(machine);
        let mut seen = 0;
        places(executed(&fsm), &mut |place| {
            seen += 1;
            assert_eq!(occurrences[&place], 1, "{place:?}");
        });
        assert!(seen > 5, "the walk finds what is executed");
    }
}

#[test]
fn which_words_of_the_link_machine_occur_never_or_again() {
    let mut table = String::new();
    for ((line, column, text), times) in occurrences(tokens(LINK)) {
        if times != 1 {
            let _ = writeln!(table, "{line:>3}:{:<3} {times:>2} x {text}", column + 1);
        }
    }
    expect_file!["../../snapshots/link.words"].assert_eq(&table);
}
