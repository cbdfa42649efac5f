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

    pub(super) async fn fire_into(
        &mut self,
        clock: u16,
        context: &mut C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, FsmError>
    where
        E: Send + 'static,
    {
        self.slot.fired = Some(clock);
        let result = self
            .step_into(Trigger::Timeout, Origin::Own, context, actions)
            .await;
        self.slot.fired = None;
        result
    }

    pub(super) async fn step_into(
        &mut self,
        trigger: Trigger<E>,
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
        let topology = self.rules.tables().topology();
        let step = if topology.closures {
            let rules = self.rules.as_rules();
            calls::step(rules, &mut self.slot, trigger, context, actions).await?
        } else {
            match self.rules.step(&mut self.slot, trigger, context, actions)? {
                Step::Call(arm, input) => {
                    let rules = self.rules.as_rules();
                    calls::call(rules, &mut self.slot, arm, input, context, actions).await?
                }
                Step::CallUnhandled(number, input) => {
                    let rules = self.rules.as_rules();
                    calls::unhandled(rules, &self.slot, number, input, context).await?
                }
                step => step,
            }
        };
        match step {
            Step::Moved(moved) => {
                self.postponed.settled();
                if moved.changed() {
                    self.postponed.state_changed();
                }
                self.clocks.moved(topology, moved, &mut self.slot.started);
                Ok(Stepped::Moved(moved))
            }
            Step::Postponed(event) => {
                let name = event.variant_name();
                match self.postponed.keep(event, origin) {
                    Ok(()) => Ok(Stepped::Postponed),
                    Err(event) => Err(FsmError::PostponeFull {
                        state: self.slot.get().map_or("", S::variant_name),
                        event: name,
                        bound: postponed::BOUND,
                        refused: Refused::new(event),
                    }),
                }
            }
            Step::Assigned => {
                self.postponed.settled();
                Ok(Stepped::Assigned)
            }
            _ => {
                self.postponed.settled();
                Ok(Stepped::Stayed)
            }
        }
    }
}
