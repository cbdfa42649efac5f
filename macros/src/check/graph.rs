//! Rules about the graph: what can be reached, what can be left, where errors go. Guards may or
//! may not hold, so a guarded arm counts as a way, but not as a sure one. An arm that could not be
//! read, or whose target is wrong, may go anywhere: one mistake is not reported as another.

use crate::errors::Errors;
use crate::names::{last_name, nearest};
use crate::outline::Outline;
use crate::syntax::{Arm, Mode, Outcome, UnhandledBody, Value};
use crate::tokens::irrefutable;

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    // A closure of the expression form may go anywhere.
    if !outline.fsm.is_item() {
        return;
    }
    check_error_route(outline, errors);
    check_error_not_rejected(outline, errors);
    check_stop_taken(outline, errors);
    check_reachable(outline, errors);
    check_ways_out(outline, errors);
}

/// Every state takes the error event, whatever the guards say. A pattern that may not match is
/// left to rustc, which says what it misses, unless `unhandled` would hide that from it.
fn check_error_route(outline: &Outline<'_>, errors: &mut Errors) {
    let (Some(header), Some(error)) = (&outline.fsm.headers.error, outline.error_name()) else {
        return;
    };
    if header.half {
        return;
    }
    let open: Vec<usize> = outline
        .live_states()
        .map(|(at, _)| at)
        .filter(|&at| outline.is_whole(at))
        .filter(|&at| {
            let covered = outline.is_covered(at);
            !outline.arms_in(at).iter().any(|(arm, _)| {
                arm.guard.is_none()
                    && arm.events().any(|event| {
                        last_name(&event.path) == error
                            && (!covered || irrefutable(event.group.as_ref()))
                    })
            })
        })
        .collect();
    let fix = format!("add `on {error}(..) => ..;`");
    let under_guard = |at: usize| {
        outline.arms_in(at).iter().any(|(arm, _)| {
            arm.guard.is_some() && arm.events().any(|event| last_name(&event.path) == error)
        })
    };
    let unhandled = |states: &[usize]| {
        if states.iter().any(|&at| outline.is_covered(at)) {
            "; `unhandled` never covers it"
        } else {
            ""
        }
    };
    match open.as_slice() {
        [] => {}
        [at] if under_guard(*at) => errors.at_span(
            outline.nodes[*at].span(),
            format!(
                "state `{}` takes the error event `{error}` only under a guard: {fix} behind it",
                outline.nodes[*at].name
            ),
        ),
        [at] => errors.at_span(
            outline.nodes[*at].span(),
            format!(
                "state `{}` has no route for the error event `{error}`: {fix} here or in `any`{}",
                outline.nodes[*at].name,
                unhandled(&open)
            ),
        ),
        // Many states lack it, and one clause mends it.
        many => {
            let arms = outline.arms();
            let events: Vec<String> = arms
                .iter()
                .flat_map(|(arm, ..)| arm.events())
                .map(|event| last_name(&event.path))
                .collect();
            let known = events.iter().map(String::as_str);
            // rustc would say of a variant that does not exist that it does not.
            errors.tell(header);
            let message = match nearest(&error, known) {
                Some(near) if near != error => {
                    format!("no arm takes the error event `{error}`: did you mean `{near}`?")
                }
                _ if events.iter().all(|event| *event != error) => format!(
                    "no arm takes the error event `{error}`: {fix} to `any`, or name the variant \
                     that holds the error{}",
                    unhandled(many)
                ),
                _ => format!(
                    "the error event `{error}` has no route in the states {}: {fix} to `any`{}",
                    names(outline, many),
                    unhandled(many)
                ),
            };
            errors.at(&header.value, message);
        }
    }
}

/// The error event goes somewhere, or stays: a refused one would be lost.
fn check_error_not_rejected(outline: &Outline<'_>, errors: &mut Errors) {
    let Some(error) = outline.error_name() else {
        return;
    };
    for (arm, ..) in outline.arms() {
        if let Outcome::Reject(word) = &arm.outcome
            && arm.events().any(|event| last_name(&event.path) == error)
        {
            errors.at(
                word,
                format!("the error event `{error}` cannot be rejected: say where it leads"),
            );
        }
    }
}

/// Some state takes the stop event: `stop` gives it to the machine, and one that is refused wherever
/// the machine is makes of every stop a fault.
fn check_stop_taken(outline: &Outline<'_>, errors: &mut Errors) {
    let Some(header) = &outline.fsm.headers.stop else {
        return;
    };
    let Value::Variant(path, _) = &header.value else {
        return;
    };
    let name = last_name(path);
    let whole = outline.live_states().all(|(at, _)| outline.is_whole(at));
    let arms = outline.arms();
    let arms: Vec<&Arm> = arms
        .iter()
        .map(|(arm, ..)| *arm)
        .filter(|arm| arm.events().any(|event| last_name(&event.path) == name))
        .collect();
    let taken = arms
        .iter()
        .any(|arm| !matches!(arm.outcome, Outcome::Reject(_)));
    let scopes = outline.nodes.iter().flat_map(|node| &node.scope.unhandled);
    let clauses = scopes.chain(outline.unhandled.iter().copied());
    let kept = clauses
        .into_iter()
        .any(|clause| !matches!(clause.body, UnhandledBody::Reject));
    // Of one that no arm names, rustc says that it does not exist, or that a state misses it.
    let covered = outline.live_states().any(|(at, _)| outline.is_covered(at));
    if !whole || header.half || taken || kept || (arms.is_empty() && !covered) {
        return;
    }
    errors.tell(header);
    errors.at(
        path,
        format!(
            "every state rejects the stop event `{name}`, so `stop` would be a fault: add an arm \
             `on {name} => ..;` that leads to the end"
        ),
    );
}

/// The states that each state can go to; one place more stands for wherever an arm leads that is
/// not known, and from there to every state.
fn edges(outline: &Outline<'_>) -> Vec<Vec<usize>> {
    let unknown = outline.nodes.len();
    let mut edges = vec![Vec::new(); unknown + 1];
    edges[unknown] = outline.states().map(|(at, _)| at).collect();
    for (at, _) in outline.live_states() {
        let mut anywhere = !outline.is_whole(at);
        for (arm, _) in outline.arms_in(at) {
            match &arm.outcome {
                Outcome::Go { target, .. } => match outline.state_named(&last_name(&target.path)) {
                    Some(to) => edges[at].push(to),
                    None => anywhere = true,
                },
                Outcome::Closure(_) => anywhere = true,
                _ => {}
            }
        }
        if anywhere {
            edges[at].push(unknown);
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
    if outline.nodes[initial]
        .state()
        .is_some_and(|state| state.is_terminal())
    {
        return;
    }
    let edges = edges(outline);
    let mut reached = reach(&edges, [initial]);
    let unreached = |reached: &[bool]| {
        outline.states().map(|(at, _)| at).find(|&at| {
            // One that exists in some configurations only may be the target of as many arms.
            !reached[at] && outline.nodes[at].cfgs.is_empty() && outline.is_whole(at)
        })
    };
    while let Some(first) = unreached(&reached) {
        // States behind an unreachable one are unreachable for that reason: say it of the one
        // that nothing else leads to.
        let mut root = first;
        let above = |root: usize| {
            outline.states().map(|(at, _)| at).find(|&at| {
                !reached[at]
                    && outline.nodes[at].cfgs.is_empty()
                    && reach(&edges, [at])[root]
                    && !reach(&edges, [root])[at]
            })
        };
        while let Some(at) = above(root) {
            root = at;
        }
        errors.at_span(
            outline.nodes[root].span(),
            format!(
                "state `{}` is never reached from the initial state `{}`: add an arm that goes \
                 there, or remove it",
                outline.nodes[root].name, outline.nodes[initial].name
            ),
        );
        for (at, behind) in reach(&edges, [root]).into_iter().enumerate() {
            reached[at] |= behind;
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
    let unknown = outline.nodes.len();
    let mut back = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for &to in targets {
            back[to].push(from);
        }
    }
    let leads_to_end = reach(&back, ends.iter().copied().chain([unknown]));
    let mut circling = Vec::new();
    for (at, state) in outline.live_states() {
        let node = &outline.nodes[at];
        if !node.cfgs.is_empty() {
            continue;
        }
        let name = &node.name;
        if edges[at].iter().all(|&to| to == at) {
            let message = match node.mode {
                Mode::Block => format!(
                    "no arm leaves state `{name}`, and it does no work: add one that does, or \
                     write `terminal state {name};`"
                ),
                _ => format!(
                    "state `{name}` is a dead end: no arm leaves it; if the machine ends here, \
                     write `terminal state {name};`"
                ),
            };
            errors.at(&state.path, message);
            if node.scope.arms.is_empty() {
                // It has nothing to say of any event, and that it has nothing to say was said.
                errors.tell(&state.scope);
            }
        } else if !ends.is_empty() && !leads_to_end[at] {
            circling.push(at);
        }
    }
    // States that lead only to a dead end are no mistake of their own.
    circling.retain(|&at| {
        let reached = reach(&edges, [at]);
        !outline
            .live_states()
            .any(|(to, _)| reached[to] && edges[to].iter().all(|&next| next == to))
    });
    let message = "no terminal state can be reached";
    let fix = "add an arm that leads to one";
    match circling.as_slice() {
        [] => {}
        [at] => errors.at_span(
            outline.nodes[*at].span(),
            format!(
                "state `{}` is a dead end: {message} from it; {fix}",
                outline.nodes[*at].name
            ),
        ),
        [first, ..] => errors.at_span(
            outline.nodes[*first].span(),
            format!(
                "the states {} are a dead end: {message} from them; {fix}",
                names(outline, &circling)
            ),
        ),
    }
}

fn names(outline: &Outline<'_>, states: &[usize]) -> String {
    let names: Vec<String> = states
        .iter()
        .map(|&at| format!("`{}`", outline.nodes[at].name))
        .collect();
    names.join(", ")
}
