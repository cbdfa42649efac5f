//! Rules about clocks, tasks, hooks and what else a scope has once.

use proc_macro2::Ident;
use syn::Attribute;

use crate::errors::{Errors, line_of};
use crate::outline::{Node, Outline, What, cfgs_of, conditions};
use crate::syntax::{Clock, Hook, Task, Trigger, Unhandled};

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    for (at, node) in outline.nodes.iter().enumerate() {
        check_given_once(node, errors);
        check_terminal(outline, at, errors);
    }
    once(outline.unhandled.iter().copied(), errors);
    check_timeout_arms(outline, errors);
    check_timeout_outcomes(outline, errors);
}

/// Something with a word of its own, of which a scope has at most one.
trait Worded {
    fn word(&self) -> &Ident;
    fn attrs(&self) -> &[Attribute];
}

macro_rules! worded {
    ($($type:ty),*) => {
        $(impl Worded for $type {
            fn word(&self) -> &Ident {
                &self.word
            }
            fn attrs(&self) -> &[Attribute] {
                &self.attrs
            }
        })*
    };
}

worded!(Clock, Task, Hook, Unhandled);

fn check_given_once(node: &Node<'_>, errors: &mut Errors) {
    once(node.scope.timeouts.iter(), errors);
    once(node.scope.tasks.iter(), errors);
    once(node.scope.entries.iter(), errors);
    once(node.scope.exits.iter(), errors);
    once(node.scope.unhandled.iter(), errors);
}

fn once<'a, T: Worded + 'a>(clauses: impl Iterator<Item = &'a T>, errors: &mut Errors) {
    let mut first: Option<&T> = None;
    for clause in clauses {
        match first {
            None => first = Some(clause),
            // Versions of one clause, for several configurations.
            Some(first)
                if !cfgs_of(first.attrs()).is_empty()
                    && !cfgs_of(clause.attrs()).is_empty()
                    && conditions(cfgs_of(first.attrs()))
                        != conditions(cfgs_of(clause.attrs())) => {}
            Some(first) => {
                let line = line_of(first.word().span());
                let word = clause.word();
                let hint = match word.to_string().as_str() {
                    "on_entry" | "on_exit" => "put all actions into one list",
                    "timeout" => "a scope has one `timeout`; `every` may stand more than once",
                    _ => "keep one of the two",
                };
                errors.at(word, format!("`{word}` is given already, {line}: {hint}"));
            }
        }
    }
}

/// A terminal state ends the machine: there is nothing more to take, to wait for or to do.
fn check_terminal(outline: &Outline<'_>, at: usize, errors: &mut Errors) {
    let node = &outline.nodes[at];
    let mut inside = outline
        .states()
        .filter(|(state, _)| outline.contains(at, *state))
        .peekable();
    let (what, policy) = match node.what {
        What::State(state) => match &state.kind {
            Some(kind) => (format!("a {kind} state"), &state.policy),
            None => return,
        },
        What::Superstate(group)
            if inside.peek().is_some() && inside.all(|(_, state)| state.is_terminal()) =>
        {
            ("a superstate of terminal states".to_owned(), &group.policy)
        }
        What::Superstate(_) => return,
    };
    let scope = node.scope;
    let words = scope
        .arms
        .iter()
        .filter(|arm| arm.word == "on")
        .map(|arm| &arm.word)
        .chain(scope.timeouts.iter().map(|clock| &clock.word))
        .chain(scope.everies.iter().map(|clock| &clock.word))
        .chain(scope.tasks.iter().map(|task| &task.word))
        .chain(scope.exits.iter().map(|hook| &hook.word))
        .chain(scope.unhandled.iter().map(|clause| &clause.word));
    // Once: the others are wrong for the same reason.
    if let Some(word) = words.into_iter().next() {
        errors.at(
            word,
            format!("{what} ends the machine: it may have `on_entry`, but no `{word}`"),
        );
    }
    if let Some(policy) = policy
        && policy.known
    {
        errors.at(
            &policy.word,
            format!("{what} ends the machine: it looks at no event and has no policy"),
        );
    }
}

/// `on timeout` has a clock to speak of.
fn check_timeout_arms(outline: &Outline<'_>, errors: &mut Errors) {
    let timeouts: Vec<usize> = outline
        .clocks
        .iter()
        .filter(|clock| !clock.repeats)
        .map(|clock| clock.node)
        .collect();
    for (arm, node, _) in outline.arms() {
        let Some(word) = arm.triggers.iter().find_map(|trigger| match trigger {
            Trigger::Timeout(word) => Some(word),
            _ => None,
        }) else {
            continue;
        };
        let terminal = node.is_some_and(|node| {
            outline.nodes[node]
                .state()
                .is_some_and(|state| state.is_terminal())
        });
        let possible = timeouts.iter().any(|&owner| {
            let related = node
                .is_none_or(|node| outline.contains(node, owner) || outline.contains(owner, node));
            related && outline.timeout_applies(node, owner)
        });
        // What could not be read may be the timeout.
        let whole = outline
            .live_states()
            .filter(|(state, _)| node.is_none_or(|node| outline.contains(node, *state)))
            .all(|(state, _)| outline.is_whole(state));
        if !possible && !terminal && whole {
            let place = match node {
                Some(node) => format!("`{}` has no timeout", outline.nodes[node].name),
                None => "no state has a timeout".to_owned(),
            };
            errors.at(word, format!("{place}: add `timeout DURATION;`"));
        }
    }
}

/// A timeout leads somewhere, in every state where it can expire, whatever the guards say.
fn check_timeout_outcomes(outline: &Outline<'_>, errors: &mut Errors) {
    if !outline.fsm.is_item() {
        return;
    }
    for clock in outline.clocks.iter().filter(|clock| !clock.repeats) {
        let open = outline.live_states().find(|(state, _)| {
            outline.contains(clock.node, *state)
                && outline.is_whole(*state)
                && !outline.is_covered(*state)
                && !outline.arms_in(*state).iter().any(|(arm, scope)| {
                    arm.on_timeout()
                        && arm.guard.is_none()
                        && outline.timeout_applies(*scope, clock.node)
                })
        });
        let Some((state, _)) = open else { continue };
        let guarded = outline.arms_in(state).iter().any(|(arm, scope)| {
            arm.on_timeout() && arm.guard.is_some() && outline.timeout_applies(*scope, clock.node)
        });
        let place = if state == clock.node {
            String::new()
        } else {
            format!(" in state `{}`", outline.nodes[state].name)
        };
        let message = if guarded {
            format!(
                "this timeout has no outcome{place} when its guards do not hold: add \
                 `on timeout => ..;` behind them"
            )
        } else {
            format!(
                "this timeout has no outcome{place}: write `timeout DURATION => ..;`, or add \
                 `on timeout => ..;`"
            )
        };
        errors.at(&clock.clock.word, message);
    }
}
