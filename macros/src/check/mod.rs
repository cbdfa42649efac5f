//! The rulebook: one function per rule. Each pushes what it finds, none stops at the first, and
//! what rustc says well at the user's own token is left to rustc.

mod arms;
mod clocks;
mod graph;
mod headers;
mod names;

use crate::errors::Errors;
use crate::model::{Model, Outline};

/// Checks a machine; only one without a fault becomes a [`Model`].
pub(crate) fn check<'a>(outline: Outline<'a>, errors: &mut Errors) -> Option<Model<'a>> {
    headers::check(&outline, errors);
    names::check(&outline, errors);
    clocks::check(&outline, errors);
    arms::check(&outline, errors);
    // What can be reached is asked only of a machine whose names are right: a mistyped target is
    // one mistake, and the states behind it are not unreachable.
    if errors.is_empty() {
        graph::check(&outline, errors);
    }
    errors.is_empty().then(|| Model::checked(outline))
}
