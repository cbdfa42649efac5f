//! What a machine keeps besides its rules: its state, its clocks, its postponed events.

use super::clocks::Clocks;
use super::postponed::Postponed;
use super::step::{Move, Step};
use super::{NodeKind, Slot, StepError, Topology};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// The state is not entered yet.
    Fresh,
    /// The state was entered in an earlier life: its actions are done, its clocks are not set.
    Resumed,
    /// The machine runs.
    Running,
}

/// What a step of the erased machine did, as the run loop needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stepped {
    Moved(Move),
    Assigned,
    Stayed,
    Postponed,
}

pub(super) struct Parts<S, E> {
    pub(super) slot: Slot<S>,
    pub(super) phase: Phase,
    pub(super) clocks: Clocks,
    pub(super) postponed: Postponed<E>,
    /// How the state that it stands in ends the machine, if it does. Kept, since the loop asks in
    /// every round.
    pub(super) ended: Option<NodeKind>,
    /// The event that a step says to postpone, on its way to the others.
    pub(super) to_keep: Option<E>,
}

impl<S, E> Parts<S, E> {
    pub(super) fn new(state: S, ended: Option<NodeKind>) -> Self {
        Parts {
            slot: Slot::new(state),
            phase: Phase::Fresh,
            clocks: Clocks::default(),
            postponed: Postponed::default(),
            ended,
            to_keep: None,
        }
    }

    /// After the entry into the first state.
    pub(super) fn entered(&mut self, topology: &Topology, entered: Move) {
        self.phase = Phase::Running;
        let started = &mut self.slot.started;
        self.clocks.moved(topology, entered, started);
    }

    /// Keeps clocks and postponed events in step with the state. Inlined where the rules are known,
    /// so that a machine without clocks asks nothing about them.
    #[inline]
    pub(super) fn stepped<X>(
        &mut self,
        topology: &Topology,
        step: Result<Step<E>, X>,
    ) -> Result<Stepped, StepError>
    where
        StepError: From<X>,
    {
        self.slot.fired = None;
        match step? {
            Step::Moved(moved) => {
                if moved.changed() {
                    self.postponed.state_changed();
                }
                self.ended = topology.ends(moved.to);
                let started = &mut self.slot.started;
                self.clocks.moved(topology, moved, started);
                Ok(Stepped::Moved(moved))
            }
            Step::Assigned => Ok(Stepped::Assigned),
            Step::Stayed => Ok(Stepped::Stayed),
            Step::Postponed(event) => {
                self.to_keep = Some(event);
                Ok(Stepped::Postponed)
            }
        }
    }
}
