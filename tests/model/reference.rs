//! The reference: what a machine means by M1 to M6 and M8, written from the rules, plain and slow.

use std::collections::BTreeMap;
use std::time::Duration;

use super::closures::Refused;
use super::plan::{Arm, Bind, Deed, Expr, Hook, Kind, Made, On, Outcome, Pattern, Plan};
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

/// An event that waits for a change of state.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    event: Value,
    /// Whether the component made it itself.
    own: bool,
    /// Whether the state has changed since it was kept.
    due: bool,
}

/// A clock that was started.
#[derive(Clone, Debug, PartialEq)]
struct Running {
    scope: usize,
    clock: usize,
    every: bool,
    length: Duration,
    /// `None` for never.
    at: Option<Duration>,
}

pub(crate) const BOUND: usize = 1024;

#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) plan: Plan,
    pub(crate) world: World,
    pub(crate) state: Value,
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
            Outcome::Go(target) => {
                let next = Value {
                    name: target.name.clone(),
                    fields: self.fields(&target.fields, &names, &self.state)?,
                };
                let transition = self.actions(&deed.actions, &names, &self.state)?;
                self.go(next, transition)
            }
        }
    }

    /// Leaves the state and enters the next.
    fn go(&mut self, next: Value, transition: Vec<Value>) -> Result<Step, Failure> {
        let old = self.plan.around(&self.state.name);
        let new = self.plan.around(&next.name);
        let outside = |scopes: &[usize], others: &[usize]| -> Vec<usize> {
            // A state is left and entered also when it is the same; a superstate is not.
            let crossed = |&(place, scope): &(usize, usize)| place == 0 || !others.contains(&scope);
            let scopes = scopes.iter().copied().enumerate().filter(crossed);
            scopes.map(|(_, scope)| scope).collect()
        };
        let left = outside(&old, &new);
        let mut entered = outside(&new, &old);
        entered.reverse();

        let mut actions = Vec::new();
        for &scope in &left {
            let hook = &self.plan.scopes[scope].exit;
            actions.extend(self.hook(hook, scope, &self.state)?);
        }
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

    fn entry(&self, state: &Value, entered: &[usize]) -> Result<Vec<Value>, Failure> {
        let mut actions = Vec::new();
        for &scope in entered {
            actions.extend(self.hook(&self.plan.scopes[scope].entry, scope, state)?);
        }
        Ok(actions)
    }

    fn hook(&self, hook: &Hook, scope: usize, state: &Value) -> Result<Vec<Value>, Failure> {
        let names = self.names_in(scope, state);
        match hook {
            Hook::Do(list) => self.actions(list, &names, state),
            Hook::Call(Expr::Ask(_, site, given)) => {
                let given = self.number(given, &names, state)?;
                let actions = self.world.ask_hook(*site, given)??;
                Ok(actions.iter().map(Act::value).collect())
            }
            Hook::Call(other) => panic!("no closure: {other:?}"),
        }
    }

    fn started(&self, state: &Value, entered: &[usize]) -> Result<Vec<Running>, Failure> {
        let mut started = Vec::new();
        for &scope in entered {
            let names = self.names_in(scope, state);
            for (number, clock) in self.plan.scopes[scope].clocks.iter().enumerate() {
                let every = clock.every.is_some();
                let length = self.length(&clock.time, &names, state)?;
                let shortest = Duration::from_millis(u64::from(every));
                let length = length.max(shortest);
                started.push(Running {
                    scope,
                    clock: number,
                    every,
                    length,
                    at: self
                        .now
                        .checked_add(length)
                        .filter(|_| length != Duration::MAX),
                });
            }
        }
        Ok(started)
    }

    // Which arm.

    fn decide(&self, cause: &Cause) -> Result<(Deed, Names), Failure> {
        if self.is_ended() {
            return Err(self.unhandled(cause));
        }
        let around = self.plan.around(&self.state.name);
        if let Cause::Every(scope, clock) = *cause {
            let deed = self.plan.scopes[scope].clocks[clock].every.clone();
            return Ok((deed.unwrap(), self.names_in(scope, &self.state)));
        }
        for &scope in &around {
            let names = self.names_in(scope, &self.state);
            let arms = &self.plan.scopes[scope].arms;
            if let Some(found) = self.first(arms, &names, Some(scope), cause)? {
                return Ok(found);
            }
        }
        if let Some(found) = self.first(&self.plan.any, &self.plan.captured, None, cause)? {
            return Ok(found);
        }
        let inner = around
            .iter()
            .find_map(|&at| self.plan.scopes[at].unhandled.as_ref());
        let unhandled = inner.or(self.plan.unhandled.as_ref());
        let is_error = self.plan.error.as_deref() == Some(cause.name());
        match unhandled {
            Some(outcome) if !is_error => {
                let outcome = outcome.clone();
                let actions = Vec::new();
                let mut names = self.plan.captured.clone();
                names.extend(size(cause));
                Ok((Deed { outcome, actions }, names))
            }
            _ => Err(self.unhandled(cause)),
        }
    }

    /// Whether the `on timeout` arms of a scope mean the timeout of another: its own, where it has
    /// one; else the nearest around it, and whichever is left over inside it.
    fn means(&self, scope: usize, owner: usize) -> bool {
        let has_timeout = |scope: usize| {
            let clocks = &self.plan.scopes[scope].clocks;
            clocks.iter().any(|clock| clock.every.is_none())
        };
        if has_timeout(scope) {
            return scope == owner;
        }
        let nearest = self
            .plan
            .outward(scope)
            .into_iter()
            .find(|at| has_timeout(*at));
        nearest == Some(owner) || self.plan.outward(owner).contains(&scope)
    }

    fn first(
        &self,
        arms: &[Arm],
        names: &Names,
        scope: Option<usize>,
        cause: &Cause,
    ) -> Result<Option<(Deed, Names)>, Failure> {
        for arm in arms {
            for on in &arm.on {
                let bound = match (on, cause) {
                    (On::Timeout, Cause::Timeout(owner))
                        if scope.is_none_or(|scope| self.means(scope, *owner)) =>
                    {
                        Names::new()
                    }
                    (On::Event(name, pattern), Cause::Event(event)) if *name == event.name => {
                        match bind(pattern, event) {
                            Some(bound) => bound,
                            None => continue,
                        }
                    }
                    _ => continue,
                };
                let mut names = names.clone();
                names.extend(bound);
                names.extend(size(cause));
                let mut holds = true;
                for guard in &arm.guard {
                    if holds {
                        holds = self.holds(guard, &names)?;
                    }
                }
                if holds {
                    return Ok(Some((arm.deed.clone(), names)));
                }
            }
        }
        Ok(None)
    }

    fn unhandled(&self, cause: &Cause) -> Failure {
        Failure::Unhandled {
            state: self.state.name.clone(),
            event: cause.name().to_owned(),
        }
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

    // Clocks.

    /// When the next clock expires.
    pub(crate) fn next_clock(&self) -> Option<Duration> {
        self.clocks.iter().filter_map(|clock| clock.at).min()
    }

    /// The clock that expired first, which is then over or begins its next round.
    pub(crate) fn expired(&mut self) -> Option<Cause> {
        let now = self.now;
        let expired = |clock: &&(usize, &Running)| clock.1.at.is_some_and(|at| at <= now);
        // Of two at once the one that was declared first; a scope's timeout counts as its first.
        let clocks = self.clocks.iter().enumerate();
        let first = clocks
            .collect::<Vec<_>>()
            .iter()
            .filter(expired)
            .min_by_key(|(_, clock)| (clock.at, clock.scope, clock.clock))?
            .0;
        let clock = &mut self.clocks[first];
        if clock.every {
            let next = clock.at.unwrap() + clock.length;
            let late = next <= now;
            clock.at = Some(if late { now + clock.length } else { next });
            Some(Cause::Every(clock.scope, clock.clock))
        } else {
            clock.at = None;
            Some(Cause::Timeout(clock.scope))
        }
    }

    // Expressions.

    /// What the pattern of a state's own block binds; other scopes bind nothing.
    pub(crate) fn names_in(&self, scope: usize, state: &Value) -> Names {
        let mut names = self.plan.captured.clone();
        match &self.plan.scopes[scope].kind {
            Kind::Superstate => {}
            Kind::Working(pattern) | Kind::Terminal(pattern) | Kind::Failure(pattern) => {
                names.extend(bind(pattern, state).expect("the pattern of a state"));
            }
        }
        names
    }

    fn actions(&self, list: &[Made], names: &Names, state: &Value) -> Result<Vec<Value>, Failure> {
        let mut actions = Vec::new();
        for made in list {
            actions.push(Value {
                name: made.name.clone(),
                fields: self.fields(&made.fields, names, state)?,
            });
        }
        Ok(actions)
    }

    fn fields(
        &self,
        fields: &[(String, Expr)],
        names: &Names,
        state: &Value,
    ) -> Result<Vec<(String, u32)>, Failure> {
        let mut values = Vec::new();
        for (field, expr) in fields {
            values.push((field.clone(), self.number(expr, names, state)?));
        }
        Ok(values)
    }

    fn number(&self, expr: &Expr, names: &Names, state: &Value) -> Result<u32, Failure> {
        match expr {
            Expr::Number(number) => Ok(*number),
            Expr::Name(name) => Ok(names[name]),
            Expr::EventSize => Ok(names["event"]),
            Expr::Size => Ok(state.size()),
            Expr::Sum(terms) => {
                let mut sum = 0;
                for term in terms {
                    sum += self.number(term, names, state)?;
                }
                Ok(sum)
            }
            Expr::Ask(word, site, given) => {
                assert_eq!(word, "value");
                let given = self.number(given, names, state)?;
                Ok(self.world.ask_value(*site, given)?)
            }
        }
    }

    fn holds(&self, guard: &Expr, names: &Names) -> Result<bool, Failure> {
        let Expr::Ask(_, site, given) = guard else {
            panic!("no guard: {guard:?}");
        };
        let given = self.number(given, names, &self.state)?;
        Ok(self.world.ask_guard(*site, given)?)
    }

    fn length(&self, time: &Expr, names: &Names, state: &Value) -> Result<Duration, Failure> {
        let Expr::Ask(_, site, given) = time else {
            panic!("no time: {time:?}");
        };
        let given = self.number(given, names, state)?;
        Ok(self.world.ask_clock(*site, given)?)
    }

    /// What the task of a scope does, where it has one.
    pub(crate) fn errand(&self, scope: usize) -> Option<Result<(Duration, Value), Failure>> {
        let Expr::Ask(_, site, given) = self.plan.scopes[scope].task.as_ref()? else {
            panic!("no task");
        };
        let names = self.names_in(scope, &self.state);
        let asked = self.number(given, &names, &self.state).and_then(|given| {
            let (time, event) = self.world.ask_errand(*site, given)?;
            Ok((time, event.value()))
        });
        Some(asked)
    }
}

/// The event's size, under a name that no pattern binds.
fn size(cause: &Cause) -> Option<(String, u32)> {
    match cause {
        Cause::Event(event) => Some(("event".to_owned(), event.size())),
        Cause::Timeout(_) | Cause::Every(..) => None,
    }
}

fn bind(pattern: &Pattern, value: &Value) -> Option<Names> {
    let mut names = Names::new();
    for (field, bind) in pattern {
        let number = value.field(field);
        match bind {
            Bind::Name(name) => {
                names.insert(name.clone(), number);
            }
            Bind::Number(wanted) if *wanted != number => return None,
            Bind::Number(_) | Bind::Anything => {}
        }
    }
    Some(names)
}
