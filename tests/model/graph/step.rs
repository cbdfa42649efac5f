//! One step that was seen, beside what the edge says that it was made by.

use std::collections::BTreeMap;

use steadfast::StateVariant;
use steadfast::graph::{Edge, EdgeKind};

use super::super::plan::Outcome;
use super::super::read;
use super::super::world::{Act, Life, Question};
use super::log::{Doubt, Log, Named};
use super::walk::{Cause, Walk};

/// What was seen of a step.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) before: Life,
    pub(super) after: Life,
    pub(super) came: Came,
    pub(super) actions: Vec<Act>,
    pub(super) asked: Vec<Question>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Came {
    Moved,
    Stayed,
    Assigned,
    /// One of these three.
    Taken,
    Postponed,
    /// By the names of a state and a trigger, where they were told.
    Refused(Option<(String, String)>),
}

/// A step, beside what the graph says of it.
pub(super) struct Step<'a> {
    pub(super) walk: Walk,
    pub(super) cause: &'a Cause,
    pub(super) seen: &'a Seen,
}

impl Step<'_> {
    pub(super) fn edge(&self, edge: &Edge, log: &mut Log<'_>) -> Result<(), Doubt> {
        let before = &self.seen.before;
        match (edge.kind, read::outcome(edge.outcome)) {
            (EdgeKind::Go, Outcome::Go { target, moved }) => {
                let came = self.came(Came::Moved);
                let (left, entered) = self.crossing();
                // With `move`, the exit actions are the last to see the state.
                let exit = |log: &mut Log<'_>| {
                    let mut nothing = Log {
                        left: log.left,
                        names: BTreeMap::new(),
                    };
                    let exits = self
                        .walk
                        .hooks(&left, before, &mut nothing, |scope| scope.exit);
                    log.left = nothing.left;
                    exits
                };
                let mut actions = Vec::new();
                if moved {
                    actions = exit(log)?;
                }
                let next = log.named(&target, before)?;
                let own = log.actions(edge.actions, before)?;
                if !moved {
                    actions = exit(log)?;
                }
                actions.extend(own);
                log.names.clear();
                let after = &self.seen.after;
                actions.extend(self.walk.hooks(&entered, after, log, |scope| scope.entry)?);
                self.walk.started(&entered, self.seen, log)?;
                if edge.to != Some(after.variant_name()) || !next.is(&after.value()) {
                    return Err(format!("{next:?} is to come, not {after:?}"));
                }
                agree(&actions, &self.seen.actions)?;
                came
            }
            (EdgeKind::Stay, Outcome::Stay(fields)) if fields.is_empty() => {
                let actions = log.actions(edge.actions, before)?;
                self.stayed(Came::Stayed, actions)
            }
            (EdgeKind::Assign, Outcome::Stay(fields)) if !fields.is_empty() => {
                let fields = log.fields(&fields, before)?;
                let actions = log.actions(edge.actions, before)?;
                agree(&actions, &self.seen.actions)?;
                let (old, new) = (before.value(), self.seen.after.value());
                let mut name = fields.iter().map(|(name, _)| name);
                if !name.all(|name| old.fields.iter().any(|(field, _)| field == name)) {
                    return Err(format!("{old:?} has not all of {fields:?}"));
                }
                let kept = old.fields.into_iter().map(|(name, old)| {
                    let assigned = fields.iter().find(|(field, _)| *field == name);
                    let number = assigned.map_or(Some(old), |(_, number)| *number);
                    (name, number)
                });
                let wanted = Named {
                    name: old.name,
                    fields: kept.collect(),
                };
                if !wanted.is(&new) {
                    return Err(format!("{wanted:?} is to come, not {new:?}"));
                }
                self.came(Came::Assigned)
            }
            (EdgeKind::Postpone, Outcome::Postpone) => {
                let actions = log.actions(edge.actions, before)?;
                self.stayed(Came::Postponed, actions)
            }
            (EdgeKind::Reject, Outcome::Reject) => self.refused(),
            (kind, _) => Err(format!("{kind:?} does not go by {}", edge.outcome)),
        }
    }

    /// What is left, from the inside out, and what is entered, from the outside in.
    fn crossing(&self) -> (Vec<&'static str>, Vec<&'static str>) {
        let old = self.walk.outward(self.seen.before.variant_name());
        let new = self.walk.outward(self.seen.after.variant_name());
        // A state is left and entered also when it is the same; a superstate is not.
        let crossed = |scopes: &[&'static str], others: &[&'static str]| -> Vec<&'static str> {
            let outside = scopes[1..].iter().filter(|scope| !others.contains(scope));
            scopes[..1].iter().chain(outside).copied().collect()
        };
        let (left, mut entered) = (crossed(&old, &new), crossed(&new, &old));
        entered.reverse();
        (left, entered)
    }

    fn came(&self, wanted: Came) -> Result<(), Doubt> {
        let came = &self.seen.came;
        let taken = matches!(wanted, Came::Moved | Came::Stayed | Came::Assigned);
        if *came == wanted || taken && *came == Came::Taken {
            return Ok(());
        }
        Err(format!("{wanted:?} is to come, not {came:?}"))
    }

    pub(super) fn stayed(&self, came: Came, actions: Vec<Named>) -> Result<(), Doubt> {
        let Seen { before, after, .. } = self.seen;
        if before != after {
            return Err(format!("{before:?} became {after:?}"));
        }
        agree(&actions, &self.seen.actions)?;
        self.came(came)
    }

    pub(super) fn refused(&self) -> Result<(), Doubt> {
        let trigger = match self.cause {
            Cause::Event(event) => event.value().name,
            Cause::Timeout(_) => "timeout".to_owned(),
            Cause::Every(_) => "every".to_owned(),
        };
        let state = self.seen.before.value().name;
        let untold = Came::Refused(None);
        if self.seen.came == untold {
            return self.stayed(untold, Vec::new());
        }
        self.stayed(Came::Refused(Some((state, trigger))), Vec::new())
    }
}

pub(super) fn agree(wanted: &[Named], actions: &[Act]) -> Result<(), Doubt> {
    let mut pairs = wanted.iter().zip(actions);
    if wanted.len() == actions.len() && pairs.all(|(wanted, act)| wanted.is(&act.value())) {
        return Ok(());
    }
    Err(format!("{wanted:?} are to be done, not {actions:?}"))
}
