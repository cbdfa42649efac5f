//! The rulebook: one function per rule. Each pushes what it finds, none stops at the first, and
//! what rustc says well at the user's own token is left to rustc.

mod arms;
mod attributes;
mod clocks;
mod expressions;
mod graph;
mod headers;
mod names;

use crate::errors::Errors;
use crate::model::Model;
use crate::outline::Outline;

/// Checks a machine. What is wrong is in `errors`, and the model knows of it.
pub(crate) fn check<'a>(outline: Outline<'a>, errors: &mut Errors) -> Model<'a> {
    // First: a head that is wrong is not asked what it says of its state.
    expressions::check(&outline, errors);
    headers::check(&outline, errors);
    names::check(&outline, errors);
    clocks::check(&outline, errors);
    arms::check(&outline, errors);
    attributes::check_attributes(&outline, errors);
    graph::check(&outline, errors);
    Model::checked(outline, errors)
}
