/// The life of one link.
pub struct LinkMachine;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __LinkMachine_state = Link;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __LinkMachine_event = Signal;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __LinkMachine_action = Effect;
::steadfast::__private::whole! {
    #[allow(unreachable_patterns, unreachable_code, unused_parens, unused_variables,
    unused_mut, unused_braces, clippy::all, clippy::pedantic, clippy::nursery)]
    #[automatically_derived] impl ::steadfast::__private::Rules < Link, Signal,
    LinkContext, Effect > for LinkMachine { #[inline(always)] fn decide(& mut self,
    __slot : & mut ::steadfast::Slot < Link >, __node : ::core::primitive::u16, __input :
    ::steadfast::__private::Input < Signal >, __context : & LinkContext, __actions : &
    mut ::std::vec::Vec < Effect >,) -> ::steadfast::__private::Decision < Link, Signal >
    { let ::core::option::Option::Some(__state) = __slot.get_mut() else { return
    ::steadfast::__private::Decision::Lost; }; let __input = match __state {
    __LinkMachine_state::Idle { .. } => { match __input {
    ::steadfast::__private::Input::Event(__LinkMachine_event::Dial { .. }) => { return
    ::steadfast::__private::Decision::Go(__LinkMachine_state::Dialing { attempt : 1 }); }
    __input => __input } } __LinkMachine_state::Dialing { attempt, } => { let context =
    __context; match __input {
    ::steadfast::__private::Input::Event(__LinkMachine_event::Connected(stream)) => { let
    __next = __LinkMachine_state::Up; __actions
    .push(__LinkMachine_action::Adopt(stream)); return
    ::steadfast::__private::Decision::Go(__next); }
    ::steadfast::__private::Input::Event(__LinkMachine_event::Lost(_)) |
    ::steadfast::__private::Input::Timeout if { let attempt = & * attempt; * attempt >=
    context.max_attempts } => { return
    ::steadfast::__private::Decision::Go(__LinkMachine_state::Failed("gave up".into()));
    } ::steadfast::__private::Input::Event(__LinkMachine_event::Lost(_)) |
    ::steadfast::__private::Input::Timeout => { return
    ::steadfast::__private::Decision::Go(__LinkMachine_state::Backoff { attempt : *
    attempt + 1 }); } __input => __input } } __LinkMachine_state::Backoff { attempt, } =>
    { match __input { ::steadfast::__private::Input::Timeout => { return
    ::steadfast::__private::Decision::Go(__LinkMachine_state::Dialing { attempt : *
    attempt }); } __input => __input } } __LinkMachine_state::Up { .. } => { match
    __input { ::steadfast::__private::Input::Event(__LinkMachine_event::Lost(_)) => {
    return ::steadfast::__private::Decision::Go(__LinkMachine_state::Backoff { attempt :
    1 }); } ::steadfast::__private::Input::Event(__LinkMachine_event::Dial { .. }) => {
    return ::steadfast::__private::Decision::Stay; } __input => __input } }
    __LinkMachine_state::Closed { .. } => __input, __LinkMachine_state::Failed { .. } =>
    __input, _ => __input }; let __input = if (1..4).contains(& __node) { match __input {
    ::steadfast::__private::Input::Event(__LinkMachine_event::Dial { .. }) => { return
    ::steadfast::__private::Decision::Stay; } __input => __input } } else { __input };
    let __input = { match __input {
    ::steadfast::__private::Input::Event(__LinkMachine_event::Close { .. }) => { return
    ::steadfast::__private::Decision::Go(__LinkMachine_state::Closed); }
    ::steadfast::__private::Input::Event(__LinkMachine_event::Error(reason)) => { return
    ::steadfast::__private::Decision::Go(__LinkMachine_state::Failed(reason)); }
    ::steadfast::__private::Input::Event(__LinkMachine_event::Connected(_)) |
    ::steadfast::__private::Input::Event(__LinkMachine_event::Lost(_)) => { return
    ::steadfast::__private::Decision::Reject(__input); } __input => __input } };
    ::steadfast::__private::Decision::Unhandled(__input) } fn exit(& mut self, __node :
    ::core::primitive::u16, __state : & Link, __context : & LinkContext, __actions : &
    mut ::std::vec::Vec < Effect >,) { match __node { 4 => { __actions
    .push(__LinkMachine_action::Report("down")); __actions
    .push(__LinkMachine_action::Hangup); } _ => {} } } fn entry(& mut self, __node :
    ::core::primitive::u16, __state : & Link, __context : & LinkContext, __actions : &
    mut ::std::vec::Vec < Effect >,) { match __node { 4 => { __actions
    .push(__LinkMachine_action::Report("up")); } _ => {} } } fn clock(& mut self,
    __number : ::core::primitive::u16, __state : & Link, __context : & LinkContext,) ->
    ::core::time::Duration { match __number { 0 => { let context = __context; let __time
    : ::core::time::Duration = context.dial_timeout; __time } 1 => { match __state {
    __LinkMachine_state::Backoff { attempt, } => { let context = __context; let __time :
    ::core::time::Duration = context.delay(* attempt); __time } _ =>
    ::core::time::Duration::MAX } } _ => ::core::time::Duration::MAX } } fn task(& mut
    self, __node : ::core::primitive::u16, __state : & Link, __context : & LinkContext,)
    -> ::core::option::Option < ::steadfast::__private::BoxFuture < 'static, Signal >> {
    match __node { 2 => { let context = __context;
    ::core::option::Option::Some(::steadfast::__private::task:: < Signal, _ >
    (dial(context.address))) } _ => ::core::option::Option::None } } #[inline(always)] fn
    node(& self, __state : & Link) -> ::core::primitive::u16 { match __state {
    __LinkMachine_state::Idle { .. } => 0, __LinkMachine_state::Dialing { .. } => 2,
    __LinkMachine_state::Backoff { .. } => 3, __LinkMachine_state::Up { .. } => 4,
    __LinkMachine_state::Closed { .. } => 5, __LinkMachine_state::Failed { .. } => 6, _
    => 0 } } fn is_error(& self, __event : & Signal) -> ::core::primitive::bool {
    ::core::matches!(__event, Signal::Error { .. }) } #[inline(always)] fn topology(&
    self) -> & 'static ::steadfast::__private::Topology { const TOPOLOGY : &
    ::steadfast::__private::Topology = & ::steadfast::__private::Topology { nodes : &
    [::steadfast::__private::Node { name : "Idle", kind :
    ::steadfast::__private::NodeKind::State, parent : ::steadfast::__private::TOP, end :
    1, policy : ::steadfast::ExternalEventMode::Block, unhandled :
    ::steadfast::__private::Unhandled::Inherit, task : false, },
    ::steadfast::__private::Node { name : "Trying", kind :
    ::steadfast::__private::NodeKind::Superstate, parent : ::steadfast::__private::TOP,
    end : 4, policy : ::steadfast::ExternalEventMode::Block, unhandled :
    ::steadfast::__private::Unhandled::Inherit, task : false, },
    ::steadfast::__private::Node { name : "Dialing", kind :
    ::steadfast::__private::NodeKind::State, parent : 1, end : 3, policy :
    ::steadfast::ExternalEventMode::Block, unhandled :
    ::steadfast::__private::Unhandled::Inherit, task : true, },
    ::steadfast::__private::Node { name : "Backoff", kind :
    ::steadfast::__private::NodeKind::State, parent : 1, end : 4, policy :
    ::steadfast::ExternalEventMode::Block, unhandled :
    ::steadfast::__private::Unhandled::Inherit, task : false, },
    ::steadfast::__private::Node { name : "Up", kind :
    ::steadfast::__private::NodeKind::State, parent : ::steadfast::__private::TOP, end :
    5, policy : ::steadfast::ExternalEventMode::Race, unhandled :
    ::steadfast::__private::Unhandled::Inherit, task : false, },
    ::steadfast::__private::Node { name : "Closed", kind :
    ::steadfast::__private::NodeKind::Terminal, parent : ::steadfast::__private::TOP, end
    : 6, policy : ::steadfast::ExternalEventMode::Block, unhandled :
    ::steadfast::__private::Unhandled::Inherit, task : false, },
    ::steadfast::__private::Node { name : "Failed", kind :
    ::steadfast::__private::NodeKind::Failure, parent : ::steadfast::__private::TOP, end
    : 7, policy : ::steadfast::ExternalEventMode::Block, unhandled :
    ::steadfast::__private::Unhandled::Inherit, task : false, },], clocks : &
    [::steadfast::__private::Clock { node : 2, repeats : false },
    ::steadfast::__private::Clock { node : 3, repeats : false }], unhandled :
    ::steadfast::__private::Unhandled::Inherit, hooks : true, closures : false, tasks :
    true, }; TOPOLOGY } }
}
#[allow(
    unreachable_patterns,
    unreachable_code,
    unused_parens,
    unused_variables,
    unused_mut,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[automatically_derived]
impl ::steadfast::Machine for LinkMachine {
    type State = Link
    where
        ::steadfast::__private::Checked<
            { <LinkMachine as ::steadfast::Machine>::CHECKED },
        >: ::steadfast::__private::Holds;
    type Event = Signal
    where
        ::steadfast::__private::Checked<
            { <LinkMachine as ::steadfast::Machine>::CHECKED },
        >: ::steadfast::__private::Holds;
    type Context = LinkContext;
    type Action = Effect;
    fn initial() -> Link {
        ::steadfast::__private::whole! {
            __LinkMachine_state::Idle
        }
    }
    fn rules() -> impl ::steadfast::__private::Rules<
        Link,
        Signal,
        LinkContext,
        Effect,
    > + ::core::marker::Send + 'static {
        LinkMachine
    }
    const GRAPH: ::steadfast::Graph = {
        const STATES: &[::steadfast::StateInfo] = &[
            ::steadfast::StateInfo {
                name: "Idle",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Dialing",
                doc: "The peer may be away for long: give each attempt its time, then wait.",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::Some("Trying"),
                #[cfg(all(not(any())))]
                timeout: ::core::option::Option::Some("context.dial_timeout"),
                #[cfg(not(any(all())))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Backoff",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::Some("Trying"),
                #[cfg(all(not(any())))]
                timeout: ::core::option::Option::Some("context.delay(*attempt)"),
                #[cfg(not(any(all())))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Up",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Race,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Closed",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: true,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Failed",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: true,
                failure: true,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
        ];
        const SUPERSTATES: &[::steadfast::SuperstateInfo] = &[
            ::steadfast::SuperstateInfo {
                name: "Trying",
                doc: "",
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
        ];
        const EDGES: &[::steadfast::Edge] = &[
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Idle"),
                to: ::core::option::Option::Some("Dialing"),
                trigger: "Dial",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Trying"),
                to: ::core::option::Option::None,
                trigger: "Dial",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Stay,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Dialing"),
                to: ::core::option::Option::Some("Up"),
                trigger: "Connected",
                guard: ::core::option::Option::None,
                actions: &["Adopt(stream)"],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Dialing"),
                to: ::core::option::Option::Some("Failed"),
                trigger: "Lost",
                guard: ::core::option::Option::Some("*attempt >= context.max_attempts"),
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Dialing"),
                to: ::core::option::Option::Some("Failed"),
                trigger: "timeout",
                guard: ::core::option::Option::Some("*attempt >= context.max_attempts"),
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Dialing"),
                to: ::core::option::Option::Some("Backoff"),
                trigger: "Lost",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Dialing"),
                to: ::core::option::Option::Some("Backoff"),
                trigger: "timeout",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Backoff"),
                to: ::core::option::Option::Some("Dialing"),
                trigger: "timeout",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Up"),
                to: ::core::option::Option::Some("Backoff"),
                trigger: "Lost",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Up"),
                to: ::core::option::Option::None,
                trigger: "Dial",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Stay,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::None,
                to: ::core::option::Option::Some("Closed"),
                trigger: "Close",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::None,
                to: ::core::option::Option::Some("Failed"),
                trigger: "Error",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::None,
                to: ::core::option::Option::None,
                trigger: "Connected",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Reject,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::None,
                to: ::core::option::Option::None,
                trigger: "Lost",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Reject,
            },
        ];
        ::steadfast::Graph::new(
            "LinkMachine",
            "The life of one link.",
            STATES,
            SUPERSTATES,
            EDGES,
            "Idle",
            ::core::option::Option::Some("Error"),
        )
    };
    const CHECKED: ::core::primitive::bool = ::steadfast::__private::state::<Link>()
        && ::steadfast::__private::event::<Signal>()
        && ::steadfast::__private::shared_with_another_thread::<
            <Link as ::steadfast::__private::Same<
                { ::steadfast::__private::sent_to_another_thread::<Link>() },
            >>::Type,
        >() && ::steadfast::__private::sent_to_another_thread::<Signal>()
        && ::steadfast::__private::sent_to_another_thread::<LinkContext>();
    #[allow(
        unreachable_patterns,
        unreachable_code,
        unused_parens,
        unused_variables,
        unused_mut,
        unused_braces,
        clippy::all,
        clippy::pedantic,
        clippy::nursery
    )]
    #[allow(unused_variables)]
    fn exhaustive() {
        let _ = |__value: Link| match __value {
            __LinkMachine_state::Idle { .. } => {}
            __LinkMachine_state::Dialing { .. } => {}
            __LinkMachine_state::Backoff { .. } => {}
            __LinkMachine_state::Up { .. } => {}
            __LinkMachine_state::Closed { .. } => {}
            __LinkMachine_state::Failed { .. } => {}
            _ if false => {}
        };
        let _ = |__value: Signal| match __value {
            __LinkMachine_event::Dial { .. } => {}
            __LinkMachine_event::Close { .. } => {}
            __LinkMachine_event::Error(reason) => {}
            __LinkMachine_event::Connected(_) => {}
            __LinkMachine_event::Lost(_) => {}
            _ if false => {}
        };
        let _ = |__value: Signal| match __value {
            __LinkMachine_event::Connected(stream) => {}
            __LinkMachine_event::Lost(_) => {}
            __LinkMachine_event::Dial { .. } => {}
            __LinkMachine_event::Close { .. } => {}
            __LinkMachine_event::Error(reason) => {}
            __LinkMachine_event::Connected(_) => {}
            __LinkMachine_event::Lost(_) => {}
            _ if false => {}
        };
        let _ = |__value: Signal| match __value {
            __LinkMachine_event::Dial { .. } => {}
            __LinkMachine_event::Close { .. } => {}
            __LinkMachine_event::Error(reason) => {}
            __LinkMachine_event::Connected(_) => {}
            __LinkMachine_event::Lost(_) => {}
            _ if false => {}
        };
        let _ = |__value: Signal| match __value {
            __LinkMachine_event::Lost(_) => {}
            __LinkMachine_event::Dial { .. } => {}
            __LinkMachine_event::Close { .. } => {}
            __LinkMachine_event::Error(reason) => {}
            __LinkMachine_event::Connected(_) => {}
            __LinkMachine_event::Lost(_) => {}
            _ if false => {}
        };
    }
}
/// What the link does in each state that works.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does no work for `LinkMachine`",
    label = "it lacks `impl LinkDispatch for {Self}`",
    note = "an async method for each state that works: `up`"
)]
pub trait LinkDispatch: ::core::marker::Send {
    /// Works in state `Up`, with policy Race: dropped and called anew whenever anything else comes first, so progress belongs in `self`.
    fn up(
        &mut self,
        state: &Link,
        context: &mut LinkContext,
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Signal>,
    > + ::core::marker::Send;
}
#[allow(
    unreachable_patterns,
    unreachable_code,
    unused_parens,
    unused_variables,
    unused_mut,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[automatically_derived]
impl ::steadfast::__private::Supervised for LinkMachine {
    const CLOSED_IS_FAULT: ::core::primitive::bool = true;
    fn error_event(__fault: ::steadfast::Fault) -> Signal {
        ::steadfast::__private::error_event(Signal::Error, __fault)
    }
    fn stop_event() -> ::core::option::Option<Signal> {
        ::core::option::Option::Some(
            ::steadfast::__private::whole! {
                Signal::Close
            },
        )
    }
    fn closed_event(__state: &Link) -> ::core::option::Option<Signal> {
        if <Self as ::steadfast::Machine>::is_terminal(__state) {
            return ::core::option::Option::None;
        }
        ::core::option::Option::Some(
            ::steadfast::__private::closed_is_error::<Self>(__state),
        )
    }
}
#[allow(
    unreachable_patterns,
    unreachable_code,
    unused_parens,
    unused_variables,
    unused_mut,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[automatically_derived]
impl<__Supervisor: LinkDispatch> ::steadfast::__private::Drives<__Supervisor>
for LinkMachine {
    fn dispatch<'a>(
        __supervisor: &'a mut __Supervisor,
        __state: &'a Link,
        __context: &'a mut LinkContext,
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Signal>,
    > + ::core::marker::Send + 'a
    where
        ::steadfast::__private::Checked<
            { <LinkMachine as ::steadfast::Machine>::CHECKED },
        >: ::steadfast::__private::Holds,
    {
        async move {
            match __state {
                __LinkMachine_state::Up { .. } => {
                    LinkDispatch::up(__supervisor, __state, __context).await
                }
                _ => ::steadfast::__private::nothing_to_dispatch::<Self>(__state),
            }
        }
    }
}
