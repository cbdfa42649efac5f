//! Rules about names: each state is declared once, each target exists.

use std::collections::HashMap;

use crate::errors::{Errors, line_of};
use crate::model::{Outline, What, cfgs_of};
use crate::syntax::{Mode, Outcome};
use crate::tokens::{last_name, snake_case, suggest};

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    check_states_declared_once(outline, errors);
    check_superstates(outline, errors);
    check_targets(outline, errors);
    check_method_names(outline, errors);
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
        if node.end == at + 1 {
            errors.at(
                &group.ident,
                "a superstate holds states: put some inside, or remove it",
            );
        }
        let stands_for_any = group.clauses.iter().find_map(|clause| match clause {
            crate::syntax::Clause::Any(any) => Some(&any.word),
            _ => None,
        });
        if let Some(any) = stands_for_any {
            errors.at(
                any,
                "`any` is for the whole machine; write the arms in the superstate itself",
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
    let names = outline.state_names();
    for (arm, ..) in outline.arms() {
        let Outcome::Go { target, .. } = &arm.outcome else {
            continue;
        };
        let name = last_name(&target.path);
        if names.contains(&name.as_str()) {
            continue;
        }
        let group = outline
            .nodes
            .iter()
            .enumerate()
            .find(|(_, node)| node.name == name);
        let message = match group {
            Some((at, node)) => {
                let inside: Vec<String> = outline
                    .states()
                    .filter(|(inner, _)| outline.contains(at, *inner))
                    .map(|(inner, _)| format!("`{}`", outline.nodes[inner].name))
                    .collect();
                format!(
                    "`{}` is a superstate: go to a state inside it, {}",
                    node.name,
                    inside.join(" or ")
                )
            }
            None => format!("there is no state `{name}`: {}", suggest(&name, &names)),
        };
        errors.at(&target.path, message);
    }
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
