//! What the run loop asks of a machine beyond what everyone may.

use super::clocks::Clocks;
use super::parts::Phase;
use super::postponed::Origin;
use super::state_machine::StateMachine;
use super::step::Move;
use super::topology::{NodeKind, TOP};
use super::{BoxFuture, FsmError};
use crate::{EventVariant, StateVariant};

impl<S, E, C, A> StateMachine<S, E, C, A>
where
    S: StateVariant,
    E: EventVariant,
{
    pub(super) fn mark_resumed(&mut self) {
        self.parts.phase = Phase::Resumed;
    }

    /// How the machine has ended, if it has.
    #[inline]
    pub(crate) fn ended(&self) -> Option<NodeKind> {
        self.parts.ended
    }

    /// Enters the initial state, unless that was done before the loop began: either way the loop
    /// is told of it. Where nothing has to be awaited.
    pub(crate) fn loop_enter(
        &mut self,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Move, FsmError> {
        let entered = self.enter_now(context, actions)?;
        self.as_entered(entered)
    }

    /// The same, where there are closures to await.
    pub(crate) async fn loop_enter_with_closures(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Move, FsmError> {
        let entered = self.enter_into(context, actions).await?;
        self.as_entered(entered)
    }

    fn as_entered(&self, entered: Option<Move>) -> Result<Move, FsmError> {
        if let Some(entered) = entered {
            return Ok(entered);
        }
        let state = self.parts.slot.get().ok_or(FsmError::StateLost)?;
        Ok(Move {
            from: TOP,
            to: self.rules.tables().node(state),
        })
    }

    pub(crate) fn loop_postponed(&mut self) -> Option<(E, Origin)> {
        self.parts.postponed.next()
    }

    pub(crate) fn is_retrying(&self) -> bool {
        self.parts.postponed.is_retrying()
    }

    pub(crate) fn take_postponed(&mut self) -> impl Iterator<Item = E> + '_ {
        self.parts.postponed.drain()
    }

    pub(crate) fn has_clocks(&self) -> bool {
        !self.topology.clocks.is_empty()
    }

    pub(crate) fn clocks_mut(&mut self) -> &mut Clocks {
        &mut self.parts.clocks
    }

    /// Whether there is a state to drop: see [`drop_left`](Self::drop_left).
    #[inline]
    pub(crate) fn has_left(&self) -> bool {
        self.parts.slot.has_left()
    }

    /// Drops the state that was left last.
    pub(crate) fn drop_left(&mut self) {
        self.parts.slot.drop_left();
    }

    /// After a step that panicked: an `every` or `timeout` in hand is forgotten, and nothing of
    /// the step is left over.
    pub(crate) fn unwound(&mut self) {
        self.parts.slot.fired = None;
        self.parts.slot.started.clear();
        self.parts.postponed.take_offered();
    }

    /// The nodes that a move entered and that have a task.
    pub(crate) fn tasks_to_start(&self, moved: Move) -> impl Iterator<Item = u16> + '_ {
        let topology = self.topology;
        topology
            .outward(moved.to)
            .filter(move |&node| topology.nodes[usize::from(node)].task)
            .filter(move |&node| topology.enters(node, moved.from, moved.to))
    }

    #[inline]
    pub(crate) fn has_tasks(&self) -> bool {
        self.topology.tasks
    }

    pub(crate) fn leaves(&self, node: u16, moved: Move) -> bool {
        self.topology.leaves(node, moved.from, moved.to)
    }

    pub(crate) fn task(&mut self, node: u16, context: &C) -> Option<BoxFuture<'static, E>> {
        let state = self.parts.slot.get()?;
        self.rules.as_rules().task(node, state, context)
    }

    pub(crate) fn take_state(&mut self) -> Option<S> {
        self.parts.slot.take()
    }
}
