//! Rules about names: each state is named as a variant and declared once, each target exists.

use std::collections::{HashMap, HashSet};

use syn::Path;

use crate::errors::{Errors, line_of};
use crate::names::{last_name, nearest, ordinary, snake_case, suggest};
use crate::outline::{Outline, What, cfgs_of};
use crate::syntax::{Arm, Header, Mode, Outcome, Payload, Target, Value};
use crate::tokens::turbofish;

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    check_states_are_variants(outline, errors);
    check_states_declared_once(outline, errors);
    check_superstates(outline, errors);
    check_targets(outline, errors);
    check_method_names(outline, errors);
}

/// A name alone is a variant where it begins like one; any other is ordinary Rust.
fn check_states_are_variants(outline: &Outline<'_>, errors: &mut Errors) {
    let header = outline.fsm.headers.state.as_ref();
    for (_, state) in outline.states() {
        let Some(mut message) = not_a_variant("a state", &state.path, "state", header) else {
            continue;
        };
        if state.path.is_ident("_") {
            message = "`_` is not a state: what holds in all of them stands in `any { .. }`".into();
        }
        errors.tell(state);
        errors.at(&state.path, message);
    }
}

/// Says the same where a declared state is named, behind the word `before`. Whether it is wrong.
pub(super) fn refuse_ordinary(
    outline: &Outline<'_>,
    at: usize,
    path: &Path,
    before: &str,
    errors: &mut Errors,
) -> bool {
    let header = outline.fsm.headers.state.as_ref();
    let Some(message) = not_a_variant("a state", path, before, header) else {
        return false;
    };
    // Of one that is declared so, it is said there.
    let declared = outline.nodes[at].state();
    if declared.is_none_or(|state| ordinary(&state.path).is_none()) {
        errors.at(path, message);
    }
    true
}

/// What to say of a name alone, behind the word `before`, that is no variant of the header's enum.
pub(super) fn not_a_variant(
    what: &str,
    path: &Path,
    before: &str,
    header: Option<&Header<Path>>,
) -> Option<String> {
    let name = ordinary(path)?;
    let of = header.map_or("ENUM".to_owned(), |header| {
        crate::text::text(&turbofish(&header.value))
    });
    Some(format!(
        "{what}'s name begins with an upper-case letter: rename `{name}`, or write its \
         path, `{before} {of}::{name}`"
    ))
}

fn check_states_declared_once(outline: &Outline<'_>, errors: &mut Errors) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, state) in outline.states() {
        let node = &outline.nodes[at];
        let Some(&first) = seen.get(node.name.as_str()) else {
            seen.insert(&node.name, at);
            continue;
        };
        let other = &outline.nodes[first];
        if !node.cfgs.is_empty() && !other.cfgs.is_empty() {
            // Two versions of one state, for two configurations.
            continue;
        }
        let name = &node.name;
        let line = line_of(other.span());
        let message = match (node.parent, other.parent) {
            (Some(here), Some(there)) if here != there => format!(
                "state `{name}` stands in two superstates: `{}` {line}, and `{}`",
                outline.nodes[there].name, outline.nodes[here].name
            ),
            _ => format!(
                "state `{name}` is declared already, {line}: put its clauses into one block"
            ),
        };
        errors.at(&state.path, message);
    }
}

fn check_superstates(outline: &Outline<'_>, errors: &mut Errors) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, node) in outline.nodes.iter().enumerate() {
        let What::Superstate(group) = node.what else {
            continue;
        };
        if node.end == at + 1 && !outline.fsm.lost.states {
            errors.at(
                &group.ident,
                "a superstate holds states: put some inside, or remove it",
            );
        }
        if outline.state_named(&node.name).is_some() {
            errors.at(
                &group.ident,
                format!(
                    "`{}` is a state: a superstate has a name of its own",
                    node.name
                ),
            );
        }
        if let Some(&first) = seen.get(node.name.as_str()) {
            let line = line_of(outline.nodes[first].span());
            errors.at(
                &group.ident,
                format!("superstate `{}` is declared already, {line}", node.name),
            );
        } else {
            seen.insert(&node.name, at);
        }
    }
}

/// A target is a declared state.
fn check_targets(outline: &Outline<'_>, errors: &mut Errors) {
    let mut mistyped = HashSet::new();
    for (arm, ..) in outline.arms() {
        let Outcome::Go { target, .. } = &arm.outcome else {
            continue;
        };
        let name = last_name(&target.path);
        if let Some(at) = outline.state_named(&name) {
            if refuse_ordinary(outline, at, &target.path, "=>", errors) {
                errors.tell(arm);
            } else {
                check_payload_given(outline, at, arm, target, errors);
            }
            continue;
        }
        errors.tell(arm);
        if outline.fsm.lost.states {
            // It may be the target.
            continue;
        }
        // The declaration may be what is mistyped: then all that go there are right.
        if let Some(declared) = mistyped_declaration(outline, &name) {
            if mistyped.insert(name.clone()) {
                let other = &outline.nodes[declared].name;
                if let Some(state) = outline.nodes[declared].state() {
                    errors.tell(state);
                }
                errors.at_span(
                    outline.nodes[declared].span(),
                    format!(
                        "no arm goes to state `{other}`, and there is no state `{name}` for those \
                         that go there: one of the names is mistyped"
                    ),
                );
            }
            continue;
        }
        let message = match outcome_meant(&name) {
            Some(outcome) if outline.nodes.iter().all(|node| node.name != name) => {
                format!("there is no outcome `{name}`: did you mean `{outcome}`?")
            }
            _ => {
                let mut message = unknown_state(outline, &name);
                if let Some(state) = renamed(outline, &name) {
                    // If it is that one's name that is wrong, rustc would say so of its block too.
                    if let Some(declared) = outline.nodes[state].state() {
                        errors.tell(declared);
                    }
                    let other = &outline.nodes[state].name;
                    message.push_str(&format!("; no arm goes to `{other}`"));
                }
                message
            }
        };
        errors.at(&target.path, message);
    }
}

/// The outcome that a name is near to which no state has.
fn outcome_meant(name: &str) -> Option<&'static str> {
    match name.to_lowercase().as_str() {
        "ignore" | "keep" | "remain" | "_" => Some("stay"),
        "deny" | "refuse" | "unhandled" => Some("reject"),
        "defer" | "wait" => Some("postpone"),
        name => nearest(name, ["stay", "postpone", "reject"]),
    }
}

/// The targets of all arms, by name.
fn targets(outline: &Outline<'_>) -> Vec<String> {
    let arms = outline.arms();
    arms.iter()
        .filter_map(|(arm, ..)| match &arm.outcome {
            Outcome::Go { target, .. } => Some(last_name(&target.path)),
            _ => None,
        })
        .collect()
}

/// The states that nothing goes to, and in which the machine does not begin.
fn lonely(outline: &Outline<'_>, targets: &[String]) -> Vec<usize> {
    let initial = match outline.fsm.headers.initial.as_ref().map(|it| &it.value) {
        Some(Value::Variant(path, _)) => last_name(path),
        _ => return Vec::new(),
    };
    let name = |at: usize| &outline.nodes[at].name;
    let states = outline.states().map(|(at, _)| at);
    states
        .filter(|&at| *name(at) != initial && !targets.contains(name(at)))
        .collect()
}

/// The declared state that an unknown name of two or more targets is near to, if nothing goes to it.
fn mistyped_declaration(outline: &Outline<'_>, unknown: &str) -> Option<usize> {
    let at = outline.state_named(nearest(unknown, outline.state_names())?)?;
    let targets = targets(outline);
    let times = targets.iter().filter(|target| *target == unknown).count();
    (times > 1 && lonely(outline, &targets).contains(&at)).then_some(at)
}

/// The one state that nothing goes to, where one name is unknown: it may be that state's old name,
/// or its new one.
fn renamed(outline: &Outline<'_>, unknown: &str) -> Option<usize> {
    let known = outline.nodes.iter().map(|node| node.name.as_str());
    if nearest(unknown, known).is_some() {
        return None;
    }
    let targets = targets(outline);
    let mut others = targets
        .iter()
        .filter(|target| outline.nodes.iter().all(|node| node.name != **target));
    match lonely(outline, &targets).as_slice() {
        [only] if others.all(|target| target == unknown) => Some(*only),
        _ => None,
    }
}

/// A state with its payload, as far as its head tells of one.
pub(super) fn form(outline: &Outline<'_>, at: usize) -> Option<String> {
    let name = &outline.nodes[at].name;
    Some(match outline.nodes[at].state()?.payload.as_ref()? {
        Payload::Tuple { .. } => format!("{name}(..)"),
        Payload::Fields { fields, .. } => {
            let fields: Vec<String> = fields
                .iter()
                .map(|field| format!("{}: ..", field.name))
                .collect();
            format!("{name} {{ {} }}", fields.join(", "))
        }
    })
}

/// What to say of a name that no state has.
pub(super) fn unknown_state(outline: &Outline<'_>, name: &str) -> String {
    let group = outline
        .nodes
        .iter()
        .enumerate()
        .find(|(_, node)| node.name == name);
    if let Some((at, node)) = group {
        let inside: Vec<String> = outline
            .states()
            .filter(|(inner, _)| outline.contains(at, *inner))
            .map(|(inner, _)| format!("`{}`", outline.nodes[inner].name))
            .collect();
        return format!(
            "`{}` is a superstate: name a state inside it, {}",
            node.name,
            inside.join(" or ")
        );
    }
    format!(
        "there is no state `{name}`: {}",
        suggest(name, &outline.state_names())
    )
}

/// A target has its payload, as far as the state's own head tells of one.
fn check_payload_given(
    outline: &Outline<'_>,
    at: usize,
    arm: &Arm,
    target: &Target,
    errors: &mut Errors,
) {
    if target.group.is_some() {
        return;
    }
    if outline.nodes[at]
        .state()
        .is_some_and(|state| errors.is_told(state))
    {
        return;
    }
    let name = &outline.nodes[at].name;
    let Some(form) = form(outline, at) else {
        return;
    };
    errors.tell(arm);
    errors.at(
        &target.path,
        format!("state `{name}` has a payload: write `{form}`"),
    );
}

/// Two working states give two dispatch methods.
fn check_method_names(outline: &Outline<'_>, errors: &mut Errors) {
    if outline.fsm.dispatch.is_none() {
        return;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (at, state) in outline.live_states() {
        let node = &outline.nodes[at];
        if node.mode == Mode::Block || !cfgs_of(&state.attrs).is_empty() {
            continue;
        }
        let method = snake_case(&node.name);
        if let Some(&first) = seen.get(&method) {
            let other = &outline.nodes[first].name;
            if *other != node.name {
                errors.at(
                    &state.path,
                    format!(
                        "states `{other}` and `{}` would both have the dispatch method `{method}`: \
                         rename one of them",
                        node.name
                    ),
                );
            }
        } else {
            seen.insert(method, at);
        }
    }
}
