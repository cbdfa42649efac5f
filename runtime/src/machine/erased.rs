//! Rules whose type is forgotten: what lets one type of machine have them all.

use super::parts::{Parts, Stepped};
use super::rules::Rules;
use super::{StepError, Trigger, step};
use crate::{EventVariant, StateVariant};

/// The object-safe side of [`Rules`]: a whole step behind one call, so that the erased machine
/// pays for erasure once per event.
pub(super) trait ErasedRules<S, E, C, A>: Send {
    fn step(
        &mut self,
        parts: &mut Parts<S, E>,
        trigger: Trigger<E>,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, StepError>;

    fn as_rules(&mut self) -> &mut (dyn Rules<S, E, C, A> + Send);

    fn tables(&self) -> &dyn Rules<S, E, C, A>;
}

impl<R, S, E, C, A> ErasedRules<S, E, C, A> for R
where
    R: Rules<S, E, C, A> + Send,
    S: StateVariant,
    E: EventVariant,
{
    fn step(
        &mut self,
        parts: &mut Parts<S, E>,
        trigger: Trigger<E>,
        context: &C,
        actions: &mut Vec<A>,
    ) -> Result<Stepped, StepError> {
        let step = step::step(self, &mut parts.slot, trigger, context, actions);
        parts.stepped(self.topology(), step)
    }

    fn as_rules(&mut self) -> &mut (dyn Rules<S, E, C, A> + Send) {
        self
    }

    fn tables(&self) -> &dyn Rules<S, E, C, A> {
        self
    }
}
