//! A machine as plain data: what the reader makes of its text.

use std::collections::BTreeMap;

/// An expression. Whatever is random in it is asked of the context.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Number(u32),
    /// A name that a pattern bound.
    Name(String),
    /// `state.size()`
    Size,
    /// `event.size()`
    EventSize,
    Sum(Vec<Expr>),
    /// `context.word(site, given)`
    Ask(String, u32, Box<Expr>),
}

/// A name with a payload, whose fields of a tuple are named by their number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Made {
    pub(crate) name: String,
    pub(crate) fields: Vec<(String, Expr)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Bind {
    Name(String),
    Number(u32),
    Anything,
}

/// What is looked for in the fields of a payload; other fields are not looked at.
pub(crate) type Pattern = Vec<(String, Bind)>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum On {
    Timeout,
    Event(String, Pattern),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    Stay(Vec<(String, Expr)>),
    /// With `move`, the arm has the state's payload by value.
    Go {
        target: Made,
        moved: bool,
    },
    Postpone,
    Reject,
    /// A closure.
    Call(Expr),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Deed {
    pub(crate) outcome: Outcome,
    pub(crate) actions: Vec<Made>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Arm {
    pub(crate) on: Vec<On>,
    /// All of them must hold.
    pub(crate) guard: Vec<Expr>,
    pub(crate) deed: Deed,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clock {
    pub(crate) time: Expr,
    /// What an `every` does; what a timeout does is said by arms.
    pub(crate) every: Option<Deed>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Superstate,
    Working(Pattern),
    Terminal(Pattern),
    Failure(Pattern),
}

/// What is asked for on the way in or out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Hook {
    Do(Vec<Made>),
    Call(Expr),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scope {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The superstate around it.
    pub(crate) parent: Option<usize>,
    pub(crate) arms: Vec<Arm>,
    pub(crate) clocks: Vec<Clock>,
    pub(crate) task: Option<Expr>,
    pub(crate) entry: Hook,
    pub(crate) exit: Hook,
    pub(crate) unhandled: Option<Outcome>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plan {
    /// The names around an expression that its closures capture.
    pub(crate) captured: BTreeMap<String, u32>,
    /// The initial state, of numbers alone.
    pub(crate) initial: Option<Made>,
    pub(crate) error: Option<String>,
    pub(crate) stop: Option<String>,
    /// Whether it is told nothing when nobody can send any more.
    pub(crate) closed_ignored: bool,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) any: Vec<Arm>,
    pub(crate) unhandled: Option<Outcome>,
}

impl Plan {
    /// The scopes around a state and it itself, from the inside out.
    pub(crate) fn around(&self, state: &str) -> Vec<usize> {
        let is = |scope: &Scope| scope.name == state && scope.kind != Kind::Superstate;
        let own = self.scopes.iter().position(is);
        self.outward(own.expect("the state is declared"))
    }

    /// A scope and those around it, from the inside out.
    pub(crate) fn outward(&self, scope: usize) -> Vec<usize> {
        let parent = |scope: &usize| self.scopes[*scope].parent;
        std::iter::successors(Some(scope), parent).collect()
    }
}
