//! One step: guard, target, actions, clocks, then a single commit. Nothing here awaits; the one
//! place that runs the closures of the expression form is [`super::calls`].

use super::rules::{Decision, Input, Rules};
use super::topology::{TOP, Topology, Unhandled};
use super::{FsmError, Slot, Trigger};
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
    /// An arm that is a closure has to be awaited: only in the expression form, and only
    /// [`StateMachine`](super::StateMachine) can do it.
    #[doc(hidden)]
    Call(u16, Input<E>),
    /// An `unhandled` closure has to be awaited.
    #[doc(hidden)]
    CallUnhandled(u16, Input<E>),
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

impl<A> Drop for Emitting<'_, A> {
    fn drop(&mut self) {
        if !self.done {
            self.actions.truncate(self.mark);
        }
    }
}

/// Steps a machine.
///
/// Always inlined, so that the item form's tables are constants here.
#[inline]
pub(crate) fn step<R, S, E, C, A>(
    rules: &mut R,
    slot: &mut Slot<S>,
    trigger: Trigger<E>,
    context: &C,
    actions: &mut Vec<A>,
) -> Result<Step<E>, FsmError>
where
    R: Rules<S, E, C, A> + ?Sized,
    S: StateVariant,
    E: EventVariant,
{
    let topology = rules.topology();
    let mark = actions.len();
    let mut emitting = Emitting {
        actions,
        mark,
        done: false,
    };
    slot.started.clear();
    let Some(state) = slot.get() else {
        return Err(FsmError::StateLost);
    };
    let from = rules.node(state);
    let input = match trigger {
        Trigger::Event(event) => Input::Event(event),
        Trigger::Timeout => match slot.fired {
            Some(clock) if topology.clocks[usize::from(clock)].repeats => Input::Every(clock),
            _ => Input::Timeout,
        },
    };
    if topology.ends(from).is_some() {
        return Err(FsmError::unhandled(state, input.name()));
    }
    let result = match rules.decide(slot, from, input, context, emitting.actions) {
        Decision::Go(next) => {
            if topology.hooks {
                let to = rules.node(&next);
                let transition = emitting.actions.len() - mark;
                leave(rules, slot, from, to, context, emitting.actions);
                emitting.actions[mark..].rotate_left(transition);
            }
            Ok(arrive(rules, slot, from, next, context, emitting.actions))
        }
        Decision::Moved(next) => Ok(arrive(rules, slot, from, next, context, emitting.actions)),
        Decision::Stay => Ok(Step::Stayed),
        Decision::Assigned => Ok(Step::Assigned),
        Decision::Postpone(input) => postpone(slot, input),
        Decision::Reject(input) => reject(slot, &input),
        Decision::Unhandled(input) => match &input {
            Input::Event(event) if rules.is_error(event) => reject(slot, &input),
            _ => match topology.unhandled(from) {
                Unhandled::Inherit | Unhandled::Reject => reject(slot, &input),
                Unhandled::Stay => Ok(Step::Stayed),
                Unhandled::Postpone => postpone(slot, input),
                Unhandled::Closure(number) => Ok(Step::CallUnhandled(number, input)),
            },
        },
        Decision::Call(arm, input) => Ok(Step::Call(arm, input)),
        Decision::Lost => Err(FsmError::StateLost),
    };
    emitting.done = result.is_ok();
    result
}

/// Enters the initial state: everything around it too.
pub(crate) fn enter<R, S, E, C, A>(
    rules: &mut R,
    slot: &mut Slot<S>,
    context: &C,
    actions: &mut Vec<A>,
) -> Result<Move, FsmError>
where
    R: Rules<S, E, C, A> + ?Sized,
{
    let topology = rules.topology();
    let mark = actions.len();
    let mut emitting = Emitting {
        actions,
        mark,
        done: false,
    };
    slot.started.clear();
    let Slot { started, .. } = slot;
    let mut started = std::mem::take(started);
    let Some(state) = slot.get() else {
        return Err(FsmError::StateLost);
    };
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
) -> Step<E>
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
    // The old state is dropped after the commit, so that a panic in its `Drop` changes nothing.
    drop(slot.replace(next));
    Step::Moved(Move { from, to })
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
        if topology.enters(clock.node, from, to) {
            started.push((number, rules.clock(number, state, context)));
        }
    }
}

fn postpone<S, E>(slot: &Slot<S>, input: Input<E>) -> Result<Step<E>, FsmError>
where
    S: StateVariant,
    E: EventVariant,
{
    match input {
        Input::Event(event) => Ok(Step::Postponed(event)),
        // Only an event can be kept; a clock that nothing takes is unhandled.
        clock => reject(slot, &clock),
    }
}

fn reject<S, E>(slot: &Slot<S>, input: &Input<E>) -> Result<Step<E>, FsmError>
where
    S: StateVariant,
    E: EventVariant,
{
    match slot.get() {
        Some(state) => Err(FsmError::unhandled(state, input.name())),
        None => Err(FsmError::StateLost),
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
        Some(clock) => topology.clocks[usize::from(clock)].node,
        None => topology.timeout_of(state).unwrap_or(TOP),
    }
}
