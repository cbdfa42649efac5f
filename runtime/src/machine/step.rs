//! One step: guard, target, actions, clocks, then a single commit. Nothing here awaits; the one
//! place that runs the closures of the expression form is [`super::calls`].

use super::rules::{Decision, Input, Rules};
use super::topology::{TOP, Topology, Unhandled};
use super::{Refusal, Slot, Trigger};
use crate::{EventVariant, StateVariant};

/// What a step did.
#[derive(Debug)]
#[non_exhaustive]
pub enum Step<E> {
    /// The machine left one state and entered one: perhaps the same.
    Moved(Move),
    /// The state is what it was.
    Stayed,
    /// `stay { .. }` assigned to the state's payload.
    Assigned,
    /// The event is to be offered again after the next change of state.
    Postponed(E),
}

/// From where to where a step went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The node left; [`TOP`] on the way into the initial state.
    pub(crate) from: u16,
    /// The node entered.
    pub(crate) to: u16,
}

impl Move {
    /// Whether the state's variant changed: leaving a state for itself does not count.
    pub fn changed(&self) -> bool {
        self.from != self.to
    }
}

/// Actions of a step under way: a panic cuts the buffer back, so that none of them is emitted.
struct Emitting<'a, A> {
    actions: &'a mut Vec<A>,
    mark: usize,
    done: bool,
}

impl<'a, A> Emitting<'a, A> {
    fn new(actions: &'a mut Vec<A>) -> Self {
        Emitting {
            mark: actions.len(),
            actions,
            done: false,
        }
    }
}

impl<A> Drop for Emitting<'_, A> {
    fn drop(&mut self) {
        if !self.done {
            self.actions.truncate(self.mark);
        }
    }
}

/// The state's node and the trigger as the arms read it; an error where nothing can be taken.
#[inline]
pub(super) fn begin<R, S, E, C, A>(
    rules: &mut R,
    slot: &mut Slot<S>,
    trigger: Trigger<E>,
) -> Result<(u16, Input<E>), Refusal>
where
    R: Rules<S, E, C, A> + ?Sized,
    S: StateVariant,
    E: EventVariant,
{
    slot.started.clear();
    let state = slot.get().ok_or(Refusal::Lost)?;
    let topology = rules.topology();
    let from = rules.node(state);
    let input = match trigger {
        Trigger::Event(event) => Input::Event(event),
        Trigger::Timeout => match slot.fired {
            Some(clock) if topology.clocks[usize::from(clock)].repeats() => Input::Every(clock),
            _ => Input::Timeout,
        },
    };
    if topology.ends(from).is_some() {
        return Err(Refusal::unhandled(state, input.name()));
    }
    Ok((from, input))
}

/// A decision, with `unhandled` applied and refusals made errors.
pub(super) enum Settled<S, E> {
    Go(S),
    Moved(S),
    Done(Step<E>),
    /// A closure arm, by number: only machines that [`super::calls`] steps have one.
    Call(u16, Input<E>),
    /// An `unhandled` closure, by number.
    CallUnhandled(u16, Input<E>),
}

#[inline]
pub(super) fn settle<R, S, E, C, A>(
    rules: &mut R,
    slot: &Slot<S>,
    from: u16,
    decision: Decision<S, E>,
) -> Result<Settled<S, E>, Refusal>
where
    R: Rules<S, E, C, A> + ?Sized,
    S: StateVariant,
    E: EventVariant,
{
    let step = match decision {
        Decision::Go(next) => return Ok(Settled::Go(next)),
        Decision::Moved(next) => return Ok(Settled::Moved(next)),
        Decision::Stay => Step::Stayed,
        Decision::Assigned => Step::Assigned,
        Decision::Postpone(Input::Event(event)) => Step::Postponed(event),
        // Only an event can be kept; the macro refuses to postpone a clock.
        Decision::Postpone(input) | Decision::Reject(input) => return Err(refuse(slot, &input)),
        Decision::Unhandled(Input::Event(event)) if rules.is_error(&event) => {
            return Err(refuse(slot, &Input::Event(event)));
        }
        Decision::Unhandled(input) => match (rules.topology().unhandled(from), input) {
            (Unhandled::Stay, _) => Step::Stayed,
            // A clock cannot be kept for later: it has fired, and that is all.
            (Unhandled::Postpone, Input::Timeout | Input::Every(_)) => Step::Stayed,
            (Unhandled::Postpone, Input::Event(event)) => Step::Postponed(event),
            (Unhandled::Closure(number), input) => {
                return Ok(Settled::CallUnhandled(number, input));
            }
            (_, input) => return Err(refuse(slot, &input)),
        },
        Decision::Call(arm, input) => return Ok(Settled::Call(arm, input)),
        Decision::Lost => return Err(Refusal::Lost),
    };
    Ok(Settled::Done(step))
}

/// Steps a machine. Inlined, so that the item form's tables are constants here.
#[inline]
pub(crate) fn step<R, S, E, C, A>(
    rules: &mut R,
    slot: &mut Slot<S>,
    trigger: Trigger<E>,
    context: &C,
    actions: &mut Vec<A>,
) -> Result<Step<E>, Refusal>
where
    R: Rules<S, E, C, A> + ?Sized,
    S: StateVariant,
    E: EventVariant,
{
    let (from, input) = begin(rules, slot, trigger)?;
    let mut emitting = Emitting::new(actions);
    let mark = emitting.mark;
    let decision = rules.decide(slot, from, input, context, emitting.actions);
    let step = match settle(rules, slot, from, decision)? {
        Settled::Go(next) => {
            if rules.topology().hooks {
                let to = rules.node(&next);
                let transition = emitting.actions.len() - mark;
                leave(rules, slot, from, to, context, emitting.actions);
                emitting.actions[mark..].rotate_left(transition);
            }
            Step::Moved(arrive(rules, slot, from, next, context, emitting.actions))
        }
        Settled::Moved(next) => {
            Step::Moved(arrive(rules, slot, from, next, context, emitting.actions))
        }
        Settled::Done(step) => step,
        Settled::Call(_, input) | Settled::CallUnhandled(_, input) => {
            return Err(refuse(slot, &input));
        }
    };
    emitting.done = true;
    Ok(step)
}

/// Enters the initial state: everything around it too.
pub(crate) fn enter<R, S, E, C, A>(
    rules: &mut R,
    slot: &mut Slot<S>,
    context: &C,
    actions: &mut Vec<A>,
) -> Result<Move, Refusal>
where
    R: Rules<S, E, C, A> + ?Sized,
{
    let topology = rules.topology();
    let mut emitting = Emitting::new(actions);
    let mut started = std::mem::take(&mut slot.started);
    started.clear();
    let state = slot.get().ok_or(Refusal::Lost)?;
    let to = rules.node(state);
    if topology.hooks {
        for node in topology.inward(to) {
            rules.entry(node, state, context, emitting.actions);
        }
    }
    start_clocks(rules, TOP, to, state, context, &mut started);
    slot.started = started;
    emitting.done = true;
    Ok(Move { from: TOP, to })
}

/// Starts the clocks of a resumed state, whose entry actions do not run again.
pub(crate) fn restart_clocks<R, S, E, C, A>(rules: &mut R, slot: &mut Slot<S>, context: &C)
where
    R: Rules<S, E, C, A> + ?Sized,
{
    let mut started = std::mem::take(&mut slot.started);
    started.clear();
    if let Some(state) = slot.get() {
        let to = rules.node(state);
        start_clocks(rules, TOP, to, state, context, &mut started);
    }
    slot.started = started;
}

/// The exit actions of a transition, innermost first.
pub(crate) fn leave<R, S, E, C, A>(
    rules: &mut R,
    slot: &Slot<S>,
    from: u16,
    to: u16,
    context: &C,
    actions: &mut Vec<A>,
) where
    R: Rules<S, E, C, A> + ?Sized,
{
    let topology = rules.topology();
    if let Some(state) = slot.get() {
        for node in topology.outward(from) {
            if topology.leaves(node, from, to) {
                rules.exit(node, state, context, actions);
            }
        }
    }
}

/// Entry actions, clocks and commit: the second half of a transition.
#[inline]
fn arrive<R, S, E, C, A>(
    rules: &mut R,
    slot: &mut Slot<S>,
    from: u16,
    next: S,
    context: &C,
    actions: &mut Vec<A>,
) -> Move
where
    R: Rules<S, E, C, A> + ?Sized,
{
    let topology = rules.topology();
    let to = rules.node(&next);
    if topology.hooks {
        for node in topology.inward(to) {
            if topology.enters(node, from, to) {
                rules.entry(node, &next, context, actions);
            }
        }
    }
    start_clocks(rules, from, to, &next, context, &mut slot.started);
    slot.replace(next);
    Move { from, to }
}

/// Computes the times of the clocks that entering `to` starts.
#[inline]
pub(crate) fn start_clocks<R, S, E, C, A>(
    rules: &mut R,
    from: u16,
    to: u16,
    state: &S,
    context: &C,
    started: &mut Vec<(u16, std::time::Duration)>,
) where
    R: Rules<S, E, C, A> + ?Sized,
{
    let topology = rules.topology();
    for (number, clock) in (0u16..).zip(topology.clocks) {
        if topology.enters(clock.node(), from, to) {
            started.push((number, rules.clock(number, state, context)));
        }
    }
}

pub(super) fn refuse<S, E>(slot: &Slot<S>, input: &Input<E>) -> Refusal
where
    S: StateVariant,
    E: EventVariant,
{
    match slot.get() {
        Some(state) => Refusal::unhandled(state, input.name()),
        None => Refusal::Lost,
    }
}

/// For generated code: the exit actions of an arm that uses `move`, before it takes the state.
pub fn leave_for_move<R, S, E, C, A>(
    rules: &mut R,
    slot: &Slot<S>,
    from: u16,
    to: u16,
    context: &C,
    actions: &mut Vec<A>,
) where
    R: Rules<S, E, C, A> + ?Sized,
{
    leave(rules, slot, from, to, context, actions);
}

/// For generated code: the node whose `timeout` an [`Input::Timeout`] in `state` speaks of.
pub fn timeout_owner<S>(topology: &Topology, slot: &Slot<S>, state: u16) -> u16 {
    match slot.fired {
        Some(clock) => topology.clocks[usize::from(clock)].node(),
        None => topology.timeout_of(state).unwrap_or(TOP),
    }
}
