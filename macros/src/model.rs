//! A machine that went through every check, and knows which of its clauses are wrong. Only
//! [`check`](crate::check) makes one.

use std::rc::Rc;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Path, PathSegment};

use crate::errors::{Errors, Told};
use crate::names::{is_bare, is_keyword};
use crate::outline::{Outline, Variant};
use crate::syntax::{Arm, EventPattern, Header, Scope, State};

/// A machine that went through every check.
#[derive(Clone)]
pub(crate) struct Model<'a> {
    outline: Rc<Outline<'a>>,
    told: Rc<Told>,
    /// What stands for a type that no header gives. A machine in which nothing is wrong has none.
    pub(crate) stand_in: Option<TokenStream>,
    for_editor: bool,
}

impl<'a> Model<'a> {
    /// For `check` alone, when it has gone through.
    pub(crate) fn checked(outline: Outline<'a>, errors: &mut Errors) -> Self {
        Model {
            outline: Rc::new(outline),
            told: Rc::new(errors.take_told()),
            stand_in: errors.as_type(),
            for_editor: false,
        }
    }

    /// Whether nothing is wrong, as far as the macro can tell.
    pub(crate) fn is_valid(&self) -> bool {
        self.stand_in.is_none()
    }

    /// The machine as an editor is to see it: with what is half written, and what is wrong.
    pub(crate) fn for_editor(&self) -> Self {
        Model {
            for_editor: true,
            ..self.clone()
        }
    }

    pub(crate) fn is_for_editor(&self) -> bool {
        self.for_editor
    }

    /// Whether an arm is to be seen: rustc sees one that is whole and of which nothing was said that
    /// it would say once more.
    pub(crate) fn shows(&self, arm: &Arm) -> bool {
        self.for_editor || self.is_sound(arm)
    }

    pub(crate) fn is_sound(&self, arm: &Arm) -> bool {
        !(arm.half || self.told.has(arm))
    }

    /// Whether nothing was said of an event that a state misses.
    pub(crate) fn shows_pairs(&self, scope: &Scope) -> bool {
        !self.told.has(scope)
    }

    /// Whether nothing was said of a pattern that rustc would say once more.
    pub(crate) fn is_pattern(&self, event: &EventPattern) -> bool {
        !self.told.has(event)
    }

    /// The same of a state.
    pub(crate) fn shows_state(&self, state: &State) -> bool {
        self.for_editor || !(state.stray || self.told.has(state))
    }

    /// The same of another clause.
    pub(crate) fn shows_clause<T>(&self, clause: &T, half: bool) -> bool {
        self.for_editor || !(half || self.told.has(clause))
    }

    /// The same of a header.
    pub(crate) fn shows_header<T>(&self, header: &Header<T>) -> bool {
        self.for_editor || !(header.half || self.told.has(header))
    }

    pub(crate) fn state_path<'p>(&'p self, path: &'p Path) -> Variant<'p> {
        self.variant(path, self.fsm.headers.state.as_ref())
    }

    pub(crate) fn event_path<'p>(&'p self, path: &'p Path) -> Variant<'p> {
        self.variant(path, self.fsm.headers.event.as_ref())
    }

    pub(crate) fn action_path<'p>(&'p self, path: &'p Path) -> Variant<'p> {
        self.resolve(path, self.fsm.headers.action.as_ref())
    }

    /// A variant by as much of its path as there is, with what the user leaves out before it.
    fn variant<'p>(&'p self, path: &'p Path, header: Option<&'p Header<Path>>) -> Variant<'p> {
        if !self.for_editor {
            return self.resolve(path, header);
        }
        let missing = || PathSegment::from(Ident::new("Missing", Span::call_site()));
        let mut whole = path.clone();
        let word = whole
            .get_ident()
            .filter(|word| is_keyword(&word.to_string()));
        if word.is_some() {
            whole.segments = [missing()].into_iter().collect();
        } else if whole.segments.empty_or_trailing() {
            whole.segments.push_value(missing());
        } else if whole.get_ident().is_some() && !is_bare(&whole) {
            // `on lo`: the name of a variant that is not written to its end.
            let prefix = Path::from(missing());
            let prefix = self.resolve(&prefix, header).into_token_stream();
            let mut prefix: Vec<TokenTree> = prefix.into_iter().collect();
            prefix.pop();
            let prefix: TokenStream = prefix.into_iter().collect();
            return Variant::Tokens(quote!(#prefix #whole));
        }
        Variant::Tokens(self.resolve(&whole, header).into_token_stream())
    }
}

impl<'a> std::ops::Deref for Model<'a> {
    type Target = Outline<'a>;

    fn deref(&self) -> &Outline<'a> {
        &self.outline
    }
}
