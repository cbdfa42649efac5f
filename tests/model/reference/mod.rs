//! The reference: what a machine means by M1 to M6 and M8, written from the rules, plain and slow.

mod arms;
mod clocks;
mod expressions;

use std::collections::BTreeMap;
use std::time::Duration;

use self::clocks::Running;
use super::closures::Refused;
use super::plan::{Expr, Kind, Outcome, Plan};
use super::world::{Act, Panicked, Value, World};

/// What makes it step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cause {
    Event(Value),
    /// The timeout of this scope.
    Timeout(usize),
    /// An `every` of this scope, by its place among the scope's clocks.
    Every(usize, usize),
}

impl Cause {
    pub(crate) fn name(&self) -> &str {
        match self {
            Cause::Event(event) => &event.name,
            Cause::Timeout(_) => "timeout",
            Cause::Every(..) => "every",
        }
    }
}

/// Why a step was not made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    Unhandled {
        state: String,
        event: String,
    },
    Full {
        state: String,
        event: Value,
    },
    Panic(u32),
    /// The error of a closure.
    Handler(u32),
    /// There is no state any more.
    Lost,
}

impl From<Refused> for Failure {
    fn from(Refused(site): Refused) -> Self {
        Failure::Handler(site)
    }
}

impl From<Panicked> for Failure {
    fn from(Panicked(site): Panicked) -> Self {
        Failure::Panic(site)
    }
}

/// A step that was made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) actions: Vec<Value>,
    /// The scopes that were left, and those that were entered, in that order.
    pub(crate) left: Vec<usize>,
    pub(crate) entered: Vec<usize>,
    pub(crate) postponed: bool,
}

/// The scopes that a transition leaves, from the inside out, and enters, from the outside in.
struct Crossing {
    left: Vec<usize>,
    entered: Vec<usize>,
}

/// An event that waits for a change of state.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    event: Value,
    /// Whether the component made it itself.
    own: bool,
    /// Whether the state has changed since it was kept.
    due: bool,
}

pub(crate) const BOUND: usize = 1024;

#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) plan: Plan,
    pub(crate) world: World,
    pub(crate) state: Value,
    /// Whether an arm that had the state by value panicked.
    pub(crate) lost: bool,
    /// When it is, on a time line of its own.
    pub(crate) now: Duration,
    kept: Vec<Kept>,
    /// The place of a kept event that was taken out to be offered again.
    offered: Option<usize>,
    clocks: Vec<Running>,
}

type Names = BTreeMap<String, u32>;

impl Reference {
    /// A machine that is about to enter its initial state.
    pub(crate) fn new(plan: Plan, world: World) -> Self {
        let initial = plan.initial.clone().expect("an initial state");
        let fields = initial.fields.iter().map(|(field, expr)| match expr {
            Expr::Number(number) => (field.clone(), *number),
            other => panic!("no number: {other:?}"),
        });
        let state = Value {
            name: initial.name,
            fields: fields.collect(),
        };
        Reference {
            plan,
            world,
            state,
            lost: false,
            now: Duration::ZERO,
            kept: Vec::new(),
            offered: None,
            clocks: Vec::new(),
        }
    }

    pub(crate) fn is_ended(&self) -> bool {
        let own = self.plan.around(&self.state.name)[0];
        let kind = &self.plan.scopes[own].kind;
        matches!(kind, Kind::Terminal(_) | Kind::Failure(_))
    }

    pub(crate) fn has_failed(&self) -> bool {
        let own = self.plan.around(&self.state.name)[0];
        matches!(self.plan.scopes[own].kind, Kind::Failure(_))
    }

    // Entering the initial state.

    pub(crate) fn enter(&mut self) -> Result<Step, Failure> {
        let mut entered = self.plan.around(&self.state.name);
        entered.reverse();
        let actions = self.entry(&self.state, &entered)?;
        let clocks = self.started(&self.state, &entered)?;
        self.clocks = clocks;
        Ok(Step {
            actions,
            left: Vec::new(),
            entered,
            postponed: false,
        })
    }

    /// Takes up a state that was entered in an earlier life: only its clocks begin.
    pub(crate) fn resume(&mut self) -> Result<(), Failure> {
        let mut entered = self.plan.around(&self.state.name);
        entered.reverse();
        self.clocks = self.started(&self.state, &entered)?;
        Ok(())
    }

    // One step.

    /// `own` says whether the component made the event itself.
    pub(crate) fn step(&mut self, cause: &Cause, own: bool) -> Result<Step, Failure> {
        let offered = self.offered.take();
        if self.lost {
            return Err(Failure::Lost);
        }
        let (deed, names) = self.decide(cause)?;
        let stayed = |actions, postponed| Step {
            actions,
            left: Vec::new(),
            entered: Vec::new(),
            postponed,
        };
        match &deed.outcome {
            Outcome::Reject => Err(self.unhandled(cause)),
            Outcome::Stay(fields) => {
                let fields = self.fields(fields, &names, &self.state)?;
                let actions = self.actions(&deed.actions, &names, &self.state)?;
                for (name, value) in fields {
                    let mut places = self.state.fields.iter_mut();
                    places.find(|(field, _)| *field == name).unwrap().1 = value;
                }
                Ok(stayed(actions, false))
            }
            Outcome::Postpone => {
                let Cause::Event(event) = cause else {
                    return Ok(stayed(Vec::new(), false));
                };
                let actions = self.actions(&deed.actions, &names, &self.state)?;
                if offered.is_none() && self.kept.len() >= BOUND {
                    return Err(Failure::Full {
                        state: self.state.name.clone(),
                        event: event.clone(),
                    });
                }
                let place = offered.unwrap_or(self.kept.len());
                let event = event.clone();
                let due = false;
                self.kept.insert(place, Kept { event, own, due });
                Ok(stayed(actions, true))
            }
            Outcome::Call(Expr::Ask(word, site, given)) if word == "refuse" => {
                let Cause::Event(_) = cause else {
                    return Err(self.unhandled(cause));
                };
                let given = self.number(given, &names, &self.state)?;
                self.world.ask_refuse(*site, given)??;
                Ok(stayed(Vec::new(), false))
            }
            Outcome::Call(Expr::Ask(_, site, given)) => {
                let given = self.number(given, &names, &self.state)?;
                let (next, actions) = self.world.ask_travel(*site, given)??;
                self.go(next.value(), actions.iter().map(Act::value).collect())
            }
            Outcome::Call(other) => panic!("no closure: {other:?}"),
            Outcome::Go { target, moved } => {
                // With `move`, the exit actions are the last to see the state.
                let crossing = self.crossing(&target.name);
                let mut exits = None;
                if *moved {
                    exits = Some(self.exits(&crossing)?);
                    self.lost = true;
                }
                let next = Value {
                    name: target.name.clone(),
                    fields: self.fields(&target.fields, &names, &self.state)?,
                };
                let transition = self.actions(&deed.actions, &names, &self.state)?;
                let exits = match exits {
                    Some(exits) => exits,
                    None => self.exits(&crossing)?,
                };
                self.arrive(next, crossing, exits, transition)
            }
        }
    }

    /// Leaves the state and enters the next.
    fn go(&mut self, next: Value, transition: Vec<Value>) -> Result<Step, Failure> {
        let crossing = self.crossing(&next.name);
        let exits = self.exits(&crossing)?;
        self.arrive(next, crossing, exits, transition)
    }

    /// The borders on the way to a state.
    fn crossing(&self, next: &str) -> Crossing {
        let old = self.plan.around(&self.state.name);
        let new = self.plan.around(next);
        let outside = |scopes: &[usize], others: &[usize]| -> Vec<usize> {
            // A state is left and entered also when it is the same; a superstate is not.
            let crossed = |&(place, scope): &(usize, usize)| place == 0 || !others.contains(&scope);
            let scopes = scopes.iter().copied().enumerate().filter(crossed);
            scopes.map(|(_, scope)| scope).collect()
        };
        let left = outside(&old, &new);
        let mut entered = outside(&new, &old);
        entered.reverse();
        Crossing { left, entered }
    }

    fn exits(&self, crossing: &Crossing) -> Result<Vec<Value>, Failure> {
        let mut actions = Vec::new();
        for &scope in &crossing.left {
            let hook = &self.plan.scopes[scope].exit;
            actions.extend(self.hook(hook, scope, &self.state)?);
        }
        Ok(actions)
    }

    /// The second half of a transition: entry, clocks, commit.
    fn arrive(
        &mut self,
        next: Value,
        Crossing { left, entered }: Crossing,
        exits: Vec<Value>,
        transition: Vec<Value>,
    ) -> Result<Step, Failure> {
        let mut actions = exits;
        actions.extend(transition);
        actions.extend(self.entry(&next, &entered)?);
        let started = self.started(&next, &entered)?;

        self.clocks.retain(|clock| !left.contains(&clock.scope));
        self.clocks.extend(started);
        if next.name != self.state.name {
            for kept in &mut self.kept {
                kept.due = true;
            }
        }
        self.state = next;
        self.lost = false;
        if self.is_ended() {
            self.clocks.clear();
        }
        Ok(Step {
            actions,
            left,
            entered,
            postponed: false,
        })
    }

    // Postponed events.

    pub(crate) fn postponed(&self) -> usize {
        self.kept.len()
    }

    /// The oldest event that is due, taken out to be offered, and whether it is the component's own.
    /// In a terminal state, it is taken out to be handed over.
    pub(crate) fn next_due(&mut self) -> Option<(Value, bool)> {
        let place = self.kept.iter().position(|kept| kept.due)?;
        let kept = self.kept.remove(place);
        self.offered = Some(place);
        Some((kept.event, kept.own))
    }

    pub(crate) fn take_kept(&mut self) -> Vec<Value> {
        self.kept.drain(..).map(|kept| kept.event).collect()
    }
}
