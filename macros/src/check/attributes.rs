//! Attributes: a clause is no item, so only what the macro itself reads has an effect.

use syn::Attribute;

use crate::errors::Errors;
use crate::names::nearest;
use crate::outline::{Outline, What};
use crate::syntax::Scope;

/// Doc comments and `cfg` stand before clauses, and nothing else: what is misspelt would be silent.
pub(super) fn check_attributes(outline: &Outline<'_>, errors: &mut Errors) {
    for node in &outline.nodes {
        check(
            match node.what {
                What::State(state) => &state.attrs,
                What::Superstate(group) => &group.attrs,
            },
            errors,
        );
        of_scope(node.scope, errors);
    }
    let mut before: Option<&[Attribute]> = None;
    for (arm, around) in &outline.any {
        // The arms of one block stand together.
        if before.is_none_or(|before| !std::ptr::eq(before, *around)) {
            check(around, errors);
        }
        before = Some(around);
        check(&arm.attrs, errors);
    }
    for unhandled in &outline.unhandled {
        check(&unhandled.attrs, errors);
    }
}

fn of_scope(scope: &Scope, errors: &mut Errors) {
    // The short form of a clock is a clock, and an arm with the same attributes.
    let arms = scope.arms.iter().filter(|arm| arm.word == "on");
    let attrs = arms
        .map(|arm| &arm.attrs)
        .chain(scope.timeouts.iter().map(|clock| &clock.attrs))
        .chain(scope.everies.iter().map(|clock| &clock.attrs))
        .chain(scope.tasks.iter().map(|task| &task.attrs))
        .chain(scope.entries.iter().map(|hook| &hook.attrs))
        .chain(scope.exits.iter().map(|hook| &hook.attrs))
        .chain(scope.unhandled.iter().map(|clause| &clause.attrs));
    for attrs in attrs {
        check(attrs, errors);
    }
}

fn check(attrs: &[Attribute], errors: &mut Errors) {
    for attr in attrs {
        let path = attr.path();
        if ["doc", "cfg", "cfg_attr"]
            .iter()
            .any(|known| path.is_ident(known))
        {
            continue;
        }
        let name = crate::text::text(path);
        let message = match nearest(&name, ["doc", "cfg", "cfg_attr"]) {
            Some(near) => format!("there is no attribute `{name}` here: did you mean `{near}`?"),
            None => format!(
                "`{name}` has no effect here: a clause takes doc comments and `cfg`; remove it"
            ),
        };
        errors.at(path, message);
    }
}
