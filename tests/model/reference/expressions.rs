//! What expressions give: each asks the world in the order in which they are written.

use std::time::Duration;

use super::super::plan::{Bind, Expr, Hook, Kind, Made, Pattern};
use super::super::world::{Act, Value};
use super::{Failure, Names, Reference};

impl Reference {
    pub(super) fn entry(&self, state: &Value, entered: &[usize]) -> Result<Vec<Value>, Failure> {
        let mut actions = Vec::new();
        for &scope in entered {
            actions.extend(self.hook(&self.plan.scopes[scope].entry, scope, state)?);
        }
        Ok(actions)
    }

    pub(super) fn hook(
        &self,
        hook: &Hook,
        scope: usize,
        state: &Value,
    ) -> Result<Vec<Value>, Failure> {
        let names = self.names_in(scope, state);
        match hook {
            Hook::Do(list) => self.actions(list, &names, state),
            Hook::Call(Expr::Ask(_, site, given)) => {
                let given = self.number(given, &names, state)?;
                let actions = self.world.ask_hook(*site, given)??;
                Ok(actions.iter().map(Act::value).collect())
            }
            Hook::Call(other) => panic!("no closure: {other:?}"),
        }
    }

    /// What the pattern of a state's own block binds; other scopes bind nothing.
    pub(crate) fn names_in(&self, scope: usize, state: &Value) -> Names {
        let mut names = self.plan.captured.clone();
        match &self.plan.scopes[scope].kind {
            Kind::Superstate => {}
            Kind::Working(pattern) | Kind::Terminal(pattern) | Kind::Failure(pattern) => {
                names.extend(bind(pattern, state).expect("the pattern of a state"));
            }
        }
        names
    }

    pub(super) fn actions(
        &self,
        list: &[Made],
        names: &Names,
        state: &Value,
    ) -> Result<Vec<Value>, Failure> {
        let mut actions = Vec::new();
        for made in list {
            actions.push(Value {
                name: made.name.clone(),
                fields: self.fields(&made.fields, names, state)?,
            });
        }
        Ok(actions)
    }

    pub(super) fn fields(
        &self,
        fields: &[(String, Expr)],
        names: &Names,
        state: &Value,
    ) -> Result<Vec<(String, u32)>, Failure> {
        let mut values = Vec::new();
        for (field, expr) in fields {
            values.push((field.clone(), self.number(expr, names, state)?));
        }
        Ok(values)
    }

    pub(super) fn number(&self, expr: &Expr, names: &Names, state: &Value) -> Result<u32, Failure> {
        match expr {
            Expr::Number(number) => Ok(*number),
            Expr::Name(name) => Ok(names[name]),
            Expr::EventSize => Ok(names["event"]),
            Expr::Size => Ok(state.size()),
            Expr::Sum(terms) => {
                let mut sum = 0;
                for term in terms {
                    sum += self.number(term, names, state)?;
                }
                Ok(sum)
            }
            Expr::Ask(word, site, given) => {
                assert_eq!(word, "value");
                let given = self.number(given, names, state)?;
                Ok(self.world.ask_value(*site, given)?)
            }
        }
    }

    pub(super) fn holds(&self, guard: &Expr, names: &Names) -> Result<bool, Failure> {
        let Expr::Ask(_, site, given) = guard else {
            panic!("no guard: {guard:?}");
        };
        let given = self.number(given, names, &self.state)?;
        Ok(self.world.ask_guard(*site, given)?)
    }

    pub(super) fn length(
        &self,
        time: &Expr,
        names: &Names,
        state: &Value,
    ) -> Result<Duration, Failure> {
        let Expr::Ask(_, site, given) = time else {
            panic!("no time: {time:?}");
        };
        let given = self.number(given, names, state)?;
        Ok(self.world.ask_clock(*site, given)?)
    }

    /// What the task of a scope does, where it has one.
    pub(crate) fn errand(&self, scope: usize) -> Option<Result<(Duration, Value), Failure>> {
        let Expr::Ask(_, site, given) = self.plan.scopes[scope].task.as_ref()? else {
            panic!("no task");
        };
        let names = self.names_in(scope, &self.state);
        let asked = self.number(given, &names, &self.state).and_then(|given| {
            let (time, event) = self.world.ask_errand(*site, given)?;
            Ok((time, event.value()))
        });
        Some(asked)
    }
}

pub(super) fn bind(pattern: &Pattern, value: &Value) -> Option<Names> {
    let mut names = Names::new();
    for (field, bind) in pattern {
        let number = value.field(field);
        match bind {
            Bind::Name(name) => {
                names.insert(name.clone(), number);
            }
            Bind::Number(wanted) if *wanted != number => return None,
            Bind::Number(_) | Bind::Anything => {}
        }
    }
    Some(names)
}
