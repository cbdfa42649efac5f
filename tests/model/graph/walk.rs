//! A graph taken for a machine: which edges apply where, in which order they are tried, and what a
//! step by one of them looks like.

use std::collections::BTreeMap;

use steadfast::graph::{Edge, EdgeKind, Graph, StateInfo, Trigger};
use steadfast::{EventVariant, StateVariant};

use super::super::plan::{Bind, On, Outcome, Pattern};
use super::super::read;
use super::super::world::{Act, Event, Life, Question, Value};
use super::log::{Doubt, Log, Named};

/// What makes a machine step.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cause {
    Event(Event),
    /// The timeout of this state or superstate.
    Timeout(&'static str),
    /// The `every` that is this edge.
    Every(usize),
}

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

/// By what a step was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum By {
    /// An edge, by its number.
    Edge(usize),
    Unhandled(&'static str),
    /// Nothing takes it.
    Nothing,
}

#[derive(Clone, Copy)]
pub(super) struct Walk(pub(super) &'static Graph);

/// What a state or superstate says.
struct Scope {
    superstates: &'static [&'static str],
    timeout: Option<&'static str>,
    task: Option<&'static str>,
    entry: &'static [&'static str],
    exit: &'static [&'static str],
    unhandled: Option<&'static str>,
}

impl Walk {
    pub(super) fn state(self, name: &str) -> &'static StateInfo {
        let mut states = self.0.states.iter();
        let state = states.find(|state| state.name == name);
        state.unwrap_or_else(|| panic!("{name} is no state of the graph"))
    }

    fn scope(self, name: &str) -> Scope {
        macro_rules! scope {
            ($info:expr) => {
                $info.map(|info| Scope {
                    superstates: info.superstates,
                    timeout: info.timeout,
                    task: info.task,
                    entry: info.entry,
                    exit: info.exit,
                    unhandled: info.unhandled,
                })
            };
        }
        let state = self.0.states.iter().find(|info| info.name == name);
        let group = self.0.superstates.iter().find(|info| info.name == name);
        let scope = scope!(state).or_else(|| scope!(group));
        scope.unwrap_or_else(|| panic!("{name} is not in the graph"))
    }

    /// A state or superstate and those around it, from the inside out.
    pub(super) fn outward(self, name: &'static str) -> Vec<&'static str> {
        let superstates = self.scope(name).superstates.iter().copied();
        std::iter::once(name).chain(superstates).collect()
    }

    pub(super) fn edge(self, by: By) -> Option<&'static Edge> {
        match by {
            By::Edge(number) => Some(&self.0.edges[number]),
            By::Unhandled(_) | By::Nothing => None,
        }
    }

    /// The texts of the tasks that may run in a state.
    pub(super) fn tasks_in(self, state: &'static str) -> Vec<&'static str> {
        let scopes = self.outward(state).into_iter();
        scopes.filter_map(|scope| self.scope(scope).task).collect()
    }

    /// The edges that apply in a state, in the order in which they are tried.
    pub(super) fn edges_in(self, state: &'static str) -> Vec<usize> {
        if self.state(state).terminal {
            return Vec::new();
        }
        let own = self.outward(state).into_iter().map(Some);
        let scopes = own.chain([None]);
        let all = || self.0.edges.iter().enumerate();
        let edges = scopes.flat_map(|scope| all().filter(move |(_, edge)| edge.from == scope));
        edges.map(|(number, _)| number).collect()
    }

    /// The clocks that may fire in a state, with their texts.
    pub(super) fn clocks_in(self, state: &'static str) -> Vec<(Cause, &'static str)> {
        let mut scopes = self.outward(state);
        scopes.retain(|_| !self.state(state).terminal);
        scopes.reverse();
        let clocks = scopes.iter().flat_map(|scope| self.clocks_of(scope));
        clocks.collect()
    }

    fn clocks_of(self, scope: &'static str) -> Vec<(Cause, &'static str)> {
        let timeout = self.scope(scope).timeout;
        let timeout = timeout.map(|text| (Cause::Timeout(scope), text));
        let edges = self.0.edges.iter().enumerate();
        let everies = edges.filter_map(|(number, edge)| match edge.trigger {
            Trigger::Every { period, .. } if edge.from == Some(scope) => {
                Some((Cause::Every(number), period))
            }
            _ => None,
        });
        timeout.into_iter().chain(everies).collect()
    }

    /// Whether an edge is tried on this, with what its pattern binds.
    pub(super) fn is_tried(self, number: usize, cause: &Cause) -> Option<BTreeMap<String, u32>> {
        let edge = &self.0.edges[number];
        let is_tried = match (&edge.trigger, cause) {
            (Trigger::Event { name, pattern, .. }, Cause::Event(event)) => {
                if event.variant_name() != *name {
                    return None;
                }
                let On::Event(_, fields) = read::on(pattern) else {
                    panic!("{pattern} is no event");
                };
                return bind(&fields, &event.value());
            }
            (Trigger::Timeout, Cause::Timeout(owner)) => self.means(edge.from, owner),
            (Trigger::Every { .. }, Cause::Every(every)) => number == *every,
            _ => false,
        };
        is_tried.then(BTreeMap::new)
    }

    /// Whether an `on timeout` speaks of this timeout: the nearest at or around its place, or, where
    /// its place has none, one that is left over inside.
    fn means(self, from: Option<&'static str>, owner: &'static str) -> bool {
        let Some(from) = from else { return true };
        let is_timed = |scope: &&str| self.scope(scope).timeout.is_some();
        let nearest = self.outward(from).into_iter().find(is_timed);
        nearest == Some(owner) || (nearest != Some(from) && self.outward(owner).contains(&from))
    }

    /// The first edge whose guard held, by the answers that its guard got.
    fn taken(self, state: &Life, cause: &Cause, log: &mut Log<'_>) -> Result<By, Doubt> {
        let name = state.variant_name();
        for number in self.edges_in(name) {
            let Some(names) = self.is_tried(number, cause) else {
                continue;
            };
            log.names = names;
            let guard = self.0.edges[number].guard.map(read::guard);
            let mut holds = true;
            for part in guard.unwrap_or_default() {
                holds = holds && log.holds(&part, state)?;
            }
            if holds {
                return Ok(By::Edge(number));
            }
            log.names.clear();
        }
        let is_error = matches!(cause, Cause::Event(event)
            if self.0.error == Some(event.variant_name()));
        if is_error || self.state(name).terminal {
            return Ok(By::Nothing);
        }
        let scopes = self.outward(name);
        let mut own = scopes.iter().map(|scope| self.scope(scope).unhandled);
        let unhandled = own.find_map(|text| text).or(self.0.unhandled);
        Ok(unhandled.map_or(By::Nothing, By::Unhandled))
    }

    /// By what a step was made, if it went as the graph says.
    pub(super) fn explain(self, cause: &Cause, seen: &Seen) -> Result<By, Doubt> {
        let mut log = Log {
            left: &seen.asked,
            names: BTreeMap::new(),
        };
        let by = self.taken(&seen.before, cause, &mut log)?;
        let step = Step {
            walk: self,
            cause,
            seen,
        };
        let followed = match by {
            By::Edge(number) => step.edge(&self.0.edges[number], &mut log),
            By::Unhandled("stay") => step.stayed(Came::Stayed, Vec::new()),
            By::Unhandled("postpone") => match cause {
                Cause::Event(_) => step.stayed(Came::Postponed, Vec::new()),
                // It has fired, and that is all.
                Cause::Timeout(_) | Cause::Every(_) => step.stayed(Came::Stayed, Vec::new()),
            },
            By::Unhandled("reject") | By::Nothing => step.refused(),
            By::Unhandled(other) => Err(format!("no outcome {other}")),
        };
        let nothing_left = || match log.left {
            [] => Ok(by),
            left => Err(format!("nothing asks {left:?}")),
        };
        let explained = followed.and_then(|()| nothing_left());
        explained.map_err(|doubt| format!("{by:?}: {doubt}"))
    }

    /// That the way into the first state went as the graph says; without hooks into one that is
    /// resumed.
    pub(super) fn explain_entry(self, seen: &Seen, resumed: bool) -> Result<(), Doubt> {
        let mut log = Log {
            left: &seen.asked,
            names: BTreeMap::new(),
        };
        let mut entered = self.outward(seen.after.variant_name());
        entered.reverse();
        let mut actions = Vec::new();
        if !resumed {
            actions = self.hooks(&entered, &seen.after, &mut log, |scope| scope.entry)?;
        }
        self.started(&entered, seen, &mut log)?;
        agree(&actions, &seen.actions)
    }

    fn hooks(
        self,
        scopes: &[&'static str],
        state: &Life,
        log: &mut Log<'_>,
        texts: impl Fn(&Scope) -> &'static [&'static str],
    ) -> Result<Vec<Named>, Doubt> {
        let mut actions = Vec::new();
        for scope in scopes {
            actions.extend(log.actions(texts(&self.scope(scope)), state)?);
        }
        Ok(actions)
    }

    /// The clocks of what is entered.
    fn started(self, scopes: &[&'static str], seen: &Seen, log: &mut Log<'_>) -> Result<(), Doubt> {
        let clocks = scopes.iter().flat_map(|scope| self.clocks_of(scope));
        for (_, text) in clocks {
            log.ask(&read::time(text), &seen.after)?;
        }
        Ok(())
    }
}

/// A step, beside what the graph says of it.
struct Step<'a> {
    walk: Walk,
    cause: &'a Cause,
    seen: &'a Seen,
}

impl Step<'_> {
    fn edge(&self, edge: &Edge, log: &mut Log<'_>) -> Result<(), Doubt> {
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

    fn stayed(&self, came: Came, actions: Vec<Named>) -> Result<(), Doubt> {
        let Seen { before, after, .. } = self.seen;
        if before != after {
            return Err(format!("{before:?} became {after:?}"));
        }
        agree(&actions, &self.seen.actions)?;
        self.came(came)
    }

    fn refused(&self) -> Result<(), Doubt> {
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

fn agree(wanted: &[Named], actions: &[Act]) -> Result<(), Doubt> {
    let mut pairs = wanted.iter().zip(actions);
    if wanted.len() == actions.len() && pairs.all(|(wanted, act)| wanted.is(&act.value())) {
        return Ok(());
    }
    Err(format!("{wanted:?} are to be done, not {actions:?}"))
}

fn bind(pattern: &Pattern, value: &Value) -> Option<BTreeMap<String, u32>> {
    let mut names = BTreeMap::new();
    for (field, bind) in pattern {
        match bind {
            Bind::Name(name) => drop(names.insert(name.clone(), value.field(field))),
            Bind::Number(number) if *number != value.field(field) => return None,
            Bind::Number(_) | Bind::Anything => {}
        }
    }
    Some(names)
}
