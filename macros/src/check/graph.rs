//! Rules about the graph: what can be reached, what can be left, where errors go. Guards may or
//! may not hold, so a guarded arm counts as a way, but not as a sure one.

use crate::errors::Errors;
use crate::model::Outline;
use crate::syntax::{Mode, Outcome, Value};
use crate::tokens::last_name;

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    // A closure of the expression form may go anywhere.
    if !outline.fsm.is_item() {
        return;
    }
    check_error_route(outline, errors);
    check_reachable(outline, errors);
    check_ways_out(outline, errors);
}

/// Every state takes the error event, whatever the guards say.
fn check_error_route(outline: &Outline<'_>, errors: &mut Errors) {
    let Some(error) = outline.error_name() else {
        return;
    };
    for (at, state) in outline.live_states() {
        let mut refused = None;
        let routed = outline.arms_in(at).iter().any(|(arm, _)| {
            let takes = arm.guard.is_none()
                && arm.events().any(|event| {
                    last_name(&event.path) == error
                        && crate::tokens::irrefutable(event.group.as_ref())
                });
            if takes && let Outcome::Reject(word) = &arm.outcome {
                refused.get_or_insert(word);
                return false;
            }
            takes && refused.is_none()
        });
        if routed {
            continue;
        }
        match refused {
            Some(word) => errors.at(
                word,
                format!(
                    "the error event `{error}` cannot be rejected: say where state `{}` goes with it",
                    outline.nodes[at].name
                ),
            ),
            None => errors.at(
                &state.path,
                format!(
                    "state `{}` has no route for the error event `{error}`: add \
                     `on {error}(..) => ..;` here or in `any`",
                    outline.nodes[at].name
                ),
            ),
        }
    }
}

/// The states that each state can go to.
fn edges(outline: &Outline<'_>) -> Vec<Vec<usize>> {
    let mut edges = vec![Vec::new(); outline.nodes.len()];
    for (at, _) in outline.live_states() {
        for (arm, _) in outline.arms_in(at) {
            if let Outcome::Go { target, .. } = &arm.outcome
                && let Some(to) = outline.state_named(&last_name(&target.path))
            {
                edges[at].push(to);
            }
        }
    }
    edges
}

fn reach(edges: &[Vec<usize>], from: impl IntoIterator<Item = usize>) -> Vec<bool> {
    let mut reached = vec![false; edges.len()];
    let mut open: Vec<usize> = from.into_iter().collect();
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            open.extend(&edges[at]);
        }
    }
    reached
}

/// Every state can be reached from the initial one.
fn check_reachable(outline: &Outline<'_>, errors: &mut Errors) {
    let Some(Value::Variant(initial, _)) = outline
        .fsm
        .headers
        .initial
        .as_ref()
        .map(|header| &header.value)
    else {
        return;
    };
    let Some(initial) = outline.state_named(&last_name(initial)) else {
        return;
    };
    let reached = reach(&edges(outline), [initial]);
    for (at, state) in outline.states() {
        // A state that exists in some configurations only may be the target of as many arms.
        if !reached[at] && outline.nodes[at].cfgs.is_empty() {
            errors.at(
                &state.path,
                format!(
                    "state `{}` is never reached: no arm goes to it from a state that is",
                    outline.nodes[at].name
                ),
            );
        }
    }
}

/// Every state can be left, and leads to an end where the machine has one.
fn check_ways_out(outline: &Outline<'_>, errors: &mut Errors) {
    let edges = edges(outline);
    let ends: Vec<usize> = outline
        .states()
        .filter(|(_, state)| state.is_terminal())
        .map(|(at, _)| at)
        .collect();
    let mut back = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for &to in targets {
            back[to].push(from);
        }
    }
    let leads_to_end = reach(&back, ends.iter().copied());
    for (at, state) in outline.live_states() {
        let node = &outline.nodes[at];
        if !node.cfgs.is_empty() {
            continue;
        }
        let name = &node.name;
        if edges[at].iter().all(|&to| to == at) {
            let message = match node.mode {
                Mode::Block => format!(
                    "state `{name}` waits for ever: its policy is `Block`, and no arm leaves it"
                ),
                _ => format!(
                    "state `{name}` is a dead end: no arm leaves it; if the machine ends here, \
                     write `terminal state {name};`"
                ),
            };
            errors.at(&state.path, message);
        } else if !ends.is_empty() && !leads_to_end[at] {
            errors.at(
                &state.path,
                format!("state `{name}` is a dead end: no terminal state can be reached from it"),
            );
        }
    }
}
