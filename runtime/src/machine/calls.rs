//! The steps that await: only machines of the expression form that have closures come here. The
//! order is that of [`super::step`]: transition, exit, entry, clocks, one commit.

use super::rules::{Call, Called, Input, Rules};
use super::step::{Move, Settled, Step, begin, refuse, settle, start_clocks};
use super::topology::TOP;
use super::{FsmError, Slot, Trigger};
use crate::{EventVariant, StateVariant};

type DynRules<'r, S, E, C, A> = dyn Rules<S, E, C, A> + Send + 'r;

/// Steps a machine that has closures.
pub(super) async fn step<S, E, C, A>(
    rules: &mut DynRules<'_, S, E, C, A>,
    slot: &mut Slot<S>,
    trigger: Trigger<E>,
    context: &mut C,
    actions: &mut Vec<A>,
) -> Result<Step<E>, FsmError>
where
    S: StateVariant,
    E: EventVariant,
{
    let (from, input) = begin(rules, slot, trigger)?;
    let mut emitted = Vec::new();
    let decision = rules.decide(slot, from, input, context, &mut emitted);
    let step = match settle(rules, slot, from, decision)? {
        Settled::Go(next) => {
            let to = go(rules, slot, from, next, context, &mut emitted).await?;
            Step::Moved(Move { from, to })
        }
        // The macro refuses `move` where an `on_exit` would have to see the state: what is left to
        // do is the entry.
        Settled::Moved(next) => {
            let to = enter_and_commit(rules, slot, from, next, context, &mut emitted).await?;
            Step::Moved(Move { from, to })
        }
        Settled::Call(arm, input) => call(rules, slot, arm, input, context, &mut emitted).await?,
        Settled::CallUnhandled(number, input) => {
            unhandled(rules, slot, number, input, context).await?
        }
        Settled::Done(step) => step,
    };
    actions.append(&mut emitted);
    Ok(step)
}

/// Awaits an arm that is a closure, then goes where it says.
async fn call<S, E, C, A>(
    rules: &mut DynRules<'_, S, E, C, A>,
    slot: &mut Slot<S>,
    arm: u16,
    input: Input<E>,
    context: &mut C,
    actions: &mut Vec<A>,
) -> Result<Step<E>, FsmError> {
    let state = slot.get().ok_or(FsmError::StateLost)?;
    let from = rules.node(state);
    let call = match &input {
        Input::Event(event) => Call::Arm(arm, event),
        Input::Timeout | Input::Every(_) => Call::Clock(arm),
    };
    let called = rules.call(call, state, context).await?;
    // Ahead of the commit: where its drop panics, the state is what it was.
    drop(input);
    match called {
        Called::Transition(transition) => {
            let mut emitted = transition.actions;
            let next = transition.next_state;
            let to = go(rules, slot, from, next, context, &mut emitted).await?;
            actions.append(&mut emitted);
            Ok(Step::Moved(Move { from, to }))
        }
        Called::Actions(mut emitted) => {
            actions.append(&mut emitted);
            Ok(Step::Stayed)
        }
    }
}

/// Awaits an `unhandled` closure: `Ok` from it means that nothing changes.
async fn unhandled<S, E, C, A>(
    rules: &mut DynRules<'_, S, E, C, A>,
    slot: &Slot<S>,
    number: u16,
    input: Input<E>,
    context: &mut C,
) -> Result<Step<E>, FsmError>
where
    S: StateVariant,
    E: EventVariant,
{
    let Input::Event(event) = &input else {
        return Err(refuse(slot, &input).into());
    };
    let state = slot.get().ok_or(FsmError::StateLost)?;
    let call = Call::Unhandled(number, event);
    rules.call(call, state, context).await?;
    Ok(Step::Stayed)
}

/// Enters the initial state of a machine whose hooks are closures.
pub(super) async fn enter<S, E, C, A>(
    rules: &mut DynRules<'_, S, E, C, A>,
    slot: &mut Slot<S>,
    context: &mut C,
    actions: &mut Vec<A>,
) -> Result<Move, FsmError> {
    slot.started.clear();
    let mut started = std::mem::take(&mut slot.started);
    let state = slot.get().ok_or(FsmError::StateLost)?;
    let to = rules.node(state);
    let mut emitted = Vec::new();
    enter_nodes(rules, TOP, to, state, context, &mut emitted).await?;
    start_clocks(rules, TOP, to, state, context, &mut started);
    slot.started = started;
    actions.append(&mut emitted);
    Ok(Move { from: TOP, to })
}

/// Exit, entry and commit; `emitted` holds the transition's own actions.
async fn go<S, E, C, A>(
    rules: &mut DynRules<'_, S, E, C, A>,
    slot: &mut Slot<S>,
    from: u16,
    next: S,
    context: &mut C,
    emitted: &mut Vec<A>,
) -> Result<u16, FsmError> {
    let topology = rules.topology();
    let to = rules.node(&next);
    let transition = emitted.len();
    if let Some(state) = slot.get() {
        for node in topology.outward(from) {
            if topology.leaves(node, from, to) {
                rules.exit(node, state, context, emitted);
                if let Called::Actions(mut more) =
                    rules.call(Call::Exit(node), state, context).await?
                {
                    emitted.append(&mut more);
                }
            }
        }
    }
    emitted.rotate_left(transition);
    enter_and_commit(rules, slot, from, next, context, emitted).await
}

async fn enter_and_commit<S, E, C, A>(
    rules: &mut DynRules<'_, S, E, C, A>,
    slot: &mut Slot<S>,
    from: u16,
    next: S,
    context: &mut C,
    emitted: &mut Vec<A>,
) -> Result<u16, FsmError> {
    let to = rules.node(&next);
    enter_nodes(rules, from, to, &next, context, emitted).await?;
    start_clocks(rules, from, to, &next, context, &mut slot.started);
    slot.replace(next);
    Ok(to)
}

async fn enter_nodes<S, E, C, A>(
    rules: &mut DynRules<'_, S, E, C, A>,
    from: u16,
    to: u16,
    next: &S,
    context: &mut C,
    emitted: &mut Vec<A>,
) -> Result<(), FsmError> {
    let topology = rules.topology();
    for node in topology.inward(to) {
        if topology.enters(node, from, to) {
            rules.entry(node, next, context, emitted);
            if let Called::Actions(mut more) = rules.call(Call::Entry(node), next, context).await? {
                emitted.append(&mut more);
            }
        }
    }
    Ok(())
}
