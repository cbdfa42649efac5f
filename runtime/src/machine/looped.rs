//! What the run loop asks of a machine beyond what everyone may.

use super::clocks::Clocks;
use super::postponed::Origin;
use super::state_machine::{Phase, StateMachine};
use super::step::{self, Move};
use super::topology::{NodeKind, TOP};
use super::{BoxFuture, FsmError};
use crate::{EventVariant, StateVariant};

impl<S, E, C, A> StateMachine<S, E, C, A>
where
    S: StateVariant,
    E: EventVariant,
{
    pub(super) fn mark_resumed(&mut self) {
        self.phase = Phase::Resumed;
    }

    /// Enters a machine of the item form, which has no closures to await.
    pub(super) fn enter_now(&mut self, context: &C, actions: &mut Vec<A>) {
        let rules = self.rules.as_rules();
        if let Ok(entered) = step::enter(rules, &mut self.slot, context, actions) {
            self.phase = Phase::Running;
            self.clocks.moved(
                self.rules.tables().topology(),
                entered,
                &mut self.slot.started,
            );
        }
    }

    pub(crate) fn ended(&self) -> Option<NodeKind> {
        let rules = self.rules.tables();
        self.slot
            .get()
            .and_then(|state| rules.topology().ends(rules.node(state)))
    }

    /// Enters the initial state, unless that was done before the loop began: either way the loop
    /// is told of it.
    pub(crate) async fn loop_enter(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Move, FsmError> {
        if let Some(entered) = self.enter_into(context, actions).await? {
            return Ok(entered);
        }
        let state = self.slot.get().ok_or(FsmError::StateLost)?;
        Ok(Move {
            from: TOP,
            to: self.rules.tables().node(state),
        })
    }

    pub(crate) fn is_entered(&self) -> bool {
        self.phase == Phase::Running
    }

    pub(crate) fn loop_postponed(&mut self) -> Option<(E, Origin)> {
        self.postponed.next()
    }

    pub(crate) fn is_retrying(&self) -> bool {
        self.postponed.is_retrying()
    }

    pub(crate) fn take_postponed(&mut self) -> impl Iterator<Item = E> + '_ {
        self.postponed.drain()
    }

    pub(crate) fn clocks_mut(&mut self) -> &mut Clocks {
        &mut self.clocks
    }

    /// Drops the state that was left last.
    pub(crate) fn drop_left(&mut self) {
        self.slot.drop_left();
    }

    /// After a step that panicked: an `every` or `timeout` in hand is forgotten, and nothing of
    /// the step is left over.
    pub(crate) fn unwound(&mut self) {
        self.slot.fired = None;
        self.slot.started.clear();
        self.postponed.take_offered();
    }

    /// The nodes that a move entered and that have a task.
    pub(crate) fn tasks_to_start(&self, moved: Move) -> impl Iterator<Item = u16> + '_ {
        let topology = self.rules.tables().topology();
        topology
            .outward(moved.to)
            .filter(move |&node| topology.nodes[usize::from(node)].task)
            .filter(move |&node| topology.enters(node, moved.from, moved.to))
    }

    pub(crate) fn has_tasks(&self) -> bool {
        self.rules.tables().topology().tasks
    }

    pub(crate) fn leaves(&self, node: u16, moved: Move) -> bool {
        self.rules
            .tables()
            .topology()
            .leaves(node, moved.from, moved.to)
    }

    pub(crate) fn task(&mut self, node: u16, context: &C) -> Option<BoxFuture<'static, E>> {
        let state = self.slot.get()?;
        self.rules.as_rules().task(node, state, context)
    }

    pub(crate) fn take_state(&mut self) -> Option<S> {
        self.slot.take()
    }
}
