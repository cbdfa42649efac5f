//! Steps of the erased machine: enter, fire, take. Every public way and the run loop come here.

use super::parts::{Phase, Stepped};
use super::postponed::{self, Origin};
use super::state_machine::StateMachine;
use super::step::{self, Move};
use super::topology::TOP;
use super::{FsmError, Refused, StepError, Trigger, calls};
use crate::{EventVariant, StateVariant};

impl<S, E, C, A> StateMachine<S, E, C, A>
where
    S: StateVariant,
    E: EventVariant,
{
    /// Whether nothing has to be awaited: there are no closures.
    #[inline]
    pub(crate) fn is_sync(&self) -> bool {
        !self.topology.closures
    }

    pub(super) async fn enter_into(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Option<Move>, FsmError> {
        if self.parts.phase != Phase::Fresh || self.is_sync() {
            return self.enter_now(context, actions);
        }
        let rules = self.rules.as_rules();
        let entered = calls::enter(rules, &mut self.parts.slot, context, actions).await?;
        self.parts.entered(self.topology, entered);
        Ok(Some(entered))
    }

    /// Enters the state where nothing has to be awaited: see [`is_sync`](Self::is_sync).
    pub(super) fn enter_now(
        &mut self,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Option<Move>, FsmError> {
        let rules = self.rules.as_rules();
        let slot = &mut self.parts.slot;
        let entered = match self.parts.phase {
            Phase::Running => return Ok(None),
            Phase::Resumed => {
                step::restart_clocks(rules, slot, context);
                let state = slot.get().ok_or(FsmError::StateLost)?;
                Move {
                    from: TOP,
                    to: rules.node(state),
                }
            }
            Phase::Fresh => step::enter(rules, slot, context, actions)?,
        };
        self.parts.entered(self.topology, entered);
        Ok(Some(entered))
    }

    /// Takes a trigger. `clock` is the one that expired, where it is a clock's.
    pub(crate) async fn step_into(
        &mut self,
        trigger: Trigger<E>,
        clock: Option<u16>,
        origin: Origin,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, StepError>
    where
        E: Send + 'static,
    {
        if self.is_sync() {
            return self.step_now(trigger, clock, origin, context, actions);
        }
        self.enter_into(context, actions).await?;
        let parts = &mut self.parts;
        parts.slot.fired = clock;
        let offered = parts.postponed.take_offered();
        let emitted = actions.len();
        let rules = self.rules.as_rules();
        let step = calls::step(rules, &mut parts.slot, trigger, context, actions).await;
        match parts.stepped(self.topology, step)? {
            Stepped::Postponed => self.keep(origin, offered, emitted, actions),
            stepped => Ok(stepped),
        }
    }

    /// Takes a trigger where nothing has to be awaited: see [`is_sync`](Self::is_sync). Inlined always:
    /// see the loop's `settle`.
    #[inline(always)]
    pub(crate) fn step_now(
        &mut self,
        trigger: Trigger<E>,
        clock: Option<u16>,
        origin: Origin,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, StepError>
    where
        E: Send + 'static,
    {
        if self.parts.phase != Phase::Running {
            self.enter_now(context, actions)?;
        }
        self.parts.slot.fired = clock;
        let offered = self.parts.postponed.take_offered();
        let emitted = actions.len();
        let stepped = self
            .rules
            .step(&mut self.parts, trigger, context, actions)?;
        if stepped == Stepped::Postponed {
            return self.keep(origin, offered, emitted, actions);
        }
        Ok(stepped)
    }

    /// Keeps the event that a step said to postpone. What cannot be kept asks for nothing: the
    /// actions that were `emitted` before it are all there are.
    #[cold]
    fn keep(
        &mut self,
        origin: Origin,
        offered: bool,
        emitted: usize,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, StepError>
    where
        E: Send + 'static,
    {
        let parts = &mut self.parts;
        let Some(event) = parts.to_keep.take() else {
            return Ok(Stepped::Stayed);
        };
        let name = event.variant_name();
        match parts.postponed.keep(event, origin, offered) {
            Ok(()) => Ok(Stepped::Postponed),
            Err(event) => {
                actions.truncate(emitted);
                Err(StepError::from(FsmError::PostponeFull {
                    state: parts.slot.get().map_or("", S::variant_name),
                    event: name,
                    bound: postponed::BOUND,
                    refused: Refused::new(event),
                }))
            }
        }
    }
}
