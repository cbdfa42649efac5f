//! What a machine asked its context during a step, read beside the texts of its graph.

use std::collections::BTreeMap;

use super::super::plan::{Expr, Made};
use super::super::read;
use super::super::world::{Life, Question, Value};

/// What does not agree.
pub(super) type Doubt = String;

/// The questions that no text has accounted for yet.
pub(super) struct Log<'a> {
    pub(super) left: &'a [Question],
    /// What the event's pattern binds. What a state's pattern binds, a graph does not say.
    pub(super) names: BTreeMap<String, u32>,
}

/// A payload, as far as it can be known.
type Fields = Vec<(String, Option<u32>)>;

/// A state or an action that a text names.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) fields: Fields,
}

impl Named {
    pub(super) fn is(&self, value: &Value) -> bool {
        let same = |(field, number): &(String, Option<u32>)| {
            number.is_none_or(|number| number == value.field(field))
        };
        self.name == value.name && self.fields.iter().all(same)
    }
}

impl Log<'_> {
    /// The next question must be that of this expression; its answer.
    pub(super) fn ask(&mut self, expr: &Expr, state: &Life) -> Result<u8, Doubt> {
        let Expr::Ask(_, site, given) = expr else {
            return Err(format!("{expr:?} asks nothing"));
        };
        let given = self.number(given, state)?;
        let Some((next, rest)) = self.left.split_first() else {
            return Err(format!("{expr:?} was not asked"));
        };
        if next.site != *site || given.is_some_and(|given| given != next.given) {
            return Err(format!("{next:?} was asked, not {expr:?} with {given:?}"));
        }
        self.left = rest;
        Ok(next.answer)
    }

    pub(super) fn holds(&mut self, guard: &Expr, state: &Life) -> Result<bool, Doubt> {
        Ok(self.ask(guard, state)? % 2 == 1)
    }

    fn number(&mut self, expr: &Expr, state: &Life) -> Result<Option<u32>, Doubt> {
        Ok(match expr {
            Expr::Number(number) => Some(*number),
            Expr::Name(name) => self.names.get(name).copied(),
            Expr::Size => Some(state.size()),
            Expr::EventSize => None,
            Expr::Sum(terms) => {
                let mut sum = Some(0);
                for term in terms {
                    let term = self.number(term, state)?;
                    sum = sum.zip(term).map(|(sum, term)| sum + term);
                }
                sum
            }
            Expr::Ask(..) => Some(u32::from(self.ask(expr, state)?) % 7),
        })
    }

    pub(super) fn fields(
        &mut self,
        fields: &[(String, Expr)],
        state: &Life,
    ) -> Result<Fields, Doubt> {
        let fields = fields.iter();
        fields
            .map(|(name, expr)| Ok((name.clone(), self.number(expr, state)?)))
            .collect()
    }

    pub(super) fn named(&mut self, made: &Made, state: &Life) -> Result<Named, Doubt> {
        Ok(Named {
            name: made.name.clone(),
            fields: self.fields(&made.fields, state)?,
        })
    }

    pub(super) fn actions(&mut self, texts: &[&str], state: &Life) -> Result<Vec<Named>, Doubt> {
        let made = read::actions(texts);
        made.iter().map(|made| self.named(made, state)).collect()
    }
}
