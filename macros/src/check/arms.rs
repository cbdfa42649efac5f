//! Rules about single arms and about arms of one scope.

use std::collections::HashSet;

use quote::ToTokens;
use syn::Attribute;

use crate::errors::{Errors, line_of};
use crate::names::last_name;
use crate::outline::{Outline, cfgs_of};
use crate::syntax::{Arm, EventPattern, Outcome, Trigger};
use crate::tokens::irrefutable;

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    for node in &outline.nodes {
        let arms = node.scope.arms.iter().filter(|arm| !arm.half);
        let arms: Vec<Configured<'_>> = arms.map(|arm| (arm, &[][..])).collect();
        check_arms_apart(&arms, errors);
    }
    let any = outline.any.iter().filter(|(arm, _)| !arm.half);
    check_arms_apart(&any.copied().collect::<Vec<_>>(), errors);
    for (arm, node, _) in outline.arms() {
        check_outcome_fits(outline, arm, node, errors);
    }
    if outline.fsm.is_item() {
        check_fallbacks(outline, errors);
    }
}

/// Guards may all fail: an event whose arms in a state all have one needs one more. rustc would say
/// that the event is not covered, where arms for it are in sight. An event that no other arm names
/// is left to it all the same: it may not exist.
fn check_fallbacks(outline: &Outline<'_>, errors: &mut Errors) {
    let error = outline.error_name();
    let mut said: Vec<*const EventPattern> = Vec::new();
    for (at, state) in outline.live_states() {
        if !outline.is_whole(at) || outline.is_covered(at) {
            continue;
        }
        let arms = outline.arms_in(at);
        let named = |event: &EventPattern, guarded: bool| {
            let name = last_name(&event.path);
            arms.iter().any(|(arm, _)| {
                arm.guard.is_some() == guarded
                    && arm.events().any(|other| last_name(&other.path) == name)
            })
        };
        let elsewhere = |event: &EventPattern| {
            let name = last_name(&event.path);
            outline.arms().iter().any(|(arm, ..)| {
                !arms.iter().any(|(own, _)| std::ptr::eq(*own, *arm))
                    && arm.events().any(|other| last_name(&other.path) == name)
            })
        };
        let events = arms.iter().flat_map(|(arm, _)| arm.events());
        let open: Vec<&EventPattern> = events
            .filter(|event| named(event, true) && !named(event, false) && elsewhere(event))
            .filter(|event| Some(last_name(&event.path)) != error)
            .collect();
        if open.is_empty() {
            continue;
        }
        // rustc has nothing to add of this state.
        errors.tell(&state.scope);
        // Each event once, behind the last arm that names it.
        for (index, event) in open.iter().enumerate() {
            let name = last_name(&event.path);
            let again = |later: &&EventPattern| last_name(&later.path) == name;
            let place = std::ptr::from_ref::<EventPattern>(event);
            if open[index + 1..].iter().any(again) || said.contains(&place) {
                continue;
            }
            said.push(place);
            errors.at(
                &event.path,
                format!(
                    "every arm for `{name}` in state `{}` has a guard: add `on {name} => ..;` \
                     behind this one, for when none of them holds",
                    outline.nodes[at].name
                ),
            );
        }
    }
}

/// An arm, and the attributes around it.
type Configured<'a> = (&'a Arm, &'a [Attribute]);

/// Whether both stand in some configurations only, and in different ones: they may be versions of
/// one arm.
fn are_versions(first: Configured<'_>, second: Configured<'_>) -> bool {
    let [first, second] = [first, second].map(|(arm, around)| {
        let cfgs = cfgs_of(&arm.attrs).into_iter().chain(cfgs_of(around));
        crate::outline::conditions(cfgs)
    });
    !first.is_empty() && !second.is_empty() && first != second
}

/// No arm is a second one for the same, and none stands behind one that takes all of its event.
fn check_arms_apart(arms: &[Configured<'_>], errors: &mut Errors) {
    let mut named = HashSet::new();
    for (at, &(arm, around)) in arms.iter().enumerate() {
        'trigger: for (number, trigger) in arm.triggers.iter().enumerate() {
            // Most events are named once, and to compare each with each takes long.
            if matches!(trigger, Trigger::Event(event) if named.insert(last_name(&event.path))) {
                continue;
            }
            let earlier = arms[..at]
                .iter()
                .flat_map(|&first| first.0.triggers.iter().map(move |trigger| (first, trigger)))
                .chain(
                    arm.triggers[..number]
                        .iter()
                        .map(|trigger| ((arm, around), trigger)),
                );
            for (first, other) in earlier {
                if !std::ptr::eq(first.0, arm) && are_versions(first, (arm, around)) {
                    continue;
                }
                let Some(message) = clash(first.0, other, arm, trigger) else {
                    continue;
                };
                match trigger {
                    Trigger::Event(event) => errors.at(&event.path, message),
                    Trigger::Timeout(word) | Trigger::Every(word, _) => errors.at(word, message),
                }
                continue 'trigger;
            }
        }
    }
}

fn clash(first: &Arm, other: &Trigger, arm: &Arm, trigger: &Trigger) -> Option<String> {
    let (name, same, takes_all) = match (other, trigger) {
        (Trigger::Event(other), Trigger::Event(event)) => {
            let name = last_name(&event.path);
            if last_name(&other.path) != name {
                return None;
            }
            let same = pattern(other) == pattern(event);
            (name, same, irrefutable(other.group.as_ref()))
        }
        // Two clauses `timeout ..` are refused as such.
        (Trigger::Timeout(_), Trigger::Timeout(_))
            if first.word == "timeout" && arm.word == "timeout" =>
        {
            return None;
        }
        (Trigger::Timeout(_), Trigger::Timeout(_)) => ("timeout".to_owned(), true, true),
        _ => return None,
    };
    if std::ptr::eq(first, arm) {
        return same.then(|| format!("`{name}` is named twice in this arm: remove one of the two"));
    }
    let text = |arm: &Arm| arm.guard.as_ref().map(ToString::to_string);
    let line = line_of(first.word.span());
    if same && text(first) == text(arm) {
        return Some(format!(
            "`{name}` has this arm already, {line}: remove one of the two"
        ));
    }
    if takes_all && first.guard.is_none() {
        return Some(format!(
            "this arm is never taken: the one {line} takes every `{name}`; put this one first, or \
             give that one a guard"
        ));
    }
    None
}

/// The pattern's payload as text; all payloads that match anything read the same.
fn pattern(event: &EventPattern) -> String {
    if irrefutable(event.group.as_ref()) {
        String::new()
    } else {
        event.group.to_token_stream().to_string()
    }
}

/// An outcome that makes sense where it stands, for what triggers it.
fn check_outcome_fits(outline: &Outline<'_>, arm: &Arm, node: Option<usize>, errors: &mut Errors) {
    let own_state = node.and_then(|node| outline.nodes[node].state());
    match &arm.outcome {
        Outcome::Stay
        | Outcome::Closure(_)
        | Outcome::Missing
        | Outcome::Go { moved: None, .. } => {}
        Outcome::Assign(word, _) => {
            if own_state.is_none() {
                errors.tell(arm);
                errors.at(
                    word,
                    "`stay { .. }` assigns to the payload of one state: write it in that state's \
                     own block",
                );
            }
        }
        Outcome::Go {
            moved: Some(span), ..
        } => check_move(outline, arm, *span, node, own_state.is_some(), errors),
        Outcome::Postpone(word) => {
            check_postpone(outline, arm, word, errors);
        }
        Outcome::Reject(word) => {
            if !arm.actions.is_empty() {
                errors.at(
                    word,
                    "a rejected event changes nothing and asks for nothing: for actions, write \
                     `stay do [..]`",
                );
            }
        }
    }
    if let Outcome::Closure(closure) = &arm.outcome {
        let clock = arm.triggers.iter().any(|t| !matches!(t, Trigger::Event(_)));
        if clock && arm.triggers.len() > 1 {
            errors.tell(arm);
            errors.at(
                closure,
                "a closure is for an event or for a clock, which has no event to give it: write \
                 two arms",
            );
        }
    }
}

fn check_move(
    outline: &Outline<'_>,
    arm: &Arm,
    span: proc_macro2::Span,
    node: Option<usize>,
    own: bool,
    errors: &mut Errors,
) {
    if !own {
        errors.tell(arm);
        errors.at_span(
            span,
            "`move` takes the payload that a state's own pattern binds: write it in that state's \
             block",
        );
    }
    let exits = node.is_some_and(|node| {
        outline
            .outward(node)
            .any(|node| !outline.nodes[node].scope.exits.is_empty())
    });
    if exits && !outline.fsm.is_item() {
        errors.tell(arm);
        errors.at_span(
            span,
            "in the expression form `move` cannot stand where an `on_exit` has to see the state; \
             give the machine a `struct` line, or take the payload with `std::mem::take`",
        );
    }
}

fn check_postpone(
    outline: &Outline<'_>,
    arm: &Arm,
    word: &proc_macro2::Ident,
    errors: &mut Errors,
) {
    if arm.triggers.iter().any(|t| !matches!(t, Trigger::Event(_))) {
        errors.at(
            word,
            "only an event can be postponed: a clock that expired has expired",
        );
    }
    let error = outline.error_name();
    if arm
        .events()
        .any(|event| Some(last_name(&event.path)) == error)
    {
        errors.at(
            word,
            "the error event cannot be postponed: it tells of something that went wrong now",
        );
    }
}
