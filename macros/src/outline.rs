//! A machine laid out for checks and expansion: states and superstates in pre-order, names
//! resolved.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Path};

use crate::names::{is_bare, last_name, unraw};
use crate::syntax::{
    Arm, Clause, Clock, EventPattern, Fsm, Header, Mode, Scope, State, Superstate, Trigger,
    Unhandled,
};
use crate::tokens::{before, located_at, span_of, turbofish};

/// The machine, in order.
pub(crate) struct Outline<'a> {
    pub(crate) fsm: &'a Fsm,
    pub(crate) nodes: Vec<Node<'a>>,
    /// The arms of all `any` blocks, with the attributes of their block.
    pub(crate) any: Vec<(&'a Arm, &'a [Attribute])>,
    /// The machine's own `unhandled` clauses.
    pub(crate) unhandled: Vec<&'a Unhandled>,
    /// `timeout`s and `every`s, by node.
    pub(crate) clocks: Vec<ClockOf<'a>>,
    aliases: Vec<(&'a Header<Path>, Ident)>,
}

/// A variant's path, as generated code names it.
pub(crate) enum Variant<'p> {
    AsWritten(&'p Path),
    /// By its enum's alias.
    Of(Ident, &'p Ident),
    Tokens(TokenStream),
}

impl ToTokens for Variant<'_> {
    fn to_tokens(&self, to: &mut TokenStream) {
        match self {
            Variant::AsWritten(path) => path.to_tokens(to),
            Variant::Of(alias, variant) => {
                alias.to_tokens(to);
                let spans = [alias.span(); 2];
                syn::token::PathSep { spans }.to_tokens(to);
                variant.to_tokens(to);
            }
            Variant::Tokens(tokens) => tokens.to_tokens(to),
        }
    }
}

/// A state or superstate.
pub(crate) struct Node<'a> {
    pub(crate) what: What<'a>,
    pub(crate) name: String,
    pub(crate) parent: Option<usize>,
    /// One past the last node inside.
    pub(crate) end: usize,
    pub(crate) mode: Mode,
    /// The `cfg` attributes of the node and of all that it stands in.
    pub(crate) cfgs: Vec<&'a Attribute>,
    pub(crate) scope: &'a Scope,
}

#[derive(Clone, Copy)]
pub(crate) enum What<'a> {
    State(&'a State),
    Superstate(&'a Superstate),
}

pub(crate) struct ClockOf<'a> {
    pub(crate) node: usize,
    pub(crate) repeats: bool,
    pub(crate) clock: &'a Clock,
}

impl<'a> Outline<'a> {
    pub(crate) fn new(fsm: &'a Fsm) -> Self {
        let mut outline = Outline {
            fsm,
            nodes: Vec::new(),
            any: Vec::new(),
            unhandled: Vec::new(),
            clocks: Vec::new(),
            aliases: aliases(fsm),
        };
        outline.clauses(&fsm.clauses, None, Mode::Block, &[]);
        outline
    }

    fn clauses(
        &mut self,
        clauses: &'a [Clause],
        parent: Option<usize>,
        mode: Mode,
        cfgs: &[&'a Attribute],
    ) {
        for clause in clauses {
            match clause {
                Clause::State(state) => {
                    let mode = state.policy.as_ref().map_or(mode, |policy| policy.mode);
                    let cfgs = join(cfgs, &state.attrs);
                    let name = last_name(&state.path);
                    self.node(What::State(state), name, parent, mode, cfgs, &state.scope);
                }
                Clause::Superstate(group) => {
                    let mode = group.policy.as_ref().map_or(mode, |policy| policy.mode);
                    let cfgs = join(cfgs, &group.attrs);
                    let name = unraw(&group.ident);
                    let what = What::Superstate(group);
                    let at = self.node(what, name, parent, mode, cfgs.clone(), &group.scope);
                    self.clauses(&group.clauses, Some(at), mode, &cfgs);
                    self.nodes[at].end = self.nodes.len();
                }
                Clause::Any(any) => {
                    self.any
                        .extend(any.arms.iter().map(|arm| (arm, any.attrs.as_slice())));
                }
                Clause::Unhandled(unhandled) => self.unhandled.push(unhandled),
            }
        }
    }

    fn node(
        &mut self,
        what: What<'a>,
        name: String,
        parent: Option<usize>,
        mode: Mode,
        cfgs: Vec<&'a Attribute>,
        scope: &'a Scope,
    ) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Node {
            what,
            name,
            parent,
            end: at + 1,
            mode,
            cfgs,
            scope,
        });
        let clocks = |clocks: &'a [Clock], repeats| {
            clocks.iter().map(move |clock| ClockOf {
                node: at,
                repeats,
                clock,
            })
        };
        self.clocks.extend(clocks(&scope.timeouts, false));
        self.clocks.extend(clocks(&scope.everies, true));
        at
    }

    /// The states, with their numbers.
    pub(crate) fn states(&self) -> impl Iterator<Item = (usize, &'a State)> + '_ {
        self.nodes
            .iter()
            .enumerate()
            .filter_map(|(at, node)| match node.what {
                What::State(state) => Some((at, state)),
                What::Superstate(_) => None,
            })
    }

    /// The states that the machine can leave.
    pub(crate) fn live_states(&self) -> impl Iterator<Item = (usize, &'a State)> + '_ {
        self.states().filter(|(_, state)| !state.is_terminal())
    }

    pub(crate) fn state_names(&self) -> Vec<&str> {
        self.states()
            .map(|(at, _)| self.nodes[at].name.as_str())
            .collect()
    }

    pub(crate) fn state_named(&self, name: &str) -> Option<usize> {
        self.states()
            .map(|(at, _)| at)
            .find(|&at| self.nodes[at].name == name)
    }

    /// A node and what it stands in, from the inside out.
    pub(crate) fn outward(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(node), |&node| self.nodes[node].parent)
    }

    pub(crate) fn contains(&self, outer: usize, inner: usize) -> bool {
        outer <= inner && inner < self.nodes[outer].end
    }

    /// Every arm that can apply in a state, in the order in which they are tried, with the node
    /// whose arm it is. Like [`arms`](Self::arms), without those that are half written.
    pub(crate) fn arms_in(&self, state: usize) -> Vec<(&'a Arm, Option<usize>)> {
        let mut arms = Vec::new();
        for node in self.outward(state) {
            arms.extend(
                self.nodes[node]
                    .scope
                    .arms
                    .iter()
                    .map(|arm| (arm, Some(node))),
            );
        }
        arms.extend(self.any.iter().map(|(arm, _)| (*arm, None)));
        arms.retain(|(arm, _)| !arm.half);
        arms
    }

    /// Every arm, once, with the node whose arm it is and the attributes around it.
    pub(crate) fn arms(&self) -> Vec<(&'a Arm, Option<usize>, Vec<&'a Attribute>)> {
        let mut arms = Vec::new();
        for (at, node) in self.nodes.iter().enumerate() {
            for arm in &node.scope.arms {
                arms.push((arm, Some(at), join(&node.cfgs, &arm.attrs)));
            }
        }
        for (arm, attrs) in &self.any {
            arms.push((arm, None, join(&cfgs_of(attrs), &arm.attrs)));
        }
        arms.retain(|(arm, ..)| !arm.half);
        arms
    }

    /// Whether an `unhandled` clause covers a state, in every configuration.
    pub(crate) fn is_covered(&self, state: usize) -> bool {
        self.covers(state)
            .iter()
            .any(|clause| cfgs_of(&clause.attrs).is_empty())
    }

    /// The `unhandled` clauses that apply in a state.
    pub(crate) fn covers(&self, state: usize) -> Vec<&'a Unhandled> {
        let own = self
            .outward(state)
            .flat_map(|node| &self.nodes[node].scope.unhandled);
        own.chain(self.unhandled.iter().copied()).collect()
    }

    /// Whether all that applies in a state could be read: only then can anything be missing.
    pub(crate) fn is_whole(&self, state: usize) -> bool {
        let lost = &self.fsm.lost;
        let parts = self
            .states()
            .filter(|(at, _)| self.nodes[*at].name == self.nodes[state].name);
        !lost.states
            && !lost.arms
            && parts.count() == 1
            && self.outward(state).all(|node| !self.nodes[node].scope.lost)
    }

    pub(crate) fn has_timeout(&self, node: usize) -> bool {
        !self.nodes[node].scope.timeouts.is_empty()
    }

    /// Whether the `on timeout` arms of `scope` (`None` for `any`) speak of the timeout of
    /// `owner`. The same rule as the library's `Topology::timeout_applies`.
    pub(crate) fn timeout_applies(&self, scope: Option<usize>, owner: usize) -> bool {
        let Some(scope) = scope else { return true };
        match self.outward(scope).find(|&node| self.has_timeout(node)) {
            Some(node) if node == owner => true,
            Some(_) => !self.has_timeout(scope) && self.contains(scope, owner),
            None => true,
        }
    }

    /// The number of a scope's `every` among all clocks.
    pub(crate) fn every(&self, node: Option<usize>, number: usize) -> usize {
        let first = self
            .clocks
            .iter()
            .position(|clock| Some(clock.node) == node && clock.repeats);
        first.unwrap_or_default() + number
    }

    /// The variant that a path names: `Up` is `Link::Up`, a longer path is itself.
    ///
    /// All of it stands where the variant does: rustc places what is wrong with `Dialing { .. }` at
    /// the first token of its path, and that must not be the header.
    pub(crate) fn resolve<'p>(&self, path: &'p Path, header: Option<&Header<Path>>) -> Variant<'p> {
        let (Some(header), Some(variant), true) = (header, path.get_ident(), is_bare(path)) else {
            return Variant::AsWritten(path);
        };
        // Just before it: an editor takes what has the very place of a user's token for that token.
        let at = before(variant.span());
        match self.alias(header) {
            Some(mut alias) => {
                alias.set_span(at);
                Variant::Of(alias, variant)
            }
            None => {
                let enumeration = located_at(turbofish(&header.value).into_token_stream(), at);
                let colons = quote_spanned!(at=> ::);
                Variant::Tokens(quote!(#enumeration #colons #path))
            }
        }
    }

    /// The name that generated code has for a declared enum. An enum that does not exist is then
    /// said once, where the alias names it, and not at each of its variants. There is none where it
    /// could not be declared: with generics, and in an expression, whose surroundings may have some.
    pub(crate) fn alias(&self, header: &Header<Path>) -> Option<Ident> {
        let found = self
            .aliases
            .iter()
            .find(|(of, _)| std::ptr::eq(*of, header));
        found.map(|(_, alias)| alias.clone())
    }

    /// A declared enum as a type, at a place where a token of it would be another one.
    pub(crate) fn enum_at(&self, header: &Header<Path>, place: Span) -> TokenStream {
        match self.alias(header) {
            Some(alias) => {
                let place = Span::call_site().located_at(before(place));
                Ident::new(&alias.to_string(), place).into_token_stream()
            }
            None => turbofish(&header.value).into_token_stream(),
        }
    }

    /// The name of the error event's variant.
    pub(crate) fn error_name(&self) -> Option<String> {
        let header = self.fsm.headers.error.as_ref()?;
        Some(last_name(&header.value))
    }
}

impl Node<'_> {
    pub(crate) fn state(&self) -> Option<&State> {
        match self.what {
            What::State(state) => Some(state),
            What::Superstate(_) => None,
        }
    }

    pub(crate) fn span(&self) -> Span {
        match self.what {
            What::State(state) => span_of(&state.path),
            What::Superstate(group) => group.ident.span(),
        }
    }
}

impl Arm {
    pub(crate) fn events(&self) -> impl Iterator<Item = &EventPattern> {
        self.triggers.iter().filter_map(|trigger| match trigger {
            Trigger::Event(event) => Some(event),
            _ => None,
        })
    }

    pub(crate) fn on_timeout(&self) -> bool {
        self.triggers
            .iter()
            .any(|trigger| matches!(trigger, Trigger::Timeout(_)))
    }
}

/// The names for the declared enums of an item, where one can be declared.
fn aliases(fsm: &Fsm) -> Vec<(&Header<Path>, Ident)> {
    let Some(item) = &fsm.item else {
        return Vec::new();
    };
    let machine = unraw(&item.ident);
    let headers = &fsm.headers;
    let enums = [&headers.state, &headers.event, &headers.action];
    let plain = enums.into_iter().flatten().filter(|header| {
        let mut segments = header.value.segments.iter();
        segments.all(|segment| segment.arguments.is_none())
    });
    let plain: Vec<&Header<Path>> = plain.collect();
    // They begin with the enum's own name: rustc's errors show them.
    let name = |header: &Header<Path>| {
        let name = last_name(&header.value);
        let same = plain.iter().filter(|other| last_name(&other.value) == name);
        match same.count() {
            1 => format!("{name}__{machine}"),
            _ => format!("{name}__{machine}_{}", header.word),
        }
    };
    let aliases = plain.iter().map(|header| {
        let alias = Ident::new(&name(header), Span::call_site());
        (*header, alias)
    });
    aliases.collect()
}

/// The `cfg` attributes among some.
pub(crate) fn cfgs_of(attrs: &[Attribute]) -> Vec<&Attribute> {
    attrs
        .iter()
        .filter(|attr| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr"))
        .collect()
}

/// What some `cfg` attributes ask for, as text.
pub(crate) fn conditions<'a>(cfgs: impl IntoIterator<Item = &'a Attribute>) -> Vec<String> {
    cfgs.into_iter()
        .map(|cfg| cfg.meta.to_token_stream().to_string())
        .collect()
}

fn join<'a>(outer: &[&'a Attribute], own: &'a [Attribute]) -> Vec<&'a Attribute> {
    outer.iter().copied().chain(cfgs_of(own)).collect()
}

/// The text of the doc comments among some attributes.
pub(crate) fn docs_of(attrs: &[Attribute]) -> String {
    let lines: Vec<String> = attrs
        .iter()
        .filter_map(|attr| match &attr.meta {
            syn::Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    lines.join("\n")
}
