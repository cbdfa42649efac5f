//! Steps of the erased machine: enter, fire, take. Every public way and the run loop come here.

use super::postponed::{self, Origin};
use super::state_machine::{Phase, StateMachine};
use super::step::{self, Move, Step};
use super::topology::TOP;
use super::{FsmError, Refused, Trigger, calls};
use crate::{EventVariant, StateVariant};

/// What a step of the erased machine did, as the run loop needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stepped {
    Moved(Move),
    Assigned,
    Stayed,
    Postponed,
}

impl<S, E, C, A> StateMachine<S, E, C, A>
where
    S: StateVariant,
    E: EventVariant,
{
    pub(super) async fn enter_into(
        &mut self,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Option<Move>, FsmError> {
        let entered = match self.phase {
            Phase::Running => return Ok(None),
            Phase::Resumed => {
                let rules = self.rules.as_rules();
                step::restart_clocks(rules, &mut self.slot, context);
                let state = self.slot.get().ok_or(FsmError::StateLost)?;
                Move {
                    from: TOP,
                    to: rules.node(state),
                }
            }
            Phase::Fresh => {
                let rules = self.rules.as_rules();
                if rules.topology().closures {
                    calls::enter(rules, &mut self.slot, context, actions).await?
                } else {
                    step::enter(rules, &mut self.slot, context, actions)?
                }
            }
        };
        self.phase = Phase::Running;
        self.clocks.moved(
            self.rules.tables().topology(),
            entered,
            &mut self.slot.started,
        );
        Ok(Some(entered))
    }

    /// Whether a step has nothing to await: no closures, and no entry still to come.
    pub(crate) fn is_sync(&self) -> bool {
        self.phase == Phase::Running && !self.rules.tables().topology().closures
    }

    /// Takes a trigger. `clock` is the one that expired, where it is a clock's.
    pub(crate) async fn step_into(
        &mut self,
        trigger: Trigger<E>,
        clock: Option<u16>,
        origin: Origin,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        if self.phase != Phase::Running {
            self.enter_into(context, actions).await?;
        }
        if self.is_sync() {
            return self.step_now(trigger, clock, origin, context, actions);
        }
        self.slot.fired = clock;
        let offered = self.postponed.take_offered();
        let emitted = actions.len();
        let rules = self.rules.as_rules();
        let step = calls::step(rules, &mut self.slot, trigger, context, actions).await;
        let stepped = self.stepped(step, origin, offered);
        if stepped.is_err() {
            actions.truncate(emitted);
        }
        stepped
    }

    /// Takes a trigger where nothing has to be awaited: see [`is_sync`](Self::is_sync).
    pub(crate) fn step_now(
        &mut self,
        trigger: Trigger<E>,
        clock: Option<u16>,
        origin: Origin,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        self.slot.fired = clock;
        let offered = self.postponed.take_offered();
        let emitted = actions.len();
        let step = self.rules.step(&mut self.slot, trigger, context, actions);
        let stepped = self.stepped(step, origin, offered);
        if stepped.is_err() {
            // What could not be postponed asks for nothing.
            actions.truncate(emitted);
        }
        stepped
    }

    /// Keeps clocks and postponed events in step with the state.
    fn stepped(
        &mut self,
        step: Result<Step<E>, FsmError>,
        origin: Origin,
        offered: bool,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        self.slot.fired = None;
        if let Ok(Step::Postponed(event)) = step {
            return self.keep(event, origin, offered);
        }
        match step? {
            Step::Moved(moved) => {
                if moved.changed() {
                    self.postponed.state_changed();
                }
                let topology = self.rules.tables().topology();
                self.clocks.moved(topology, moved, &mut self.slot.started);
                Ok(Stepped::Moved(moved))
            }
            Step::Assigned => Ok(Stepped::Assigned),
            Step::Stayed | Step::Postponed(_) => Ok(Stepped::Stayed),
        }
    }

    fn keep(&mut self, event: E, origin: Origin, offered: bool) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        let name = event.variant_name();
        match self.postponed.keep(event, origin, offered) {
            Ok(()) => Ok(Stepped::Postponed),
            Err(event) => Err(FsmError::PostponeFull {
                state: self.slot.get().map_or("", S::variant_name),
                event: name,
                bound: postponed::BOUND,
                refused: Refused::new(event),
            }),
        }
    }
}
