//! A graph taken for a machine: which edges apply where, in which order they are tried, and by which
//! of them a step was made.

use std::collections::BTreeMap;

use steadfast::graph::{Edge, Graph, StateInfo, Trigger};
use steadfast::{EventVariant, StateVariant};

use super::super::plan::{Bind, On, Pattern};
use super::super::read;
use super::super::world::{Event, Life, Value};
use super::log::{Doubt, Log, Named};
use super::step::{Came, Seen, Step, agree};

/// What makes a machine step.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cause {
    Event(Event),
    /// The timeout of this state or superstate.
    Timeout(&'static str),
    /// The `every` that is this edge.
    Every(usize),
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
pub(super) struct Scope {
    superstates: &'static [&'static str],
    timeout: Option<&'static str>,
    task: Option<&'static str>,
    pub(super) entry: &'static [&'static str],
    pub(super) exit: &'static [&'static str],
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

    pub(super) fn hooks(
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
    pub(super) fn started(
        self,
        scopes: &[&'static str],
        seen: &Seen,
        log: &mut Log<'_>,
    ) -> Result<(), Doubt> {
        let clocks = scopes.iter().flat_map(|scope| self.clocks_of(scope));
        for (_, text) in clocks {
            log.ask(&read::time(text), &seen.after)?;
        }
        Ok(())
    }
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
