//! The rulebook: one function per rule. Each pushes what it finds, none stops at the first, and
//! what rustc says well at the user's own token is left to rustc.

mod arms;
mod clocks;
mod graph;
mod headers;
mod names;

use crate::errors::Errors;
use crate::model::{Model, Outline};

/// What came of checking a machine.
pub(crate) enum Verdict<'a> {
    /// Nothing is wrong.
    Valid(Model<'a>),
    /// The errors say what is.
    Wrong(Outline<'a>),
}

/// Checks a machine; only one without a fault, here or in reading it, becomes a [`Model`].
pub(crate) fn check<'a>(outline: Outline<'a>, errors: &mut Errors) -> Verdict<'a> {
    headers::check(&outline, errors);
    names::check(&outline, errors);
    clocks::check(&outline, errors);
    arms::check(&outline, errors);
    graph::check(&outline, errors);
    if errors.is_empty() {
        Verdict::Valid(Model::checked(outline))
    } else {
        Verdict::Wrong(outline)
    }
}
