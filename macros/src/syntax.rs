//! What the user wrote, every span kept. Nothing here is known to be right.

use proc_macro2::{Group, Ident, Span, TokenStream};
use syn::{Attribute, Generics, LifetimeParam, Path, Token, Type, Visibility};

/// One `fsm!`.
#[derive(Default)]
pub(crate) struct Fsm {
    pub(crate) lost: Lost,
    pub(crate) item: Option<Item>,
    pub(crate) dispatch: Option<Dispatch>,
    pub(crate) headers: Headers,
    pub(crate) clauses: Vec<Clause>,
}

/// What could not be read: rules that would ask for it do not, so that one mistake is one error.
#[derive(Default)]
pub(crate) struct Lost {
    /// The `struct` or `trait` line.
    pub(crate) item: bool,
    pub(crate) headers: bool,
    /// A state, or a whole superstate.
    pub(crate) states: bool,
    /// Something that applies to every state.
    pub(crate) arms: bool,
    /// States that were found inside others: they are the machine's, and a `}` is missing.
    pub(crate) strays: Vec<Clause>,
}

/// `struct Name;`
pub(crate) struct Item {
    pub(crate) word: Token![struct],
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// Without lifetimes: they are refused, and what remains is declared.
    pub(crate) generics: Generics,
    pub(crate) lifetimes: Vec<LifetimeParam>,
}

/// `trait Name;`
pub(crate) struct Dispatch {
    pub(crate) word: Token![trait],
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
}

#[derive(Default)]
pub(crate) struct Headers {
    pub(crate) state: Option<Header<Path>>,
    pub(crate) event: Option<Header<Path>>,
    pub(crate) action: Option<Header<Path>>,
    pub(crate) context: Option<Header<Type>>,
    pub(crate) initial: Option<Header<Value>>,
    pub(crate) error: Option<Header<Path>>,
    pub(crate) closed: Option<Header<Closed>>,
    pub(crate) stop: Option<Header<Value>>,
    pub(crate) krate: Option<Header<Path>>,
}

pub(crate) struct Header<T> {
    /// The header's word: names in scope of user code are spanned at it.
    pub(crate) word: Ident,
    pub(crate) value: T,
    /// It stops before its end.
    pub(crate) half: bool,
}

/// A path with at most one group, or any other expression.
#[derive(Clone)]
pub(crate) enum Value {
    Variant(Path, Option<Group>),
    Expr(TokenStream),
}

pub(crate) enum Closed {
    Ignore,
    Event(Value),
}

pub(crate) enum Clause {
    State(State),
    Superstate(Superstate),
    Any(Any),
    Unhandled(Unhandled),
}

pub(crate) struct State {
    pub(crate) attrs: Vec<Attribute>,
    /// `terminal` or `failure`.
    pub(crate) kind: Option<Ident>,
    pub(crate) path: Path,
    pub(crate) payload: Option<Payload>,
    pub(crate) policy: Option<Policy>,
    pub(crate) scope: Scope,
    /// It was found inside another one.
    pub(crate) stray: bool,
}

pub(crate) struct Superstate {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    pub(crate) policy: Option<Policy>,
    pub(crate) scope: Scope,
    pub(crate) clauses: Vec<Clause>,
}

pub(crate) struct Any {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) arms: Vec<Arm>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Block,
    Poll,
    Ignore,
    Race,
}

pub(crate) struct Policy {
    /// As written, which may be no policy at all; none where only the `:` stands.
    pub(crate) word: Option<Ident>,
    pub(crate) mode: Mode,
    pub(crate) known: bool,
}

/// What a state's pattern binds.
pub(crate) enum Payload {
    Tuple {
        binds: Vec<Bind>,
        span: Span,
    },
    Fields {
        fields: Vec<Field>,
        rest: bool,
        span: Span,
    },
}

pub(crate) enum Bind {
    Name(Ident),
    Ignore(Span),
    Rest(Span),
}

pub(crate) struct Field {
    pub(crate) name: Ident,
    pub(crate) bind: Option<Bind>,
}

/// What stands between the braces of a state or superstate.
#[derive(Default)]
pub(crate) struct Scope {
    /// Something in it could not be read.
    pub(crate) lost: bool,
    pub(crate) arms: Vec<Arm>,
    pub(crate) timeouts: Vec<Clock>,
    pub(crate) everies: Vec<Clock>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) entries: Vec<Hook>,
    pub(crate) exits: Vec<Hook>,
    pub(crate) unhandled: Vec<Unhandled>,
}

/// `timeout EXPR` or `every EXPR`. The outcome of the short form is an arm.
pub(crate) struct Clock {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) word: Ident,
    pub(crate) expr: TokenStream,
    pub(crate) half: bool,
}

pub(crate) struct Task {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) word: Ident,
    pub(crate) expr: TokenStream,
    pub(crate) half: bool,
}

pub(crate) struct Hook {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) word: Ident,
    pub(crate) body: HookBody,
    pub(crate) half: bool,
}

pub(crate) enum HookBody {
    Do(Vec<Action>),
    Closure(TokenStream),
}

pub(crate) struct Unhandled {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) word: Ident,
    pub(crate) body: UnhandledBody,
}

pub(crate) enum UnhandledBody {
    Reject,
    Stay,
    Postpone,
    Closure(TokenStream),
}

pub(crate) struct Arm {
    pub(crate) attrs: Vec<Attribute>,
    /// `on`, or the clock's word in a short form.
    pub(crate) word: Ident,
    pub(crate) triggers: Vec<Trigger>,
    pub(crate) guard: Option<TokenStream>,
    pub(crate) outcome: Outcome,
    pub(crate) actions: Vec<Action>,
    /// It stops before its end, or something in it does: what stands of it is for the editor.
    pub(crate) half: bool,
}

pub(crate) enum Trigger {
    Event(EventPattern),
    Timeout(Ident),
    /// The scope's `every` with this number.
    Every(Ident, usize),
}

pub(crate) struct EventPattern {
    /// `name @`
    pub(crate) binding: Option<Ident>,
    pub(crate) path: Path,
    pub(crate) group: Option<Group>,
    /// What stands before it.
    pub(crate) before: Span,
}

pub(crate) enum Outcome {
    Stay,
    Assign(Ident, Vec<(Ident, TokenStream)>),
    Go {
        moved: Option<Span>,
        target: Target,
    },
    Postpone(Ident),
    Reject(Ident),
    Closure(TokenStream),
    /// Not written yet.
    Missing,
}

pub(crate) struct Target {
    pub(crate) path: Path,
    pub(crate) group: Option<Group>,
}

pub(crate) enum Action {
    Variant(Path, Option<Group>),
    Expr(TokenStream),
}

impl Trigger {
    /// Where it ends.
    pub(crate) fn last_span(&self) -> Span {
        match self {
            Trigger::Event(event) => match (&event.group, event.path.segments.last()) {
                (Some(group), _) => group.span_close(),
                (None, Some(segment)) => segment.ident.span(),
                (None, None) => event.before,
            },
            Trigger::Timeout(word) | Trigger::Every(word, _) => word.span(),
        }
    }
}

impl Fsm {
    pub(crate) fn is_item(&self) -> bool {
        self.item.is_some()
    }
}

impl State {
    pub(crate) fn is_terminal(&self) -> bool {
        self.kind.is_some()
    }

    pub(crate) fn is_failure(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind == "failure")
    }
}
