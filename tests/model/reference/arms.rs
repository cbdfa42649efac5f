//! M1: which arm takes what comes.

use super::super::plan::{Arm, Deed, On};
use super::expressions::bind;
use super::{Cause, Failure, Names, Reference};

impl Reference {
    pub(super) fn decide(&self, cause: &Cause) -> Result<(Deed, Names), Failure> {
        if self.is_ended() {
            return Err(self.unhandled(cause));
        }
        let around = self.plan.around(&self.state.name);
        if let Cause::Every(scope, clock) = *cause {
            let deed = self.plan.scopes[scope].clocks[clock].every.clone();
            return Ok((deed.unwrap(), self.names_in(scope, &self.state)));
        }
        for &scope in &around {
            let names = self.names_in(scope, &self.state);
            let arms = &self.plan.scopes[scope].arms;
            if let Some(found) = self.first(arms, &names, Some(scope), cause)? {
                return Ok(found);
            }
        }
        if let Some(found) = self.first(&self.plan.any, &self.plan.captured, None, cause)? {
            return Ok(found);
        }
        let inner = around
            .iter()
            .find_map(|&at| self.plan.scopes[at].unhandled.as_ref());
        let unhandled = inner.or(self.plan.unhandled.as_ref());
        let is_error = self.plan.error.as_deref() == Some(cause.name());
        match unhandled {
            Some(outcome) if !is_error => {
                let outcome = outcome.clone();
                let actions = Vec::new();
                let mut names = self.plan.captured.clone();
                names.extend(size(cause));
                Ok((Deed { outcome, actions }, names))
            }
            _ => Err(self.unhandled(cause)),
        }
    }

    /// Whether the `on timeout` arms of a scope mean the timeout of another: its own, where it has
    /// one; else the nearest around it, and whichever is left over inside it.
    fn means(&self, scope: usize, owner: usize) -> bool {
        let has_timeout = |scope: usize| {
            let clocks = &self.plan.scopes[scope].clocks;
            clocks.iter().any(|clock| clock.every.is_none())
        };
        if has_timeout(scope) {
            return scope == owner;
        }
        let nearest = self
            .plan
            .outward(scope)
            .into_iter()
            .find(|at| has_timeout(*at));
        nearest == Some(owner) || self.plan.outward(owner).contains(&scope)
    }

    fn first(
        &self,
        arms: &[Arm],
        names: &Names,
        scope: Option<usize>,
        cause: &Cause,
    ) -> Result<Option<(Deed, Names)>, Failure> {
        for arm in arms {
            for on in &arm.on {
                let bound = match (on, cause) {
                    (On::Timeout, Cause::Timeout(owner))
                        if scope.is_none_or(|scope| self.means(scope, *owner)) =>
                    {
                        Names::new()
                    }
                    (On::Event(name, pattern), Cause::Event(event)) if *name == event.name => {
                        match bind(pattern, event) {
                            Some(bound) => bound,
                            None => continue,
                        }
                    }
                    _ => continue,
                };
                let mut names = names.clone();
                names.extend(bound);
                names.extend(size(cause));
                let mut holds = true;
                for guard in &arm.guard {
                    if holds {
                        holds = self.holds(guard, &names)?;
                    }
                }
                if holds {
                    return Ok(Some((arm.deed.clone(), names)));
                }
            }
        }
        Ok(None)
    }

    pub(super) fn unhandled(&self, cause: &Cause) -> Failure {
        Failure::Unhandled {
            state: self.state.name.clone(),
            event: cause.name().to_owned(),
        }
    }
}

/// The event's size, under a name that no pattern binds.
fn size(cause: &Cause) -> Option<(String, u32)> {
    match cause {
        Cause::Event(event) => Some(("event".to_owned(), event.size())),
        Cause::Timeout(_) | Cause::Every(..) => None,
    }
}
